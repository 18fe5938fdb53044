import type { CaseState } from '#case-engine/rules/case-state.ts';
import { accepted, type Result, refused } from '#kernel/result.ts';
import type { CityGround } from '#modules/organisation/index.ts';
import type { Database } from '#platform/database/connection.ts';
import { listRegisterScores } from './count-all-units.ts';
import type { IndexRefusal } from './refusals.ts';
import { findRound, listSheets } from './round-store.ts';
import { type FrozenRound, freezeRound, surveyTooHigh } from './rules/frozen-round.ts';
import { roundFacts, sheetFacts } from './rules/round-facts.ts';

/** A round as it stands at a moment, with places: what would be published. */
export async function gatherFrozen(
  db: Database,
  city: CityGround,
  state: CaseState,
  at: Temporal.Instant,
): Promise<Result<{ readonly content: FrozenRound; readonly open: number }, IndexRefusal>> {
  const round = await findRound(db, state.caseId);
  if (!round) return refused('round-unknown');
  const { frame, to } = round;
  // surveys are held and entered while the round runs: what is in force when it closes counts
  const scores = await listRegisterScores({ db }, frame, { to, asOf: at });
  const surveyed = (unitId: string) => (id: string) => scores.get(`${unitId} ${id}`) ?? null;
  const sheets = (await listSheets(db, state.caseId)).filter((sheet) => sheet.state !== 'called-off');
  const facts = sheets.map(sheetFacts);
  const wrong = surveyTooHigh(
    frame,
    facts.map(({ unitId }) => unitId),
    surveyed,
  );
  if (wrong) {
    const { unitId, criterionId: criterion, points, most } = wrong;
    const unit = city.tree.get(unitId)?.name.vi ?? unitId;
    return refused('survey-points-too-many', { unit, criterion, points, most });
  }
  const { subject, period } = roundFacts(state);
  const content = freezeRound({ code: state.code ?? '', title: subject, period, frame }, facts, surveyed);
  return accepted({ content, open: sheets.filter(({ endedAt }) => endedAt === null).length });
}
