import type { CaseKind } from '#case-engine/rules/kind.ts';
import type { Database } from '#platform/database/connection.ts';
import { selectFactTypes, selectFactUnits, selectFactWords } from './fact-key-queries.ts';
import {
  type CaseJournal,
  deleteAllFacts,
  type FactRecord,
  insertFacts,
  readFactKeys,
  selectCityId,
  selectFactsWithoutCase,
  selectJournals,
  selectOtherwiseKept,
} from './fact-store.ts';
import { type CaseFact, caseFact } from './rules/case-fact.ts';
import { type FactColumn, factColumns, factFields, factRow } from './rules/fact-row.ts';

/** A fact that is not what the journal of its case says. */
export interface FactDifference {
  readonly caseId: string;
  readonly reference: string;
  /** The first field that differs; `case` where a fact has no case, `fact` where a case has none. */
  readonly field: string;
  readonly kept: unknown;
  readonly told: unknown;
}

const batchSize = 1000;

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
  for await (const { journals, facts } of tellFacts(db, kinds)) {
    const told = await recordsOf(db, facts);
    const otherwise = new Map<unknown, FactDifference>();
    for (const pair of await selectOtherwiseKept(db, told)) {
      const difference = firstDifference(pair.kept, pair.told);
      const caseId = String(pair.told.case_id);
      if (difference) otherwise.set(caseId, { caseId, reference: '', ...(await inWords(db, difference)) });
    }
    const differences = journals.flatMap(({ caseId, reference, kind }, place) => {
      const fact = facts[place];
      if (fact === 'journal') return [{ caseId, reference, field: fact, kept: null, told: null }];
      if (fact === 'kind') return [{ caseId, reference, field: fact, kept: kind, told: null }];
      const difference = otherwise.get(caseId);
      return difference ? [{ ...difference, reference }] : [];
    });
    yield { cases: journals.length, differences };
  }
}

/**
 * Makes the facts of all cases anew from their journals, by the rules.
 * @returns how many were made
 */
export async function rebuildFacts(db: Database, kinds: readonly CaseKind[]): Promise<number> {
  return db.transaction().execute(async (transaction) => {
    await deleteAllFacts(transaction);
    let made = 0;
    for await (const { facts } of tellFacts(transaction, kinds)) {
      const told = await recordsOf(transaction, facts);
      await insertFacts(transaction, told);
      made += told.length;
    }
    return made;
  });
}

/** The facts of all cases in the order of their ids; of a case that cannot be told what is missing. */
async function* tellFacts(
  db: Database,
  kinds: readonly CaseKind[],
): AsyncGenerator<{
  readonly journals: readonly CaseJournal[];
  readonly facts: readonly Told[];
}> {
  const cityId = await selectCityId(db);
  const kindOf = new Map(kinds.map((kind) => [kind.kind, kind]));
  let next = selectJournals(db, '00000000-0000-0000-0000-000000000000', batchSize);
  for (;;) {
    const journals = await next;
    const last = journals.at(-1);
    if (!last) return;
    // while these are told the next ones are read
    next = selectJournals(db, last.caseId, batchSize);
    next.catch(() => undefined);
    const facts = journals.map(({ kind, entries }) => {
      const known = kindOf.get(kind);
      if (entries.length === 0) return 'journal';
      return known ? caseFact(known, entries, cityId) : 'kind';
    });
    yield { journals, facts };
  }
}

type Told = CaseFact | 'journal' | 'kind';

async function recordsOf(db: Database, told: readonly Told[]): Promise<readonly FactRecord[]> {
  const facts = told.filter((fact) => typeof fact === 'object');
  const states = facts.flatMap((fact) => [fact, ...fact.earlier]);
  const units = new Set(states.flatMap(({ receiverId, answersId }) => [receiverId, answersId]));
  const words = new Set([
    ...facts.flatMap(({ kind, channel, countedAs }) => [kind, channel, countedAs]),
    ...states.flatMap(({ outcome, timeliness }) => [outcome, timeliness]),
  ]);
  const types = new Map(
    facts.map(({ typeCode: code, typeVersion: version }) => [`${code} ${version}`, { code, version }]),
  );
  const keys = await readFactKeys(db, {
    words: [...words].filter((word) => word !== null),
    units: [...units],
    types: [...types.values()],
  });
  return facts.map((fact) => {
    const row = factRow(fact, keys);
    const record = Object.fromEntries(factColumns.map((column, place) => [column, row[place]]));
    return { ...record, earlier: typeof record.earlier === 'string' ? JSON.parse(record.earlier) : null };
  });
}

/** A column in which two rows differ; none where there is no row. */
interface Difference {
  readonly column: FactColumn | null;
  readonly kept: unknown;
  readonly told: unknown;
}

function firstDifference(kept: FactRecord | null, told: FactRecord): Difference | undefined {
  if (!kept) return { column: null, kept: null, told: told.case_id };
  const column = factColumns.find((one) => written(kept[one]) !== written(told[one]));
  return column && { column, kept: kept[column], told: told[column] };
}

/** For a person: the word, unit or type instead of the number that stands for it. */
async function inWords(db: Database, { column, kept, told }: Difference) {
  if (!column) return { field: 'fact', kept, told };
  const nameOf = await namesOf(db, column);
  const name = (key: unknown) => (typeof key === 'number' ? (nameOf(key) ?? key) : key);
  return { field: factFields[column], kept: name(kept), told: name(told) };
}

async function namesOf(db: Database, column: FactColumn): Promise<(key: number) => string | undefined> {
  if (['kind', 'channel', 'outcome', 'timeliness', 'counted_as'].includes(column))
    return (await selectFactWords(db)).wordOf;
  if (column === 'type_key') {
    const types = await selectFactTypes(db);
    return (key) => types.find((type) => type.key === key)?.code;
  }
  const units = column.endsWith('_key') ? await selectFactUnits(db) : new Map<number, string>();
  return (key) => units.get(key);
}

/** A value as text that is the same for the same moments and the same sets of names. */
const written = (value: unknown): string => JSON.stringify(sorted(value));

const moment = /^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$/;

const sorted = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(sorted)
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(
          Object.entries(value)
            .toSorted(([one], [other]) => (one < other ? -1 : 1))
            .map(([name, inner]) => [name, sorted(inner)]),
        )
      : typeof value === 'string' && moment.test(value)
        ? Temporal.Instant.from(value).toString()
        : value;
