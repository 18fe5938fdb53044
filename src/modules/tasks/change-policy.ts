import type { Actor } from '#case-engine/rules/authority.ts';
import { accepted, type Result, refused } from '#kernel/result.ts';
import { tidy } from '#kernel/vietnamese.ts';
import { localDay } from '#kernel/zone.ts';
import { type CityGround, cityIn } from '#modules/organisation/index.ts';
import type { Database } from '#platform/database/connection.ts';
import { agenciesGivenFor } from './assign-tasks.ts';
import type { TaskRefusal } from './refusals.ts';
import type { TaskPolicy } from './rules/task-policy.ts';
import { getTaskPolicy, insertTaskPolicy } from './task-store.ts';

/**
 * From tomorrow on lateness raises tasks, or does not any more, by a decision of the city.
 * @returns refused to whoever gives no tasks for the City, without a decision, and when tomorrow has its policy already
 */
export async function changePolicy(
  db: Database,
  { tree }: CityGround,
  actor: Actor,
  raising: TaskPolicy['raising'],
  decision: string,
  at: Temporal.Instant,
): Promise<Result<null, TaskRefusal>> {
  const policy = await getTaskPolicy(db, localDay(at).add({ days: 1 }));
  if (!agenciesGivenFor(actor, policy, at).has(cityIn(tree).id)) return refused('task-not-yours-to-give');
  const number = tidy(decision).slice(0, 200);
  if (!number) return refused('task-source-missing', {}, 'decision');
  const tomorrow = localDay(at).add({ days: 1 });
  return (await insertTaskPolicy(db, tomorrow, { ...policy, raising }, number))
    ? accepted(null)
    : refused('policy-set-already');
}
