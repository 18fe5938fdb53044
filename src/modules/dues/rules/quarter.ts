import type { Text } from '#kernel/text.ts';
import { toInstant } from '#kernel/zone.ts';

/** A quarter of a year, 1 to 4: the desk settles dues with the agencies each quarter (NĐ 61/2018/NĐ-CP art. 12.9, 22). */
export interface Quarter {
  readonly year: number;
  readonly quarter: number;
}

export function quarterOf(day: Temporal.PlainDate): Quarter {
  return { year: day.year, quarter: Math.ceil(day.month / 3) };
}

const firstDay = ({ year, quarter }: Quarter) => new Temporal.PlainDate(year, quarter * 3 - 2, 1);

/** The first moment of the quarter. */
export const quarterStart = (quarter: Quarter): Temporal.Instant => toInstant(firstDay(quarter).toPlainDateTime());

/** The first moment after the quarter: what came in before it belongs to it. */
export const quarterEnd = (quarter: Quarter): Temporal.Instant =>
  toInstant(firstDay(quarter).add({ months: 3 }).toPlainDateTime());

export function quarterWords({ year, quarter }: Quarter): Text {
  const roman = ['I', 'II', 'III', 'IV'][quarter - 1] ?? String(quarter);
  return { vi: `quý ${roman} năm ${year}`, en: `quarter ${quarter} of ${year}` };
}

/** Reads `2021-Q4`. */
export function readQuarter(text: string): Quarter | undefined {
  const [, year, quarter] = /^(20\d\d)-Q([1-4])$/.exec(text) ?? [];
  return year && quarter ? { year: Number(year), quarter: Number(quarter) } : undefined;
}

/** Writes a quarter the way `readQuarter` reads it. */
export const writeQuarter = ({ year, quarter }: Quarter): string => `${year}-Q${quarter}`;
