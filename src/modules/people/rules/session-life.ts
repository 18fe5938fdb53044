/** How long a sign-in lasts. A working day for everybody; a screen left alone closes sooner. */
export const sessionHours = 12;
export const idleHours = 4;

/** A session's `seen_at` is written this seldom, so that reading a page is not a write. */
export const seenAgainMinutes = 5;

/** A bearer token lasts: of another system 90 days, of a person's tool as long as a session. */
export function tokenHours(kind: 'citizen' | 'officer' | 'system'): number {
  return kind === 'system' ? 90 * 24 : sessionHours;
}

/** The moment from which a session seen last before it is over. */
export function idleSince(now: Temporal.Instant): Temporal.Instant {
  return now.subtract({ hours: idleHours });
}
