import type { Language } from '#kernel/text.ts';
import { speaker } from './speaker.ts';

/** The id of the control of a field: what a label, an error summary or a change link points to. */
export function fieldId(name: string): string {
  return `f-${name.replaceAll(/[^\w.-]/g, '-')}`;
}

/** Ids of hint and error in the order they are read; undefined when there is neither. */
export function describedBy(id: string, hint: unknown, error: unknown): string | undefined {
  const ids = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : undefined;
}

export function Hint(props: { id: string; hint?: string | undefined }) {
  if (!props.hint) return null;
  return (
    <p data-field="description" class="hint" id={`${props.id}-hint`}>
      {props.hint}
    </p>
  );
}

export function FieldError(props: { id: string; error?: string | undefined; language: Language }) {
  if (!props.error) return null;
  const say = speaker(props.language);
  return (
    <p class="ds-validation-message" data-field="validation" id={`${props.id}-error`}>
      <span class="ds-sr-only">{say('Lỗi: ', 'Error: ')}</span>
      {props.error}
    </p>
  );
}

export function OptionalMark(props: { optional?: boolean | undefined; language: Language }) {
  if (!props.optional) return null;
  return <span class="optional"> {speaker(props.language)('(không bắt buộc)', '(optional)')}</span>;
}
