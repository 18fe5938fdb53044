import { accepted, type Result, refused } from '#kernel/result.ts';
import type { IndexRefusal } from '../refusals.ts';
import type { IndexFrame, SubCriterion } from './index-frame.ts';
import { concerning } from './sheet-score.ts';

type Found = Result<SubCriterion, IndexRefusal>;

/** A criterion of the agency's own group that people give points for: what is counted cannot be typed over. */
export function scoredByPeople(frame: IndexFrame, groupId: string, criterionId: string): Found {
  const found = concerning(frame, groupId).find(({ id }) => id === criterionId);
  if (!found) return refused('criterion-not-on-sheet', { criterion: criterionId }, 'criterionId');
  if (found.scoring.by === 'figures') return refused('criterion-is-counted', { criterion: criterionId }, 'criterionId');
  if (found.scoring.by === 'register')
    return refused('criterion-is-surveyed', { criterion: criterionId }, 'criterionId');
  return accepted(found);
}

/** Points lie between nothing and all there are, to two places. */
export function checkPoints({ id, points: most }: SubCriterion, points: number, field = 'points'): Found | null {
  const hundredths = Math.round(points * 100);
  if (Math.abs(hundredths - points * 100) < 1e-6 && hundredths >= 0 && hundredths <= Math.round(most * 100))
    return null;
  return refused('points-out-of-range', { criterion: id, most }, field);
}
