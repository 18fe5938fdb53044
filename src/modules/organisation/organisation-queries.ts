import type { Database } from '#platform/database/connection.ts';
import {
  selectChildren,
  selectPostsAt,
  selectSubtree,
  selectUnit,
  selectUnits,
  selectUnitsByWords,
} from './organisation-store.ts';
import type { Post } from './rules/post.ts';
import { isAgency, type Unit, unitKinds } from './rules/unit.ts';
import { cityIn, type UnitTree, unitTree } from './rules/unit-tree.ts';

const agencyKinds = unitKinds.filter((kind) => isAgency({ kind }));

/** The whole tree, for `resolveUnit`: some 1,700 units. A unit changes by decision, so it may be kept until one comes. */
export async function getUnitTree(db: Database): Promise<UnitTree> {
  return unitTree(await selectUnits(db));
}

/** The unit under which all others stand: the City itself. */
export async function getCity(db: Database): Promise<Unit> {
  return cityIn(await getUnitTree(db));
}

export function findUnit(db: Database, id: string): Promise<Unit | undefined> {
  return selectUnit(db, id);
}

/** @throws Error when there is no such unit: ids come from our own rows */
export async function getUnit(db: Database, id: string): Promise<Unit> {
  const unit = await selectUnit(db, id);
  if (!unit) throw new Error(`no unit has the id ${id}`);
  return unit;
}

/** What stands directly under a unit on a day, its desk and divisions after its agencies. */
export function listChildren(db: Database, parentId: string, day: Temporal.PlainDate): Promise<Unit[]> {
  return selectChildren(db, parentId, day);
}

/** A unit, given by its path, with all that ever stood below it. */
export function listSubtree(db: Database, path: string): Promise<Unit[]> {
  return selectSubtree(db, path);
}

/**
 * Units in force on a day by words typed with or without diacritics, best first; `hoàng mai` or `minh khai hai ba trung`.
 * @param kinds kinds looked for; without it, agencies of every tier
 * @param limit at most so many, 20 unless said
 */
export function searchUnits(
  db: Database,
  words: string,
  day: Temporal.PlainDate,
  { kinds = agencyKinds, limit = 20 }: { readonly kinds?: readonly Unit['kind'][]; readonly limit?: number } = {},
): Promise<Unit[]> {
  return selectUnitsByWords(db, words, day, kinds, limit);
}

/** The posts at exactly this unit on a day. */
export function listPostsAt(db: Database, unitId: string, day: Temporal.PlainDate): Promise<Post[]> {
  return selectPostsAt(db, unitId, day);
}

/** Is there a post with this role at exactly this unit on a day? */
export async function hasPost(
  db: Database,
  unitId: string,
  role: Post['role'],
  day: Temporal.PlainDate,
): Promise<boolean> {
  return (await selectPostsAt(db, unitId, day)).some((post) => post.role === role);
}
