import { readLimit } from '#kernel/limit.ts';
import type { Text } from '#kernel/text.ts';
import type { LimitCase, ProcedureDefinition } from './procedure-definition.ts';

/**
 * What is wrong with a definition, in words; empty when it may be published.
 * A procedure with a defect would fail in a citizen's hands, so it is stopped here.
 */
export function defectsOf(definition: ProcedureDefinition): readonly string[] {
  return [
    ...routeDefects(definition),
    ...limitDefects(definition),
    ...formDefects(definition),
    ...textDefects(definition),
  ];
}

function routeDefects({ route, limits }: ProcedureDefinition): string[] {
  const works = route.map((step) => step.work);
  const defects: string[] = [];
  if (works[0] !== 'receive') defects.push('the route must begin with receive');
  if (works.at(-1) !== 'return') defects.push('the route must end with return');
  if (works.filter((work) => work === 'sign').length !== 1) defects.push('the route must be signed exactly once');
  const handle = works.indexOf('handle');
  if (handle < 0 || handle > works.indexOf('sign'))
    defects.push('somebody must handle the dossier before it is signed');
  if (new Set(route.map((step) => step.id)).size !== route.length) defects.push('two steps have one id');
  const hours = route.reduce((sum, step) => sum + step.hours, 0);
  const allowed = Math.max(...limits.map((limit) => hoursIn(limit.announced)));
  if (hours > allowed) defects.push(`the steps take ${hours} hours, more than the limit of ${allowed}`);
  return defects;
}

/** Working hours a limit is sure to hold: 8 a working day; of calendar days two in seven rest. */
function hoursIn(limit: string): number {
  const read = readLimit(limit);
  if (!read.ok) return 0;
  if (read.value.unit === 'same-day') return 8;
  const { amount, unit } = read.value;
  if (unit === 'working-hour') return amount;
  if (unit === 'working-day') return amount * 8;
  return Math.ceil(((unit === 'month' ? amount * 30 : amount) * 5) / 7) * 8;
}

function limitDefects({ limits, verificationLimit }: ProcedureDefinition): string[] {
  const defects: string[] = [];
  if (limits.length === 0 || limits.at(-1)?.when !== undefined)
    defects.push('the last limit must hold without a condition');
  const written: readonly LimitCase[] = verificationLimit ? [...limits, verificationLimit] : limits;
  for (const { id, statutory, announced } of written) {
    for (const limit of [statutory, announced])
      if (!readLimit(limit).ok) defects.push(`limit ${id}: “${limit}” cannot be read`);
  }
  return defects;
}

function formDefects(definition: ProcedureDefinition): string[] {
  const questions = definition.form.pages.flatMap((page) => page.questions);
  const ids = questions.map((question) => question.id);
  const known = new Set(ids);
  const documents = definition.documents.map((document) => document.id);
  const defects: string[] = [];
  if (known.size !== ids.length) defects.push('two questions have one id');
  if (new Set(documents).size !== documents.length) defects.push('two documents have one id');
  for (const question of questions) {
    if (!/^[a-z][A-Za-z0-9]*$/.test(question.id)) defects.push(`${question.id} is no name for a question`);
    if (question.type === 'choice' && !question.options?.length) defects.push(`${question.id} has nothing to choose`);
  }
  const expressions = [
    ...questions.map((question) => question.when),
    ...definition.documents.map((document) => document.when),
    ...definition.limits.map((limit) => limit.when),
    ...definition.dues.flatMap((item) => [item.when, item.amount]),
  ];
  for (const expression of expressions) {
    const stray = namesIn(expression ?? '').find((name) => !known.has(name));
    if (stray) defects.push(`“${expression}” asks for ${stray}, which no question gives`);
  }
  return defects;
}

const feelWords = new Set([
  'and',
  'or',
  'not',
  'true',
  'false',
  'null',
  'if',
  'then',
  'else',
  'in',
  'min',
  'max',
  'between',
  'floor',
  'ceiling',
]);

/** The names an expression asks for: its words that are neither FEEL's own nor inside quotes. */
function namesIn(expression: string): readonly string[] {
  const words = expression.replaceAll(/"[^"]*"/g, ' ').match(/[A-Za-z][A-Za-z0-9]*/g) ?? [];
  return words.filter((word) => !feelWords.has(word));
}

function textDefects(definition: ProcedureDefinition): string[] {
  const defects: string[] = [];
  const visit = (value: unknown, at: string): void => {
    if (typeof value === 'string' && value !== value.normalize('NFC')) defects.push(`${at} is not in composed letters`);
    if (value === null || typeof value !== 'object') return;
    if ('vi' in value || 'en' in value) {
      const { vi, en } = value as Partial<Text>;
      if (!vi || !en) defects.push(`${at} lacks one of its two languages`);
    }
    for (const [name, inner] of Object.entries(value)) visit(inner, `${at}.${name}`);
  };
  visit(definition, definition.code);
  return defects;
}
