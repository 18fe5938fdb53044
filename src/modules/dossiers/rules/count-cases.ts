import type { CaseState } from '#case-engine/rules/case-state.ts';

/** How often a matter counts: once for the city and the agency that received it, once as a leg for each agency it asked. */
export interface CaseCount {
  readonly dossiers: number;
  /** By receiving agency; together they are the city's dossiers. */
  readonly dossiersOf: ReadonlyMap<string, number>;
  /** By the agency that answers; never added to dossiers. */
  readonly legsOf: ReadonlyMap<string, number>;
}

/** Counts cases of every kind. Consultations and outside parts are work, and neither dossiers nor legs. */
export function countCases(cases: Iterable<Pick<CaseState, 'kind' | 'receivingUnitId'>>): CaseCount {
  const dossiersOf = new Map<string, number>();
  const legsOf = new Map<string, number>();
  let dossiers = 0;
  for (const { kind, receivingUnitId } of cases) {
    const counts = kind === 'dossier' ? dossiersOf : kind === 'leg' ? legsOf : undefined;
    counts?.set(receivingUnitId, (counts.get(receivingUnitId) ?? 0) + 1);
    if (kind === 'dossier') dossiers += 1;
  }
  return { dossiers, dossiersOf, legsOf };
}
