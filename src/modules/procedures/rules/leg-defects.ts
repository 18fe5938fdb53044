import { readLimit } from '#kernel/limit.ts';
import { hoursSureIn } from './limit-defects.ts';
import type { LegDefinition, ProcedureDefinition, RouteStep } from './procedure-definition.ts';

/** What is wrong with the parts of other agencies; each would leave a dossier without an answer or with a false promise. */
export function legDefects({ route, clock, limits, verificationLimit }: ProcedureDefinition): string[] {
  const defects = route.flatMap((step) => stepDefects(step, clock.excludedPeriods));
  if ((clock.legs ?? 'own') === 'own') return defects;
  const counted = [
    ...[...limits, ...(verificationLimit ? [verificationLimit] : [])].flatMap((limit) => [
      limit.statutory,
      limit.announced,
    ]),
    ...route
      .flatMap((step) => step.legs?.legs ?? [])
      .filter((leg) => !leg.excluded)
      .map((leg) => leg.limit),
  ];
  const units = new Set(counted.map(unitOf));
  if (units.size > 1) defects.push('limits that are added together must be written in one unit');
  if (units.has('same-day')) defects.push('nothing can be added to a limit of the same day');
  return defects;
}

function stepDefects(step: RouteStep, excludedPeriods: readonly string[]): string[] {
  const { legs } = step;
  if (!legs) return [];
  const defects: string[] = [];
  if (step.work !== 'handle') defects.push(`step ${step.id} has legs, and nobody in it to wait for their answers`);
  if (legs.legs.length === 0) defects.push(`step ${step.id} has legs, and names none`);
  const ids = legs.legs.map((leg) => leg.id);
  if (new Set(ids).size !== ids.length) defects.push(`two legs of step ${step.id} have one id`);
  const leads = legs.legs.filter((leg) => leg.lead).length;
  if (leads > 1 || (legs.join === 'lead-decides' && leads !== 1))
    defects.push(`one leg of step ${step.id} must lead, and ${leads} do`);
  return [...defects, ...legs.legs.flatMap((leg) => oneLegDefects(leg, excludedPeriods))];
}

function oneLegDefects(leg: LegDefinition, excludedPeriods: readonly string[]): string[] {
  const defects: string[] = [];
  const limit = readLimit(leg.limit);
  if (!/^[a-z][a-z0-9-]*$/.test(leg.id)) defects.push(`“${leg.id}” is no name for a leg`);
  if (!limit.ok) defects.push(`leg ${leg.id}: “${leg.limit}” cannot be read`);
  if (leg.lead && leg.when !== undefined) defects.push(`leg ${leg.id} leads, so it must always be asked`);
  if (leg.excluded && !excludedPeriods.includes(leg.excluded))
    defects.push(`leg ${leg.id} is not counted, which the clock policy does not declare`);
  if (!leg.route) return defects;
  const works = leg.route.map((step) => step.work);
  if (works[0] !== 'handle') defects.push(`leg ${leg.id} must begin where it is handled`);
  if (works.some((work) => work === 'receive' || work === 'return'))
    defects.push(`leg ${leg.id} has no desk of its own: it answers to whoever asked`);
  const hours = leg.route.reduce((sum, step) => sum + step.hours, 0);
  if (limit.ok && hours > hoursSureIn(limit.value))
    defects.push(`the steps of leg ${leg.id} take ${hours} working hours, more than its limit is sure to hold`);
  return [...defects, ...leg.route.flatMap((step) => stepDefects(step, excludedPeriods))];
}

function unitOf(text: string): string {
  const limit = readLimit(text);
  return limit.ok ? limit.value.unit : 'unreadable';
}
