import type { DueExplanation, ExplainedDay } from '#case-engine/rules/clock.ts';
import { formatNamedDay } from '#kernel/vietnamese.ts';

/** Days left out on the same ground: `06–07/11, 13–14/11`, why, and by which decision. */
export interface LeftOutDays {
  readonly days: string;
  readonly reason: string;
  readonly source: string;
}

/** How the due day came about, short enough for a receipt. */
export interface DueParagraph {
  readonly leftOut: readonly LeftOutDays[];
  /** What the last day of the count is. */
  readonly last: { readonly day: string; readonly reason: string };
}

/** Saturday and Sunday rest on one decision: on paper they are one ground. That a day does not count is said before the list. */
const reasonOf = (day: ExplainedDay): string =>
  smallFirst(day.reason.vi.replace(/^(Thứ Bảy|Chủ nhật), /, '').replace(/, không tính vào thời hạn$/, ''));

/**
 * The explained due day in one paragraph: the days that were not counted, gathered by their ground, and the day it ends on.
 * The due day itself is never among the days left out, even where the count had ended on a day off before it.
 */
export function dueParagraph(due: DueExplanation): DueParagraph {
  const grounds = new Map<string, ExplainedDay[]>();
  for (const day of due.days.slice(0, -1)) {
    if (day.counted) continue;
    const ground = `${reasonOf(day)}\n${day.source}`;
    grounds.set(ground, [...(grounds.get(ground) ?? []), day]);
  }
  const last = due.days.at(-1);
  return {
    leftOut: [...grounds.values()].map((days) => ({
      days: daysInShort(days.map((day) => day.date)),
      reason: reasonOf(days[0]!),
      source: days[0]!.source,
    })),
    last: { day: formatNamedDay('vi', due.dueOn), reason: last ? smallFirst(last.reason.vi) : '' },
  };
}

/** Days in order, those that follow each other as one stretch: `06–07/11, 13–14/11, 30/11–02/12`. */
export function daysInShort(dates: readonly Temporal.PlainDate[]): string {
  const stretches: { from: Temporal.PlainDate; to: Temporal.PlainDate }[] = [];
  for (const date of dates) {
    const open = stretches.at(-1);
    if (open?.to.add({ days: 1 }).equals(date)) open.to = date;
    else stretches.push({ from: date, to: date });
  }
  return stretches
    .map(({ from, to }) => {
      if (from.equals(to)) return dayAndMonth(to);
      return `${from.month === to.month && from.year === to.year ? two(from.day) : dayAndMonth(from)}–${dayAndMonth(to)}`;
    })
    .join(', ');
}

const two = (number: number): string => String(number).padStart(2, '0');
const dayAndMonth = (date: Temporal.PlainDate): string => `${two(date.day)}/${two(date.month)}`;
const smallFirst = (text: string): string => text.slice(0, 1).toLocaleLowerCase('vi') + text.slice(1);
