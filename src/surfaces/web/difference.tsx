import type { Language } from '#kernel/text.ts';
import type { DifferencePart } from '#modules/signatures/index.ts';
import { speaker } from '#surfaces/ui/index.ts';

/** Two versions of a text in one: what went is struck out, what came is underlined; both are named to a screen reader. */
export function Difference(props: { language: Language; parts: readonly DifferencePart[] }) {
  const say = speaker(props.language);
  return (
    <p lang="vi">
      {props.parts.map(({ kind, text }) => {
        if (kind === 'same') return `${text} `;
        if (kind === 'removed')
          return (
            <>
              <del>
                <span class="ds-sr-only">{say('bỏ: ', 'removed: ')}</span>
                {text}
              </del>{' '}
            </>
          );
        return (
          <>
            <ins>
              <span class="ds-sr-only">{say('thêm: ', 'added: ')}</span>
              {text}
            </ins>{' '}
          </>
        );
      })}
    </p>
  );
}
