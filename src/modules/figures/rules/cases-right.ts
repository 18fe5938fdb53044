import { type Actor, isWithin, jurisdictionOf } from '#case-engine/rules/authority.ts';

/** Numbers are for everyone; the list of cases behind one is for officers, of what their posts oversee. */
export function mayListCases(actor: Actor, unitPath: string, at: Temporal.Instant): boolean {
  return actor.kind !== 'citizen' && jurisdictionOf(actor, at).some((path) => isWithin(unitPath, path));
}
