import type { Language } from '#kernel/text.ts';
import { describedBy, FieldError, fieldId, Hint, OptionalMark } from './field-parts.tsx';
import { speaker } from './speaker.ts';

export interface SelectOption {
  readonly value: string;
  readonly label: string;
  /** Options of one group stand together under its name. */
  readonly group?: string | undefined;
}

export interface SelectProps {
  language: Language;
  name: string;
  label: string;
  options: readonly SelectOption[];
  value?: string | undefined;
  hint?: string | undefined;
  error?: string | undefined;
  optional?: boolean | undefined;
  /** Text of the empty first option; default "Chọn…". `false`: no empty option. */
  placeholder?: string | false | undefined;
  /** With script, three letters (without diacritics) narrow the list. For long lists such as procedures. */
  typeahead?: boolean | undefined;
  width?: 'short' | 'medium' | 'full' | undefined;
}

/** Choose one of many. */
export function Select(props: SelectProps) {
  const { language, name } = props;
  const id = fieldId(name);
  const empty = props.placeholder ?? speaker(language)('Chọn…', 'Choose…');
  const groups = [...new Set(props.options.map((option) => option.group))];
  const optionsOf = (group: string | undefined) =>
    props.options
      .filter((option) => option.group === group)
      .map((option) => (
        <option value={option.value} selected={option.value === props.value}>
          {option.label}
        </option>
      ));
  return (
    <div class={`ds-field${props.error ? ' has-error' : ''}`}>
      <label class="ds-label" for={id}>
        {props.label}
        <OptionalMark optional={props.optional} language={language} />
      </label>
      <Hint id={id} hint={props.hint} />
      <FieldError id={id} error={props.error} language={language} />
      <select
        class={`ds-input width-${props.width ?? 'full'}`}
        id={id}
        name={name}
        required={props.optional || empty === false ? undefined : true}
        aria-describedby={describedBy(id, props.hint, props.error)}
        aria-invalid={props.error ? 'true' : undefined}
        data-typeahead={props.typeahead ? speaker(language)('Gõ để tìm', 'Type to search') : undefined}
      >
        {empty === false ? null : <option value="">{empty}</option>}
        {groups.map((group) => (group ? <optgroup label={group}>{optionsOf(group)}</optgroup> : optionsOf(undefined)))}
      </select>
    </div>
  );
}
