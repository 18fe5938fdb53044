import { appendToCases, findCase } from '#case-engine/case-store.ts';
import { asJournalData, type MoveMaking, type MoveRequest, makeMove } from '#case-engine/make-move.ts';
import type { CommandCall, MoveAnswer } from '#case-engine/record-entries.ts';
import type { CaseRefusal } from '#case-engine/refusals.ts';
import type { Actor } from '#case-engine/rules/authority.ts';
import type { CaseState } from '#case-engine/rules/case-state.ts';
import { entryActor } from '#case-engine/rules/entry-actor.ts';
import { extend } from '#case-engine/rules/family.ts';
import { type MoveRefusal, mayMove } from '#case-engine/rules/open-moves.ts';
import type { JsonObject } from '#kernel/json.ts';
import { accepted, type Result, refused } from '#kernel/result.ts';
import type { FigureGround } from '#modules/figures/index.ts';
import { clockGround } from '#modules/organisation/index.ts';
import type { Database } from '#platform/database/connection.ts';
import { newId } from '#platform/random.ts';
import { type CountRefusal, countAllUnits } from './count-all-units.ts';
import { gatherFrozen } from './gather-frozen.ts';
import { knownCounts } from './open-round.ts';
import type { IndexRefusal } from './refusals.ts';
import { type AnswerInput, type AppraisalInput, indexInputs, type ScoreInput } from './round-input.ts';
import {
  countFreshBlobs,
  findRound,
  insertFrozenRound,
  insertScoreFiles,
  listSheets,
  type RoundRecord,
  type ScoreFile,
} from './round-store.ts';
import { checkPoints, scoredByPeople } from './rules/check-points.ts';
import { type FrozenRound, frozenHash } from './rules/frozen-round.ts';
import { sheetFacts } from './rules/round-facts.ts';
import { roundKindIfKnown, sheetKind } from './rules/round-kinds.ts';
import { roundMoves } from './rules/round-moves.ts';
import { sheetMoves } from './rules/sheet-moves.ts';
import { concerning, selfScored } from './rules/sheet-score.ts';

export type RoundMoveRefusal = IndexRefusal | MoveRefusal | CaseRefusal | CountRefusal;
type Completed = Result<JsonObject, RoundMoveRefusal>;

/** What is looked up before the transaction begins, so that it is short: counting takes its time. */
interface Prepared {
  readonly counts?: Readonly<Record<string, number>>;
}

/** Makes any move of a round or of an agency's sheet. */
export async function makeRoundMove(
  ground: FigureGround,
  actor: Actor,
  request: MoveRequest,
  call: CommandCall = {},
): Promise<Result<MoveAnswer, RoundMoveRefusal>> {
  const { db, now: at } = ground;
  const state = await findCase(db, request.caseId);
  const kind = state && roundKindIfKnown(state.kind);
  if (!state || !kind) return refused('case-not-found');
  const may = mayMove(kind, state, request.move, actor, at);
  const isRecount =
    request.move === 'answer-criterion' && (request.data as AnswerInput | null)?.outcome === 'counted-again';
  const prepared = may.ok && isRecount ? await countAgain(ground, state) : accepted({});
  if (!prepared.ok) return prepared;
  return makeMove<RoundMoveRefusal>(db, roundMaking(ground, actor, prepared.value), actor, request, at, call);
}

/** What was counted of an agency, as it is known now. */
async function countAgain(ground: FigureGround, state: CaseState): Promise<Result<Prepared, RoundMoveRefusal>> {
  const { roundId, unitId } = sheetFacts(state);
  const round = await findRound(ground.db, roundId);
  if (!round) return refused('round-unknown');
  const counted = await countAllUnits(ground, round.frame, { from: round.from, to: round.to, asOf: ground.now });
  if (!counted.ok) return counted;
  const own = [...counted.value].find(([unit]) => unit.id === unitId);
  return accepted(own ? { counts: knownCounts(round.frame, own[1]) } : {});
}

function roundMaking(ground: FigureGround, actor: Actor, prepared: Prepared): MoveMaking<RoundMoveRefusal> {
  const { now: at } = ground;
  let frozen: FrozenRound | undefined;
  let files: readonly ScoreFile[] = [];
  return {
    kindOf: roundKindIfKnown,
    groundOf: (unitId) => clockGround(ground.city, unitId),
    read: async (state, move, sent, db) => {
      const parsed = indexInputs[state.kind]?.[move]?.safeParse(sent);
      if (!parsed) return refused('move-unknown', { move });
      if (!parsed.success) {
        const field = parsed.error.issues[0]?.path.join('.') ?? '';
        return refused('move-data-wrong', { field }, field);
      }
      const data = asJournalData(parsed.data as object);
      if (move === 'close-round') {
        const gathered = await gatherFrozen(db, ground.city, state, at);
        if (!gathered.ok) return gathered;
        const { content, open } = gathered.value;
        frozen = content;
        return accepted({ open, sha256: frozenHash(content) });
      }
      if (state.kind !== sheetKind.kind) return accepted(data);
      const round = await findRound(db, sheetFacts(state).roundId);
      if (!round) return refused('round-unknown');
      if (move === 'score-criterion') {
        const read = await readScore(db, round, state, parsed.data as ScoreInput);
        if (read.ok) ({ files } = read.value);
        return read.ok ? accepted(read.value.data) : read;
      }
      return complete(round, state, move, data, parsed.data as object, prepared);
    },
    effect: (state, move, data, context) => {
      const moves = state.kind === sheetKind.kind ? sheetMoves : roundMoves;
      type Effect = ReturnType<MoveMaking<RoundMoveRefusal>['effect']>;
      const rule = (
        moves as Record<string, { effect(state: CaseState, data: never, context: unknown): Effect } | undefined>
      )[move];
      return rule ? rule.effect(state, data as never, context) : refused('move-unknown', { move });
    },
    beside: async (state, move, data, db) => {
      if (move === 'score-criterion') await insertScoreFiles(db, files, at);
      if (move === 'call-off-round') await callOffSheets(db, actor, state.caseId, at);
      if (move === 'close-round' && frozen)
        await insertFrozenRound(
          db,
          { caseId: state.caseId, content: frozen, sha256: String(data.sha256), closedAt: at },
          actor,
        );
    },
  };
}

/** What only we know is added: what is missing, what was counted again; what the frame does not allow is refused. */
function complete(
  { frame }: RoundRecord,
  state: CaseState,
  move: string,
  data: JsonObject,
  input: object,
  { counts }: Prepared,
): Completed {
  const { groupId, selfScores = [], appraised = [] } = sheetFacts(state);
  const own = selfScored(frame, groupId).map(({ id }) => id);
  const lacking = (done: readonly { readonly criterionId: string }[]) =>
    own.filter((id) => !done.some(({ criterionId }) => criterionId === id));
  if (move === 'send-sheet' || move === 'take-unsent') return accepted({ missing: lacking(selfScores) });
  if (move === 'finish-appraisal') return accepted({ open: lacking(appraised) });
  if (move === 'appraise-sheet') {
    for (const { criterionId, points } of (input as AppraisalInput).scores) {
      const found = scoredByPeople(frame, groupId, criterionId);
      if (!found.ok) return found;
      const wrong = points === null ? null : checkPoints(found.value, points, `points.${criterionId}`);
      if (wrong && !wrong.ok) return wrong;
    }
    return accepted(data);
  }
  if (move !== 'object-criterion' && move !== 'answer-criterion') return accepted(data);
  const { criterionId, outcome, points } = input as AnswerInput;
  const criterion = concerning(frame, groupId).find(({ id }) => id === criterionId);
  if (!criterion) return refused('criterion-not-on-sheet', { criterion: criterionId }, 'criterionId');
  if (criterion.scoring.by === 'register')
    return refused('criterion-is-surveyed', { criterion: criterionId }, 'criterionId');
  if (move === 'object-criterion') return accepted(data);
  const isCounted = criterion.scoring.by === 'figures';
  if (outcome === 'changed') {
    if (isCounted) return refused('answer-not-for-counted', {}, 'outcome');
    if (points === undefined) return refused('move-data-wrong', { field: 'points' }, 'points');
    const wrong = checkPoints(criterion, points);
    return wrong && !wrong.ok ? wrong : accepted(data);
  }
  const { points: _, ...rest } = data;
  if (outcome === 'kept') return accepted(rest);
  if (!isCounted) return refused('answer-only-for-counted', {}, 'outcome');
  return counts ? accepted({ ...rest, counts }) : refused('case-changed');
}

/** A self-score with the files that came with it. */
async function readScore(
  db: Database,
  { frame }: RoundRecord,
  state: CaseState,
  { criterionId, points, reason, document, entry, files }: ScoreInput,
): Promise<Result<{ readonly data: JsonObject; readonly files: readonly ScoreFile[] }, RoundMoveRefusal>> {
  const found = scoredByPeople(frame, sheetFacts(state).groupId, criterionId);
  if (!found.ok) return found;
  const wrong = points === null ? null : checkPoints(found.value, points);
  if (wrong && !wrong.ok) return wrong;
  const hashes = [...new Set(files.map(({ sha256 }) => sha256))];
  if ((await countFreshBlobs(db, hashes)) < hashes.length)
    return refused('move-data-wrong', { field: 'files' }, 'files');
  const kept = files.map((file) => ({ ...file, id: newId(), sheetId: state.caseId, criterionId }));
  // sent again without a file, the files that were there stay
  const before = sheetFacts(state).selfScores?.find((one) => one.criterionId === criterionId)?.evidence.files ?? [];
  const named = kept.length > 0 ? kept.map(({ id, fileName, sha256 }) => ({ id, fileName, sha256 })) : before;
  return accepted({
    data: asJournalData({ criterionId, points, reason, evidence: { document, entry, files: named } }),
    files: kept,
  });
}

/** Sheets nobody waits for any more. */
async function callOffSheets(db: Database, actor: Actor, roundId: string, at: Temporal.Instant): Promise<void> {
  const open = (await listSheets(db, roundId)).filter(({ endedAt }) => endedAt === null);
  if (open.length === 0) return;
  await appendToCases(
    db,
    open.map((before) => {
      const effect = { state: 'called-off', holder: null, endedAt: at.toString() };
      const draft = { at: at.toString(), verb: 'called-off', actor: entryActor(actor, null), data: {}, effect };
      return { kind: sheetKind, seen: before.entries, ...extend(sheetKind, before.caseId, before, [draft]) };
    }),
  );
}
