import type { App } from '#app.ts';
import type { DossierSubmission } from '#modules/dossiers/index.ts';
import { documentsRequired, type Question } from '#modules/procedures/index.ts';
import { submitter } from './city.ts';

const byType: Readonly<Record<string, string>> = {
  date: '01/02/1990',
  'whole-number': '1',
  'yes-no': 'no',
  'personal-id': '001099000001',
  phone: '0912345678',
  email: 'an@example.vn',
  money: '1000000',
  commune: 'x-00007',
};

/** An answer of the right shape to every question that must be answered. */
export function sampleAnswers(questions: readonly Question[]): Record<string, string> {
  return Object.fromEntries(
    questions
      .filter((question) => question.required && question.when === undefined)
      .map((question) => [question.id, sampleAnswer(question)]),
  );
}

function sampleAnswer(question: Question): string {
  if (question.min !== undefined) return String(question.min);
  return question.options?.[0]?.value ?? byType[question.type] ?? 'Trần Văn An';
}

/** A dossier of a procedure as the desk enters it: every question answered, every paper on the table. */
export async function sampleSubmission(
  app: App,
  procedureCode: string,
  receiverId: string,
): Promise<DossierSubmission> {
  const procedure = await app.procedures.inForce(procedureCode);
  if (!procedure) throw new Error(`${procedureCode} is not in force`);
  const { definition } = procedure;
  const answers = sampleAnswers(definition.form.pages.flatMap((page) => page.questions));
  return {
    procedureCode,
    receiverId,
    channel: 'desk',
    answers,
    papers: [],
    onPaper: documentsRequired(definition, answers).map((document) => document.id),
    submitter,
    ownerAccountId: null,
  };
}
