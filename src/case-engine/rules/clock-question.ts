import { dayNumber } from '#kernel/day-number.ts';
import type { Limit } from '#kernel/limit.ts';
import type { Text } from '#kernel/text.ts';
import type { WorkingCalendar } from '#kernel/working-calendar.ts';
import type { WorkingHours } from '#kernel/working-hours.ts';

/** Days that the clock leaves out, both ends included. */
export interface UncountedDays {
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
  /** Why, as the citizen reads it. */
  readonly reason?: Text;
  /** What allows it: the procedure's policy, the paper that declared it. */
  readonly source?: string;
}

/** Everything a due moment depends on; nothing else may move it. */
export interface ClockQuestion {
  /** Local time at which the complete dossier came in. Counted to the second. */
  readonly receivedAt: Temporal.PlainDateTime;
  readonly limit: Limit;
  /** Waiting for the applicant. */
  readonly pauses?: readonly UncountedDays[];
  /** Waiting for tax, for public posting, for a system that is down: what the procedure's policy declares. */
  readonly exclusions?: readonly UncountedDays[];
  readonly calendar: WorkingCalendar;
  readonly hours: WorkingHours;
}

/** Uncounted days as day numbers, both ends included. */
export interface Gap {
  readonly from: number;
  to: number;
}

const NO_GAPS: readonly Gap[] = [];

/** @throws RangeError when the days end before they start (a defect of ours: `readPeriod` refuses it at the border) */
export function gapOf({ from, to }: UncountedDays): Gap {
  const gap = { from: dayNumber(from), to: dayNumber(to) };
  if (gap.from > gap.to) throw new RangeError('days that are not counted must not end before they start');
  return gap;
}

/** Pauses and exclusions together, in order, overlaps joined: a day left out twice is left out once. */
export function gapsOf({ pauses = [], exclusions = [] }: ClockQuestion): readonly Gap[] {
  if (pauses.length + exclusions.length === 0) return NO_GAPS;
  const gaps = [...pauses, ...exclusions].map(gapOf).sort((a, b) => a.from - b.from);
  const joined: Gap[] = [];
  for (const gap of gaps) {
    const last = joined.at(-1);
    if (last && gap.from <= last.to + 1) last.to = Math.max(last.to, gap.to);
    else joined.push(gap);
  }
  return joined;
}

/** Received after this on a working day, a same-day matter may be answered on the next (Nghị định 23/2015/NĐ-CP, Điều 7). */
export const SAME_DAY_UNTIL_SECOND = 15 * 3600;
