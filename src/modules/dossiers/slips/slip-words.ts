import { formatDate, formatTime } from '#kernel/vietnamese.ts';
import { toLocal } from '#kernel/zone.ts';
import type { IssuedSlip } from '../rules/slips.ts';

export const twoDigits = (number: number): string => String(number).padStart(2, '0');

/** `09 giờ 30 phút, ngày 05/11/2021`: as the forms have it. */
export function momentWritten(moment: Temporal.PlainDateTime): string {
  const [hour = '', minute = ''] = formatTime(moment).split(':');
  return `${hour} giờ ${minute} phút, ngày ${formatDate(moment)}`;
}

/** A moment of the journal, as the forms have it; empty where there is none. */
export const journalMoment = (written: string | null | undefined): string =>
  written ? momentWritten(toLocal(Temporal.Instant.from(written))) : '';

/** The place and day of issue: a 0 before days under 10 and before January and February (NĐ 30/2020/NĐ-CP, Phụ lục I). */
export function placeAndDate(place: string, day: Temporal.PlainDate | Temporal.PlainDateTime): string {
  const month = day.month < 3 ? twoDigits(day.month) : String(day.month);
  return `${place}, ngày ${twoDigits(day.day)} tháng ${month} năm ${day.year}`;
}

/** Where the dossier stands in the register of the year. */
export function registerPlace({ number }: IssuedSlip): string {
  return number ? `năm ${number.year}, số thứ tự ${String(number.number).padStart(4, '0')}` : '';
}
