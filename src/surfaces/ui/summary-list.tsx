import type { Child } from 'hono/jsx';
import type { Language } from '#kernel/text.ts';
import { speaker } from './speaker.ts';

export interface SummaryItem {
  readonly question: string;
  /** Empty or undefined reads "chưa trả lời". */
  readonly answer: Child;
  readonly changeHref?: string | undefined;
}

/** Questions and answers, or the facts of a case: each line may be changed where it was asked. */
export function SummaryList(props: { language: Language; items: readonly SummaryItem[] }) {
  const say = speaker(props.language);
  return (
    <dl class="summary">
      {props.items.map((item) => (
        <div>
          <dt>{item.question}</dt>
          <dd>
            {item.answer === undefined || item.answer === null || item.answer === '' ? (
              <span class="quiet">{say('chưa trả lời', 'not answered')}</span>
            ) : (
              item.answer
            )}
          </dd>
          {item.changeHref ? (
            <dd class="change">
              <a href={item.changeHref}>
                {say('Sửa', 'Change')}
                <span class="ds-sr-only"> {item.question}</span>
              </a>
            </dd>
          ) : null}
        </div>
      ))}
    </dl>
  );
}
