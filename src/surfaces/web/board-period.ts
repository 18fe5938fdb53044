import type { Text } from '#kernel/text.ts';

/** The days a board is about, and how its address writes them: `2021`, `2021-Q4`, `2021-10`. */
export interface BoardPeriod {
  readonly written: string;
  readonly name: Text;
  readonly from: Temporal.PlainDate;
  /** The last day, included; not after today. */
  readonly to: Temporal.PlainDate;
}

const least = (one: Temporal.PlainDate, other: Temporal.PlainDate): Temporal.PlainDate =>
  Temporal.PlainDate.compare(one, other) < 0 ? one : other;

/** Reads the period of an address; what cannot be read, or lies ahead, is the year of today. */
export function readBoardPeriod(written: string | undefined, today: Temporal.PlainDate): BoardPeriod {
  const [, yearText = '', quarter, month] = /^(20\d\d)(?:-Q([1-4])|-(0[1-9]|1[0-2]))?$/.exec(written ?? '') ?? [];
  const year = Number(yearText) || today.year;
  const first = new Temporal.PlainDate(year, month ? Number(month) : quarter ? Number(quarter) * 3 - 2 : 1, 1);
  if (Temporal.PlainDate.compare(first, today) > 0) return readBoardPeriod(undefined, today);
  const last = first.add({ months: month ? 1 : quarter ? 3 : 12 }).subtract({ days: 1 });
  const isRunning = Temporal.PlainDate.compare(last, today) > 0;
  const soFar = isRunning ? { vi: ' đến nay', en: ' so far' } : { vi: '', en: '' };
  const name = month
    ? { vi: `tháng ${first.month}/${year}`, en: `${month}/${year}` }
    : quarter
      ? { vi: `quý ${['I', 'II', 'III', 'IV'][Number(quarter) - 1]}/${year}`, en: `quarter ${quarter} of ${year}` }
      : { vi: `năm ${year}`, en: `${year}` };
  return {
    written: month ? `${year}-${month}` : quarter ? `${year}-Q${quarter}` : `${year}`,
    name: { vi: `${name.vi}${soFar.vi}`, en: `${name.en}${soFar.en}` },
    from: first,
    to: least(last, today),
  };
}

/** Periods to choose from: this year and the last, the quarters and months of this year that have begun, latest first. */
export function boardPeriods(today: Temporal.PlainDate): readonly BoardPeriod[] {
  const { year } = today;
  const quarters = [4, 3, 2, 1].map((quarter) => `${year}-Q${quarter}`);
  const months = Array.from({ length: 12 }, (_, index) => `${year}-${String(12 - index).padStart(2, '0')}`);
  const begun = (written: string) => readBoardPeriod(written, today).written === written;
  return [`${year}`, `${year - 1}`, ...quarters, ...months].filter(begun).map((one) => readBoardPeriod(one, today));
}
