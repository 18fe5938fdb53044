import type { CaseKind } from '#case-engine/rules/kind.ts';
import type { Database } from '#platform/database/connection.ts';
import { selectCityId, selectFactsToVerify, selectFactsWithoutCase } from './fact-store.ts';
import { type CaseFact, caseFact } from './rules/case-fact.ts';

/** A fact that is not what the journal of its case says. */
export interface FactDifference {
  readonly caseId: string;
  readonly reference: string;
  /** The first field that differs; `case` where a fact has no case, `fact` where a case has none. */
  readonly field: string;
  readonly kept: unknown;
  readonly told: unknown;
}

const batchSize = 500;

/**
 * Tells the fact of every case again from its journal, with the rules the commands used, and compares it with the one kept.
 * Yields batch after batch. Give a database on one snapshot.
 */
export async function* verifyFacts(
  db: Database,
  kinds: readonly CaseKind[],
): AsyncGenerator<{ readonly cases: number; readonly differences: readonly FactDifference[] }> {
  const orphans = await selectFactsWithoutCase(db);
  if (orphans.length > 0) {
    const differences = orphans.map((caseId) => ({ caseId, reference: '', field: 'case', kept: caseId, told: null }));
    yield { cases: 0, differences };
  }
  const cityId = await selectCityId(db);
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const batch = await selectFactsToVerify(db, after, batchSize);
    if (batch.length === 0) return;
    after = batch.at(-1)!.caseId;
    const differences = batch.flatMap(({ caseId, reference, kind, journal, kept }) => {
      if (!kept) return [{ caseId, reference, field: 'fact', kept: null, told: caseId }];
      if (journal.length === 0) return [{ caseId, reference, field: 'journal', kept: null, told: null }];
      const known = kinds.find((one) => one.kind === kind);
      if (!known) return [{ caseId, reference, field: 'kind', kept: kind, told: null }];
      const difference = firstDifference(kept, caseFact(known, journal, cityId));
      return difference ? [{ caseId, reference, ...difference }] : [];
    });
    yield { cases: batch.length, differences };
  }
}

function firstDifference(kept: CaseFact, told: CaseFact) {
  for (const [field, said] of Object.entries(told)) {
    const stored = kept[field as keyof CaseFact];
    if (JSON.stringify(sorted(stored)) !== JSON.stringify(sorted(said))) return { field, kept: stored, told: said };
  }
  return undefined;
}

const sorted = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(sorted)
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(
          Object.entries(value)
            .filter(([, inner]) => inner !== null && inner !== undefined)
            .sort(([one], [other]) => (one < other ? -1 : 1)),
        )
      : value;
