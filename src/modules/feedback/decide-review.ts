import { type Actor, postsHeld } from '#case-engine/rules/authority.ts';
import { accepted, type Result, refused } from '#kernel/result.ts';
import { tidy } from '#kernel/vietnamese.ts';
import { localDay } from '#kernel/zone.ts';
import type { Database } from '#platform/database/connection.ts';
import { getFeedbackPolicy } from './feedback-store.ts';
import type { FeedbackRefusal } from './refusals.ts';
import { insertReviews, updateReview } from './review-store.ts';

/** Much feedback on one procedure proposes its review. */
export async function proposeReviews(db: Database, at: Temporal.Instant): Promise<void> {
  const { pattern } = await getFeedbackPolicy(db, localDay(at));
  await insertReviews(db, pattern, at);
}

/** The procedure controller says whether it is reviewed, and why. */
export async function decideReview(
  db: Database,
  actor: Actor & { readonly accountId: string },
  wish: { readonly id: number; readonly decision: string; readonly note: string },
  at: Temporal.Instant,
): Promise<Result<null, FeedbackRefusal>> {
  if (!postsHeld(actor, at).some(({ role }) => role === 'procedure-controller')) return refused('review-not-yours');
  const note = tidy(wish.note).slice(0, 1000);
  if (note === '') return refused('reason-missing', {}, 'note');
  const decision = wish.decision === 'review' ? 'review' : 'no-review';
  const decided = await updateReview(db, { id: wish.id, by: actor.accountId, decision, note }, at);
  return decided ? accepted(null) : refused('review-not-open');
}
