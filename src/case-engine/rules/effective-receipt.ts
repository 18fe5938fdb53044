import type { CalendarSpan } from '#kernel/working-calendar.ts';
import type { WorkingHours } from '#kernel/working-hours.ts';
import type { Gap } from './clock-question.ts';

/** A moment as day number and second of the day. */
export interface Point {
  readonly day: number;
  readonly second: number;
}

/** The first working day after `day`, outside the gaps; undefined past the published years. */
export function nextCountedDay(day: number, span: CalendarSpan, gaps: readonly Gap[]): number | undefined {
  const next = span.workingDayNumber(span.workingDaysUpTo(day) + 1);
  if (next === undefined) return undefined;
  const gap = gaps.find(({ from, to }) => from <= next && next <= to);
  return gap ? nextCountedDay(gap.to, span, gaps) : next;
}

/**
 * When a matter counts as received. Outside the hours, or on a day off, that is the next opening;
 * closing time itself is still within the hours. Undefined past the published years.
 */
export function effectiveReceipt(received: Point, span: CalendarSpan, hours: WorkingHours): Point | undefined {
  if (span.isWorking(received.day)) {
    for (const { fromSecond, toSecond } of hours.onDay(received.day).stretches) {
      if (received.second > toSecond) continue;
      return received.second < fromSecond ? { day: received.day, second: fromSecond } : received;
    }
  }
  const day = nextCountedDay(received.day, span, []);
  return day === undefined ? undefined : { day, second: hours.onDay(day).openingSecond };
}
