import type { Limit } from '#kernel/limit.ts';

export type Timeliness = 'early' | 'on-time' | 'late';

function toMinute(moment: Temporal.PlainDateTime): Temporal.PlainDateTime {
  return moment.round({ smallestUnit: 'minute', roundingMode: 'floor' });
}

/**
 * How a settled case met its due moment, compared in the unit of its limit.
 * A limit in hours compares minutes: the same minute is on time. Every other limit compares days: settled on the last
 * day is on time whatever the hour, on an earlier day early, on a later day late.
 */
export function timeliness(settledAt: Temporal.PlainDateTime, dueAt: Temporal.PlainDateTime, limit: Limit): Timeliness {
  const order =
    limit.unit === 'working-hour'
      ? Temporal.PlainDateTime.compare(toMinute(settledAt), toMinute(dueAt))
      : Temporal.PlainDate.compare(settledAt, dueAt);
  if (order === 0) return 'on-time';
  return order < 0 ? 'early' : 'late';
}

/**
 * The first moment at which an open case is late, because settling it then would be: the minute after for hours, the
 * midnight after for days.
 * Lists and figures compare a stored moment with it, so they agree with `timeliness`.
 */
export function lateFrom(dueAt: Temporal.PlainDateTime, limit: Limit): Temporal.PlainDateTime {
  return limit.unit === 'working-hour'
    ? toMinute(dueAt).add({ minutes: 1 })
    : dueAt.toPlainDate().add({ days: 1 }).toPlainDateTime();
}
