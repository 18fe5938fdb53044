import { dayNumberMonthsAfter, dayNumberOf } from '#kernel/day-number.ts';
import { accepted, type Result, refused } from '#kernel/result.ts';
import type { CalendarSpan } from '#kernel/working-calendar.ts';
import { type HoursOfDay, momentOn, secondOfDay, type WorkingHours } from '#kernel/working-hours.ts';
import { type ClockQuestion, type Gap, gapsOf, SAME_DAY_UNTIL_SECOND } from './clock-question.ts';
import { effectiveReceipt, nextCountedDay, type Point } from './effective-receipt.ts';

/** `amount` working days after `start`; the working days of a gap that begins by the due day are added to the count. */
function workingDaysAfter(start: number, amount: number, span: CalendarSpan, gaps: readonly Gap[]): number | undefined {
  let ordinal = span.workingDaysUpTo(start) + amount;
  for (const gap of gaps) {
    const due = span.workingDayNumber(ordinal);
    if (due === undefined || gap.from > due) break;
    if (gap.to > start) {
      if (gap.to >= span.lastDay) return undefined;
      ordinal += span.workingDaysUpTo(gap.to) - span.workingDaysUpTo(Math.max(gap.from - 1, start));
    }
  }
  return span.workingDayNumber(ordinal);
}

/** `amount` days of any kind after `start`, then on to a working day outside the gaps. */
function calendarDaysAfter(
  start: number,
  amount: number,
  span: CalendarSpan,
  gaps: readonly Gap[],
): number | undefined {
  let end = start + amount;
  for (const gap of gaps) {
    if (gap.from > end) break;
    if (gap.to > start) end += gap.to - Math.max(gap.from - 1, start);
  }
  if (end > span.lastDay) return undefined;
  return span.isWorking(end) ? end : nextCountedDay(end, span, gaps);
}

function secondsWorked({ stretches }: HoursOfDay, after: number): number {
  let seconds = 0;
  for (const { fromSecond, toSecond } of stretches) seconds += Math.max(0, toSecond - Math.max(fromSecond, after));
  return seconds;
}

/** The moment at which that many seconds of work are done; a count that ends with a stretch ends at its closing. */
function secondsAfter(
  start: Point,
  amount: number,
  span: CalendarSpan,
  gaps: readonly Gap[],
  hours: WorkingHours,
): Point | undefined {
  let left = amount;
  let after = start.second;
  const paused = gaps.some(({ from, to }) => from <= start.day && start.day <= to);
  let day = paused ? nextCountedDay(start.day, span, gaps) : start.day;
  if (paused) after = 0;
  for (; day !== undefined; day = nextCountedDay(day, span, gaps)) {
    const today = hours.onDay(day);
    const worked = secondsWorked(today, after);
    if (worked < left) {
      left -= worked;
      after = 0;
      continue;
    }
    for (const { fromSecond, toSecond } of today.stretches) {
      const from = Math.max(fromSecond, after);
      if (toSecond <= from) continue;
      if (toSecond - from >= left) return { day, second: from + left };
      left -= toSecond - from;
    }
  }
  return undefined;
}

function duePoint(question: ClockQuestion, received: Point, span: CalendarSpan): Point | undefined {
  const { limit, hours } = question;
  const start = effectiveReceipt(received, span, hours);
  if (!start) return undefined;
  const gaps = gapsOf(question);
  if (limit.unit === 'working-hour') return secondsAfter(start, limit.amount * 3600, span, gaps, hours);
  let day: number | undefined;
  if (limit.unit === 'same-day') {
    day = nextCountedDay(start.second > SAME_DAY_UNTIL_SECOND ? start.day : start.day - 1, span, gaps);
  } else if (limit.unit === 'working-day') {
    day = workingDaysAfter(start.day, limit.amount, span, gaps);
  } else {
    // A month is as long as the calendar makes it: its days are counted from the start, so that a pause adds its own days.
    const days =
      limit.unit === 'month' ? dayNumberMonthsAfter(span.dateAt(start.day), limit.amount) - start.day : limit.amount;
    day = calendarDaysAfter(start.day, days, span, gaps);
  }
  return day === undefined ? undefined : { day, second: hours.onDay(day).closingSecond };
}

/**
 * The moment a case falls due, local time, by sums over the published years; `explainDue` tells why, day by day.
 * @returns refused when the count runs into a year whose days off are not published: a guessed due day is a broken promise
 * @see Bộ luật Dân sự 2015 (91/2015/QH13), Điều 147 and 148: the first day is not counted, a last day off moves on
 */
export function dueMoment(question: ClockQuestion): Result<Temporal.PlainDateTime, 'calendar-not-published'> {
  const { receivedAt, calendar } = question;
  const { year } = receivedAt;
  const received = { day: dayNumberOf(year, receivedAt.month, receivedAt.day), second: secondOfDay(receivedAt) };
  const span = calendar.spanOf(received.day);
  if (!span) return refused('calendar-not-published', { year });
  const due = duePoint(question, received, span);
  if (!due) return refused('calendar-not-published', { year: span.missingYear });
  return accepted(momentOn(span.dateAt(due.day), due.second));
}
