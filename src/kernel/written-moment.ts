import { accepted, type Result, refused } from '#kernel/result.ts';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MOMENT = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?$/;

/** Text quoted back to the person who wrote it: short, so that a page of it does not come back as a page. */
export function quoted(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

/** Reads `2021-02-18`. Refuses days that do not exist (30 February) and every other way of writing. */
export function readDay(text: string): Result<Temporal.PlainDate, 'day-not-readable'> {
  if (!DAY.test(text)) return refused('day-not-readable', { text: quoted(text) });
  try {
    return accepted(Temporal.PlainDate.from(text));
  } catch {
    return refused('day-not-readable', { text: quoted(text) });
  }
}

/**
 * Reads a local moment, `2021-02-08T09:30`, seconds allowed. A time is required: 08/02 alone does not say
 * whether the desk was open. An offset (`Z`, `+07:00`) is refused, because dropping it silently would move the moment.
 */
export function readMoment(text: string): Result<Temporal.PlainDateTime, 'moment-not-readable'> {
  if (!MOMENT.test(text)) return refused('moment-not-readable', { text: quoted(text) });
  try {
    return accepted(Temporal.PlainDateTime.from(text));
  } catch {
    return refused('moment-not-readable', { text: quoted(text) });
  }
}

/** Writes a local moment to the minute, `2021-02-17T17:00`; seconds only where there are some. */
export function writeMoment(moment: Temporal.PlainDateTime): string {
  return moment.toString({ smallestUnit: moment.second === 0 ? 'minute' : 'second' });
}

export interface Period {
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
}

/** Reads `2021-02-18..2021-02-22`, both days included; one day alone means that day. */
export function readPeriod(
  text: string,
): Result<Period, 'period-not-readable' | 'period-reversed' | 'day-not-readable'> {
  const parts = text.split('..');
  const [first, last] = [parts[0] ?? '', parts[1] ?? parts[0] ?? ''];
  if (parts.length > 2 || first === '' || last === '') return refused('period-not-readable', { text: quoted(text) });
  const from = readDay(first);
  if (!from.ok) return from;
  const to = readDay(last);
  if (!to.ok) return to;
  if (Temporal.PlainDate.compare(from.value, to.value) > 0) {
    return refused('period-reversed', { from: first, to: last });
  }
  return accepted({ from: from.value, to: to.value });
}
