import type { CaseEffect, CaseState, ResolvedStep } from '#case-engine/rules/case-state.ts';

/** The agency a unit belongs to: desks, rooms and divisions are named after it. */
export function agencyOf(unitId: string): string {
  return unitId.split('.')[0] ?? unitId;
}

const isDesk = (unitId: string): boolean => unitId.endsWith('.desk');

/**
 * Does a step from one unit to another need a hand-over with two signatures?
 * Between the desk and the office, and between agencies, yes (form 05); inside one office the move itself is the record.
 */
export function needsHandOver(fromUnitId: string, toUnitId: string): boolean {
  return agencyOf(fromUnitId) !== agencyOf(toUnitId) || isDesk(fromUnitId) !== isDesk(toUnitId);
}

/** The step a dossier goes back to when it is sent back: the nearest earlier one in which a proposal is prepared. */
export function handlingStepBefore(route: readonly ResolvedStep[], step: number): number {
  for (let index = step - 1; index >= 0; index--) if (route[index]?.work === 'handle') return index;
  throw new RangeError('a route has a step that handles before any that approves or signs');
}

/** The effect of standing at a step, taken up by nobody in particular yet. */
export function standAt(state: CaseState, index: number): CaseEffect {
  const step = state.route[index];
  if (!step) throw new RangeError(`the route has no step ${index}`);
  return {
    state: 'in-process',
    step: index,
    handOver: null,
    holder: { unitId: step.unitId, role: step.role, accountId: null, name: null },
  };
}
