import { dayNumber } from '#kernel/day-number.ts';
import type { WorkingCalendar } from '#kernel/working-calendar.ts';

/** A step of a ladder of reminders: so many working days after the due day; negative before it. */
export interface Rung {
  readonly workingDays: number;
}

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
export function rungNow<Step extends Rung>(
  rungs: readonly Step[],
  dueOn: Temporal.PlainDate,
  today: Temporal.PlainDate,
  calendar: WorkingCalendar,
): Step | null {
  const past = workingDaysPast(dueOn, today, calendar);
  if (past === undefined) return null;
  return (
    rungs.filter(({ workingDays }) => workingDays <= past).sort((a, b) => b.workingDays - a.workingDays)[0] ?? null
  );
}

/** Whether that rung was not climbed yet for this due day: one that was moved begins the ladder anew. */
export function isNewRung(
  rung: Rung,
  reminded: { readonly workingDays: number; readonly dueAt: string } | null | undefined,
  dueAt: string,
): boolean {
  return reminded?.dueAt !== dueAt || reminded.workingDays < rung.workingDays;
}
