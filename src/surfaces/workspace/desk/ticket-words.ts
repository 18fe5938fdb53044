import type { Language, Text } from '#kernel/text.ts';
import type { QueueTicket } from '#modules/desk/index.ts';
import { textIn } from '#surfaces/ui/index.ts';

const purposes: Readonly<Record<QueueTicket['purpose'], Text>> = {
  file: { vi: 'Nộp hồ sơ', en: 'Hands in a dossier' },
  result: { vi: 'Nhận kết quả', en: 'Fetches a result' },
  advice: { vi: 'Cần hướng dẫn', en: 'Asks for advice' },
};

/** As it is printed, shown and said. */
export const ticketNumber = (number: number): string => String(number).padStart(3, '0');

/** What someone came for: purpose and field. */
export function wishWords(language: Language, ticket: QueueTicket, names: ReadonlyMap<string, Text>): string {
  const field = ticket.fieldCode ? names.get(ticket.fieldCode) : undefined;
  return [textIn(language, purposes[ticket.purpose]), field && textIn(language, field)].filter(Boolean).join(': ');
}

/** Whole minutes since a moment. */
export const minutesSince = (moment: Temporal.Instant, now: Temporal.Instant): number =>
  Math.max(0, Math.floor(moment.until(now).total('minutes')));
