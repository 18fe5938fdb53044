import { dateOfDayNumber, dayNumber } from '#kernel/day-number.ts';
import { accepted, type Result, refused } from '#kernel/result.ts';
import { formatDate } from '#kernel/vietnamese.ts';
import type { WorkingCalendar } from '#kernel/working-calendar.ts';
import type { WorkingHours } from '#kernel/working-hours.ts';

/**
 * The last day on which an apology can still be registered: the working day before the due day.
 * @see Nghị định 61/2018/NĐ-CP, Điều 19 khoản 9: at the latest one day before the limit ends
 */
export function lastDayToApologise(
  dueOn: Temporal.PlainDate,
  calendar: WorkingCalendar,
): Result<Temporal.PlainDate, 'calendar-not-published'> {
  const due = dayNumber(dueOn);
  const span = calendar.spanOf(due);
  if (!span) return refused('calendar-not-published', { year: dueOn.year });
  const day = span.workingDayNumber(span.workingDaysUpTo(due - 1));
  if (day === undefined) return refused('calendar-not-published', { year: dateOfDayNumber(span.firstDay).year - 1 });
  return accepted(dateOfDayNumber(day));
}

export interface ReappointmentRequest {
  readonly dueOn: Temporal.PlainDate;
  readonly newDueOn: Temporal.PlainDate;
  /** How often the case was re-appointed before. */
  readonly reappointments: number;
  /** The day the apology was registered; undefined when there is none. */
  readonly apologisedOn: Temporal.PlainDate | undefined;
  readonly calendar: WorkingCalendar;
  readonly hours: WorkingHours;
}

export type ReappointmentRefusal =
  | 'already-reappointed'
  | 'no-apology'
  | 'apology-too-late'
  | 'new-due-day-wrong'
  | 'calendar-not-published';

/**
 * The due moment after the one re-appointment a case may have: closing time of a later working day.
 * @returns refused the second time, without an apology registered before the due day, for a day that is off or not
 * later. The sentences stand in the catalogue of the module that asks; their facts are days as people write them.
 * @see Nghị định 61/2018/NĐ-CP, Điều 19 khoản 9
 */
export function reappointedDue(request: ReappointmentRequest): Result<Temporal.PlainDateTime, ReappointmentRefusal> {
  const { dueOn, newDueOn, reappointments, apologisedOn, calendar, hours } = request;
  if (reappointments > 0) return refused('already-reappointed');
  if (!apologisedOn) return refused('no-apology');
  const lastDay = lastDayToApologise(dueOn, calendar);
  if (!lastDay.ok) return lastDay;
  if (Temporal.PlainDate.compare(apologisedOn, lastDay.value) > 0) {
    return refused('apology-too-late', { lastDay: formatDate(lastDay.value), dueOn: formatDate(dueOn) });
  }
  const newDay = calendar.dayOf(newDueOn);
  if (!newDay.ok) return newDay;
  if (!newDay.value.working || Temporal.PlainDate.compare(newDueOn, dueOn) <= 0) {
    return refused('new-due-day-wrong', { dueOn: formatDate(dueOn) }, 'newDueOn');
  }
  return accepted(hours.closingOn(newDueOn));
}
