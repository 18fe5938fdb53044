/** How long to wait after each failed attempt: short at first, for a server that restarts; two days in all, for one that is down. */
const waits: readonly Temporal.Duration[] = [
  { minutes: 1 },
  { minutes: 5 },
  { minutes: 15 },
  { hours: 1 },
  { hours: 4 },
  { hours: 12 },
  { hours: 24 },
].map((wait) => Temporal.Duration.from(wait));

export const mostAttempts = waits.length + 1;

/** When a notice is tried again after its attempt number `attempts` failed; null when it is given up and a person must look. */
export function nextTry(attempts: number, at: Temporal.Instant): Temporal.Instant | null {
  const wait = waits[attempts - 1];
  return wait ? at.add(wait) : null;
}
