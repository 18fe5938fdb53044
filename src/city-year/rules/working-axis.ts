import { dateOfDayNumber, dayNumber } from '#kernel/day-number.ts';
import type { WorkingCalendar } from '#kernel/working-calendar.ts';
import type { WorkingHours } from '#kernel/working-hours.ts';

const zoneSeconds = 7 * 3600;

/**
 * Working time laid end to end: second 0 is the opening of the first working day, evenings and days off are left out. A year's
 * work is planned on it, so that whatever is done is done in office hours.
 */
export class WorkingAxis {
  /** Day numbers of the working days, in order. */
  readonly days: readonly number[];
  readonly #stretches: readonly { readonly fromSecond: number; readonly toSecond: number }[];
  /** Working seconds of a day. */
  readonly dayLength: number;
  readonly #dates: Temporal.PlainDate[] = [];
  readonly #ordinal: ReadonlyMap<number, number>;

  constructor(calendar: WorkingCalendar, hours: WorkingHours, from: Temporal.PlainDate, to: Temporal.PlainDate) {
    const days: number[] = [];
    for (let day = dayNumber(from); day <= dayNumber(to); day++) {
      if (calendar.spanOf(day)?.isWorking(day)) days.push(day);
    }
    if (days.length === 0) throw new RangeError(`nothing is worked from ${from} to ${to}`);
    this.days = days;
    this.#ordinal = new Map(days.map((day, ordinal) => [day, ordinal]));
    this.#stretches = hours.onDay(days[0]!).stretches;
    this.dayLength = this.#stretches.reduce((sum, { fromSecond, toSecond }) => sum + toSecond - fromSecond, 0);
  }

  /** The day with this place, as people write it. */
  dateOf(ordinal: number): Temporal.PlainDate {
    this.#dates[ordinal] ??= dateOfDayNumber(this.days[ordinal]!);
    return this.#dates[ordinal]!;
  }

  monthOf(ordinal: number): number {
    return this.dateOf(ordinal).month;
  }

  /** The first second of the working day with this place. */
  openingOf(ordinal: number): number {
    return ordinal * this.dayLength;
  }

  /** The place of the first working day that is not before this day. */
  ordinalFrom(day: number): number {
    const known = this.#ordinal.get(day);
    if (known !== undefined) return known;
    let low = 0;
    let high = this.days.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.days[middle]! < day) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Seconds since 1970 of a place on the axis. */
  epochAt(second: number): number {
    const place = Math.max(0, Math.min(Math.floor(second), this.days.length * this.dayLength - 1));
    const day = this.days[Math.floor(place / this.dayLength)]!;
    let within = place % this.dayLength;
    for (const { fromSecond, toSecond } of this.#stretches) {
      if (within < toSecond - fromSecond) return day * 86_400 + fromSecond + within - zoneSeconds;
      within -= toSecond - fromSecond;
    }
    throw new RangeError('a place lies within its day');
  }

  /** The place of a moment; of one outside working hours, the next opening. */
  placeOf(epochSecond: number): number {
    const local = epochSecond + zoneSeconds;
    const day = Math.floor(local / 86_400);
    const ordinal = this.ordinalFrom(day);
    if (this.days[ordinal] !== day) return this.openingOf(ordinal);
    const second = local - day * 86_400;
    let place = this.openingOf(ordinal);
    for (const { fromSecond, toSecond } of this.#stretches) {
      if (second <= toSecond) return place + Math.max(0, second - fromSecond);
      place += toSecond - fromSecond;
    }
    return place;
  }
}
