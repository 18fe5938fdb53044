import { accepted, type Result, refused } from '#kernel/result.ts';
import { tidy } from '#kernel/vietnamese.ts';
import type { Question, QuestionType } from './procedure-definition.ts';

export type AnswerRefusal =
  | 'answer-missing'
  | 'answer-too-long'
  | 'answer-too-short'
  | 'answer-has-control-characters'
  | 'answer-not-a-name'
  | 'answer-not-a-day'
  | 'day-in-future'
  | 'day-in-past'
  | 'answer-not-a-number'
  | 'number-too-small'
  | 'number-too-large'
  | 'answer-not-an-option'
  | 'answer-not-a-personal-id'
  | 'answer-not-a-phone'
  | 'answer-not-an-email'
  | 'answer-not-a-unit';

type Answer = string | number | boolean;
type Read = (text: string, question: Question, today: Temporal.PlainDate) => Result<Answer, AnswerRefusal>;

const longest: Partial<Record<QuestionType, number>> = { 'long-text': 4000, name: 200, email: 200, commune: 60 };

const shaped =
  (shape: RegExp, code: AnswerRefusal, tidied = (text: string) => text): Read =>
  (text) => {
    const tidyText = tidied(text);
    return shape.test(tidyText) ? accepted(tidyText) : refused(code);
  };

const readers: Record<QuestionType, Read> = {
  text: (text) => accepted(text),
  'long-text': (text) => accepted(text),
  name: shaped(/^[\p{L}\p{M}][\p{L}\p{M}'’. -]*$/u, 'answer-not-a-name'),
  commune: shaped(/^[a-z0-9.-]+$/, 'answer-not-a-unit'),
  email: shaped(/^[^\s@]+@[^\s@]+\.[A-Za-z]{2,20}$/, 'answer-not-an-email'),
  phone: shaped(/^0\d{9,10}$/, 'answer-not-a-phone', (text) => text.replaceAll(/[\s.-]/g, '').replace(/^\+84/, '0')),
  'personal-id': shaped(/^\d{12}$/, 'answer-not-a-personal-id', (text) => text.replaceAll(/\s/g, '')),
  choice: (text, question) =>
    question.options?.some((option) => option.value === text) ? accepted(text) : refused('answer-not-an-option'),
  'yes-no': (text) =>
    text === 'yes' || text === 'true'
      ? accepted(true)
      : text === 'no' || text === 'false'
        ? accepted(false)
        : refused('answer-not-an-option'),
  date: (text, question, today) => {
    const day = readDay(text);
    if (!day) return refused('answer-not-a-day');
    const order = Temporal.PlainDate.compare(day, today);
    if (question.dateMust === 'not-be-in-future' && order > 0) return refused('day-in-future');
    if (question.dateMust === 'not-be-in-past' && order < 0) return refused('day-in-past');
    return day.year < 1900 || day.year > 2200 ? refused('answer-not-a-day') : accepted(day.toString());
  },
  'whole-number': (text, question) => readNumber(text, question.min ?? 0, question.max ?? 1_000_000_000),
  money: (text, question) => readNumber(text.replace(/\s*(đ|đồng|₫)$/i, ''), question.min ?? 0, question.max ?? 1e15),
};

/**
 * Reads one answer as typed into one as kept: composed letters, trimmed, days in ISO, phones and numbers tidied.
 * An empty answer to a question that need not be answered is read as undefined.
 */
export function readAnswer(
  question: Question,
  typed: unknown,
  today: Temporal.PlainDate,
): Result<Answer | undefined, AnswerRefusal> {
  const text = typeof typed === 'string' ? typed : typed === undefined || typed === null ? '' : String(typed);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are exactly what is refused
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(text))
    return refused('answer-has-control-characters', {}, question.id);
  const most = question.maxLength ?? longest[question.type] ?? 500;
  if (text.length > most * 2) return refused('answer-too-long', { most }, question.id);
  const said = question.type === 'long-text' ? text.normalize('NFC').trim() : tidy(text);
  if (said === '') return question.required ? refused('answer-missing', {}, question.id) : accepted(undefined);
  const length = [...said].length;
  if (length > most) return refused('answer-too-long', { most }, question.id);
  if (question.minLength !== undefined && length < question.minLength) {
    return refused('answer-too-short', { least: question.minLength }, question.id);
  }
  const read = readers[question.type](said, question, today);
  return read.ok ? read : refused(read.refusal.code, read.refusal.facts, question.id);
}

/** A day as people type it (dd/mm/yyyy, d-m-yyyy) or as machines write it (yyyy-mm-dd). */
function readDay(text: string): Temporal.PlainDate | undefined {
  const typed = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  const [year, month, day] = typed
    ? [typed[3], typed[2], typed[1]]
    : (/^(\d{4})-(\d{2})-(\d{2})$/.exec(text)?.slice(1) ?? []);
  try {
    return Temporal.PlainDate.from(
      { year: Number(year), month: Number(month), day: Number(day) },
      { overflow: 'reject' },
    );
  } catch {
    return undefined;
  }
}

function readNumber(text: string, least: number, most: number): Result<number, AnswerRefusal> {
  if (!/^\d{1,3}(\.\d{3})+$|^\d{1,16}$/.test(text)) return refused('answer-not-a-number');
  const number = Number(text.replaceAll('.', ''));
  if (number < least) return refused('number-too-small', { least });
  return number > most ? refused('number-too-large', { most }) : accepted(number);
}
