import { asJournalData, type MoveMaking, type MoveRequest, makeMove } from '#case-engine/make-move.ts';
import type { CommandCall, MoveAnswer } from '#case-engine/record-entries.ts';
import type { CaseRefusal } from '#case-engine/refusals.ts';
import type { Actor } from '#case-engine/rules/authority.ts';
import type { CaseState } from '#case-engine/rules/case-state.ts';
import type { MoveRefusal } from '#case-engine/rules/open-moves.ts';
import type { JsonObject } from '#kernel/json.ts';
import { accepted, type Result, refused } from '#kernel/result.ts';
import { type CityGround, clockGround } from '#modules/organisation/index.ts';
import { findColleague } from '#modules/people/index.ts';
import { type GiveRefusal, giveRemedies } from '#modules/tasks/index.ts';
import type { Database } from '#platform/database/connection.ts';
import { inspectionInputs, isInspectionMove } from './inspection-input.ts';
import { listRemedies } from './inspection-store.ts';
import { inspectionFacts, itemAnswers } from './rules/inspection-facts.ts';
import { inspectionKindIfKnown } from './rules/inspection-kind.ts';
import { type InspectionEffectRefusal, type InspectionMoveData, inspectionMoves } from './rules/inspection-moves.ts';

export type InspectionMoveRefusal = InspectionEffectRefusal | MoveRefusal | CaseRefusal | GiveRefusal;

/** Makes any move of an inspection. A conclusion gives the remedies as tasks in the same transaction. */
export function makeInspectionMove(
  db: Database,
  ground: CityGround,
  actor: Actor,
  request: MoveRequest,
  at: Temporal.Instant,
  call: CommandCall = {},
): Promise<Result<MoveAnswer, InspectionMoveRefusal>> {
  return makeMove<InspectionMoveRefusal>(db, inspectionMaking(ground, actor, at), actor, request, at, call);
}

function inspectionMaking(ground: CityGround, actor: Actor, at: Temporal.Instant): MoveMaking<InspectionMoveRefusal> {
  return {
    kindOf: inspectionKindIfKnown,
    groundOf: (unitId) => clockGround(ground, unitId),
    read: async (state, move, sent, db) => {
      if (!isInspectionMove(move)) return refused('move-unknown', { move });
      const parsed = inspectionInputs[move].safeParse(sent);
      if (!parsed.success) {
        const field = parsed.error.issues[0]?.path.join('.') ?? '';
        return refused('move-data-wrong', { field }, field);
      }
      const data = asJournalData(parsed.data);
      if (move === 'record-minutes') return minutesOf(state, data);
      if (move === 'conclude') return withTasks(db, ground, actor, state, data, at);
      if (move === 'close-inspection') return accepted({ ...data, openRemedies: await openRemedies(db, state) });
      return move === 'reassign' ? whoTakesOver(db, state, data, at) : accepted(data);
    },
    effect: (state, move, data, context) => {
      const rule = inspectionMoves[move as keyof InspectionMoveData];
      return rule.effect(state, data as never, context);
    },
    beside: async () => undefined,
  };
}

type Completed = Result<JsonObject, InspectionMoveRefusal>;

/** The minutes with an answer to every item of the checklist: what was not looked at is said so. */
function minutesOf(state: CaseState, data: JsonObject): Completed {
  const items = inspectionFacts(state).checklist.items.map(({ id }) => {
    const answer = itemAnswers.find((one) => one === data[`item.${id}`]) ?? 'not-seen';
    return { id, answer, note: String(data[`note.${id}`] ?? '') };
  });
  const { on, place, present, summary } = data;
  return accepted({ on, place, present, summary, items });
}

async function withTasks(
  db: Database,
  ground: CityGround,
  actor: Actor,
  state: CaseState,
  data: JsonObject,
  at: Temporal.Instant,
): Promise<Completed> {
  const { findings = [], unitId, team, decision, self } = inspectionFacts(state);
  // who inspects itself mends by itself: the remedies stand in the findings
  const wanted = self ? [] : findings.flatMap((finding, place) => (finding.remedy ? [{ ...finding, place }] : []));
  if (wanted.length === 0) return accepted({ ...data, taskIds: {} });
  const given = await giveRemedies(
    db,
    ground,
    actor,
    {
      agencyId: state.receivingUnitId,
      follower: { unitId: team.unitId, role: team.role },
      source: {
        number: String(data.number),
        issuedOn: String(data.on),
        issuer: ground.tree.get(state.receivingUnitId)?.name.vi ?? state.receivingUnitId,
        title: `Kết luận kiểm tra: ${state.title}`,
        signatory: decision?.leader ?? actor.name,
      },
      inspection: { caseId: state.caseId, code: state.code ?? state.reference },
      tasks: wanted.map(({ what, remedy, dueOn, clause }) => ({
        unitId,
        quote: what,
        title: remedy,
        dueOn,
        paragraph: clause,
      })),
    },
    at,
  );
  if (!given.ok) return given;
  const taskIds = Object.fromEntries(wanted.map(({ place }, index) => [String(place), given.value[index] ?? '']));
  return accepted({ ...data, taskIds });
}

async function openRemedies(db: Database, state: CaseState): Promise<number> {
  const taskIds = (inspectionFacts(state).findings ?? []).flatMap(({ taskId }) => (taskId ? [taskId] : []));
  return (await listRemedies(db, taskIds)).filter(({ endedAt }) => endedAt === null).length;
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
