import { type IndexFrame, type SubCriterion, subCriteriaOf } from './index-frame.ts';
import { type NextStep, nextStep } from './next-step.ts';
import type { CountOf } from './score-formula.ts';
import type { SubScore } from './score-frame.ts';

/** A criterion that could give more, and what it would ask. */
export interface PointsLost<Score extends SubScore = SubScore> {
  readonly criterion: SubCriterion;
  readonly score: Score;
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
      return [{ criterion, score, next }];
    })
    .toSorted((one, other) => other.score.room.steps - one.score.room.steps);
}
