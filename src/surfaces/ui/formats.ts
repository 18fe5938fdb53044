import type { Language } from '#kernel/text.ts';

const weekdaysVi = ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'] as const;
const weekdaysEn = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

type Day = Temporal.PlainDate | Temporal.PlainDateTime;

const two = (n: number): string => String(n).padStart(2, '0');

/** `30/10/2021`, in both languages: the order people here write, also beside English. */
export function formatDate(day: Day): string {
  return `${two(day.day)}/${two(day.month)}/${day.year}`;
}

/** `08:30`. */
export function formatTime(moment: Temporal.PlainDateTime): string {
  return `${two(moment.hour)}:${two(moment.minute)}`;
}

/** `08:30 30/10/2021`, the order of a Vietnamese journal. */
export function formatMoment(moment: Temporal.PlainDateTime): string {
  return `${formatTime(moment)} ${formatDate(moment)}`;
}

/** `thứ Tư` or `Wednesday`. */
export function formatWeekday(language: Language, day: Day): string {
  const names = language === 'vi' ? weekdaysVi : weekdaysEn;
  return names[day.dayOfWeek - 1] ?? '';
}

/** `thứ Tư 17/02/2021`: a day that is promised is named by its weekday. */
export function formatNamedDay(language: Language, day: Day): string {
  return `${formatWeekday(language, day)} ${formatDate(day)}`;
}

/** `thứ Tư 17/02/2021, trước 17:00`: the sentence of a promise. */
export function formatPromise(language: Language, due: Temporal.PlainDateTime): string {
  const before = language === 'vi' ? 'trước' : 'before';
  return `${formatNamedDay(language, due)}, ${before} ${formatTime(due)}`;
}

/** `1.525.653` in Vietnamese, `1,525,653` in English. Whole numbers only. */
export function formatCount(language: Language, count: number | bigint): string {
  return String(count).replaceAll(/\B(?=(\d{3})+(?!\d))/g, language === 'vi' ? '.' : ',');
}

/** `15.000 đồng`; nothing to pay reads `Không thu phí`. Whole đồng. */
export function formatMoney(language: Language, amount: bigint): string {
  if (amount === 0n) return language === 'vi' ? 'Không thu phí' : 'Free of charge';
  return `${formatCount(language, amount)} ${language === 'vi' ? 'đồng' : 'VND'}`;
}

/** `2,4 MB`: how a file's size reads. */
export function formatSize(language: Language, sizeBytes: number): string {
  if (sizeBytes < 1024 * 1024) return `${Math.max(1, Math.round(sizeBytes / 1024))} KB`;
  const megabytes = (sizeBytes / (1024 * 1024)).toFixed(1).replace(/\.0$/, '');
  return `${language === 'vi' ? megabytes.replace('.', ',') : megabytes} MB`;
}

/**
 * Reads a day as people here type it: `5/3/2021`, `05-03-2021`, `05.03.2021`, `05 03 2021`, `05032021`.
 * @returns undefined when it is not a day of the calendar (31/02) or not in this order
 */
export function parseDate(typed: string): Temporal.PlainDate | undefined {
  const found =
    /^\s*(\d{1,2})\s*[/.\-\s]\s*(\d{1,2})\s*[/.\-\s]\s*(\d{4})\s*$/.exec(typed) ??
    /^\s*(\d{2})(\d{2})(\d{4})\s*$/.exec(typed);
  if (!found) return undefined;
  const [, day, month, year] = found.map(Number);
  try {
    return Temporal.PlainDate.from({ year: year!, month: month!, day: day! }, { overflow: 'reject' });
  } catch {
    return undefined;
  }
}
