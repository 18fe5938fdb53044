import type { CaseState, Holder } from '#case-engine/rules/case-state.ts';
import type { JournalEntry } from '#case-engine/rules/journal.ts';
import type { Language, Text } from '#kernel/text.ts';
import { formatNamedDay } from '#kernel/vietnamese.ts';
import { toLocal } from '#kernel/zone.ts';
import type { WrittenNotice } from './write-notice.ts';

/** What an officer can be told of. Every one of them may be left out of the mails; in the pages they always stand. */
export const officerTemplates = ['officer-given', 'officer-reminded', 'officer-urged', 'officer-extension'] as const;
export type OfficerTemplate = (typeof officerTemplates)[number];

/** Where the person sits who is told; only that person where one is named. */
export type ToldPost = Pick<Holder, 'unitId' | 'role' | 'accountId'>;

export interface OfficerNotice {
  readonly template: OfficerTemplate;
  readonly post: ToldPost;
}

const postIn = (data: JournalEntry['data']): ToldPost | null =>
  typeof data.unitId === 'string' && typeof data.role === 'string'
    ? { unitId: data.unitId, role: data.role as Holder['role'], accountId: null }
    : null;

/** Who is to be told of an entry: whoever the work has come to, is reminded, is urged, or has an extension to decide or asked for. */
export function officerNoticesOf(
  entry: Pick<JournalEntry, 'verb' | 'data' | 'actor'>,
  before: CaseState | null,
  after: CaseState,
): readonly OfficerNotice[] {
  const { verb } = entry;
  const { holder } = after;
  if (verb === 'remind') {
    const post = postIn(entry.data);
    return post ? [{ template: 'officer-reminded', post }] : [];
  }
  if (verb === 'urge') return holder ? [{ template: 'officer-urged', post: holder }] : [];
  if (verb === 'request-extension') {
    const follower = after.facts.follower as Holder | undefined;
    return follower ? [{ template: 'officer-extension', post: follower }] : [];
  }
  if (verb === 'grant-extension' || verb === 'refuse-extension')
    return holder ? [{ template: 'officer-extension', post: holder }] : [];
  const last = before?.holder;
  const isSame =
    last && last.unitId === holder?.unitId && last.role === holder.role && last.accountId === holder.accountId;
  // whoever took it in hand themselves knows
  const isOwn = holder?.accountId !== null && holder?.accountId === entry.actor.accountId;
  return holder && !isSame && !isOwn ? [{ template: 'officer-given', post: holder }] : [];
}

const words: Readonly<
  Record<OfficerTemplate, { readonly subject: Text; readonly opening: Text; readonly next: Text }>
> = {
  'officer-given': {
    subject: { vi: 'Việc mới đến: {code}', en: 'Work has come to you: {code}' },
    opening: { vi: 'Một việc vừa đến vị trí bạn đang giữ.', en: 'Something has come to the post you hold.' },
    next: { vi: 'Mở việc để xem và xử lý.', en: 'Open it and see what is to be done.' },
  },
  'officer-reminded': {
    subject: { vi: 'Nhắc hạn: {code}', en: 'Reminder: {code}' },
    opening: { vi: 'Việc này sắp đến hạn hoặc đã quá hạn.', en: 'This is nearly due, or overdue.' },
    next: { vi: 'Xử lý hoặc báo cáo tiến độ ngay.', en: 'Do it, or report how far it is.' },
  },
  'officer-urged': {
    subject: { vi: 'Đôn đốc: {code}', en: 'Urged: {code}' },
    opening: { vi: 'Bạn được đôn đốc về việc này.', en: 'You are urged about this.' },
    next: { vi: 'Xử lý và trả lời văn bản đôn đốc, nếu có.', en: 'Do it, and answer the letter if there is one.' },
  },
  'officer-extension': {
    subject: { vi: 'Gia hạn: {code}', en: 'Extension: {code}' },
    opening: {
      vi: 'Việc này có đề nghị gia hạn, hoặc quyết định về đề nghị ấy.',
      en: 'An extension was asked for, or decided on.',
    },
    next: { vi: 'Mở việc để xem đề nghị hoặc quyết định.', en: 'Open it to see the request or the decision.' },
  },
};

/** The notice in words: which case, what it is about, by when, what was said. */
export function writeToOfficer(
  template: OfficerTemplate,
  state: CaseState,
  entry: Pick<JournalEntry, 'data' | 'actor'>,
  language: Language,
): WrittenNotice {
  const { subject, opening, next } = words[template];
  const code = state.code ?? state.reference;
  const note = typeof entry.data.note === 'string' ? entry.data.note : '';
  const say = (vi: string, en: string) => (language === 'vi' ? vi : en);
  return {
    language,
    subject: subject[language].replace('{code}', code),
    opening: opening[language],
    rows: [
      { label: say('Việc', 'What'), value: state.title },
      ...(state.dueAt
        ? [{ label: say('Hạn', 'Due'), value: formatNamedDay(language, toLocal(Temporal.Instant.from(state.dueAt))) }]
        : []),
      ...(note ? [{ label: say('Nội dung', 'What was said'), value: note }] : []),
    ],
    items: [],
    nextTitle: say('Cần làm', 'To do'),
    next: next[language],
    answerable: entry.actor.kind === 'system' ? '' : `${say('Người gửi', 'From')}: ${entry.actor.name}`,
  };
}
