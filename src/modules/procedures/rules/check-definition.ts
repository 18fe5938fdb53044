import { feelDefect, namesAskedFor } from '#kernel/feel.ts';
import { documentDefects } from './document-defects.ts';
import { formDefects } from './form-defects.ts';
import { isDay } from './is-day.ts';
import { legDefects } from './leg-defects.ts';
import { limitDefects } from './limit-defects.ts';
import type { DuesItem, LegDefinition, ProcedureDefinition, RouteStep } from './procedure-definition.ts';
import { textDefects } from './text-defects.ts';

/**
 * What is wrong with a definition, in words; empty when it may be published.
 * A procedure with a defect would fail in a citizen's hands, so it is stopped here.
 */
export function defectsOf(definition: ProcedureDefinition): readonly string[] {
  return [
    ...partDefects(definition),
    ...routeDefects(definition.route),
    ...limitDefects(definition),
    ...documentDefects(definition),
    ...legDefects(definition),
    ...formDefects(definition),
    ...expressionDefects(definition),
    ...textDefects(definition),
  ];
}

/** The parts NĐ 63/2010/NĐ-CP asks of every procedure, and what people find it by. */
function partDefects(definition: ProcedureDefinition): string[] {
  const defects: string[] = [];
  const { code, channels, documents, dues, inForce } = definition;
  if (!/^\d\.\d{6}$/.test(code)) defects.push(`“${code}” is no code of the national database, as 1.001193`);
  if (channels.length === 0) defects.push('there is no way to file it');
  if (definition.keywords.length === 0) defects.push('nobody can find it: it has no keywords');
  if (definition.eligibleApplicants.length === 0) defects.push('nobody may ask for it');
  if (definition.legalBasis.length === 0) defects.push('it has no legal basis');
  if (definition.receivers?.length === 0) defects.push('nobody receives it');
  if (definition.tier === 'city' && !definition.receivers) defects.push('which department receives it must be said');
  if (definition.setCount < 1) defects.push('at least one set of documents is needed');
  if (!isDay(inForce.from)) defects.push(`“${inForce.from}” is no day to be in force from`);
  if (inForce.decision.trim() === '') defects.push('the decision that orders it must be named');
  defects.push(...twice(documents, 'documents'), ...twice(dues, 'dues'));
  defects.push(...reductionDefects(dues));
  if (definition.duesFirst && definition.duesFirst.source.trim() === '')
    defects.push('dues first needs a legal source');
  if (definition.duesFirst && dues.length === 0) defects.push('dues come first, and there are none');
  const { supplementAnswerDays, supplementAskDays, supplementsAllowed } = definition.clock;
  if (supplementAnswerDays < 1) defects.push('a person needs at least a day to answer a supplement');
  if (supplementAskDays < 0 || supplementsAllowed < 0) defects.push('supplements cannot be counted below nought');
  return defects;
}

function reductionDefects(dues: readonly DuesItem[]): string[] {
  return dues.flatMap(({ id, reductions = [] }) => [
    ...twice(reductions, `reductions of ${id}`),
    ...reductions.flatMap((reduction) => [
      ...(Number.isInteger(reduction.share) && reduction.share >= 1 && reduction.share <= 100
        ? []
        : [`reduction ${reduction.id} takes off ${reduction.share} per cent`]),
      ...(reduction.source.trim() === '' ? [`reduction ${reduction.id} has no legal source`] : []),
    ]),
  ]);
}

function routeDefects(route: readonly RouteStep[]): string[] {
  const works = route.map((step) => step.work);
  const defects = twice(route, 'steps');
  if (works[0] !== 'receive') defects.push('the route must begin with receive');
  if (works.at(-1) !== 'return') defects.push('the route must end with return');
  for (const work of ['receive', 'return', 'sign'] as const) {
    const times = works.filter((done) => done === work).length;
    if (times !== 1) defects.push(`the route must have exactly one step that is to ${work}, and has ${times}`);
  }
  const handle = works.indexOf('handle');
  if (handle < 0 || handle > works.indexOf('sign'))
    defects.push('somebody must handle the dossier before it is signed');
  if (works.lastIndexOf('handle') > works.indexOf('sign'))
    defects.push('nothing is left to handle after the signature');
  if (works.includes('issue') && works.indexOf('issue') < works.indexOf('sign'))
    defects.push('what is not signed cannot be issued');
  for (const { id, hours } of route) {
    if (!Number.isInteger(hours) || hours < 0)
      defects.push(`step ${id} takes ${hours} hours, which are not whole hours`);
  }
  return defects;
}

function expressionDefects({ form, documents, limits, dues, route }: ProcedureDefinition): string[] {
  const questions = form.pages.flatMap((page) => page.questions);
  const known = new Set(questions.map((question) => question.id));
  const legs = legsIn(route);
  const conditions = [...questions, ...documents, ...limits, ...dues, ...legs].flatMap((part) => part.when ?? []);
  return [...conditions, ...dues.map((item) => item.amount)].flatMap((expression) => {
    const defect = feelDefect(expression);
    const strays = namesAskedFor(expression).filter((name) => !known.has(name));
    return [
      ...(defect === undefined ? [] : [`“${expression}” is not FEEL: ${defect}`]),
      ...strays.map((name) => `“${expression}” asks for ${name}, which no question gives`),
    ];
  });
}

function legsIn(route: readonly RouteStep[]): readonly LegDefinition[] {
  return route.flatMap((step) => step.legs?.legs ?? []).flatMap((leg) => [leg, ...legsIn(leg.route ?? [])]);
}

function twice(parts: readonly { readonly id: string }[], what: string): string[] {
  const ids = parts.map((part) => part.id);
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))].map((id) => `two ${what} are called ${id}`);
}
