import { holds } from '#kernel/feel.ts';
import type { Answers } from './answers.ts';
import type { FormPage, ProcedureDefinition, Question } from './procedure-definition.ts';

/** The questions of a page that are asked, given what was answered so far. */
export function questionsAsked(page: FormPage, answers: Answers): readonly Question[] {
  return page.questions.filter((question) => holds(question.when, answers));
}

/** The pages with at least one question to ask. */
export function pagesAsked(definition: ProcedureDefinition, answers: Answers): readonly FormPage[] {
  return definition.form.pages.filter((page) => questionsAsked(page, answers).length > 0);
}
