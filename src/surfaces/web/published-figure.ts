import { type FigureDimension, figureCatalogue, isCountedFromCases } from '#modules/figures/index.ts';
import type { PublishedFigures } from './published-figures.ts';

type Question = Parameters<PublishedFigures['ask']>[0];

/** Figures with a breakdown that one count of the cases gives together. */
const together = (by: FigureDimension): readonly string[] =>
  figureCatalogue.filter(({ id, dimensions }) => dimensions.includes(by) && isCountedFromCases(id)).map(({ id }) => id);

/**
 * One figure by one breakdown. Whoever goes from figure to figure of a unit and a period waits once: the others are counted
 * along with the first. Of single agencies, which are hundreds, only what is asked for.
 */
export async function askFigure(
  ask: PublishedFigures['ask'],
  id: string,
  question: Omit<Question, 'ids' | 'by'>,
  by: FigureDimension,
) {
  const ids = by !== 'unit' && isCountedFromCases(id) ? together(by) : [id];
  const answer = await ask({ ...question, ids, by });
  if (!answer.ok) return answer;
  return {
    ok: true as const,
    value: { ...answer.value, figures: answer.value.figures.filter(({ definition }) => definition.id === id) },
  };
}
