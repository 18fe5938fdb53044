import { type ClockGround, dueOf, startClock } from '#case-engine/rules/case-clock.ts';
import type { CaseEffect } from '#case-engine/rules/case-state.ts';
import { readLimit } from '#kernel/limit.ts';
import { accepted, type Result, refused } from '#kernel/result.ts';
import { formatDate } from '#kernel/vietnamese.ts';
import { localDay, toInstant } from '#kernel/zone.ts';

/** By when: a day, or a limit from the moment it is given. */
export type DeadlineGiven = { readonly on: Temporal.PlainDate } | { readonly limit: string };

export type DeadlineRefusal = 'task-day-wrong' | 'calendar-not-published' | 'limit-not-readable';

/** The closing hour of a working day from `from` on. */
export function closingOf(
  on: Temporal.PlainDate,
  from: Temporal.PlainDate,
  ground: ClockGround,
  field = 'dueOn',
): Result<string, DeadlineRefusal> {
  const day = ground.calendar.dayOf(on);
  if (!day.ok) return day;
  if (!day.value.working || Temporal.PlainDate.compare(on, from) < 0)
    return refused('task-day-wrong', { from: formatDate(from) }, field);
  return accepted(toInstant(ground.hours.closingOn(on)).toString());
}

/** Clock and due moment of work that begins now. A due day given as a day needs no clock: nothing is counted. */
export function deadlineFrom(
  given: DeadlineGiven,
  at: Temporal.Instant,
  hoursOf: string,
  ground: ClockGround,
): Result<Required<Pick<CaseEffect, 'clock' | 'dueAt'>> & { readonly dueAt: string }, DeadlineRefusal> {
  if ('on' in given) {
    const due = closingOf(given.on, localDay(at), ground);
    return due.ok ? accepted({ clock: null, dueAt: due.value }) : due;
  }
  const limit = readLimit(given.limit);
  if (!limit.ok) return limit;
  const clock = startClock(at, given.limit, hoursOf);
  const due = dueOf(clock, ground);
  return due.ok ? accepted({ clock, dueAt: due.value }) : due;
}
