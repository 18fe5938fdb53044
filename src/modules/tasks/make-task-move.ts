import { asJournalData, type MoveMaking, type MoveRequest, makeMove } from '#case-engine/make-move.ts';
import type { CommandCall, MoveAnswer } from '#case-engine/record-entries.ts';
import type { CaseRefusal } from '#case-engine/refusals.ts';
import { type Actor, isWithin, type Role } from '#case-engine/rules/authority.ts';
import type { CaseState } from '#case-engine/rules/case-state.ts';
import type { MoveRefusal } from '#case-engine/rules/open-moves.ts';
import type { JsonObject } from '#kernel/json.ts';
import { accepted, type Result, refused } from '#kernel/result.ts';
import { agencyOf, type CityGround, clockGround } from '#modules/organisation/index.ts';
import { keepCaseFiles, type UploadOf } from '#modules/papers/index.ts';
import { findColleague, listColleagues } from '#modules/people/index.ts';
import type { Database } from '#platform/database/connection.ts';
import { effectOfTaskMove, taskFamilyRules, taskKindIfKnown } from './rules/task-family.ts';
import type { TaskEffectRefusal } from './rules/task-moves.ts';
import { isTaskMove, taskInputs } from './task-input.ts';

export type TaskMoveRefusal = TaskEffectRefusal | MoveRefusal | CaseRefusal | 'case-file-unknown';

/** Makes any move of a task or of a part of one. */
export function makeTaskMove(
  db: Database,
  ground: CityGround,
  actor: Actor,
  request: MoveRequest,
  at: Temporal.Instant,
  call: CommandCall = {},
  uploadOf: UploadOf = () => undefined,
): Promise<Result<MoveAnswer, TaskMoveRefusal>> {
  const making = taskMaking(ground, at, uploadOf);
  // files are kept in the transaction of the move; a move without any needs none
  const withFiles = ((request.data as { files?: readonly unknown[] } | null)?.files?.length ?? 0) > 0;
  const kept = withFiles ? { ...making, beside: async () => undefined } : making;
  return makeMove<TaskMoveRefusal>(db, kept, actor, request, at, call);
}

function taskMaking(ground: CityGround, at: Temporal.Instant, uploadOf: UploadOf): MoveMaking<TaskMoveRefusal> {
  return {
    kindOf: taskKindIfKnown,
    groundOf: (unitId) => clockGround(ground, unitId),
    read: async (state, move, sent, db) => {
      if (!isTaskMove(move)) return refused('move-unknown', { move });
      const parsed = taskInputs[move].safeParse(sent);
      if (!parsed.success) {
        const field = parsed.error.issues[0]?.path.join('.') ?? '';
        return refused('move-data-wrong', { field }, field);
      }
      const data = asJournalData(parsed.data);
      if (move === 'assign') return whoIsGiven(db, ground, state, data, at);
      if (move === 'hand-in' || move === 'answer-part') return keepCaseFiles(db, state.caseId, data, uploadOf, at);
      if (move === 'reassign') return whoTakesOver(db, state, data, at);
      return move === 'split' ? unitGiven(ground, state, data) : accepted(data);
    },
    effect: effectOfTaskMove,
    family: taskFamilyRules,
    touchesFamily: (state, move) => state.parent !== undefined || state.branches !== undefined || move === 'split',
  };
}

type Completed = Result<JsonObject, TaskMoveRefusal>;

/** A division of the agency that leads, and one of its people when one is named; names are ours, not the sender's. */
async function whoIsGiven(
  db: Database,
  ground: CityGround,
  state: CaseState,
  data: JsonObject,
  at: Temporal.Instant,
): Promise<Completed> {
  const here = state.holder?.unitId ?? '';
  const unitId = data.unitId ? String(data.unitId) : here;
  const unit = ground.tree.get(unitId);
  const agency = unit && agencyOf(unit, ground.tree);
  const own = ground.tree.get(here);
  if (!unit || !own || agency?.id !== agencyOf(own, ground.tree)?.id || unit.kind === 'desk')
    return refused('move-data-wrong', { field: 'unitId' }, 'unitId');
  const wanted: readonly Role[] = ['case-handler', 'unit-head', 'agency-head', 'records-clerk'];
  if (!data.accountId) {
    const role: Role = unit.kind === 'division' ? 'unit-head' : 'agency-head';
    return accepted({ unitId, role, accountId: null, name: null });
  }
  for (const role of wanted) {
    const chosen = (await listColleagues(db, unitId, role, at)).find(({ accountId }) => accountId === data.accountId);
    if (chosen) return accepted({ unitId, role, accountId: chosen.accountId, name: chosen.name });
  }
  return refused('move-data-wrong', { field: 'accountId' }, 'accountId');
}

async function whoTakesOver(
  db: Database,
  state: CaseState,
  data: JsonObject,
  at: Temporal.Instant,
): Promise<Completed> {
  if (!state.holder) return refused('move-not-open', {});
  const chosen = await findColleague(db, state.holder, data.accountId, at);
  return chosen
    ? accepted({ ...data, name: chosen.name })
    : refused('move-data-wrong', { field: 'accountId' }, 'accountId');
}

/** A part of a task goes to a unit of the agency that leads, or below it. */
function unitGiven(ground: CityGround, state: CaseState, data: JsonObject): Completed {
  const own = ground.tree.get(state.holder?.unitId ?? '');
  const agency = own && agencyOf(own, ground.tree);
  const unit = ground.tree.get(String(data.unitId));
  if (!agency || !unit || unit.kind === 'desk' || unit.id === own.id || !isWithin(unit.path, agency.path))
    return refused('task-unit-outside', { agency: agency?.name.vi ?? '', agencyEn: agency?.name.en ?? '' }, 'unitId');
  return accepted({ ...data, role: unit.kind === 'division' ? 'unit-head' : 'agency-head' });
}
