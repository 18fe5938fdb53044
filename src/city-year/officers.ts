import type pg from 'pg';
import { idOfWords } from '#kernel/hash.ts';
import { agencyOf } from '#modules/dossiers/rules/route-position.ts';
import { insertOfficers, listEmptyPosts, type NewOfficer } from './city-year-store.ts';
import { inventName, type NameLists } from './rules/invented-people.ts';
import { Seeded } from './rules/seeded.ts';

/** Since when the invented officers hold their posts. */
const heldFrom = '2020-03-01T00:00:00+07:00';

/**
 * An invented officer for every position nobody holds, so that every step of every route has somebody.
 * @param agencies only at these and at the City; everywhere when undefined
 */
export async function fillEmptyPosts(
  client: pg.ClientBase,
  lists: NameLists,
  seed: string,
  agencies: readonly string[] | undefined,
): Promise<number> {
  const meant = agencies && new Set([...agencies, 'hn']);
  const posts = (await listEmptyPosts(client, heldFrom)).filter(({ unitId }) => meant?.has(agencyOf(unitId)) ?? true);
  const officers: NewOfficer[] = [...Map.groupBy(posts, ({ positionId }) => positionId)].map(([positionId, its]) => ({
    id: idOfWords(`officer ${seed} ${positionId}`),
    signInName: `mophong.${positionId.toLowerCase().replaceAll(/[^a-z0-9]+/g, '.')}`,
    name: inventName(lists, new Seeded(`${seed}|officer|${positionId}`)),
    postIds: its.map(({ id }) => id),
  }));
  if (officers.length > 0) await insertOfficers(client, officers, heldFrom);
  return officers.length;
}
