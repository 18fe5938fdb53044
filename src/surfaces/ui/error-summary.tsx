import type { Language } from '#kernel/text.ts';
import { fieldId } from './field-parts.tsx';
import { speaker } from './speaker.ts';

export interface FieldErrorItem {
  /** Name of the field; absent when the refusal is not about one answer. */
  readonly field?: string | undefined;
  readonly message: string;
}

/** What has to be put right, at the top of the page, each a link to its field. Shows nothing when there is nothing. */
export function ErrorSummary(props: { language: Language; errors: readonly FieldErrorItem[] }) {
  if (props.errors.length === 0) return null;
  const say = speaker(props.language);
  return (
    <div class="ds-error-summary" role="alert" tabindex={-1} aria-labelledby="error-summary-title" data-focus>
      <h2 id="error-summary-title">
        {props.errors.length === 1
          ? say('Bạn cần sửa 1 chỗ', 'There is 1 thing to correct')
          : say(`Bạn cần sửa ${props.errors.length} chỗ`, `There are ${props.errors.length} things to correct`)}
      </h2>
      <ul>
        {props.errors.map((error) => (
          <li>{error.field ? <a href={`#${fieldId(error.field)}`}>{error.message}</a> : error.message}</li>
        ))}
      </ul>
    </div>
  );
}
