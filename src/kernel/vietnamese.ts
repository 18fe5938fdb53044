import type { Language, Text } from '#kernel/text.ts';

/** Text as it is stored and compared: composed (NFC), spaces single, none at the ends. */
export function tidy(text: string): string {
  return text.normalize('NFC').replaceAll(/\s+/g, ' ').trim();
}

/**
 * Text as people search it: lower case, no diacritics, đ as d. "Hòa", "Hoà" and "hoa" fold to the same,
 * so neither the place of the tone mark nor a missing keyboard hides a name.
 */
export function fold(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd');
}

const COLLATOR = new Intl.Collator('vi', { numeric: true });

/** The order of a Vietnamese dictionary (a ă â b c d đ e ê …, tones last); numbers inside by their value. */
export function compareVietnamese(a: string, b: string): number {
  return COLLATOR.compare(a, b);
}

/** The given name: the last word. "Nguyễn Thị Minh Khai" is called "Khai". */
export function givenName(personalName: string): string {
  return tidy(personalName).split(' ').at(-1) ?? '';
}

/** Lists of people go by given name, then by the whole name, as on every Vietnamese roll. */
export function comparePersonalNames(a: string, b: string): number {
  return COLLATOR.compare(givenName(a), givenName(b)) || COLLATOR.compare(tidy(a), tidy(b));
}

/** A personal name in capitals, as forms ask for it ("chữ in hoa, đủ dấu"). */
export function nameInCapitals(personalName: string): string {
  return tidy(personalName).toLocaleUpperCase('vi');
}

/** A personal name written the usual way, whatever way it was typed: NGUYỄN THỊ  lan → Nguyễn Thị Lan. */
export function formatPersonalName(personalName: string): string {
  return tidy(personalName)
    .toLocaleLowerCase('vi')
    .replaceAll(/(^|[\s'’-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toLocaleUpperCase('vi'));
}

/** `1.525.653` and `22,8` in Vietnamese, `1,525,653` and `22.8` in English. */
export function formatNumber(language: Language, value: number | bigint): string {
  const [whole = '0', fraction] = value.toString().replace('-', '').split('.');
  const [group, point] = language === 'vi' ? ['.', ','] : [',', '.'];
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, group);
  return `${value < 0 ? '-' : ''}${grouped}${fraction ? point + fraction : ''}`;
}

const WEEKDAYS: readonly Text[] = [
  { vi: 'thứ Hai', en: 'Monday' },
  { vi: 'thứ Ba', en: 'Tuesday' },
  { vi: 'thứ Tư', en: 'Wednesday' },
  { vi: 'thứ Năm', en: 'Thursday' },
  { vi: 'thứ Sáu', en: 'Friday' },
  { vi: 'thứ Bảy', en: 'Saturday' },
  { vi: 'Chủ nhật', en: 'Sunday' },
];

type Dated = Temporal.PlainDate | Temporal.PlainDateTime;
const two = (number: number) => String(number).padStart(2, '0');

/** `30/10/2021`, in both languages: the order people here write, also beside English. */
export function formatDate(date: Dated): string {
  return `${two(date.day)}/${two(date.month)}/${date.year}`;
}

/** `17:05`. */
export function formatTime(time: Temporal.PlainTime | Temporal.PlainDateTime): string {
  return `${two(time.hour)}:${two(time.minute)}`;
}

/** `thứ Tư` or `Wednesday`. */
export function formatWeekday(language: Language, date: Dated): string {
  return WEEKDAYS[date.dayOfWeek - 1]![language];
}

/** `thứ Tư 17/02/2021`: a day that is promised is named by its weekday. */
export function formatNamedDay(language: Language, date: Dated): string {
  return `${formatWeekday(language, date)} ${formatDate(date)}`;
}

/** What the city promises: `thứ Tư 17/02/2021, trước 17:00`; in English `Wednesday 17/02/2021, before 17:00`. */
export function formatPromise(language: Language, dueAt: Temporal.PlainDateTime): string {
  return `${formatNamedDay(language, dueAt)}, ${language === 'vi' ? 'trước' : 'before'} ${formatTime(dueAt)}`;
}
