import type { Child } from 'hono/jsx';

export type TagTone = 'neutral' | 'info' | 'success' | 'warning' | 'danger';

/** The sign of each tone, so that a state is never told by colour alone. */
const signs: Readonly<Record<TagTone, Child>> = {
  neutral: <circle cx="6" cy="6" r="4.5" />,
  info: (
    <>
      <circle cx="6" cy="6" r="4.5" />
      <path class="solid" d="M6 1.5a4.5 4.5 0 0 1 0 9z" />
    </>
  ),
  success: <path d="M1.5 6.5l3 3 6-7" />,
  warning: <path d="M6 1.5L11 10.5H1z" />,
  danger: <path class="solid" d="M6 1l5 5-5 5-5-5z" />,
};

/** The state of a case in one or two words, with a sign. */
export function Tag(props: { tone?: TagTone | undefined; children?: Child }) {
  const tone = props.tone ?? 'neutral';
  return (
    <span class="ds-tag" data-color={tone}>
      <svg viewBox="0 0 12 12" aria-hidden="true" focusable="false">
        {signs[tone]}
      </svg>
      {props.children}
    </span>
  );
}
