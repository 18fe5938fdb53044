import type { ResolvedLeg, ResolvedStep } from '#case-engine/rules/case-state.ts';
import { accepted, type Result, refused } from '#kernel/result.ts';
import { resolveUnit, type UnitSelector } from '#modules/organisation/rules/unit-selector.ts';
import { agencyOf, type UnitTree } from '#modules/organisation/rules/unit-tree.ts';
import type { Answers } from '#modules/procedures/rules/answers.ts';
import type { LegDefinition, ProcedureDefinition, RouteStep } from '#modules/procedures/rules/procedure-definition.ts';
import { legsThatApply } from '#modules/procedures/rules/promised-limit.ts';
import type { DossierRefusal } from '../refusals.ts';

type RouteRefusal = DossierRefusal | 'unit-not-found';

/**
 * The route with its units found for the agency that receives, on the day of receipt: later changes of units do not move it.
 * Legs that the answers do not call for are left out.
 */
export function resolveRoute(
  definition: ProcedureDefinition,
  answers: Answers,
  receiverId: string,
  { tree }: { readonly tree: UnitTree },
  day: Temporal.PlainDate,
): Result<readonly ResolvedStep[], RouteRefusal> {
  const receiver = tree.get(receiverId);
  const isReceiver =
    receiver !== undefined &&
    agencyOf(receiver, tree)?.id === receiverId &&
    (definition.receivers ? definition.receivers.includes(receiverId) : receiver.tier === definition.tier);
  if (!isReceiver) return refused('receiver-wrong', {}, 'receiverId');
  const unitAt = (selector: UnitSelector) => resolveUnit(selector, receiverId, tree, day);
  return resolveSteps(definition.route, answers, unitAt);
}

type UnitAt = (selector: UnitSelector) => Result<string, 'unit-not-found'>;

function resolveSteps(
  steps: readonly RouteStep[],
  answers: Answers,
  unitAt: UnitAt,
): Result<readonly ResolvedStep[], RouteRefusal> {
  const resolved: ResolvedStep[] = [];
  for (const step of steps) {
    const unit = unitAt(step.at);
    if (!unit.ok) return unit;
    const base = {
      id: step.id,
      name: step.name,
      work: step.work,
      role: step.role,
      unitId: unit.value,
      hours: step.hours,
    };
    const legs: ResolvedLeg[] = [];
    for (const leg of legsThatApply(step, answers)) {
      const found = resolveLeg(leg, base, answers, unitAt);
      if (!found.ok) return found;
      legs.push(found.value);
    }
    const { mode, join } = step.legs ?? {};
    resolved.push(mode && join && legs.length > 0 ? { ...base, legs: { mode, join, legs } } : base);
  }
  return accepted(resolved);
}

function resolveLeg(
  leg: LegDefinition,
  step: ResolvedStep,
  answers: Answers,
  unitAt: UnitAt,
): Result<ResolvedLeg, RouteRefusal> {
  const route = resolveSteps(leg.route ?? [], answers, unitAt);
  if (!route.ok) return route;
  const followedAt = leg.at ? unitAt(leg.at) : accepted(step.unitId);
  if (!followedAt.ok) return followedAt;
  const first = route.value[0];
  return accepted({
    id: leg.id,
    kind: first ? 'leg' : 'external-leg',
    name: leg.name,
    question: leg.question,
    unitId: first?.unitId ?? followedAt.value,
    role: first?.role ?? step.role,
    lead: leg.lead ?? false,
    limit: leg.limit,
    excluded: leg.excluded !== undefined,
    route: route.value,
  });
}
