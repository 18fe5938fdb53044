import { dateOfDayNumber, dayNumber, dayNumberOf, weekdayOf } from '#kernel/day-number.ts';
import { accepted, type Result, refused } from '#kernel/result.ts';
import type { Text } from '#kernel/text.ts';

/** One dated decision on one day: a day off, or a day of the week-end that is worked. */
export interface CalendarDecision {
  readonly date: Temporal.PlainDate;
  readonly kind: 'off' | 'work';
  readonly name: Text;
  /** The paper it rests on, as people quote it: `Thông báo 4875/TB-LĐTBXH`. */
  readonly source: string;
}

/** A day as the calendar knows it. */
export interface CalendarDay {
  readonly working: boolean;
  readonly reason: Text;
  readonly source: string;
}

/** Published years that follow each other without a gap. Days are day numbers (`#kernel/day-number.ts`). */
export interface CalendarSpan {
  readonly firstDay: number;
  readonly lastDay: number;
  /** The year after the last published one: what a count that runs out of the span is refused for. */
  readonly missingYear: number;
  isWorking(day: number): boolean;
  /** Off by a decision, and not only because the week rests. */
  isDecidedOff(day: number): boolean;
  dayAt(day: number): CalendarDay;
  /** The date of a day of the span; made once, because making one costs more than counting to it. */
  dateAt(day: number): Temporal.PlainDate;
  /** How many working days lie from the first day of the span up to this one, this one included. */
  workingDaysUpTo(day: number): number;
  /** The day of the n-th working day of the span, n from 1; undefined past its end. */
  workingDayNumber(ordinal: number): number | undefined;
}

/**
 * Which days are worked. Nothing in it is computed from the moon or from habit: a week-day rests only because a
 * decision says so, a Saturday is worked only because a decision says so, and a year without decisions is not published.
 */
export interface WorkingCalendar {
  readonly publishedYears: readonly number[];
  dayOf(date: Temporal.PlainDate): Result<CalendarDay, 'calendar-not-published'>;
  /** The span that holds a day number; undefined when its year is not published. */
  spanOf(day: number): CalendarSpan | undefined;
}

/** Monday to Friday are worked, 40 hours; Saturday and Sunday rest. Decision of the Prime Minister of 17/9/1999. */
const WEEK_SOURCE = 'Quyết định 188/1999/QĐ-TTg, Điều 1';
const ORDINARY: CalendarDay = {
  working: true,
  reason: { vi: 'Ngày làm việc', en: 'Working day' },
  source: WEEK_SOURCE,
};
const SATURDAY: CalendarDay = {
  working: false,
  reason: { vi: 'Thứ Bảy, ngày nghỉ hằng tuần', en: 'Saturday, weekly day off' },
  source: WEEK_SOURCE,
};
const SUNDAY: CalendarDay = {
  working: false,
  reason: { vi: 'Chủ nhật, ngày nghỉ hằng tuần', en: 'Sunday, weekly day off' },
  source: WEEK_SOURCE,
};

function ordinaryDay(day: number): CalendarDay {
  const weekday = weekdayOf(day);
  if (weekday === 6) return SATURDAY;
  return weekday === 7 ? SUNDAY : ORDINARY;
}

function decidedDay({ kind, name, source }: CalendarDecision): CalendarDay {
  if (kind === 'off') {
    return { working: false, reason: { vi: `Ngày nghỉ: ${name.vi}`, en: `Day off: ${name.en}` }, source };
  }
  return { working: true, reason: { vi: `Ngày làm việc: ${name.vi}`, en: `Working day: ${name.en}` }, source };
}

function spanFrom(firstYear: number, lastYear: number, decided: ReadonlyMap<number, CalendarDay>): CalendarSpan {
  const firstDay = dayNumberOf(firstYear, 1, 1);
  const lastDay = dayNumberOf(lastYear, 12, 31);
  const cumulative = new Int32Array(lastDay - firstDay + 1);
  const workingDays: number[] = [];
  for (let day = firstDay; day <= lastDay; day++) {
    if ((decided.get(day) ?? ordinaryDay(day)).working) workingDays.push(day);
    cumulative[day - firstDay] = workingDays.length;
  }
  const dates: Temporal.PlainDate[] = [];
  return {
    firstDay,
    lastDay,
    missingYear: lastYear + 1,
    isWorking: (day) => (cumulative[day - firstDay] ?? 0) > (cumulative[day - firstDay - 1] ?? 0),
    isDecidedOff: (day) => decided.get(day)?.working === false,
    dayAt: (day) => decided.get(day) ?? ordinaryDay(day),
    dateAt: (day) => {
      dates[day - firstDay] ??= dateOfDayNumber(day);
      return dates[day - firstDay]!;
    },
    workingDaysUpTo: (day) => (day < firstDay ? 0 : (cumulative[Math.min(day, lastDay) - firstDay] ?? 0)),
    workingDayNumber: (ordinal) => workingDays[ordinal - 1],
  };
}

/**
 * The calendar of the given decisions. A later decision on the same day replaces the earlier one.
 * @param publishedYears years whose days off have been announced; decisions in other years do not publish them
 */
export function workingCalendar(
  decisions: Iterable<CalendarDecision>,
  publishedYears: Iterable<number>,
): WorkingCalendar {
  const decided = new Map<number, CalendarDay>();
  for (const decision of decisions) decided.set(dayNumber(decision.date), decidedDay(decision));
  const years = [...new Set(publishedYears)].sort((a, b) => a - b);
  const spans: CalendarSpan[] = [];
  for (let start = 0; start < years.length; ) {
    let end = start;
    while (years[end + 1] === years[end]! + 1) end++;
    spans.push(spanFrom(years[start]!, years[end]!, decided));
    start = end + 1;
  }
  const spanOf = (day: number) => spans.find((span) => span.firstDay <= day && day <= span.lastDay);
  return {
    publishedYears: years,
    spanOf,
    dayOf: (date) => {
      const day = dayNumber(date);
      const span = spanOf(day);
      return span ? accepted(span.dayAt(day)) : refused('calendar-not-published', { year: date.year });
    },
  };
}
