import { type Actor, type HeldPost, postsHeld } from '#case-engine/rules/authority.ts';
import type { EntryActor } from '#case-engine/rules/journal.ts';
import { accepted, type Result, refused } from '#kernel/result.ts';
import type { Database } from '#platform/database/connection.ts';
import { constraintRefusal } from './constraint-refusal.ts';
import type { DuesRefusal } from './refusals.ts';
import { deskPost } from './rules/desk-post.ts';
import { type Quarter, quarterEnd } from './rules/quarter.ts';
import { findSettlement, insertCountersignature, insertSettlement } from './settlement-store.ts';

const signatory = (actor: Actor, post: HeldPost): EntryActor => ({
  kind: 'officer',
  accountId: actor.accountId,
  name: actor.name,
  unitId: post.unitId,
  role: post.role,
});

/**
 * The head of a desk signs what was collected for a unit in a quarter: from then on it is frozen, and what comes to light
 * later stands in the next (NĐ 61/2018/NĐ-CP art. 12.9, 22).
 */
export async function settleQuarter(
  db: Database,
  actor: Actor,
  wish: Quarter & { readonly agencyId: string; readonly payeeUnitId: string },
  at: Temporal.Instant,
): Promise<Result<{ readonly id: string }, DuesRefusal>> {
  const post = deskPost(actor, wish.agencyId, at, ['desk-head']);
  if (!post) return refused('dues-not-yours');
  if (Temporal.Instant.compare(at, quarterEnd(wish)) < 0) return refused('settlement-not-over');
  try {
    const id = await insertSettlement(db, { ...wish, at, by: signatory(actor, post) });
    return id ? accepted({ id }) : refused('settlement-empty');
  } catch (error) {
    return constraintRefusal(error);
  }
}

/** The head of the unit for which was collected signs that it received it. */
export async function countersignSettlement(
  db: Database,
  actor: Actor,
  settlementId: string,
  at: Temporal.Instant,
): Promise<Result<null, DuesRefusal>> {
  const settlement = await findSettlement(db, settlementId);
  if (!settlement) return refused('settlement-not-found');
  const post = postsHeld(actor, at).find(
    ({ role, unitId }) => (role === 'unit-head' || role === 'agency-head') && unitId === settlement.payeeUnitId,
  );
  if (!post) return refused('dues-not-yours');
  const isFirst = await insertCountersignature(db, settlementId, at, signatory(actor, post));
  return isFirst ? accepted(null) : refused('settlement-signed-already');
}
