import type { Actor } from '#case-engine/rules/authority.ts';
import { accepted, type Result } from '#kernel/result.ts';
import type { Database } from '#platform/database/connection.ts';
import { newId } from '#platform/random.ts';
import type { CityGround } from './city-ground.ts';
import { insertDelegation } from './delegation-store.ts';
import { listPostsAt } from './organisation-queries.ts';
import { type DelegationGrant, type GrantRefusal, mayGrant } from './rules/delegation.ts';

/** A delegation as a head writes it down. */
export interface DelegationWish extends DelegationGrant {
  readonly receiverUnitId: string;
  readonly receiverAccountId: string | null;
  readonly signsAs: string | null;
  readonly decisionNumber: string;
  readonly decisionFile: string | null;
}

/**
 * Records that a head empowers a post of the agency to sign certain documents, for certain days, by a decision.
 * @param powers codes of procedures and fields that the agency decides on: nobody gives more than the agency has
 * @returns the id of the delegation
 */
export async function grantDelegation(
  db: Database,
  ground: CityGround,
  actor: Actor & { readonly accountId: string },
  wish: DelegationWish,
  powers: readonly string[],
  at: Temporal.Instant,
): Promise<Result<string, GrantRefusal>> {
  const posts = await listPostsAt(db, wish.receiverUnitId, wish.validFrom);
  const receiver = posts.find((post) => post.positionId === wish.receiverPositionId);
  const giver = mayGrant(actor, wish, receiver, powers, ground.tree, at);
  if (!giver.ok) return giver;
  const id = newId();
  await insertDelegation(db, {
    ...wish,
    id,
    giverPositionId: giver.value,
    grantedAt: at,
    grantedBy: actor.accountId,
    grantedByName: actor.name,
  });
  return accepted(id);
}
