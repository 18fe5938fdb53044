import type { Language } from '#kernel/text.ts';
import { describedBy, FieldError, fieldId, Hint, OptionalMark } from './field-parts.tsx';
import { formatSize } from './formats.ts';
import { speaker } from './speaker.ts';

export interface FileFieldProps {
  language: Language;
  name: string;
  label: string;
  /** As in HTML: `.pdf,image/jpeg`. */
  accept?: string | undefined;
  /** How the accepted kinds read: `PDF, JPG`. */
  acceptWords?: string | undefined;
  /** Largest file; said in the hint and, with script, checked before sending. */
  maxBytes?: number | undefined;
  multiple?: boolean | undefined;
  hint?: string | undefined;
  error?: string | undefined;
  optional?: boolean | undefined;
  /** Names of files already sent for this question. */
  sent?: readonly string[] | undefined;
}

/** Send one or several files: photographs and scans of papers. */
export function FileField(props: FileFieldProps) {
  const { language, name } = props;
  const id = fieldId(name);
  const say = speaker(language);
  const limit = [
    props.acceptWords,
    props.maxBytes === undefined
      ? undefined
      : say(
          `mỗi tệp không quá ${formatSize('vi', props.maxBytes)}`,
          `each file up to ${formatSize('en', props.maxBytes)}`,
        ),
  ]
    .filter(Boolean)
    .join(', ');
  const hint = [props.hint, limit ? `${limit}.` : undefined].filter(Boolean).join(' ') || undefined;
  return (
    <div class={`ds-field file-field${props.error ? ' has-error' : ''}`}>
      <label class="ds-label" for={id}>
        {props.label}
        <OptionalMark optional={props.optional} language={language} />
      </label>
      <Hint id={id} hint={hint} />
      <FieldError id={id} error={props.error} language={language} />
      {props.sent && props.sent.length > 0 ? (
        <ul class="sent-files">
          {props.sent.map((file) => (
            <li>
              {file} <span class="quiet">{say('đã gửi', 'sent')}</span>
            </li>
          ))}
        </ul>
      ) : null}
      <input
        class="file-input"
        type="file"
        id={id}
        name={name}
        accept={props.accept}
        multiple={props.multiple}
        aria-describedby={describedBy(id, hint, props.error)}
        aria-invalid={props.error ? 'true' : undefined}
        data-max-bytes={props.maxBytes}
        data-too-large={say(
          'Tệp này lớn quá mức cho phép. Bạn hãy chọn tệp khác hoặc chụp lại với dung lượng nhỏ hơn.',
          'This file is larger than allowed. Choose another one, or scan it again at a smaller size.',
        )}
      />
    </div>
  );
}
