import type { App } from '#app.ts';
import type { Language } from '#kernel/text.ts';
import { formatNumber } from '#kernel/vietnamese.ts';
import { formatFigure } from '#modules/figures/index.ts';
import { speaker, Tag, textIn } from '#surfaces/ui/index.ts';

/** How far a measure has come to its goal, counted. */
export function GoalNow(props: { language: Language; goal: Awaited<ReturnType<App['tasks']['goalNow']>> }) {
  const { language, goal } = props;
  if (!goal) return null;
  const say = speaker(language);
  const { definition, value, atLeast, isReached } = goal;
  return (
    <div class="small">
      {textIn(language, definition.name)}: <strong>{formatFigure(language, value)}</strong>{' '}
      {textIn(language, definition.measure)} / {say('chỉ tiêu', 'goal')} {formatNumber(language, atLeast)}{' '}
      <Tag tone={isReached ? 'success' : 'warning'}>
        {isReached ? say('đạt', 'reached') : say('chưa đạt', 'not yet')}
      </Tag>
    </div>
  );
}
