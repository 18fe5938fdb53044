import { accepted, type Result, refused } from '#kernel/result.ts';
import { toInstant } from '#kernel/zone.ts';

/** Days from `from` to `to`, both included; a report names them, because no period of a report is a calendar's. */
export interface FigurePeriod {
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
}

/** The moments a period is counted by. */
export interface PeriodMoments {
  /** The first moment of it, and the first after it. */
  readonly from: Temporal.Instant;
  readonly until: Temporal.Instant;
  /** The end as far as it was reached when the figure is asked as of: what is open or overdue, is so then. */
  readonly end: Temporal.Instant;
}

const startOf = (day: Temporal.PlainDate): Temporal.Instant => toInstant(day.toPlainDateTime());

export function momentsOf({ from, to }: FigurePeriod, asOf: Temporal.Instant): PeriodMoments {
  const until = startOf(to.add({ days: 1 }));
  return { from: startOf(from), until, end: Temporal.Instant.compare(until, asOf) < 0 ? until : asOf };
}

/** The longest period broken down by months. */
const mostMonths = 36;

/** The calendar months a period touches, cut to it. */
export function monthsOf({ from, to }: FigurePeriod): readonly FigurePeriod[] {
  const months: FigurePeriod[] = [];
  for (let first = from; Temporal.PlainDate.compare(first, to) <= 0; ) {
    const last = first.with({ day: first.daysInMonth });
    months.push({ from: first, to: Temporal.PlainDate.compare(last, to) < 0 ? last : to });
    first = last.add({ days: 1 });
  }
  return months;
}

/** The period of the same length that ends the day before; of whole months, as many months. */
export function periodBefore({ from, to }: FigurePeriod): FigurePeriod {
  const end = from.subtract({ days: 1 });
  const wholeMonths = from.day === 1 && to.day === to.daysInMonth;
  if (!wholeMonths) return { from: from.subtract({ days: from.until(to).days + 1 }), to: end };
  const months = (to.year - from.year) * 12 + to.month - from.month + 1;
  return { from: from.subtract({ months }), to: end };
}

export type PeriodRefusal = 'period-wrong-way' | 'period-not-begun' | 'period-too-long' | 'moment-not-come';

/** What may be asked: a period that runs forward and had begun, as of a moment that has come. */
export function checkPeriod(
  period: FigurePeriod,
  asOf: Temporal.Instant,
  now: Temporal.Instant,
  byMonth: boolean,
): Result<PeriodMoments, PeriodRefusal> {
  if (Temporal.PlainDate.compare(period.from, period.to) > 0) return refused('period-wrong-way', {}, 'to');
  if (Temporal.Instant.compare(asOf, now) > 0) return refused('moment-not-come', {}, 'asOf');
  const moments = momentsOf(period, asOf);
  if (Temporal.Instant.compare(moments.from, asOf) > 0) return refused('period-not-begun', {}, 'from');
  if (byMonth && period.from.until(period.to, { largestUnit: 'month' }).months >= mostMonths)
    return refused('period-too-long', { months: mostMonths }, 'from');
  return accepted(moments);
}
