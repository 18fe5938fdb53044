import { findCase, listJournal } from '#case-engine/case-store.ts';
import type { Actor } from '#case-engine/rules/authority.ts';
import type { CaseState } from '#case-engine/rules/case-state.ts';
import type { JournalEntry } from '#case-engine/rules/journal.ts';
import type { CaseKind, MoveDefinition } from '#case-engine/rules/kind.ts';
import { mayReadOf } from '#case-engine/rules/may-read.ts';
import { openMoves } from '#case-engine/rules/open-moves.ts';
import type { CityGround } from '#modules/organisation/index.ts';
import type { Database } from '#platform/database/connection.ts';
import { listRegisterScores } from './count-all-units.ts';
import { findRound, listSheets, type RoundRecord } from './round-store.ts';
import { type FrozenCriterion, howItCame } from './rules/frozen-round.ts';
import { roundFacts, sheetFacts } from './rules/round-facts.ts';
import { roundKind, roundKindIfKnown } from './rules/round-kinds.ts';
import type { RankedScore, UnitScore } from './rules/score-frame.ts';
import { rankUnits } from './rules/score-frame.ts';
import { concerning, scoreSheet } from './rules/sheet-score.ts';

/** A sheet scored as it stands, with how each criterion came about. */
export interface ScoredSheet extends Omit<UnitScore, 'subScores'> {
  readonly subScores: readonly FrozenCriterion[];
}

/** All there is to see of a round, or of an agency's sheet, by someone with a right to it. */
export interface RoundCasePage {
  readonly kind: CaseKind;
  readonly state: CaseState;
  /** Itself; of a round also its sheets. */
  readonly family: readonly CaseState[];
  readonly journal: readonly JournalEntry[];
  readonly moves: readonly MoveDefinition[];
  readonly due: null;
  readonly round: RoundRecord;
  /** Of a sheet: its score as it stands. */
  readonly scored?: ScoredSheet;
  /** Of a round: all agencies as they stand. */
  readonly ranking?: readonly RankedScore[];
  /** Of a round: entries of survey points that are about none of its agencies and surveys, `unit criterion`. */
  readonly strayPoints: readonly string[];
}

/** A round for those who appraise and close it, a sheet also for its agency: nobody compares before it is published. */
export async function findRoundCasePage(
  db: Database,
  { tree }: CityGround,
  actor: Actor,
  caseId: string,
  at: Temporal.Instant,
): Promise<RoundCasePage | undefined> {
  const state = await findCase(db, caseId);
  const kind = state && roundKindIfKnown(state.kind);
  if (!state || !kind) return undefined;
  const isRound = state.kind === roundKind.kind;
  const { appraiser, writer } = roundFacts(state);
  const units = [state.receivingUnitId, appraiser.unitId, writer.unitId];
  if (!mayReadOf(units, actor, (id) => tree.get(id)?.path, at)) return undefined;
  const round = await findRound(db, isRound ? caseId : sheetFacts(state).roundId);
  if (!round) return undefined;
  const { frame, to } = round;
  const scores = await listRegisterScores({ db }, frame, { to, asOf: at });
  const scoreOf = (sheet: CaseState) => {
    const facts = sheetFacts(sheet);
    return scoreSheet(frame, facts, (id) => scores.get(`${facts.unitId} ${id}`) ?? null);
  };
  const sheets = isRound ? (await listSheets(db, caseId)).filter((one) => one.state !== 'called-off') : [];
  const surveyed = new Set(
    sheets.flatMap((sheet) => {
      const { unitId, groupId } = sheetFacts(sheet);
      const surveys = concerning(frame, groupId).filter(({ scoring }) => scoring.by === 'register');
      return surveys.map(({ id }) => `${unitId} ${id}`);
    }),
  );
  const own = isRound ? undefined : scoreOf(state);
  return {
    kind,
    state,
    family: [state, ...sheets],
    journal: await listJournal(db, caseId),
    moves: openMoves(kind, state, actor, at),
    due: null,
    round,
    strayPoints: isRound ? [...scores.keys()].filter((key) => !surveyed.has(key)) : [],
    ...(own
      ? { scored: { ...own, subScores: own.subScores.map((one) => howItCame(one, sheetFacts(state))) } }
      : { ranking: rankUnits(frame, sheets.map(scoreOf)) }),
  };
}
