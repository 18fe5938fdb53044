import { type ClockQuestion, type DueExplanation, explainDue } from '#case-engine/rules/clock.ts';
import { limitInWords, readLimit, writeLimit } from '#kernel/limit.ts';
import { type KernelRefusal, kernelRefusals } from '#kernel/refusals.ts';
import { accepted, type Refusal, type Result, sentenceOf } from '#kernel/result.ts';
import type { Language } from '#kernel/text.ts';
import { formatNamedDay, formatPromise, formatTime } from '#kernel/vietnamese.ts';
import type { WorkingCalendar } from '#kernel/working-calendar.ts';
import { defaultWorkingHours } from '#kernel/working-hours.ts';
import { type Period, readMoment, readPeriod, writeMoment } from '#kernel/written-moment.ts';

export interface Asked {
  readonly received: string;
  readonly limit: string;
  readonly pauses: readonly string[];
  readonly exclusions: readonly string[];
}

function readPeriods(texts: readonly string[]): Result<readonly Period[], KernelRefusal> {
  const periods: Period[] = [];
  for (const text of texts) {
    const period = readPeriod(text);
    if (!period.ok) return period;
    periods.push(period.value);
  }
  return accepted(periods);
}

function questionOf(asked: Asked, calendar: WorkingCalendar): Result<ClockQuestion, KernelRefusal> {
  const receivedAt = readMoment(asked.received);
  if (!receivedAt.ok) return receivedAt;
  const limit = readLimit(asked.limit);
  if (!limit.ok) return limit;
  const pauses = readPeriods(asked.pauses);
  if (!pauses.ok) return pauses;
  const exclusions = readPeriods(asked.exclusions);
  if (!exclusions.ok) return exclusions;
  return accepted({
    receivedAt: receivedAt.value,
    limit: limit.value,
    pauses: pauses.value,
    exclusions: exclusions.value,
    calendar,
    hours: defaultWorkingHours,
  });
}

interface Answer {
  readonly question: ClockQuestion;
  readonly explanation: DueExplanation;
}

export function answer(asked: Asked, calendar: WorkingCalendar): Result<Answer, KernelRefusal> {
  const question = questionOf(asked, calendar);
  if (!question.ok) return question;
  const explanation = explainDue(question.value);
  return explanation.ok ? accepted({ question: question.value, explanation: explanation.value }) : explanation;
}

export function answerAsJson({ question, explanation }: Answer, withDays: boolean): object {
  const { receivedAt, countedFrom, dueAt, dueOn, days } = explanation;
  return {
    received: writeMoment(receivedAt),
    limit: writeLimit(question.limit),
    countedFrom: writeMoment(countedFrom),
    dueAt: writeMoment(dueAt),
    dueOn: dueOn.toString(),
    ...(withDays && {
      days: days.map(({ date, counted, reason, source }) => ({
        date: date.toString(),
        counted,
        reason: reason.vi,
        reasonEn: reason.en,
        source,
      })),
    }),
  };
}

export function refusalAsJson(refusal: Refusal): { error: object } {
  return {
    error: {
      code: refusal.code,
      message: sentenceOf(refusal, kernelRefusals, 'vi'),
      messageEn: sentenceOf(refusal, kernelRefusals, 'en'),
    },
  };
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

export function answerInWords({ question, explanation }: Answer, language: Language): string {
  const vi = language === 'vi';
  const { receivedAt, countedFrom, dueAt, days } = explanation;
  const moment = (at: Temporal.PlainDateTime) => `${formatNamedDay(language, at)}, ${formatTime(at)}`;
  const width = vi ? 'Chủ nhật 00/00/0000'.length : 'Wednesday 00/00/0000'.length;
  const [yes, no] = vi ? ['tính      ', 'không tính'] : ['counted    ', 'not counted'];
  return [
    `${vi ? 'Tiếp nhận: ' : 'Received: '}${moment(receivedAt)}`,
    ...(countedFrom.equals(receivedAt)
      ? []
      : [`${vi ? 'Tính là nhận lúc: ' : 'Counts as received: '}${moment(countedFrom)}`]),
    `${vi ? 'Thời hạn: ' : 'Limit: '}${limitInWords(question.limit)[language]}`,
    '',
    ...days.map(({ date, counted, reason, source }) => {
      const day = capital(formatNamedDay(language, date)).padEnd(width);
      return `${day}  ${counted ? yes : no}  ${reason[language]}  [${source}]`;
    }),
    '',
    `${vi ? 'Hẹn trả kết quả: ' : 'Due: '}${formatPromise(language, dueAt)}`,
  ].join('\n');
}
