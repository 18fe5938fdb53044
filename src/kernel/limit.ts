import { accepted, type Result, refused } from '#kernel/result.ts';
import type { Text } from '#kernel/text.ts';
import { quoted } from '#kernel/written-moment.ts';

export type CountedUnit = 'working-hour' | 'working-day' | 'calendar-day' | 'month';

/**
 * A time limit in the unit the law wrote it in. It is stored so and never converted: "8 giờ làm việc" and
 * "01 ngày làm việc" fall due at different moments.
 */
export type Limit =
  | { readonly unit: 'same-day'; readonly amount?: never }
  | { readonly unit: CountedUnit; readonly amount: number };

const WRITTEN = /^([1-9]\d{0,3}) +(working-hour|working-day|calendar-day|month)s?$/;

/** Reads `same-day`, `8 working-hour`, `5 working-day`, `30 calendar-day`, `1 month`: whole amounts from 1 to 9999. */
export function readLimit(text: string): Result<Limit, 'limit-not-readable'> {
  const tidy = text.trim();
  if (tidy === 'same-day') return accepted({ unit: 'same-day' });
  const match = WRITTEN.exec(tidy);
  if (!match) return refused('limit-not-readable', { text: quoted(text) });
  return accepted({ unit: match[2] as CountedUnit, amount: Number(match[1]) });
}

/** Writes a limit the way `readLimit` reads it. */
export function writeLimit(limit: Limit): string {
  return limit.unit === 'same-day' ? 'same-day' : `${limit.amount} ${limit.unit}`;
}

const NAMES: Record<CountedUnit, Text> = {
  'working-hour': { vi: 'giờ làm việc', en: 'working hour' },
  'working-day': { vi: 'ngày làm việc', en: 'working day' },
  'calendar-day': { vi: 'ngày', en: 'calendar day' },
  month: { vi: 'tháng', en: 'month' },
};

/** A limit as people read it. Vietnamese papers write amounts below ten with a zero before: "05 ngày làm việc". */
export function limitInWords(limit: Limit): Text {
  if (limit.unit === 'same-day') return { vi: 'trong ngày làm việc', en: 'within the working day' };
  const { vi, en } = NAMES[limit.unit];
  return {
    vi: `${String(limit.amount).padStart(2, '0')} ${vi}`,
    en: `${limit.amount} ${en}${limit.amount === 1 ? '' : 's'}`,
  };
}
