import { formatDong } from '#kernel/money.ts';
import type { Language, Text } from '#kernel/text.ts';
import { formatNamedDay, formatPromise } from '#kernel/vietnamese.ts';
import { toLocal } from '#kernel/zone.ts';
import { type NoticeRow, type NoticeTemplate, type NoticeWords, noticeTemplates } from './notice-templates.ts';
import type { NoticeFacts } from './notices-of.ts';

/** The facts of a notice with the names of units as they were when it was made. */
export interface NamedFacts extends NoticeFacts {
  readonly agency: Text & NoticeFacts['procedure'];
  readonly desk: Text & NoticeFacts['procedure'];
  readonly answerable: Text & NoticeFacts['procedure'];
}

/** A notice in words: what any channel shows of it. */
export interface WrittenNotice {
  readonly language: Language;
  readonly subject: string;
  readonly opening: string;
  readonly rows: readonly { readonly label: string; readonly value: string }[];
  readonly items: readonly string[];
  readonly nextTitle: string;
  readonly next: string;
  readonly answerable: string;
}

const labels: Readonly<Record<NoticeRow, Text>> = {
  code: { vi: 'Mã hồ sơ', en: 'Dossier code' },
  procedure: { vi: 'Thủ tục', en: 'Procedure' },
  agency: { vi: 'Cơ quan', en: 'Agency' },
  due: { vi: 'Hạn', en: 'Due' },
  firstDue: { vi: 'Ngày hẹn trước', en: 'Day promised before' },
  newDue: { vi: 'Xin hẹn lại', en: 'New day asked for' },
  reason: { vi: 'Lý do', en: 'Reason' },
  clause: { vi: 'Căn cứ pháp luật', en: 'Legal basis' },
  amount: { vi: 'Số tiền', en: 'Amount' },
  basis: { vi: 'Căn cứ', en: 'Basis' },
  receiptNumber: { vi: 'Biên lai số', en: 'Receipt no.' },
  letterNumber: { vi: 'Thư xin lỗi số', en: 'Letter of apology no.' },
};

/** Fills in a template. @param facts as kept with the notice, so that sent again it reads the same */
export function writeNotice(template: NoticeTemplate, facts: NamedFacts, language: Language): WrittenNotice {
  const words: NoticeWords = noticeTemplates[template];
  const values = valuesOf(facts, language);
  const fill = (text: Text) => fillIn(text[language], values);
  const who = facts.answerable[language];
  return {
    language,
    subject: fill(words.subject),
    opening: fill(words.opening),
    rows: words.rows.flatMap((row) => {
      const value = values[row];
      return value ? [{ label: labels[row][language], value }] : [];
    }),
    items: (facts.items ?? []).map(({ what, reason, clause }) => `${what}: ${reason}${clause ? ` (${clause})` : ''}`),
    nextTitle: language === 'vi' ? 'Bạn cần làm gì' : 'What you do next',
    next: fill(words.next),
    answerable:
      language === 'vi'
        ? `Chịu trách nhiệm lúc này: ${facts.answerableName ? `${facts.answerableName}, ` : ''}${who}.`
        : `Answerable now: ${facts.answerableName ? `${facts.answerableName}, ` : ''}${who}.`,
  };
}

/**
 * The short form of a notice, with diacritics, for a telephone's screen.
 * @param most characters; the address is left out when it does not fit, the sentence never
 */
export function writeShort(
  template: NoticeTemplate,
  facts: NamedFacts,
  language: Language,
  follow: string,
  most: number,
): string {
  const sentence = fillIn(noticeTemplates[template].short[language], valuesOf(facts, language));
  const whole = `${sentence} ${follow}`;
  return whole.length <= most ? whole : sentence;
}

/** One SMS of the alphabet every telephone has (GSM 03.38): 160 characters; with one Vietnamese letter it would be 70. */
export const mostInSms = 160;

/**
 * A text message: without diacritics, so that it is one message on any telephone. The page has it in full.
 * @see 3GPP TS 23.038
 */
export function writeSms(template: NoticeTemplate, facts: NamedFacts, language: Language, follow: string): string {
  return withoutDiacritics(writeShort(template, facts, language, follow, mostInSms));
}

export function withoutDiacritics(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');
}

type Values = Readonly<Record<string, string>>;

function valuesOf(facts: NamedFacts, language: Language): Values {
  const promise = (at: string | null | undefined) => (at ? formatPromise(language, localOf(at)) : '');
  const day = (at: string | null | undefined) => (at ? formatNamedDay(language, localOf(at)) : '');
  return {
    code: facts.code,
    procedure: facts.procedure[language],
    agency: facts.agency[language],
    desk: facts.desk[language],
    due: promise(facts.dueAt),
    dueDay: day(facts.dueAt),
    firstDue: promise(facts.firstDueAt),
    newDue: promise(facts.newDueAt),
    newDueDay: day(facts.newDueAt),
    reason: facts.reason ?? '',
    clause: facts.clause ?? '',
    amount: facts.amount ? formatDong(language, BigInt(facts.amount)) : '',
    basis: facts.basis ?? '',
    receiptNumber: facts.receiptNumber ?? '',
    letterNumber: facts.letterNumber ?? '',
    count: String(facts.items?.length ?? 0),
  };
}

const localOf = (at: string): Temporal.PlainDateTime => toLocal(Temporal.Instant.from(at));

function fillIn(text: string, values: Values): string {
  return text.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new RangeError(`a template asks for {${name}}, which no notice has`);
    return value;
  });
}
