import { type Actor, postsHeld } from '#case-engine/rules/authority.ts';
import { accepted, type Result, refused } from '#kernel/result.ts';
import { tidy } from '#kernel/vietnamese.ts';
import type { Database } from '#platform/database/connection.ts';
import type { FollowUpRefusal } from './refusals.ts';
import { findUrgedCase, updateAnswer } from './urging-store.ts';

/** The unit that was urged says why, and what it does about it. Once. */
export async function answerUrging(
  db: Database,
  actor: Actor,
  which: { readonly urgingId: string; readonly caseId: string },
  answer: string,
  at: Temporal.Instant,
): Promise<Result<null, FollowUpRefusal>> {
  const urged = await findUrgedCase(db, which.urgingId, which.caseId);
  const isOwn = urged && postsHeld(actor, at).some(({ unitId }) => unitId === urged.unitId);
  if (!isOwn) return refused('urging-not-yours');
  if (urged.answered) return refused('urging-answered-already');
  const words = tidy(answer).slice(0, 2000);
  if (!words) return refused('urging-answer-empty', {}, 'answer');
  return (await updateAnswer(db, which, words, actor.name, at)) ? accepted(null) : refused('urging-answered-already');
}
