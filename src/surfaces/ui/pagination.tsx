import type { Language } from '#kernel/text.ts';
import { speaker } from './speaker.ts';

/** Forward and back in a list that is walked by key: no page numbers, because none stays true in a list that moves. */
export function Pagination(props: {
  language: Language;
  previousHref?: string | undefined;
  nextHref?: string | undefined;
  /** "50 hồ sơ đầu", "1–20 trong 312". */
  position?: string | undefined;
}) {
  if (!props.previousHref && !props.nextHref) return null;
  const say = speaker(props.language);
  return (
    <nav class="pages" aria-label={say('Trang của danh sách', 'Pages of the list')}>
      {props.previousHref ? (
        <a href={props.previousHref} rel="prev">
          {say('← Trang trước', '← Previous')}
        </a>
      ) : null}
      {props.position ? <span class="quiet">{props.position}</span> : null}
      {props.nextHref ? (
        <a class="next" href={props.nextHref} rel="next">
          {say('Trang sau →', 'Next →')}
        </a>
      ) : null}
    </nav>
  );
}
