import { dayNumber, dayNumberOf } from '#kernel/day-number.ts';

/**
 * The city lives in one zone: UTC+7 since 1975, no summer time. Moments are stored as instants and reasoned about as local
 * time; with one fixed offset that is a sum, ten times as quick as asking the zone's table.
 */
export const ZONE = 'Asia/Ho_Chi_Minh';

const offset = 7 * 3_600_000;
const dayLength = 86_400_000;

export function toLocal(instant: Temporal.Instant): Temporal.PlainDateTime {
  const local = instant.epochMilliseconds + offset;
  const day = Math.floor(local / dayLength);
  const within = local - day * dayLength;
  const { year, month, dayOfMonth } = civil(day);
  return new Temporal.PlainDateTime(
    year,
    month,
    dayOfMonth,
    Math.floor(within / 3_600_000),
    Math.floor(within / 60_000) % 60,
    Math.floor(within / 1000) % 60,
    within % 1000,
  );
}

export function toInstant(local: Temporal.PlainDateTime): Temporal.Instant {
  const seconds = (local.hour * 60 + local.minute) * 60 + local.second;
  return Temporal.Instant.fromEpochMilliseconds(
    dayNumber(local) * dayLength + seconds * 1000 + local.millisecond - offset,
  );
}

/** The local day of an instant: the day a person would write on the paper. */
export function localDay(instant: Temporal.Instant): Temporal.PlainDate {
  const { year, month, dayOfMonth } = civil(Math.floor((instant.epochMilliseconds + offset) / dayLength));
  return new Temporal.PlainDate(year, month, dayOfMonth);
}

const two = (n: number): string => (n < 10 ? `0${n}` : `${n}`);

/**
 * The local minute an instant lies in, as `2021-02-08T09:30`: what `toLocal(instant)` rounded down would write.
 * Years 0 to 9999; written by sums, because a journal writes two of them an entry.
 */
export function writeMinute(instant: Temporal.Instant): string {
  const local = instant.epochMilliseconds + offset;
  const day = Math.floor(local / dayLength);
  const minutes = Math.floor((local - day * dayLength) / 60_000);
  const { year, month, dayOfMonth } = civil(day);
  const date = `${String(year).padStart(4, '0')}-${two(month)}-${two(dayOfMonth)}`;
  return `${date}T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** Reads what `writeMinute` wrote. */
export function readMinute(text: string): Temporal.PlainDateTime {
  if (text.length !== 16) return Temporal.PlainDateTime.from(text);
  const at = (from: number, to: number) => Number(text.slice(from, to));
  return new Temporal.PlainDateTime(at(0, 4), at(5, 7), at(8, 10), at(11, 13), at(14, 16));
}

/** The instant of a local time as a journal keeps it, `2021-02-17T10:00:00Z`: what `toInstant(local).toString()` writes. */
export function writeInstant(local: Temporal.PlainDateTime): string {
  if (local.millisecond + local.microsecond + local.nanosecond > 0) return toInstant(local).toString();
  const seconds = dayNumber(local) * 86_400 + (local.hour * 60 + local.minute) * 60 + local.second - offset / 1000;
  const day = Math.floor(seconds / 86_400);
  const within = seconds - day * 86_400;
  const { year, month, dayOfMonth } = civil(day);
  const date = `${String(year).padStart(4, '0')}-${two(month)}-${two(dayOfMonth)}`;
  return `${date}T${two(Math.floor(within / 3600))}:${two(Math.floor(within / 60) % 60)}:${two(within % 60)}Z`;
}

/** Year, month and day of a day number: the other way round than `dayNumberOf`. */
function civil(day: number): { year: number; month: number; dayOfMonth: number } {
  // no year is longer than 366 days or shorter than 365, so the guess is right or one too many
  let year = 1970 + Math.ceil((day + 1) / 365.2425);
  while (dayNumberOf(year, 1, 1) > day) year--;
  const dayOfYear = day - dayNumberOf(year, 1, 1);
  let month = Math.min(12, Math.floor(dayOfYear / 28) + 1);
  while (dayNumberOf(year, month, 1) > day) month--;
  return { year, month, dayOfMonth: day - dayNumberOf(year, month, 1) + 1 };
}
