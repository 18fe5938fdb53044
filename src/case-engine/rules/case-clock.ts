import { type Limit, readLimit } from '#kernel/limit.ts';
import { accepted, type Result } from '#kernel/result.ts';
import type { Text } from '#kernel/text.ts';
import type { WorkingCalendar } from '#kernel/working-calendar.ts';
import type { WorkingHours } from '#kernel/working-hours.ts';
import { readMinute, toLocal, writeInstant, writeMinute } from '#kernel/zone.ts';
import type { ClockRecord, MomentText, RecordedDays } from './case-state.ts';
import { type DueExplanation, dueMoment, explainDue } from './clock.ts';

/** What the clock rests on: the published calendar and the hours of the unit that works. */
export interface ClockGround {
  readonly calendar: WorkingCalendar;
  readonly hours: WorkingHours;
}

/** The limit the record names; a record with a limit nobody can read is a defect. */
export function limitOf(record: ClockRecord): Limit {
  const limit = readLimit(record.limit);
  if (!limit.ok) throw new RangeError(`the journal holds a limit nobody can read: ${record.limit}`);
  return limit.value;
}

const daysOf = (recorded: readonly RecordedDays[]) =>
  recorded
    .filter((days): days is RecordedDays & { to: string } => days.to !== null)
    .map(({ from, to, reason, source }) => ({
      from: Temporal.PlainDate.from(from),
      to: Temporal.PlainDate.from(to),
      reason,
      source,
    }));

function clockInput(record: ClockRecord, ground: ClockGround) {
  return {
    receivedAt: readMinute(record.receivedAt),
    limit: limitOf(record),
    pauses: daysOf(record.pauses),
    exclusions: daysOf(record.exclusions),
    ...ground,
  };
}

/** The moment the record falls due. A re-appointment moves it on, never back. */
export function dueOf(record: ClockRecord, ground: ClockGround): Result<MomentText, 'calendar-not-published'> {
  const counted = dueMoment(clockInput(record, ground));
  if (!counted.ok) return counted;
  const due = writeInstant(counted.value);
  return accepted(record.reappointedTo && record.reappointedTo > due ? record.reappointedTo : due);
}

/** The same, day by day, for whoever asks why. */
export function explainRecord(
  record: ClockRecord,
  ground: ClockGround,
): Result<DueExplanation, 'calendar-not-published'> {
  return explainDue(clockInput(record, ground));
}

/** A clock that starts now with a limit as the law writes it. */
export function startClock(at: Temporal.Instant, limit: string, hoursOf: string): ClockRecord {
  return { receivedAt: writeMinute(at), limit, pauses: [], exclusions: [], hoursOf, reappointedTo: null };
}

/** Opens a stretch of days that are not counted; it lasts until it is closed. */
export function openDays(at: Temporal.Instant, reason: Text, source: string): RecordedDays {
  return { from: toLocal(at).toPlainDate().toString(), to: null, reason, source };
}

/** Closes the stretch that is open, today included. */
export function closeDays(at: Temporal.Instant, recorded: readonly RecordedDays[]): readonly RecordedDays[] {
  const today = toLocal(at).toPlainDate().toString();
  return recorded.map((days) => (days.to === null ? { ...days, to: today } : days));
}
