import { dayNumber } from '#kernel/day-number.ts';
import { limitInWords } from '#kernel/limit.ts';
import { accepted, type Result, refused } from '#kernel/result.ts';
import type { Text } from '#kernel/text.ts';
import type { CalendarDay, CalendarSpan } from '#kernel/working-calendar.ts';
import { momentOn, secondOfDay } from '#kernel/working-hours.ts';
import { type ClockQuestion, gapOf, SAME_DAY_UNTIL_SECOND, type UncountedDays } from './clock-question.ts';
import * as because from './due-reasons.ts';
import { effectiveReceipt, type Point } from './effective-receipt.ts';

/** One day between receipt and due day, and what it did to the clock. */
export interface ExplainedDay {
  readonly date: Temporal.PlainDate;
  /** Whether some of the limit was used up on it. */
  readonly counted: boolean;
  readonly reason: Text;
  /** The decision or provision it rests on. */
  readonly source: string;
}

export interface DueExplanation {
  readonly receivedAt: Temporal.PlainDateTime;
  /** When it counts as received: the next opening, if it came outside the hours. */
  readonly countedFrom: Temporal.PlainDateTime;
  readonly dueAt: Temporal.PlainDateTime;
  readonly dueOn: Temporal.PlainDate;
  /** Every day from receipt to due day, in order. */
  readonly days: readonly ExplainedDay[];
}

/** What a day does to the clock. `dueSecond` ends the walk: the case is due at that second of the day. */
interface Verdict extends because.Ground {
  readonly counted: boolean;
  readonly dueSecond?: number;
}

/** What the walk knows of a day before it judges it. */
interface DayAhead {
  readonly day: number;
  readonly known: CalendarDay;
  /** The pause or exclusion the day lies in. */
  readonly leftOut: because.Ground | undefined;
  readonly isReceipt: boolean;
}

type Judge = (ahead: DayAhead) => Verdict;

const idle = (ground: because.Ground): Verdict => ({ counted: false, reason: ground.reason, source: ground.source });

function judgeWorkingDays(amount: number, closing: (day: number) => number): Judge {
  let counted = 0;
  return ({ day, known, leftOut, isReceipt }) => {
    if (isReceipt) return idle(because.dayOfReceipt);
    if (!known.working) return idle(known);
    if (leftOut) return idle(leftOut);
    counted++;
    const verdict = { counted: true, ...because.workingDay(counted, known) };
    return counted === amount ? { ...verdict, dueSecond: closing(day) } : verdict;
  };
}

function judgeSameDay(receivedLate: boolean, closing: (day: number) => number): Judge {
  return ({ day, known, leftOut, isReceipt }) => {
    if (isReceipt && receivedLate) return idle(because.afterThree);
    if (!known.working) return idle(known);
    if (leftOut) return idle(leftOut);
    return { counted: true, ...because.dueThisDay(known), dueSecond: closing(day) };
  };
}

function judgeCalendarDays(amount: number, months: Text | undefined, closing: (day: number) => number): Judge {
  let counted = 0;
  return ({ day, known, leftOut, isReceipt }) => {
    if (isReceipt) return idle(because.dayOfReceipt);
    if (leftOut) return idle(leftOut);
    if (counted < amount) {
      counted++;
      const verdict = { counted: true, ...because.calendarDay(counted, amount, months, known) };
      return counted === amount && known.working ? { ...verdict, dueSecond: closing(day) } : verdict;
    }
    return known.working ? { ...idle(because.movedOn), dueSecond: closing(day) } : idle(known);
  };
}

function judgeHours(amount: number, start: Point, { hours }: ClockQuestion): Judge {
  let left = amount * 3600;
  return ({ day, known, leftOut }) => {
    if (!known.working) return idle(known);
    if (leftOut) return idle(leftOut);
    const before = left;
    for (const { fromSecond, toSecond } of hours.onDay(day).stretches) {
      const from = day === start.day ? Math.max(fromSecond, start.second) : fromSecond;
      const worked = Math.max(0, toSecond - from);
      if (worked > 0 && worked >= left) {
        return { counted: true, ...because.hoursWorked(before, known), dueSecond: from + left };
      }
      left -= worked;
    }
    return before === left ? idle(because.atClosing) : { counted: true, ...because.hoursWorked(before - left, known) };
  };
}

function judgeOf(question: ClockQuestion, start: Point, span: CalendarSpan): Judge {
  const { limit, hours } = question;
  const closing = (day: number) => hours.onDay(day).closingSecond;
  switch (limit.unit) {
    case 'same-day':
      return judgeSameDay(start.second > SAME_DAY_UNTIL_SECOND, closing);
    case 'working-hour':
      return judgeHours(limit.amount, start, question);
    case 'working-day':
      return judgeWorkingDays(limit.amount, closing);
    case 'calendar-day':
      return judgeCalendarDays(limit.amount, undefined, closing);
    case 'month': {
      const end = dayNumber(span.dateAt(start.day).add({ months: limit.amount }));
      return judgeCalendarDays(end - start.day, limitInWords(limit), closing);
    }
  }
}

/** For each day the ground on which it is left out, if it is: pauses first, as the applicant asks about them. */
function leftOutGrounds({ pauses = [], exclusions = [] }: ClockQuestion) {
  const numbered = (days: readonly UncountedDays[], otherwise: because.Ground) =>
    days.map((each) => ({ ...gapOf(each), ground: because.leftOut(each, otherwise) }));
  const all = [...numbered(pauses, because.paused), ...numbered(exclusions, because.excluded)];
  return (day: number) => all.find(({ from, to }) => from <= day && day <= to)?.ground;
}

/** The days on which it lay before the door: it came outside the hours, and counts from the next opening. */
function waitingDays(received: Point, start: Point, span: CalendarSpan, question: ClockQuestion): ExplainedDay[] {
  const days: ExplainedDay[] = [];
  for (let day = received.day; day < start.day; day++) {
    const known = span.dayAt(day);
    const ground =
      day > received.day
        ? known
        : because.outsideHours(known, momentOn(span.dateAt(day), question.hours.onDay(day).closingSecond));
    days.push({ date: span.dateAt(day), ...idle(ground) });
  }
  return days;
}

/**
 * The due moment with its reasons: a walk from day to day that says of each whether it counts and by which decision.
 * It always ends at the same moment as `dueMoment`.
 * @returns refused when the walk comes to a year whose days off are not published
 */
export function explainDue(question: ClockQuestion): Result<DueExplanation, 'calendar-not-published'> {
  const { receivedAt, calendar, hours } = question;
  const received: Point = { day: dayNumber(receivedAt), second: secondOfDay(receivedAt) };
  const span = calendar.spanOf(received.day);
  if (!span) return refused('calendar-not-published', { year: receivedAt.year });
  const start = effectiveReceipt(received, span, hours);
  if (!start) return refused('calendar-not-published', { year: span.missingYear });
  const days = waitingDays(received, start, span, question);
  const judge = judgeOf(question, start, span);
  const leftOutOn = leftOutGrounds(question);
  for (let day = start.day; day <= span.lastDay; day++) {
    const date = span.dateAt(day);
    const ahead = { day, known: span.dayAt(day), leftOut: leftOutOn(day), isReceipt: day === start.day };
    const { dueSecond, counted, reason, source } = judge(ahead);
    days.push({ date, counted, reason, source });
    if (dueSecond !== undefined) {
      const countedFrom = momentOn(span.dateAt(start.day), start.second);
      return accepted({ receivedAt, countedFrom, dueAt: momentOn(date, dueSecond), dueOn: date, days });
    }
  }
  return refused('calendar-not-published', { year: span.missingYear });
}
