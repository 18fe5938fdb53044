import type { IndexFrame, SubCriterion } from './index-frame.ts';
import { subCriteriaOf } from './index-frame.ts';
import type { SheetFacts } from './round-facts.ts';
import { scoreFrame, type UnitScore } from './score-frame.ts';

/** Points of surveys by sub-criterion, in hundredths; null where none were entered. */
export type SurveyPoints = (subCriterionId: string) => number | null;

/** Sub-criteria of a frame that concern a group. */
export const concerning = (frame: IndexFrame, groupId: string): readonly SubCriterion[] =>
  subCriteriaOf(frame).filter(({ groups }) => !groups || groups.includes(groupId));

/** Those an agency scores itself. */
export const selfScored = (frame: IndexFrame, groupId: string): readonly SubCriterion[] =>
  concerning(frame, groupId).filter(({ scoring }) => scoring.by === 'evidence');

/** Points of one criterion as they stand: an answered objection before the appraisal, the appraisal before the agency's own. */
export function standingPoints(facts: SheetFacts, criterionId: string): number | 'not-arisen' | null {
  const isThis = (one: { readonly criterionId: string }) => one.criterionId === criterionId;
  const changed = facts.objections?.find((one) => isThis(one) && one.outcome === 'changed');
  const found = changed ?? facts.appraised?.find(isThis) ?? facts.selfScores?.find(isThis);
  if (!found) return null;
  return found.points === null || found.points === undefined ? 'not-arisen' : Math.round(found.points * 100);
}

/**
 * The score of a sheet as it stands: counted points from what was counted, an agency's own as far as they were appraised,
 * surveys from the register.
 */
export function scoreSheet(frame: IndexFrame, facts: SheetFacts, surveyed: SurveyPoints): UnitScore {
  const surveys = new Set(subCriteriaOf(frame).flatMap(({ id, scoring }) => (scoring.by === 'register' ? [id] : [])));
  return scoreFrame(
    frame,
    { id: facts.unitId, groupId: facts.groupId },
    (id) => facts.counts[id] ?? null,
    (id) => (surveys.has(id) ? surveyed(id) : standingPoints(facts, id)),
  );
}
