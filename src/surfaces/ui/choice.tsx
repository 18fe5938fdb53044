import type { Language } from '#kernel/text.ts';
import { describedBy, FieldError, fieldId, Hint, OptionalMark } from './field-parts.tsx';

export interface ChoiceOption {
  readonly value: string;
  readonly label: string;
  readonly hint?: string | undefined;
}

export interface ChoiceProps {
  language: Language;
  name: string;
  /** The question. */
  legend: string;
  options: readonly ChoiceOption[];
  /** What is chosen: one value, or several when `multiple`. */
  value?: string | readonly string[] | undefined;
  /** Several may be chosen: checkboxes in place of radio buttons. */
  multiple?: boolean | undefined;
  hint?: string | undefined;
  error?: string | undefined;
  optional?: boolean | undefined;
  asHeading?: boolean | undefined;
  /** Short answers (Có/Không) beside each other. */
  inline?: boolean | undefined;
}

/** Choose one or several of few: a fieldset of radio buttons or checkboxes. */
export function Choice(props: ChoiceProps) {
  const { language, name, value } = props;
  const id = fieldId(name);
  const chosen = value === undefined ? [] : typeof value === 'string' ? [value] : value;
  return (
    <fieldset
      class={`ds-fieldset${props.error ? ' has-error' : ''}`}
      aria-describedby={describedBy(id, props.hint, props.error)}
    >
      <legend class="ds-label">
        {props.asHeading ? <h1 class="question">{props.legend}</h1> : props.legend}
        <OptionalMark optional={props.optional} language={language} />
      </legend>
      <Hint id={id} hint={props.hint} />
      <FieldError id={id} error={props.error} language={language} />
      <div class={props.inline ? 'choices inline' : 'choices'}>
        {props.options.map((option, index) => (
          <ChoiceBox
            // The first box bears the id of the field: the error summary leads there.
            id={index === 0 ? id : `${id}-${index + 1}`}
            name={name}
            option={option}
            multiple={props.multiple ?? false}
            checked={chosen.includes(option.value)}
            invalid={Boolean(props.error)}
          />
        ))}
      </div>
    </fieldset>
  );
}

function ChoiceBox(props: {
  id: string;
  name: string;
  option: ChoiceOption;
  multiple: boolean;
  checked: boolean;
  invalid: boolean;
}) {
  const { id, option } = props;
  return (
    <div class="ds-field">
      <input
        class="ds-input"
        type={props.multiple ? 'checkbox' : 'radio'}
        id={id}
        name={props.name}
        value={option.value}
        checked={props.checked}
        aria-invalid={props.invalid && props.multiple ? 'true' : undefined}
        aria-describedby={option.hint ? `${id}-option-hint` : undefined}
      />
      <label class="ds-label" for={id}>
        {option.label}
      </label>
      {option.hint ? (
        <p data-field="description" class="hint" id={`${id}-option-hint`}>
          {option.hint}
        </p>
      ) : null}
    </div>
  );
}

/** One box to tick: a declaration, a consent, a paper that is there. */
export function Checkbox(props: {
  language: Language;
  name: string;
  label: string;
  /** Default `yes`. */
  value?: string | undefined;
  checked?: boolean | undefined;
  hint?: string | undefined;
  error?: string | undefined;
}) {
  const id = fieldId(props.name);
  return (
    <div class={`tick${props.error ? ' has-error' : ''}`}>
      <FieldError id={id} error={props.error} language={props.language} />
      <div class="ds-field">
        <input
          class="ds-input"
          type="checkbox"
          id={id}
          name={props.name}
          value={props.value ?? 'yes'}
          checked={props.checked ?? false}
          aria-invalid={props.error ? 'true' : undefined}
          aria-describedby={describedBy(id, props.hint, props.error)}
        />
        <label class="ds-label" for={id}>
          {props.label}
        </label>
        <Hint id={id} hint={props.hint} />
      </div>
    </div>
  );
}
