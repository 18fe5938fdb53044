import { toLocal } from '#kernel/zone.ts';

/** One due moment in a person's calendar. */
export interface CalendarEntry {
  readonly caseId: string;
  readonly code: string;
  readonly title: string;
  readonly dueAt: Temporal.Instant;
  readonly link: string;
}

/** Text as RFC 5545 §3.3.11 wants it. */
const escaped = (text: string): string =>
  text
    .replaceAll(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll(/\r?\n/g, '\\n')
    .replaceAll(/\p{Cc}/gu, '');

/** Lines are at most 75 octets; what is longer goes on in the next, after a blank (RFC 5545 §3.1). No letter is cut in two. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const letter of line) {
    const code = letter.codePointAt(0) ?? 0;
    const size = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (octets + size > 74) {
      parts.push(part);
      part = '';
      octets = 0;
    }
    part += letter;
    octets += size;
  }
  return [...parts, part].join('\r\n ');
}

const moment = (at: Temporal.Instant): string => at.round('second').toString().replaceAll(/[-:]/g, '');

/**
 * A calendar of due moments: each an event of the day it is due, with an alarm two days before.
 * @see RFC 5545
 */
export function writeCalendar(entries: readonly CalendarEntry[], at: Temporal.Instant): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Mot Cua//Viec can lam//VI',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'X-WR-CALNAME:Việc đến hạn',
    'X-WR-TIMEZONE:Asia/Ho_Chi_Minh',
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    ...entries.flatMap(({ caseId, code, title, dueAt, link }) => {
      const day = toLocal(dueAt).toPlainDate();
      const written = (date: Temporal.PlainDate) => date.toString().replaceAll('-', '');
      return [
        'BEGIN:VEVENT',
        `UID:${caseId}@motcua`,
        `DTSTAMP:${moment(at)}`,
        `DTSTART;VALUE=DATE:${written(day)}`,
        `DTEND;VALUE=DATE:${written(day.add({ days: 1 }))}`,
        `SUMMARY:${escaped(`Hạn: ${title} (${code})`)}`,
        `URL:${link}`,
        'TRANSP:TRANSPARENT',
        'BEGIN:VALARM',
        'ACTION:DISPLAY',
        'TRIGGER:-P2D',
        `DESCRIPTION:${escaped(code)}`,
        'END:VALARM',
        'END:VEVENT',
      ];
    }),
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}
