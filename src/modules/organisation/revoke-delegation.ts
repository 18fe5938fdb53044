import type { Actor } from '#case-engine/rules/authority.ts';
import { accepted, type Result, refused } from '#kernel/result.ts';
import type { Database } from '#platform/database/connection.ts';
import { selectDelegations, updateDelegationRevoked } from './delegation-store.ts';
import type { RevokeRefusal } from './refusals.ts';
import { headPostOf } from './rules/delegation.ts';

/** Takes a delegation back from a moment on, now or later, for a reason. What was signed by it before stays signed. */
export async function revokeDelegation(
  db: Database,
  actor: Actor & { readonly accountId: string },
  revocation: { readonly id: string; readonly from: Temporal.Instant; readonly reason: string },
  at: Temporal.Instant,
): Promise<Result<void, RevokeRefusal>> {
  const [delegation] = await selectDelegations(db, { id: revocation.id });
  if (!delegation) return refused('delegation-unknown');
  if (!headPostOf(actor, delegation.unitId, at)) return refused('delegation-not-yours-to-revoke');
  if (delegation.revoked) return refused('delegation-revoked-already');
  if (Temporal.Instant.compare(revocation.from, at) < 0) return refused('delegation-revoked-backwards', {}, 'from');
  const { id, from, reason } = revocation;
  const written = await updateDelegationRevoked(db, id, { from, at, by: actor.accountId, byName: actor.name, reason });
  return written ? accepted(undefined) : refused('delegation-revoked-already');
}
