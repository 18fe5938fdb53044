import { dayNumber } from '#kernel/day-number.ts';

/** One stretch of work, in seconds from midnight, local time. */
export interface WorkingStretch {
  readonly fromSecond: number;
  readonly toSecond: number;
}

/** The hours of one working day: stretches in order, never empty, never overlapping. */
export interface HoursOfDay {
  readonly stretches: readonly WorkingStretch[];
  readonly openingSecond: number;
  readonly closingSecond: number;
}

/** The hours a unit sets itself from a day on (`validTo` included when there is one). */
export interface WorkingHoursPeriod {
  readonly validFrom: Temporal.PlainDate;
  readonly validTo?: Temporal.PlainDate;
  readonly stretches: readonly { readonly from: Temporal.PlainTime; readonly to: Temporal.PlainTime }[];
}

/** When a unit works on its working days. Whether a day is worked at all is the calendar's concern. */
export interface WorkingHours {
  /** The hours on a day number (`#kernel/day-number.ts`). */
  onDay(day: number): HoursOfDay;
  /** Closing time on a date: when a limit in days falls due. */
  closingOn(date: Temporal.PlainDate): Temporal.PlainDateTime;
}

/** Whole seconds since midnight; fractions of a second are dropped. */
export function secondOfDay(time: Temporal.PlainTime | Temporal.PlainDateTime): number {
  return time.hour * 3600 + time.minute * 60 + time.second;
}

function hoursOfDay(stretches: WorkingHoursPeriod['stretches']): HoursOfDay {
  const inOrder = stretches
    .map(({ from, to }) => ({ fromSecond: secondOfDay(from), toSecond: secondOfDay(to) }))
    .sort((a, b) => a.fromSecond - b.fromSecond);
  const first = inOrder[0];
  const last = inOrder.at(-1);
  if (!first || !last) throw new RangeError('working hours need at least one stretch');
  inOrder.forEach((stretch, index) => {
    const next = inOrder[index + 1];
    if (stretch.fromSecond >= stretch.toSecond || (next && next.fromSecond < stretch.toSecond)) {
      throw new RangeError('a stretch of working hours must end after it starts and before the next one starts');
    }
  });
  return { stretches: inOrder, openingSecond: first.fromSecond, closingSecond: last.toSecond };
}

/** 08:00–12:00 and 13:00–17:00: eight hours, as Quyết định 188/1999/QĐ-TTg asks for, at the times usual in Hà Nội. */
const DEFAULT_HOURS: HoursOfDay = hoursOfDay([
  { from: Temporal.PlainTime.from('08:00'), to: Temporal.PlainTime.from('12:00') },
  { from: Temporal.PlainTime.from('13:00'), to: Temporal.PlainTime.from('17:00') },
]);

function hoursFrom(onDay: WorkingHours['onDay']): WorkingHours {
  return { onDay, closingOn: (date) => momentOn(date, onDay(dayNumber(date)).closingSecond) };
}

/** A moment of a date from its second of the day. */
export function momentOn(date: Temporal.PlainDate, second: number): Temporal.PlainDateTime {
  return new Temporal.PlainDateTime(
    date.year,
    date.month,
    date.day,
    Math.floor(second / 3600),
    Math.floor(second / 60) % 60,
    second % 60,
  );
}

export const defaultWorkingHours: WorkingHours = hoursFrom(() => DEFAULT_HOURS);

/**
 * The hours of a unit from its own periods; the default hours where no period holds.
 * When periods overlap, the one that begins later holds.
 * @throws RangeError when a period has no stretch, or stretches that overlap (a defect of ours: the form checks them)
 */
export function workingHours(periods: readonly WorkingHoursPeriod[]): WorkingHours {
  if (periods.length === 0) return defaultWorkingHours;
  const known = periods
    .map(({ validFrom, validTo, stretches }) => ({
      from: dayNumber(validFrom),
      to: validTo ? dayNumber(validTo) : Number.POSITIVE_INFINITY,
      hours: hoursOfDay(stretches),
    }))
    .sort((a, b) => b.from - a.from);
  return hoursFrom((day) => known.find(({ from, to }) => from <= day && day <= to)?.hours ?? DEFAULT_HOURS);
}
