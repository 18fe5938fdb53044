import type { App } from '#app.ts';
import type { DossierSubmission } from '#modules/dossiers/index.ts';
import {
  type Answers,
  documentsRequired,
  type ProcedureDefinition,
  type Question,
  readPage,
} from '#modules/procedures/index.ts';
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

/** An answer of the right shape to every question that is asked and must be answered, in the order of the form. */
export function sampleAnswers(definition: ProcedureDefinition): Record<string, string> {
  const typed: Record<string, string> = {};
  let answers: Answers = {};
  for (const page of definition.form.pages) {
    for (const question of page.questions) {
      const alone = { ...page, questions: [question] };
      if (readPage(alone, typed, answers, today).refusals.length > 0) typed[question.id] = sampleAnswer(question);
      answers = readPage(alone, typed, answers, today).answers;
    }
  }
  return typed;
}

const today = Temporal.PlainDate.from('2021-11-05');

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
  const answers = sampleAnswers(definition);
  return {
    procedureCode,
    receiverId,
    channel: 'desk',
    answers,
    papers: [],
    onPaper: documentsRequired(definition, answers, app.today()).map((document) => document.id),
    submitter,
    ownerAccountId: null,
  };
}
