import { dayNumber } from '#kernel/day-number.ts';
import type { Text } from '#kernel/text.ts';
import type { WorkingCalendar } from '#kernel/working-calendar.ts';
import { secondOfDay, type WorkingHours } from '#kernel/working-hours.ts';
import { toLocal } from '#kernel/zone.ts';
import type { DueState } from '#surfaces/ui/index.ts';

export interface TimeLeft {
  /** `còn 2 ngày làm việc`, `quá hạn 1 ngày làm việc`. */
  readonly words: Text;
  readonly state: Extract<DueState, 'on-time' | 'soon' | 'late'>;
}

export interface Ground {
  readonly calendar: WorkingCalendar;
  readonly hours: WorkingHours;
}

/**
 * What remains until a due moment, in words an officer acts on: hours on the last day, else working days.
 * Late is what the clock calls late (`lateAt`), so a limit in days is kept until its last day is over.
 */
export function timeLeft(
  due: Temporal.Instant,
  lateFrom: Temporal.Instant,
  now: Temporal.Instant,
  ground: Ground,
): TimeLeft {
  const dueAt = toLocal(due);
  const at = toLocal(now);
  const order = Temporal.PlainDate.compare(at, dueAt);
  if (Temporal.Instant.compare(now, lateFrom) >= 0) return late(dueAt, at, ground.calendar);
  if (Temporal.PlainDateTime.compare(at, dueAt) >= 0) {
    return { words: { vi: 'hết giờ làm việc, hạn là hôm nay', en: 'after hours, due today' }, state: 'soon' };
  }
  if (order === 0) return lastHours(dueAt, at, ground.hours);
  const days = workingDaysBetween(at.toPlainDate(), dueAt.toPlainDate(), ground.calendar);
  return {
    words: { vi: `còn ${days} ngày làm việc`, en: `${days} working ${days === 1 ? 'day' : 'days'} left` },
    state: days <= 2 ? 'soon' : 'on-time',
  };
}

/**
 * What remains of the day of the person a case waits for. Past it nobody of the agency is late, but the case may be closed.
 * @param asked what the person is to do, after "quá hạn" and "time to"
 */
export function timeToAnswer(due: Temporal.Instant, now: Temporal.Instant, ground: Ground, asked: Text): TimeLeft {
  const [dueAt, at] = [toLocal(due), toLocal(now)];
  const over = Temporal.Instant.compare(due, now) < 0;
  const [from, to] = over ? [dueAt, at] : [at, dueAt];
  const days = workingDaysBetween(from.toPlainDate(), to.toPlainDate(), ground.calendar);
  const plural = days === 1 ? 'day' : 'days';
  return over
    ? {
        words: {
          vi: `quá hạn ${asked.vi} ${days} ngày làm việc`,
          en: `time to ${asked.en} over for ${days} working ${plural}`,
        },
        state: 'soon',
      }
    : {
        words: { vi: `còn ${days} ngày làm việc để ${asked.vi}`, en: `${days} working ${plural} to ${asked.en}` },
        state: 'on-time',
      };
}

/** What a case asks of the person it waits for. */
export const askedOf = (state: string): Text =>
  state === 'awaiting-payment' ? { vi: 'nộp tiền', en: 'pay' } : { vi: 'bổ sung', en: 'answer' };

function late(dueAt: Temporal.PlainDateTime, at: Temporal.PlainDateTime, calendar: WorkingCalendar): TimeLeft {
  const days = workingDaysBetween(dueAt.toPlainDate(), at.toPlainDate(), calendar);
  if (days === 0) return { words: { vi: 'đã quá giờ hẹn', en: 'past the hour promised' }, state: 'late' };
  return {
    words: { vi: `quá hạn ${days} ngày làm việc`, en: `${days} working ${days === 1 ? 'day' : 'days'} late` },
    state: 'late',
  };
}

function lastHours(dueAt: Temporal.PlainDateTime, at: Temporal.PlainDateTime, hours: WorkingHours): TimeLeft {
  const [from, until] = [secondOfDay(at), secondOfDay(dueAt)];
  const seconds = hours
    .onDay(dayNumber(dueAt.toPlainDate()))
    .stretches.map(({ fromSecond, toSecond }) => Math.min(toSecond, until) - Math.max(fromSecond, from))
    .reduce((sum, length) => sum + Math.max(0, length), 0);
  const whole = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60);
  if (whole === 0) return { words: { vi: `còn ${minutes} phút`, en: `${minutes} min left` }, state: 'soon' };
  return { words: { vi: `còn ${whole} giờ làm việc`, en: `${whole} working h left` }, state: 'soon' };
}

/** Working days after `from`, up to and with `to`; where no calendar is published, days of any kind. */
function workingDaysBetween(from: Temporal.PlainDate, to: Temporal.PlainDate, calendar: WorkingCalendar): number {
  const [start, end] = [dayNumber(from), dayNumber(to)];
  const span = calendar.spanOf(start);
  if (!span || end > span.lastDay) return end - start;
  return span.workingDaysUpTo(end) - span.workingDaysUpTo(start);
}

/** How much of the time between two moments has gone by, 0 to 1. */
export function shareGone(from: Temporal.Instant, due: Temporal.Instant, now: Temporal.Instant): number {
  const whole = due.epochMilliseconds - from.epochMilliseconds;
  if (whole <= 0) return 1;
  return Math.min(1, Math.max(0, (now.epochMilliseconds - from.epochMilliseconds) / whole));
}
