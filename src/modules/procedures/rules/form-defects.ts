import { namesAskedFor } from '#kernel/feel.ts';
import type { ProcedureDefinition, Question } from './procedure-definition.ts';

/** On a small screen more is no longer one matter. */
const mostQuestionsAPage = 6;

/** What is wrong with the form: names that cannot stand in an expression, nothing to choose, questions asked too early. */
export function formDefects({ form }: ProcedureDefinition): string[] {
  const defects: string[] = [];
  const pageIds = form.pages.map((page) => page.id);
  if (pageIds.length === 0) defects.push('the form has no page');
  if (new Set(pageIds).size !== pageIds.length) defects.push('two pages have one id');
  const before = new Set<string>();
  for (const { id, questions } of form.pages) {
    if (questions.length === 0) defects.push(`page ${id} asks nothing`);
    if (questions.length > mostQuestionsAPage)
      defects.push(`page ${id} asks more than ${mostQuestionsAPage} questions`);
    for (const question of questions) {
      if (before.has(question.id)) defects.push(`two questions are called ${question.id}`);
      defects.push(...questionDefects(question));
      const early = namesAskedFor(question.when ?? '').find((name) => !before.has(name));
      if (early) defects.push(`whether ${question.id} is asked hangs on ${early}, which is not answered before it`);
      before.add(question.id);
    }
  }
  return defects;
}

function questionDefects({ id, type, options, min, max, minLength, maxLength }: Question): string[] {
  const defects: string[] = [];
  if (!/^[a-z][A-Za-z0-9]*$/.test(id))
    defects.push(`${id} is no name for a question: letters and digits, as childName`);
  if ((type === 'choice') !== (options !== undefined)) defects.push(`${id}: a choice, and nothing else, has options`);
  if (type === 'choice' && (options?.length ?? 0) < 2) defects.push(`${id} leaves nothing to choose`);
  const values = options?.map((option) => option.value) ?? [];
  if (new Set(values).size !== values.length) defects.push(`${id} has one option twice`);
  if ((min ?? 0) > (max ?? Number.POSITIVE_INFINITY)) defects.push(`${id}: its least number is above its most`);
  if ((minLength ?? 0) > (maxLength ?? Number.POSITIVE_INFINITY))
    defects.push(`${id}: it must be longer than it may be`);
  return defects;
}
