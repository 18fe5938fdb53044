import { type Actor, type HeldPost, postsHeld, type Role } from '#case-engine/rules/authority.ts';

/**
 * The post by which a person handles the money of an agency: at its one-stop desk, where dues are collected
 * (NĐ 61/2018/NĐ-CP art. 12.9). Null when they have none.
 */
export function deskPost(
  actor: Actor,
  agencyId: string,
  at: Temporal.Instant,
  roles: readonly Role[] = ['desk-head', 'intake-officer'],
): HeldPost | null {
  return (
    postsHeld(actor, at).find(
      ({ role, unitId }) => roles.includes(role) && (unitId === agencyId || unitId === `${agencyId}.desk`),
    ) ?? null
  );
}
