import type { Actor } from '#case-engine/rules/authority.ts';
import { accepted, type Result, refused } from '#kernel/result.ts';
import { localDay, toInstant } from '#kernel/zone.ts';
import { type CityGround, cityIn } from '#modules/organisation/index.ts';
import type { Database } from '#platform/database/connection.ts';
import { agenciesGivenFor } from './assign-tasks.ts';
import { insertPublication, listTasksAsOf } from './publication-store.ts';
import type { TaskRefusal } from './refusals.ts';
import { type PublishedMonth, publicationOf } from './rules/publication.ts';
import { getTaskPolicy } from './task-store.ts';

/** The month as it would be published now. @param month `2021-11` */
export async function previewMonth(db: Database, ground: CityGround, month: string): Promise<PublishedMonth> {
  const cutoff = endOf(month);
  const name = (unitId: string) => ground.tree.get(unitId)?.name ?? { vi: unitId, en: unitId };
  return publicationOf(month, await listTasksAsOf(db, cityIn(ground.tree).id, cutoff), cutoff, name);
}

const endOf = (month: string): Temporal.Instant =>
  toInstant(Temporal.PlainDate.from(`${month}-01`).add({ months: 1 }).toPlainDateTime());

/**
 * Publishes a month that is over, once; what was published stays.
 * @returns refused before the month is over, the second time, and to whoever gives no tasks for the City
 */
export async function publishMonth(
  db: Database,
  ground: CityGround,
  actor: Actor,
  month: string,
  at: Temporal.Instant,
): Promise<Result<PublishedMonth, TaskRefusal>> {
  const policy = await getTaskPolicy(db, localDay(at));
  if (!agenciesGivenFor(actor, policy, at).has(cityIn(ground.tree).id)) return refused('task-not-yours-to-give');
  const cutoff = endOf(month);
  const words = month.split('-').toReversed().join('/');
  if (Temporal.Instant.compare(at, cutoff) < 0) return refused('month-not-over', { month: words });
  const content = await previewMonth(db, ground, month);
  const written = await insertPublication(db, month, cutoff, at, actor.name, content);
  return written ? accepted(content) : refused('month-published-already', { month: words });
}
