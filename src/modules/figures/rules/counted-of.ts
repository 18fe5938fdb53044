import type { CaseState, CountedAs } from '#case-engine/rules/case-state.ts';

const givenAbove: Readonly<Record<string, string>> = {
  government: 'government',
  'prime-minister': 'government',
  council: 'council',
  'party-committee': 'party',
};

/**
 * How a case is counted: what its opening says, and of tasks and inspections that were opened before openings said it, what
 * their other facts say. Null: by its kind, where it was received. The database says it once more (`counted_of`).
 * @param cityId the unit that is the city: what it gives is counted apart
 */
export function countedOf(opened: CaseState, cityId: string | null): CountedAs | null {
  const { counted, facts } = opened;
  if (counted) return counted;
  if (opened.kind === 'task') return { unitId: String(facts.leadUnitId), as: taskCountedAs(opened, cityId) };
  if (opened.kind === 'inspection') return { unitId: String(facts.unitId), as: facts.self ? 'of-self' : 'of-others' };
  return null;
}

function taskCountedAs({ parent, facts, typeCode, receivingUnitId }: CaseState, cityId: string | null): string {
  if (parent) return 'part';
  if (facts.secret) return 'secret';
  const causes = (facts.causes ?? []) as readonly { readonly kind: string }[];
  if (causes.some(({ kind }) => kind === 'inspection')) return 'remedy';
  return givenAbove[typeCode] ?? (receivingUnitId === cityId ? 'city' : 'agency');
}
