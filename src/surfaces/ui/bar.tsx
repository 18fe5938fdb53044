import type { TagTone } from './tag.tsx';

/**
 * How far or how much is left, as words with a bar. The words carry it; the bar is for the eye.
 * @param shareOfOne 0 to 1; what lies outside is cut
 */
export function Bar(props: { words: string; shareOfOne: number; tone?: TagTone | undefined }) {
  const width = Math.round(Math.min(1, Math.max(0, props.shareOfOne)) * 100);
  return (
    <span class="bar" data-color={props.tone ?? 'accent'}>
      <span class="bar-words">{props.words}</span>
      <svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        <rect class="track" width="100" height="6" />
        <rect class="fill" width={width} height="6" />
      </svg>
    </span>
  );
}
