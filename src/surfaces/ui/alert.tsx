import type { Child } from 'hono/jsx';
import type { Language } from '#kernel/text.ts';
import { speaker } from './speaker.ts';

export type Tone = 'info' | 'success' | 'warning' | 'danger';

/** Something to know before going on. Colour is never alone: each tone has its own sign and is named to a screen reader. */
export function Alert(props: {
  language: Language;
  tone?: Tone | undefined;
  title?: string | undefined;
  children?: Child;
  /** Said at once by a screen reader: the answer to what the person just did. */
  live?: boolean | undefined;
  headingLevel?: 2 | 3 | undefined;
}) {
  const say = speaker(props.language);
  const tone = props.tone ?? 'info';
  const name = {
    info: say('Thông tin: ', 'Information: '),
    success: say('Đã xong: ', 'Done: '),
    warning: say('Lưu ý: ', 'Note: '),
    danger: say('Quan trọng: ', 'Important: '),
  }[tone];
  const role = props.live ? (tone === 'danger' ? 'alert' : 'status') : undefined;
  const sign = <span class="ds-sr-only">{name}</span>;
  const Title = props.headingLevel === 3 ? 'h3' : 'h2';
  return (
    <div class="ds-alert" data-color={tone} role={role}>
      {props.title ? (
        <Title class="alert-title">
          {sign}
          {props.title}
        </Title>
      ) : (
        sign
      )}
      {props.children ? <div class="alert-body">{props.children}</div> : null}
    </div>
  );
}
