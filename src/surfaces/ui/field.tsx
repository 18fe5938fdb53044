import type { Language } from '#kernel/text.ts';
import { describedBy, FieldError, fieldId, Hint, OptionalMark } from './field-parts.tsx';
import { speaker } from './speaker.ts';

export type FieldKind = 'text' | 'long-text' | 'date' | 'email' | 'phone' | 'number' | 'code' | 'password' | 'search';

export interface FieldProps {
  language: Language;
  name: string;
  label: string;
  /** Default `text`. A `date` is one box typed as dd/mm/yyyy: read it with `parseDate`. `code` keeps letters and digits apart from autocorrection. */
  kind?: FieldKind | undefined;
  value?: string | undefined;
  hint?: string | undefined;
  /** The sentence of the refusal, when this field was refused. */
  error?: string | undefined;
  optional?: boolean | undefined;
  /** How much a usual answer holds. Default: `full`, a date or number `short`. */
  width?: 'short' | 'medium' | 'full' | undefined;
  /** The one question of the page: the label becomes the page's h1. */
  asHeading?: boolean | undefined;
  autocomplete?: string | undefined;
  maxLength?: number | undefined;
  rows?: number | undefined;
  /** Id of a datalist with suggestions. */
  list?: string | undefined;
  autofocus?: boolean | undefined;
  /** Written behind the box: `m²`, `đồng`. */
  unit?: string | undefined;
  readonly?: boolean | undefined;
  /** May be sent empty without being marked as optional: a search. */
  noRequire?: boolean | undefined;
}

// hono/jsx leaves out an attribute that is `false`; this one has to be written.
const noSpellcheck = 'false' as unknown as boolean;

const inputOf = {
  text: { type: 'text' },
  'long-text': { type: 'text' },
  date: { type: 'text', inputmode: 'numeric' },
  email: { type: 'email', inputmode: 'email', autocomplete: 'email', spellcheck: noSpellcheck },
  phone: { type: 'tel', inputmode: 'tel', autocomplete: 'tel' },
  number: { type: 'text', inputmode: 'numeric' },
  code: { type: 'text', spellcheck: noSpellcheck, autocapitalize: 'characters', autocomplete: 'off' },
  password: { type: 'password' },
  search: { type: 'search' },
} as const satisfies Record<FieldKind, Record<string, string | boolean>>;

/** One question with one box: label, hint, error and box tied together without script. */
export function Field(props: FieldProps) {
  const { language, name, kind = 'text' } = props;
  const id = fieldId(name);
  const say = speaker(language);
  const hint =
    props.hint ??
    (kind === 'date' ? say('Ngày/tháng/năm, ví dụ 30/10/2021', 'Day/month/year, for example 30/10/2021') : undefined);
  const width = props.width ?? (kind === 'date' || kind === 'number' ? 'short' : 'full');
  const shared = {
    id,
    name,
    class: `ds-input width-${width}${kind === 'code' ? ' code' : ''}`,
    'aria-describedby': describedBy(id, hint, props.error),
    'aria-invalid': props.error ? ('true' as const) : undefined,
    required: props.optional || props.noRequire ? undefined : true,
    maxlength: props.maxLength,
    autofocus: props.autofocus,
    readonly: props.readonly,
  };
  const label = (
    <label class="ds-label" for={id}>
      {props.label}
      <OptionalMark optional={props.optional} language={language} />
    </label>
  );
  const box =
    kind === 'long-text' ? (
      <textarea {...shared} rows={props.rows ?? 5}>
        {props.value ?? ''}
      </textarea>
    ) : (
      <input
        {...inputOf[kind]}
        {...shared}
        value={props.value ?? ''}
        list={props.list}
        {...(props.autocomplete ? { autocomplete: props.autocomplete } : {})}
      />
    );
  return (
    <div class={`ds-field${props.error ? ' has-error' : ''}`}>
      {props.asHeading ? <h1 class="question">{label}</h1> : label}
      <Hint id={id} hint={hint} />
      <FieldError id={id} error={props.error} language={language} />
      {props.unit ? (
        <span class="with-unit">
          {box}
          <span class="unit">{props.unit}</span>
        </span>
      ) : (
        box
      )}
    </div>
  );
}
