import { findCase, listFamily, listJournal } from '#case-engine/case-store.ts';
import { type Actor, postsHeld } from '#case-engine/rules/authority.ts';
import { explainRecord } from '#case-engine/rules/case-clock.ts';
import type { CaseState } from '#case-engine/rules/case-state.ts';
import type { DueExplanation } from '#case-engine/rules/clock.ts';
import type { JournalEntry } from '#case-engine/rules/journal.ts';
import type { CaseKind, MoveDefinition } from '#case-engine/rules/kind.ts';
import { mayReadOf } from '#case-engine/rules/may-read.ts';
import { openMoves } from '#case-engine/rules/open-moves.ts';
import { type CityGround, clockGround } from '#modules/organisation/index.ts';
import { type CaseFile, listCaseFiles } from '#modules/papers/index.ts';
import type { Database } from '#platform/database/connection.ts';
import { taskFacts } from './rules/task-facts.ts';
import { taskKindIfKnown } from './rules/task-family.ts';
import { type TaskStatus, taskStatus } from './rules/task-status.ts';

/** All there is to see of a task, or of a part of one, by someone with a right to it. */
export interface TaskPage {
  readonly kind: CaseKind;
  readonly state: CaseState;
  /** The task with all that was given on from it, the first of them first. */
  readonly family: readonly CaseState[];
  readonly journal: readonly JournalEntry[];
  readonly moves: readonly MoveDefinition[];
  readonly due: DueExplanation | null;
  /** The official state now; null of a part, and of a task that was recalled. */
  readonly status: TaskStatus | null;
  /** Of the products and answers of the whole family: who may read the task may read them. */
  readonly files: readonly CaseFile[];
}

/**
 * May this actor read a task? The units that lead, contribute, follow and give, and whoever oversees them; a secret one
 * only those units themselves.
 */
export function mayReadTask(
  family: readonly CaseState[],
  actor: Actor,
  ground: CityGround,
  at: Temporal.Instant,
): boolean {
  const unitIds = family.flatMap((one) => [
    one.receivingUnitId,
    taskFacts(one).leadUnitId,
    taskFacts(one).follower.unitId,
    ...(one.holder ? [one.holder.unitId] : []),
    ...one.route.map(({ unitId }) => unitId),
  ]);
  if (family.some((one) => taskFacts(one).secret))
    return postsHeld(actor, at).some(({ unitId }) => unitIds.includes(unitId));
  return mayReadOf(unitIds, actor, (unitId) => ground.tree.get(unitId)?.path, at);
}

/** Everything for the page of a task; undefined when there is none or the actor has no right to it: the two look alike. */
export async function findTaskPage(
  db: Database,
  ground: CityGround,
  actor: Actor,
  caseId: string,
  at: Temporal.Instant,
): Promise<TaskPage | undefined> {
  const state = await findCase(db, caseId);
  const kind = state && taskKindIfKnown(state.kind);
  if (!state || !kind) return undefined;
  const family = state.parent || state.branches ? await listFamily(db, state.parent?.rootId ?? caseId) : [state];
  if (!mayReadTask(family, actor, ground, at)) return undefined;
  const explained = state.clock && explainRecord(state.clock, clockGround(ground, state.clock.hoursOf));
  return {
    kind,
    state,
    family,
    journal: await listJournal(db, caseId),
    moves: openMoves(kind, state, actor, at),
    due: explained?.ok ? explained.value : null,
    status: state.kind === 'task' ? taskStatus(state, at) : null,
    files: await listCaseFiles(
      db,
      family.map((one) => one.caseId),
    ),
  };
}
