import { type Actor, postsHeld } from '#case-engine/rules/authority.ts';
import { accepted, type Result, refused } from '#kernel/result.ts';
import { headPostOf } from '#modules/organisation/index.ts';
import type { Database } from '#platform/database/connection.ts';
import type { RegisterRefusal } from '../refusals.ts';
import { insertRevocation, selectResults } from './result-store.ts';

export interface RevocationWish {
  readonly code: string;
  readonly reason: string;
  readonly decisionNumber: string;
}

/** Takes a result back, all its versions, from now on, by a decision of the head of the agency. The files stay, and say so. */
export async function revokeResult(
  db: Database,
  actor: Actor & { readonly accountId: string },
  wish: RevocationWish,
  at: Temporal.Instant,
): Promise<Result<void, RegisterRefusal>> {
  const [result] = await selectResults(db, wish.code);
  if (!result) return refused('result-unknown');
  const head = headPostOf(actor, result.unitId, at) ?? headOfDivision(actor, result.unitId, at);
  if (!head) return refused('result-not-yours');
  if (!wish.reason) return refused('result-reason-missing', {}, 'reason');
  if (!wish.decisionNumber) return refused('result-decision-missing', {}, 'decisionNumber');
  const written = await insertRevocation(db, wish.code, {
    revokedAt: at,
    reason: wish.reason,
    decisionNumber: wish.decisionNumber,
    revokedBy: actor.accountId,
    revokedByName: actor.name,
    revokedByTitle: head.role,
  });
  return written ? accepted(undefined) : refused('result-revoked-already');
}

/** A division that issues in its own name is headed by its head. */
const headOfDivision = (actor: Actor, unitId: string, at: Temporal.Instant) =>
  postsHeld(actor, at).find((post) => post.role === 'unit-head' && post.unitId === unitId && unitId.includes('.'));
