import { dayNumber } from '#kernel/day-number.ts';
import type { WorkingCalendar } from '#kernel/working-calendar.ts';
import type { ReminderRung } from './task-policy.ts';

/** How many working days after the due day it is; negative before it. Undefined where no calendar is published. */
export function workingDaysPast(
  dueOn: Temporal.PlainDate,
  today: Temporal.PlainDate,
  calendar: WorkingCalendar,
): number | undefined {
  const [due, now] = [dayNumber(dueOn), dayNumber(today)];
  const span = calendar.spanOf(Math.min(due, now));
  if (!span || Math.max(due, now) > span.lastDay) return undefined;
  return span.workingDaysUpTo(now) - span.workingDaysUpTo(due);
}

/** The rung of the ladder that stands now: the last whose day has come. Null before the first. */
export function rungNow(
  rungs: readonly ReminderRung[],
  dueOn: Temporal.PlainDate,
  today: Temporal.PlainDate,
  calendar: WorkingCalendar,
): ReminderRung | null {
  const past = workingDaysPast(dueOn, today, calendar);
  if (past === undefined) return null;
  return (
    rungs.filter(({ workingDays }) => workingDays <= past).sort((a, b) => b.workingDays - a.workingDays)[0] ?? null
  );
}

/** Whether that rung was not climbed yet for this due day: one that was moved begins the ladder anew. */
export function isNewRung(
  rung: ReminderRung,
  reminded: { readonly workingDays: number; readonly dueAt: string } | undefined,
  dueAt: string,
): boolean {
  return reminded?.dueAt !== dueAt || reminded.workingDays < rung.workingDays;
}
