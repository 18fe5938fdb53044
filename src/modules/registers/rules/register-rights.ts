import { type Actor, isWithin, jurisdictionOf, postsHeld } from '#case-engine/rules/authority.ts';
import { isAgency, type Unit } from '#modules/organisation/rules/unit.ts';
import { agencyOf, type UnitTree } from '#modules/organisation/rules/unit-tree.ts';
import type { PostsMeant, RegisterDefinition } from './register-definition.ts';

/** The post by which an actor is among those meant, for entries about this agency. */
function postMeant(
  actor: Actor,
  meant: readonly PostsMeant[],
  unit: Unit,
  tree: UnitTree,
  at: Temporal.Instant,
): string | undefined {
  return postsHeld(actor, at).find((post) =>
    meant.some(({ roles, parts, at: keeper }) => {
      if (!roles.includes(post.role)) return false;
      const place = tree.get(post.unitId);
      if (!place) return false;
      if (keeper !== undefined) return place.id === keeper || agencyOf(place, tree)?.id === keeper;
      if (agencyOf(place, tree)?.id !== unit.id) return false;
      return parts === undefined || place.id === unit.id || (place.function !== null && parts.includes(place.function));
    }),
  )?.postId;
}

/** The post by which this person records, corrects and imports entries about an agency; undefined when there is none. */
export function writingPost(
  definition: RegisterDefinition,
  actor: Actor,
  unit: Unit,
  tree: UnitTree,
  at: Temporal.Instant,
): string | undefined {
  if (!definition.owners.includes(unit.kind)) return undefined;
  return postMeant(actor, definition.writers, unit, tree, at);
}

/** The post by which this person approves entries about an agency. */
export function approvingPost(
  definition: RegisterDefinition,
  actor: Actor,
  unit: Unit,
  tree: UnitTree,
  at: Temporal.Instant,
): string | undefined {
  return postMeant(actor, definition.approvers, unit, tree, at);
}

/** The agencies about which this person may record entries of the register. */
export function writableUnits(
  definition: RegisterDefinition,
  actor: Actor,
  tree: UnitTree,
  at: Temporal.Instant,
): readonly Unit[] {
  const keepsAll = definition.writers.some(
    (meant) => meant.at !== undefined && postMeant(actor, [meant], { id: '' } as Unit, tree, at) !== undefined,
  );
  const own = new Set(
    postsHeld(actor, at).flatMap((post) => {
      const place = tree.get(post.unitId);
      return (place && agencyOf(place, tree)?.id) ?? [];
    }),
  );
  return [...tree.values()].filter(
    (unit) =>
      isAgency(unit) &&
      definition.owners.includes(unit.kind) &&
      (keepsAll || (own.has(unit.id) && writingPost(definition, actor, unit, tree, at) !== undefined)),
  );
}

/**
 * The paths below which this person reads a register: what the posts oversee, the own agency, and everything for those who
 * keep or approve it for all.
 */
export function readablePaths(
  definition: RegisterDefinition,
  actor: Actor,
  tree: UnitTree,
  at: Temporal.Instant,
): readonly string[] {
  const keeper = [...definition.writers, ...definition.approvers].some(
    (meant) => meant.at !== undefined && postMeant(actor, [meant], { id: '' } as Unit, tree, at) !== undefined,
  );
  const top = [...tree.values()].find((unit) => unit.parentId === null);
  if (keeper && top) return [top.path];
  const agencies = postsHeld(actor, at).flatMap((post) => {
    const place = tree.get(post.unitId);
    return (place && agencyOf(place, tree)?.path) ?? [];
  });
  return [...new Set([...jurisdictionOf(actor, at), ...agencies])];
}

/** Whether an entry about an agency lies below one of these paths. */
export function isReadable(paths: readonly string[], unitPath: string): boolean {
  return paths.some((path) => isWithin(unitPath, path));
}
