import { accepted, type Result, refused } from '#kernel/result.ts';

export type ThrottleRefusal = 'sign-in-throttled';

/** How far back tries are looked at, in minutes. */
export const throttleWindowMinutes = 15;
/** Wrong tries of one name before waiting begins; the wait is then 1, 2, 4, 8 and at most 15 minutes. */
const freeTriesOfName = 5;
/** Tries from one address: many officers sit behind one. */
const triesOfAddress = 50;

/** Moments of tries, in any order; older ones than the window do not matter. */
export interface PastTries {
  readonly ofName: readonly Temporal.Instant[];
  readonly ofAddress: readonly Temporal.Instant[];
}

/**
 * Whether a password may be tried now. Guessing becomes slow, nobody is locked out for good.
 * Refused with `sign-in-throttled` and the whole minutes to wait, at least 1.
 */
export function mayTryNow(now: Temporal.Instant, past: PastTries): Result<void, ThrottleRefusal> {
  const until = [endOfWaitOfName(now, past.ofName), endOfWaitOfAddress(now, past.ofAddress)]
    .filter((moment) => moment !== undefined)
    .sort(Temporal.Instant.compare)
    .at(-1);
  if (!until || Temporal.Instant.compare(now, until) >= 0) return accepted(undefined);
  const minutes = Math.max(1, Math.ceil(now.until(until).total('minutes')));
  return refused('sign-in-throttled', { minutes });
}

function endOfWaitOfName(now: Temporal.Instant, tries: readonly Temporal.Instant[]): Temporal.Instant | undefined {
  const recent = withinWindow(now, tries);
  if (recent.length < freeTriesOfName) return undefined;
  const minutes = Math.min(throttleWindowMinutes, 2 ** Math.min(10, recent.length - freeTriesOfName));
  return recent.at(-1)?.add({ minutes });
}

/** Until the oldest of the last fifty leaves the window. */
function endOfWaitOfAddress(now: Temporal.Instant, tries: readonly Temporal.Instant[]): Temporal.Instant | undefined {
  return withinWindow(now, tries).at(-triesOfAddress)?.add({ minutes: throttleWindowMinutes });
}

/** A try after `now` (the clock was set back) counts as made now. */
function withinWindow(now: Temporal.Instant, tries: readonly Temporal.Instant[]): readonly Temporal.Instant[] {
  const start = now.subtract({ minutes: throttleWindowMinutes });
  return tries
    .filter((moment) => Temporal.Instant.compare(moment, start) > 0)
    .map((moment) => (Temporal.Instant.compare(moment, now) > 0 ? now : moment))
    .sort(Temporal.Instant.compare);
}

/**
 * The address as tries are counted for it: an IPv4 address by itself, of an IPv6 address the network (/64), because one
 * subscriber has all of it.
 */
export function countedAddress(address: string): string {
  const plain = address
    .toLowerCase()
    .replace(/^::ffff:(?=\d+\.)/, '')
    .replace(/%.*$/, '');
  if (!/^[0-9a-f:.]{2,45}$/.test(plain)) return 'unknown';
  if (!plain.includes(':')) return plain;
  const [before = '', after] = plain.split('::');
  const head = before === '' ? [] : before.split(':');
  const tail = after === undefined || after === '' ? [] : after.split(':');
  const zeros = after === undefined ? [] : Array<string>(Math.max(0, 8 - head.length - tail.length)).fill('0');
  const groups = [...head, ...zeros, ...tail].slice(0, 4).map((group) => group.replace(/^0+(?=.)/, ''));
  return `${groups.join(':')}::/64`;
}
