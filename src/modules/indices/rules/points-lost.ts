import type { FigureValue } from '#modules/figures/rules/figure-value.ts';
import { type IndexFrame, type SubCriterion, subCriteriaOf } from './index-frame.ts';
import { type NextStep, nextStep } from './next-step.ts';
import type { CountOf } from './score-formula.ts';
import type { SubScore } from './score-frame.ts';

/** A criterion that could give more, and what it would ask. */
export interface PointsLost<Score extends SubScore = SubScore> {
  readonly criterion: SubCriterion;
  readonly score: Score;
  /** On the scale of the criterion itself; `score.room` is what it is worth in the total. */
  readonly lost: FigureValue;
  /** Of one that is counted: what the figures would have to be; null where no number of cases says it. */
  readonly next: NextStep | null;
}

/** What would raise a score most: criteria by the points that are lost, the most first. */
export function pointsLost<Score extends SubScore>(
  frame: IndexFrame,
  subScores: readonly Score[],
  countOf: CountOf,
): readonly PointsLost<Score>[] {
  const byId = new Map(subCriteriaOf(frame).map((one) => [one.id, one]));
  return subScores
    .flatMap((score) => {
      const criterion = byId.get(score.id);
      if (!criterion || score.room.steps <= 0) return [];
      const { scoring, points } = criterion;
      const next = scoring.by === 'figures' ? nextStep(scoring.formula, points, countOf) : null;
      const { decimals } = score.room;
      const lost = Math.round(points * 10 ** decimals) - (score.points?.steps ?? 0);
      return [{ criterion, score, next, lost: { steps: lost, decimals } }];
    })
    .toSorted((one, other) => other.score.room.steps - one.score.room.steps || other.lost.steps - one.lost.steps);
}
