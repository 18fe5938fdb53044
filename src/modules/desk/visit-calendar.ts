import { formatNamedDay, formatTime } from '#kernel/vietnamese.ts';
import { toLocal } from '#kernel/zone.ts';
import type { Booking } from './booking-store.ts';

/** What a reminder says, short enough for one message. */
export function reminderText(booking: Booking, place: string): string {
  const moment = toLocal(booking.startsAt);
  return `Lịch hẹn ${booking.code}: ${formatTime(moment)} ${formatNamedDay('vi', moment)}, ${place}. Mang giấy tờ gốc; đến nơi chọn "Đã đặt lịch" trên máy lấy số.`;
}

/** Text of iCalendar: commas, semicolons and line ends are escaped. */
const escaped = (text: string): string => text.replaceAll(/[\\;,]/g, String.raw`\$&`).replaceAll('\n', String.raw`\n`);

/** No line is longer than 75 octets; what follows begins with a space. A letter of several octets is not parted. */
function folded(line: string): string {
  const lines: string[] = [];
  let part = '';
  let octets = 0;
  for (const letter of line) {
    const size = Buffer.byteLength(letter);
    if (octets + size > (lines.length === 0 ? 75 : 74)) {
      lines.push(part);
      part = '';
      octets = 0;
    }
    part += letter;
    octets += size;
  }
  return [...lines, part].join('\r\n ');
}

const stamp = (moment: Temporal.Instant): string => moment.round('second').toString().replaceAll(/[-:]/g, '');

/** The booking as a file for any calendar, with an alarm two hours before. @see RFC 5545 */
export function visitCalendar(
  booking: Booking,
  visit: { readonly title: string; readonly place: string; readonly minutes: number },
  at: Temporal.Instant,
): string {
  const reminder = reminderText(booking, visit.place);
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Mot Cua//VI',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${booking.id}@motcua`,
    `DTSTAMP:${stamp(at)}`,
    `DTSTART:${stamp(booking.startsAt)}`,
    `DTEND:${stamp(booking.startsAt.add({ minutes: visit.minutes }))}`,
    `SUMMARY:${escaped(visit.title)}`,
    `LOCATION:${escaped(visit.place)}`,
    `DESCRIPTION:${escaped(reminder)}`,
    `STATUS:${booking.state === 'cancelled' ? 'CANCELLED' : 'CONFIRMED'}`,
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped(reminder)}`,
    'TRIGGER:-PT2H',
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]
    .map(folded)
    .join('\r\n');
}
