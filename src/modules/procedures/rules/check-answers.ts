import { accepted, type Refusal, type Result, refused } from '#kernel/result.ts';
import { formatDate, formatNumber } from '#kernel/vietnamese.ts';
import type { Answers, ShownAnswer } from './answers.ts';
import type { FormPage, ProcedureDefinition, Question } from './procedure-definition.ts';
import { questionsAsked } from './questions-asked.ts';
import { type AnswerRefusal, readAnswer } from './read-answer.ts';

/** Why answers are not taken. */
export type AnswersRefusal = AnswerRefusal | 'answer-to-no-question';

/** Answers as typed, still unread: from a form, a draft or another system. */
export type TypedAnswers = Readonly<Record<string, unknown>>;

/** Reads the answers of one page: those that are right, and a refusal for each that is not. */
export function readPage(
  page: FormPage,
  typed: TypedAnswers,
  before: Answers,
  today: Temporal.PlainDate,
): { readonly answers: Answers; readonly refusals: readonly Refusal<AnswerRefusal>[] } {
  const answers: Record<string, string | number | boolean> = { ...before };
  const refusals: Refusal<AnswerRefusal>[] = [];
  for (const question of page.questions) {
    delete answers[question.id];
    // asked in order: whether a question is asked may hang on an answer of the same page
    if (!questionsAsked({ ...page, questions: [question] }, answers).length) continue;
    const read = readAnswer(question, typed[question.id], today);
    if (!read.ok) refusals.push(read.refusal);
    else if (read.value !== undefined) answers[question.id] = read.value;
  }
  return { answers, refusals };
}

/**
 * All the answers of a form, read and checked again from the first page, whatever was checked before.
 * @returns the first refusal, with the field it is about; a name no question has is refused too
 */
export function checkAnswers(
  definition: ProcedureDefinition,
  typed: TypedAnswers,
  today: Temporal.PlainDate,
): Result<Answers, AnswersRefusal> {
  const known = new Set(definition.form.pages.flatMap((page) => page.questions.map((question) => question.id)));
  const stray = Object.keys(typed).find((name) => !known.has(name));
  if (stray !== undefined) return refused('answer-to-no-question', { name: stray.slice(0, 60) }, stray.slice(0, 60));
  let answers: Answers = {};
  for (const page of definition.form.pages) {
    const read = readPage(page, typed, answers, today);
    const first = read.refusals[0];
    if (first) return { ok: false, refusal: first };
    answers = read.answers;
  }
  return accepted(answers);
}

/** Each answer beside its question, both as the citizen read them; in Vietnamese, the language of the record. */
export function shownAnswers(definition: ProcedureDefinition, answers: Answers): readonly ShownAnswer[] {
  return definition.form.pages.flatMap((page) =>
    questionsAsked(page, answers).flatMap((question) => {
      const answer = answers[question.id];
      return answer === undefined
        ? []
        : [{ id: question.id, question: question.label.vi, answer, shown: showAnswer(question, answer) }];
    }),
  );
}

/** An answer as a person reads it: the label of a choice, a day as dd/mm/yyyy, Có or Không. */
export function showAnswer(question: Question, answer: string | number | boolean): string {
  if (question.type === 'yes-no') return answer ? 'Có' : 'Không';
  if (question.type === 'choice')
    return question.options?.find((option) => option.value === answer)?.label.vi ?? String(answer);
  if (question.type === 'date') return formatDate(Temporal.PlainDate.from(String(answer)));
  return typeof answer === 'number' ? formatNumber('vi', answer) : String(answer);
}
