import { accepted, type Result, refused } from '#kernel/result.ts';
import { tidy } from '#kernel/vietnamese.ts';
import type { Question, QuestionType } from './procedure-definition.ts';
import { longestAnswer, numberBounds, typedShape, unusableCharacter } from './typed-shape.ts';

export type AnswerRefusal =
  | 'answer-missing'
  | 'answer-wrong-kind'
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

const shapes = new Map(Object.entries(typedShape).map(([type, shape]) => [type, new RegExp(shape, 'u')]));
const unusable = new RegExp(unusableCharacter, 'u');

const wrongShape: Readonly<Partial<Record<QuestionType, AnswerRefusal>>> = {
  name: 'answer-not-a-name',
  commune: 'answer-not-a-unit',
  email: 'answer-not-an-email',
  phone: 'answer-not-a-phone',
  'personal-id': 'answer-not-a-personal-id',
  date: 'answer-not-a-day',
  'whole-number': 'answer-not-a-number',
  money: 'answer-not-a-number',
};

const asTyped: Read = (text) => accepted(text);

/** What is kept of a text whose shape is right. */
const readers: Readonly<Record<QuestionType, Read>> = {
  text: asTyped,
  'long-text': asTyped,
  name: asTyped,
  commune: asTyped,
  email: asTyped,
  phone: (text) => accepted(text.replaceAll(/[ .-]/g, '').replace(/^\+84/, '0')),
  'personal-id': (text) => accepted(text.replaceAll(' ', '')),
  choice: (text, { options = [] }) =>
    options.some((option) => option.value === text) ? accepted(text) : refused('answer-not-an-option'),
  'yes-no': (text) => {
    if (text === 'yes' || text === 'true') return accepted(true);
    return text === 'no' || text === 'false' ? accepted(false) : refused('answer-not-an-option');
  },
  date: readDate,
  'whole-number': readNumber,
  money: readNumber,
};

/**
 * Reads one answer as typed into one as kept: composed letters, no spaces around it, days as yyyy-mm-dd, phones and
 * numbers as digits. An empty answer to a question that need not be answered is read as undefined.
 */
export function readAnswer(
  question: Question,
  typed: unknown,
  today: Temporal.PlainDate,
): Result<Answer | undefined, AnswerRefusal> {
  const { id, type } = question;
  const text = textOf(type, typed);
  if (text === undefined) return refused('answer-wrong-kind', {}, id);
  if (unusable.test(text)) return refused('answer-has-control-characters', {}, id);
  const most = question.maxLength ?? longestAnswer[type];
  // a text in decomposed letters has up to three times as many; a longer one is not even composed
  if (text.length > most * 4) return refused('answer-too-long', { most }, id);
  const said = type === 'long-text' ? text.normalize('NFC').replaceAll(/\r\n?/g, '\n').trim() : tidy(text);
  if (said === '') return question.required ? refused('answer-missing', {}, id) : accepted(undefined);
  const length = [...said].length;
  if (length > most) return refused('answer-too-long', { most }, id);
  if (question.minLength !== undefined && length < question.minLength) {
    return refused('answer-too-short', { least: question.minLength }, id);
  }
  const code = wrongShape[type];
  if (code && !shapes.get(type)?.test(said)) return refused(code, {}, id);
  const read = readers[type](said, question, today);
  return read.ok ? read : refused(read.refusal.code, read.refusal.facts, id);
}

/** A form sends text; another system may send numbers and truth values where they are asked for, and nothing else. */
function textOf(type: QuestionType, typed: unknown): string | undefined {
  if (typed === undefined || typed === null) return '';
  if (typeof typed === 'string') return typed;
  if (typeof typed === 'boolean') return type === 'yes-no' ? String(typed) : undefined;
  return typeof typed === 'number' && (type === 'whole-number' || type === 'money') ? String(typed) : undefined;
}

function readDate(
  text: string,
  { dateMust }: Question,
  today: Temporal.PlainDate,
): Result<Answer, 'answer-not-a-day' | 'day-in-future' | 'day-in-past'> {
  const parts = text.split(/[/.-]/).map(Number);
  const [year, month, day] = (parts[0] ?? 0) > 31 ? parts : parts.toReversed();
  let date: Temporal.PlainDate;
  try {
    date = Temporal.PlainDate.from({ year: year ?? 0, month: month ?? 0, day: day ?? 0 }, { overflow: 'reject' });
  } catch {
    return refused('answer-not-a-day');
  }
  if (date.year < 1900 || date.year > 2200) return refused('answer-not-a-day');
  const order = Temporal.PlainDate.compare(date, today);
  if (dateMust === 'not-be-in-future' && order > 0) return refused('day-in-future');
  return dateMust === 'not-be-in-past' && order < 0 ? refused('day-in-past') : accepted(date.toString());
}

function readNumber(
  text: string,
  question: Question,
): Result<Answer, 'answer-not-a-number' | 'number-too-small' | 'number-too-large'> {
  const number = Number(text.replaceAll(/\D/g, ''));
  const bounds = numberBounds[question.type === 'money' ? 'money' : 'whole-number'];
  const least = question.min ?? bounds.min;
  const most = question.max ?? bounds.max;
  if (number < least) return refused('number-too-small', { least });
  return number > most ? refused('number-too-large', { most }) : accepted(number);
}
