import { type CommandCall, type MoveAnswer, recordEntries } from '#case-engine/record-entries.ts';
import type { CaseRefusal } from '#case-engine/refusals.ts';
import type { Actor } from '#case-engine/rules/authority.ts';
import type { CaseEffect, CaseState } from '#case-engine/rules/case-state.ts';
import { type MoveRefusal, mayMove } from '#case-engine/rules/open-moves.ts';
import type { JsonObject } from '#kernel/json.ts';
import { accepted, type Result, refused } from '#kernel/result.ts';
import type { CityGround } from '#modules/organisation/index.ts';
import { listColleagues } from '#modules/people/index.ts';
import type { Database } from '#platform/database/connection.ts';
import { clockGround } from './clock-ground.ts';
import { insertPapers } from './dossier-store.ts';
import { entryActor } from './entry-actor.ts';
import { isMoveWithInput, type MoveWithInput, moveInputs } from './move-input.ts';
import type { DossierRefusal } from './refusals.ts';
import { dossierKind } from './rules/dossier-kind.ts';
import { dossierMoves } from './rules/dossier-moves.ts';
import type { HandedPaper } from './rules/move-data.ts';
import type { MoveContext } from './rules/moves/move-rule.ts';
import { formOfMove, writeSlipNumber } from './rules/slips.ts';
import { takeSlip } from './take-slip.ts';

export type DossierMoveRefusal =
  | DossierRefusal
  | MoveRefusal
  | CaseRefusal
  | 'calendar-not-published'
  | 'move-data-wrong';

export interface DossierMoveRequest {
  readonly caseId: string;
  readonly move: string;
  /** As sent; checked against the description of the move. */
  readonly data: unknown;
  /** Files that come with it: papers of a supplement. */
  readonly papers?: readonly HandedPaper[];
}

/**
 * Makes any move of a dossier but acceptance: may this person, is what they gave complete, what does it change.
 * Refused in words, nothing written, when any of the three says no.
 */
export async function makeDossierMove(
  db: Database,
  ground: CityGround,
  actor: Actor,
  request: DossierMoveRequest,
  at: Temporal.Instant,
  call: CommandCall = {},
): Promise<Result<MoveAnswer, DossierMoveRefusal>> {
  const { caseId, move, papers = [] } = request;
  if (!isMoveWithInput(move)) return refused('move-unknown', { move });
  const withPapers = papers.length > 0;
  const together = withPapers || formOfMove[move] !== undefined;
  return recordEntries<DossierMoveRefusal>(db, dossierKind, caseId, { ...call, together }, async (state, database) => {
    const may = mayMove(dossierKind, state, move, actor, at);
    if (!may.ok) return may;
    const parsed = readMoveData(move, request.data);
    if (!parsed.ok) return parsed;
    const able = await checkColleague(database, state, move, parsed.value, at);
    if (!able.ok) return able;
    const slip = await takeSlip(database, ground, state, move, may.value.post, at);
    const given = slip && move === 'apologise' ? withLetterNumber(able.value, slip) : able.value;
    const effect = effectOf(move, state, given, {
      ...clockGround(ground, state.holder?.unitId ?? state.receivingUnitId),
      at,
      actor,
    });
    if (!effect.ok) return effect;
    await insertPapers(database, caseId, papers, at);
    const data = {
      ...written(given),
      ...(withPapers ? { papers: papers.map((paper) => ({ ...paper })) } : {}),
      ...(slip ? { slip } : {}),
    };
    return accepted([
      { at: at.toString(), verb: move, actor: entryActor(actor, may.value.post), data, effect: effect.value },
    ]);
  });
}

/** What was sent for a move, read and checked: lengths, control characters, days. Names the field that is wrong. */
export function readMoveData(move: MoveWithInput, sent: unknown): Result<MoveDataRead, 'move-data-wrong'> {
  const parsed = moveInputs[move].safeParse(sent);
  if (parsed.success) return accepted(parsed.data as MoveDataRead);
  const issue = parsed.error.issues[0];
  const field = issue?.path.join('.') ?? '';
  return refused('move-data-wrong', { field }, field);
}

type MoveDataRead = Record<string, unknown>;

/** Someone to whom a dossier is given must hold the post the step asks for; the name is ours, not the sender's. */
async function checkColleague(
  db: Database,
  state: CaseState,
  move: MoveWithInput,
  data: MoveDataRead,
  at: Temporal.Instant,
): Promise<Result<MoveDataRead, DossierRefusal>> {
  if ((move !== 'assign' && move !== 'reassign') || !state.holder) return accepted(data);
  const colleagues = await listColleagues(db, state.holder.unitId, state.holder.role, at);
  const chosen = colleagues.find((colleague) => colleague.accountId === data.accountId);
  return chosen ? accepted({ ...data, name: chosen.name }) : refused('colleague-not-able', {}, 'accountId');
}

function effectOf(move: MoveWithInput, state: CaseState, data: MoveDataRead, context: MoveContext) {
  const effect = dossierMoves[move].effect as (
    state: CaseState,
    data: MoveDataRead,
    context: MoveContext,
  ) => Result<CaseEffect, DossierMoveRefusal>;
  return effect(state, data, context);
}

/** An apology goes under the number of its slip, unless the office gave its letter one of its own. */
function withLetterNumber(data: MoveDataRead, slip: JsonObject): MoveDataRead {
  return data.letterNumber ? data : { ...data, letterNumber: writeSlipNumber('04', Number(slip.number)) };
}

/** As the journal keeps it: plain JSON, days written out. */
function written(data: MoveDataRead): JsonObject {
  return JSON.parse(JSON.stringify(data)) as JsonObject;
}
