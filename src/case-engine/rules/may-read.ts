import { type Actor, isWithin, jurisdictionOf, postsHeld } from './authority.ts';

/**
 * May this actor read a case that concerns these units? Whoever has a post at one of them; an oversight role over its
 * jurisdiction. What else gives a right to read, the kind says.
 */
export function mayReadOf(
  unitIds: readonly string[],
  actor: Actor,
  pathOf: (unitId: string) => string | undefined,
  at: Temporal.Instant,
): boolean {
  const held = new Set(postsHeld(actor, at).map((post) => post.unitId));
  if (unitIds.some((unitId) => held.has(unitId))) return true;
  const overseen = jurisdictionOf(actor, at);
  return unitIds.some((unitId) => {
    const path = pathOf(unitId);
    return path !== undefined && overseen.some((ancestor) => isWithin(path, ancestor));
  });
}
