import type { HeldPost, Role } from '#case-engine/rules/authority.ts';
import type { CaseState } from '#case-engine/rules/case-state.ts';

/** When one is reminded: so many working days before (negative) or after the due day, and who. */
export interface ReminderRung {
  readonly workingDays: number;
  readonly to: 'holder' | 'head' | 'follower' | 'giver';
}

/** What the city decided about tasks, from a day on. */
export interface TaskPolicy {
  /** Offices that act for the agency they stand over: a unit by its id, or a part of every agency that has it. */
  readonly offices: readonly ({ readonly unit: string; readonly over: string } | { readonly part: string })[];
  readonly reminders: readonly ReminderRung[];
  /** Whether lateness raises a task for the head of the unit, of which kinds of case, and by when it is due. */
  readonly raising: { readonly on: boolean; readonly causes: readonly string[]; readonly workingDays: number };
}

const givingRoles: readonly Role[] = ['agency-head', 'signatory', 'records-clerk', 'procedure-controller'];
const isPart = (unitId: string) => unitId.includes('.');

/** The agency in whose name a post gives tasks: its own, or the one its office acts for. Undefined when it gives none. */
export function agencyGivenFor({ unitId, role }: HeldPost, policy: TaskPolicy): string | undefined {
  for (const office of policy.offices) {
    if ('unit' in office) {
      if (unitId === office.unit || unitId.startsWith(`${office.unit}.`)) return office.over;
    } else if (unitId.endsWith(`.${office.part}`)) return unitId.slice(0, -office.part.length - 1);
  }
  return !isPart(unitId) && givingRoles.includes(role) ? unitId : undefined;
}

/** Who a rung of the ladder speaks to. */
export function remindedPost(
  rung: ReminderRung,
  state: CaseState,
): { readonly unitId: string; readonly role: Role } | null {
  if (rung.to === 'holder') return state.holder;
  const follower = state.facts.follower as { unitId: string; role: Role } | undefined;
  if (rung.to === 'follower') return follower ?? null;
  if (rung.to === 'giver') return { unitId: state.receivingUnitId, role: 'agency-head' };
  const unitId = state.holder?.unitId;
  if (!unitId) return null;
  return { unitId, role: isPart(unitId) ? 'unit-head' : 'agency-head' };
}
