import { type Actor, isWithin, postsHeld } from '#case-engine/rules/authority.ts';
import { accepted, type Result, refused } from '#kernel/result.ts';

export type AppointmentRefusal = 'appointment-not-yours';

/** Who may say that somebody holds, or no longer holds, a post: an administrator, at the own unit and below. */
export function mayAppoint(actor: Actor, unitPath: string, at: Temporal.Instant): Result<void, AppointmentRefusal> {
  const may = postsHeld(actor, at).some((post) => post.role === 'administrator' && isWithin(unitPath, post.unitPath));
  return may ? accepted(undefined) : refused('appointment-not-yours');
}
