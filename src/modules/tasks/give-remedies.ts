import { appendToCases } from '#case-engine/case-store.ts';
import type { Actor } from '#case-engine/rules/authority.ts';
import { entryActor } from '#case-engine/rules/entry-actor.ts';
import { accepted, type Result } from '#kernel/result.ts';
import { localDay } from '#kernel/zone.ts';
import type { CityGround } from '#modules/organisation/index.ts';
import type { Database } from '#platform/database/connection.ts';
import { newId } from '#platform/random.ts';
import { type AssignRefusal, agenciesGivenFor, taskRow, writeTasks } from './assign-tasks.ts';
import { causeOfRemedy, type Remedy, taskOfRemedy } from './rules/open-remedy.ts';
import type { TaskPost } from './rules/open-task.ts';
import type { TaskGiver, TaskSource } from './rules/task-facts.ts';
import { getTaskPolicy, insertSource, insertTasks } from './task-store.ts';

/** What an inspection, or whatever else concludes, gives a unit to mend. */
export interface RemedyWish {
  readonly agencyId: string;
  readonly follower: TaskPost;
  readonly source: Omit<TaskSource, 'id'>;
  readonly giver?: Exclude<TaskGiver, 'lead-unit'>;
  readonly inspection: { readonly caseId: string; readonly code: string };
  readonly tasks: readonly Remedy[];
}

export type GiveRefusal = AssignRefusal;

/**
 * Gives remedies as tasks inside the transaction of whoever concludes: all of it stands or nothing does.
 * @returns the ids of the tasks, in the order asked for
 */
export async function giveRemedies(
  transaction: Database,
  ground: CityGround,
  actor: Actor,
  wish: RemedyWish,
  at: Temporal.Instant,
): Promise<Result<readonly string[], GiveRefusal>> {
  const policy = await getTaskPolicy(transaction, localDay(at));
  const post = agenciesGivenFor(actor, policy, at).get(wish.agencyId) ?? null;
  const sourceId = newId();
  const assignment = {
    giver: wish.giver ?? ('peoples-committee' as const),
    source: wish.source,
    secret: false,
    follower: wish.follower,
    agencyId: wish.agencyId,
    post: wish.follower,
    sourceId,
    more: causeOfRemedy(wish.inspection),
    tasks: wish.tasks.map((remedy) => ({
      leadUnitId: remedy.unitId,
      ...taskOfRemedy(remedy, ground.tree.get(remedy.unitId)?.name.vi ?? remedy.unitId),
    })),
  };
  const writings = await writeTasks(transaction, ground, assignment, entryActor(actor, post), at);
  if (!writings.ok) return writings;
  await appendToCases(
    transaction,
    writings.value.map(({ kind, state, entries }) => ({ kind, state, seen: 0, entries })),
  );
  const record = { ...wish.source, id: sourceId, agencyId: wish.agencyId, secret: false, recordedBy: actor.accountId };
  await insertSource(transaction, record, at);
  await insertTasks(transaction, writings.value.flatMap(taskRow), at);
  return accepted(writings.value.map(({ state }) => state.caseId));
}
