import type { WorkQueue } from '#case-engine/rules/work-queues.ts';
import type { WorkListQuery } from '#case-engine/work-list.ts';
import type { Text } from '#kernel/text.ts';
import type { Officer } from '../officer.ts';

export const scopes = ['mine', 'unit', 'jurisdiction'] as const;
export type Scope = (typeof scopes)[number];
export const scopeWords: Readonly<Record<Scope, Text>> = {
  mine: { vi: 'Của tôi', en: 'Mine' },
  unit: { vi: 'Của đơn vị', en: "My unit's" },
  jurisdiction: { vi: 'Phạm vi quản lý', en: 'My jurisdiction' },
};

export type QueueName = WorkQueue;
export const queueWords: Readonly<Record<QueueName, Text>> = {
  all: { vi: 'Tất cả đang mở', en: 'All open' },
  'to-take-over': { vi: 'Chờ ký nhận', en: 'To sign for' },
  'due-soon': { vi: 'Sắp đến hạn', en: 'Due soon' },
  overdue: { vi: 'Quá hạn', en: 'Overdue' },
  'awaiting-supplement': { vi: 'Chờ bổ sung', en: 'Waiting for the person' },
  'answer-overdue': { vi: 'Quá hạn bổ sung', en: "The person's day has passed" },
  'to-sign': { vi: 'Chờ ký', en: 'To be signed' },
  settled: { vi: 'Đã có kết quả', en: 'Result ready' },
  ended: { vi: 'Đã kết thúc', en: 'Ended' },
};
export const queues = Object.keys(queueWords) as readonly QueueName[];

/** What the address of the list says. Words an address may have in Vietnamese; everything unknown falls back. */
export interface ListAddress {
  readonly scope: Scope;
  readonly queue: QueueName;
  readonly words: string;
  readonly procedureCode: string;
  readonly after: string;
}

const scopeNames: Readonly<Record<Scope, string>> = { mine: 'toi', unit: 'don-vi', jurisdiction: 'pham-vi' };

export function readAddress(query: (name: string) => string | undefined): ListAddress {
  const scope = scopes.find((name) => scopeNames[name] === query('xem')) ?? 'unit';
  const queue = queues.find((name) => name === query('nhom')) ?? 'all';
  return {
    scope,
    queue,
    words: tidyWords(query('q')),
    procedureCode: /^[\d.]{1,20}$/.exec(query('thu-tuc') ?? '')?.[0] ?? '',
    after: (query('sau') ?? '').slice(0, 100),
  };
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are exactly what is left out
const control = /[\u0000-\u001f\u007f]/g;
const tidyWords = (words: string | undefined): string =>
  (words ?? '').replaceAll(control, ' ').toWellFormed().normalize('NFC').trim().slice(0, 200);

/** The address of a list; whatever changes but the page itself begins the list anew. */
export function writeAddress(address: ListAddress, change: Partial<ListAddress> = {}, path = '/lam-viec'): string {
  const wanted = { ...address, after: '', ...change };
  const query = new URLSearchParams();
  if (wanted.scope !== 'unit') query.set('xem', scopeNames[wanted.scope]);
  if (wanted.queue !== 'all') query.set('nhom', wanted.queue);
  if (wanted.words) query.set('q', wanted.words);
  if (wanted.procedureCode) query.set('thu-tuc', wanted.procedureCode);
  if (wanted.after) query.set('sau', wanted.after);
  const written = query.toString();
  return written ? `${path}?${written}` : path;
}

/** The question behind an address, for this officer. */
export function workQuery(officer: Officer, address: ListAddress): Omit<WorkListQuery, 'now' | 'soonUntil' | 'kinds'> {
  return {
    scope: address.scope,
    accountId: officer.actor.accountId,
    unitIds: officer.unitIds,
    jurisdiction: officer.jurisdiction,
    queue: address.queue,
    ...(address.words ? { words: address.words } : {}),
    ...(address.procedureCode ? { typeCode: address.procedureCode } : {}),
    ...(address.after ? { after: address.after } : {}),
  };
}
