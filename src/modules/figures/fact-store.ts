import { sql } from 'kysely';
import type { JournalEntry } from '#case-engine/rules/journal.ts';
import type { Database } from '#platform/database/connection.ts';
import { type FactColumn, type FactKeys, factColumns } from './rules/fact-row.ts';

/** What gets a number among the facts if it has none yet. */
export interface FactNames {
  readonly words?: readonly string[];
  readonly units?: readonly string[];
  readonly types?: readonly { readonly code: string; readonly version: number }[];
}

/** The numbers of all units and types, of these words, and of whatever else is named: for who writes the rows of facts itself. */
export async function readFactKeys(db: Database, { words = [], units = [], types = [] }: FactNames): Promise<FactKeys> {
  await sql`select fact_type_key(code, version) from jsonb_to_recordset(${JSON.stringify(types)}::jsonb)
    as type (code text, version integer)`.execute(db);
  await sql`select fact_unit_key(unit) from unnest(${[...units]}::text[]) as unit`.execute(db);
  const { rows } = await sql<{ said: string; key: number }>`
    select 'unit ' || unit_id as said, key from fact_unit
    union all select 'type ' || code || ' ' || version, key from fact_type
    union all select 'word ' || word, fact_word_key(word) from unnest(${[...words]}::text[]) as word`.execute(db);
  const keys = new Map(rows.map(({ said, key }) => [said, key]));
  const keyOf = (said: string): number => {
    const key = keys.get(said);
    if (key === undefined) throw new RangeError(`no number stands for the ${said} among the facts`);
    return key;
  };
  return {
    word: (word) => keyOf(`word ${word}`),
    unit: (unitId) => keyOf(`unit ${unitId}`),
    type: (code, version) => keyOf(`type ${code} ${version}`),
  };
}

/** A case with its journal, to be told again. */
export interface CaseJournal {
  readonly caseId: string;
  readonly kind: string;
  readonly reference: string;
  readonly entries: readonly JournalEntry[];
}

/** The next cases by id with their journals, as far as facts ask: without who made an entry and what was given. */
export async function selectJournals(db: Database, after: string, most: number): Promise<readonly CaseJournal[]> {
  const { rows: cases } = await sql<Omit<CaseJournal, 'entries'>>`
    select id as "caseId", kind, reference from cases where id > ${after}::uuid order by id limit ${most}`.execute(db);
  const last = cases.at(-1)?.caseId;
  if (!last) return [];
  const { rows } = await sql<Omit<JournalEntry, 'at'> & { readonly at: Temporal.Instant }>`
    select case_id as "caseId", seq, verb, effect, at from journal
    where case_id > ${after}::uuid and case_id <= ${last}::uuid order by case_id, seq`.execute(db);
  const told = Map.groupBy(rows, ({ caseId }) => caseId);
  return cases.map((one) => ({
    ...one,
    entries: (told.get(one.caseId) ?? []).map((entry) => ({ ...entry, at: entry.at.toString() })),
  }));
}

/** A row of facts by its columns; what is JSON in the table is a value here. */
export type FactRecord = Readonly<Partial<Record<FactColumn, unknown>>>;

const compared = factColumns.filter((column) => column !== 'earlier');
const of = (table: string) => sql.join(compared.map((column) => sql.ref(`${table}.${column}`)));
const toldRows = (rows: readonly FactRecord[]) =>
  sql`jsonb_populate_recordset(null::case_fact, ${JSON.stringify(rows)}::jsonb)`;

/**
 * Rows that are not kept as they are told, with the row kept. What was known earlier stands there in words of its own: rows
 * with such are always among them.
 */
export async function selectOtherwiseKept(
  db: Database,
  told: readonly FactRecord[],
): Promise<readonly { readonly told: FactRecord; readonly kept: FactRecord | null }[]> {
  const { rows } = await sql<{ told: FactRecord; kept: FactRecord | null }>`
    select to_jsonb(t) as told, to_jsonb(f) as kept from ${toldRows(told)} t left join case_fact f on f.case_id = t.case_id
    where f.case_id is null or t.earlier is not null or f.earlier is not null
      or (${of('t')}) is distinct from (${of('f')})`.execute(db);
  return rows;
}

export async function insertFacts(db: Database, told: readonly FactRecord[]): Promise<void> {
  const plain = sql.join(compared.map((column) => sql.ref(column)));
  // what was known earlier with its moments as the database writes them into JSON
  await sql`
    insert into case_fact (${plain}, earlier) select ${plain}, (
        select jsonb_agg(jsonb_strip_nulls(was || jsonb_build_object(
          'until', (was ->> 'until')::timestamptz, 'endedAt', (was ->> 'endedAt')::timestamptz)) order by place)
        from jsonb_array_elements(earlier) with ordinality as known (was, place))
    from ${toldRows(told)}`.execute(db);
}

export async function deleteAllFacts(db: Database): Promise<void> {
  await sql`truncate case_fact`.execute(db);
}

/** The unit that is the city itself. */
export async function selectCityId(db: Database): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`select id from unit where parent_id is null`.execute(db);
  return rows[0]?.id ?? null;
}

/** Facts of which there is no case. */
export async function selectFactsWithoutCase(db: Database): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select f.case_id as id from case_fact f where not exists (select 1 from cases c where c.id = f.case_id) limit 20`.execute(
    db,
  );
  return rows.map(({ id }) => id);
}
