import { dayNumber } from '#kernel/day-number.ts';
import type { WorkingCalendar } from '#kernel/working-calendar.ts';

/** A stretch in which a desk receives people. */
export interface OpenStretch {
  readonly from: Temporal.PlainTime;
  readonly to: Temporal.PlainTime;
}

/** What a desk does on a day of the week, from a day to a day (`validTo` included). */
export interface DeskOpening {
  readonly weekday: number;
  readonly validFrom: Temporal.PlainDate;
  readonly validTo: Temporal.PlainDate | null;
  readonly stretches: readonly OpenStretch[];
}

/**
 * When a desk receives people on a day; empty when it does not, also in a year whose days off are not published.
 * A weekday that is decided to be off is closed. A Saturday receives where the desk has hours for it, although no limit
 * counts it (QĐ 14/2010/QĐ-TTg); a Saturday that is worked in exchange has the hours of the Monday.
 */
export function openStretches(
  day: Temporal.PlainDate,
  openings: readonly DeskOpening[],
  calendar: WorkingCalendar,
): readonly OpenStretch[] {
  const span = calendar.spanOf(dayNumber(day));
  if (!span) return [];
  const working = span.isWorking(dayNumber(day));
  const isWeekend = day.dayOfWeek > 5;
  const own = openingOn(day, day.dayOfWeek, openings);
  if (working) return own.length > 0 || !isWeekend ? own : openingOn(day, 1, openings);
  return isWeekend && !span.isDecidedOff(dayNumber(day)) ? own : [];
}

function openingOn(day: Temporal.PlainDate, weekday: number, openings: readonly DeskOpening[]): readonly OpenStretch[] {
  const holds = openings.find(
    (opening) =>
      opening.weekday === weekday &&
      Temporal.PlainDate.compare(opening.validFrom, day) <= 0 &&
      (opening.validTo === null || Temporal.PlainDate.compare(day, opening.validTo) <= 0),
  );
  return holds?.stretches ?? [];
}

/** The beginnings of the slots of a day: whole slots that lie inside a stretch. */
export function slotsOf(
  day: Temporal.PlainDate,
  stretches: readonly OpenStretch[],
  slotMinutes: number,
): readonly Temporal.PlainDateTime[] {
  return stretches.flatMap(({ from, to }) => {
    const minutes = from.until(to).total('minutes');
    const begin = day.toPlainDateTime(from);
    return Array.from({ length: Math.floor(minutes / slotMinutes) }, (_, index) =>
      begin.add({ minutes: index * slotMinutes }),
    );
  });
}

/** Whether a moment lies inside a stretch of its day. */
export function isOpenAt(moment: Temporal.PlainDateTime, stretches: readonly OpenStretch[]): boolean {
  const time = moment.toPlainTime();
  return stretches.some(
    ({ from, to }) => Temporal.PlainTime.compare(from, time) <= 0 && Temporal.PlainTime.compare(time, to) < 0,
  );
}

/** The next moment at which the desk opens, within the days that are looked at; undefined when it does not. */
export function nextOpening(
  from: Temporal.PlainDateTime,
  stretchesOf: (day: Temporal.PlainDate) => readonly OpenStretch[],
  days = 15,
): Temporal.PlainDateTime | undefined {
  for (let ahead = 0; ahead <= days; ahead++) {
    const day = from.toPlainDate().add({ days: ahead });
    const begins = stretchesOf(day)
      .map((stretch) => day.toPlainDateTime(stretch.from))
      .find((begin) => Temporal.PlainDateTime.compare(begin, from) > 0);
    if (begins) return begins;
  }
  return undefined;
}
