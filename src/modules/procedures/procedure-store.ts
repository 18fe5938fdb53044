import { type RawBuilder, sql } from 'kysely';
import { fold } from '#kernel/vietnamese.ts';
import type { Database } from '#platform/database/connection.ts';
import { findProcedures, type ProcedureEntry, procedureEntry } from './rules/find-procedures.ts';
import type { LifeEvent, ProcedureDefinition, ProcedureTier } from './rules/procedure-definition.ts';

/** A version of a procedure as it stands in the catalogue. */
export interface ProcedureInForce {
  readonly id: number;
  readonly version: number;
  readonly definition: ProcedureDefinition;
}

/** Words and facets of a search; what is left out does not narrow it. */
export interface ProcedureSearch {
  readonly words?: string;
  readonly field?: string;
  readonly tier?: ProcedureTier;
  readonly lifeEvent?: LifeEvent;
  /** Only those this agency receives. */
  readonly receiver?: { readonly id: string; readonly tier: ProcedureTier };
}

/**
 * Adds a version from its day on and ends the one before on that day, in one statement.
 * @returns its id, or undefined when a version is in force from that day or later already
 */
export async function insertVersion(db: Database, definition: ProcedureDefinition): Promise<number | undefined> {
  const { code, inForce } = definition;
  await sql`insert into procedure (code) values (${code}) on conflict do nothing`.execute(db);
  const { rows } = await sql<{ id: number }>`
    with latest as (
      select max(version) as version, max(lower(in_force)) as since from procedure_version where code = ${code}
    ), ended as (
      update procedure_version set in_force = daterange(lower(in_force), ${inForce.from}::date)
      where code = ${code} and upper_inf(in_force) and lower(in_force) < ${inForce.from}::date
        and (select since from latest) < ${inForce.from}::date
      returning id
    )
    insert into procedure_version (code, version, definition, in_force, decision, search)
    select ${code}, coalesce(latest.version, 0) + 1, ${JSON.stringify(definition)}::jsonb,
      daterange(${inForce.from}::date, null), ${inForce.decision}, ${searchWords(definition)}
    from latest, (select count(*) from ended) as counted
    where latest.since is null or latest.since < ${inForce.from}::date
    returning id`.execute(db);
  return rows[0]?.id;
}

/** What a version is found by: its name, the words people use for it, its field and code; a line each, folded. */
function searchWords({ name, keywords, field, code }: ProcedureDefinition): string {
  return [name.vi, ...keywords, name.en, field.name.vi, field.name.en, code].map(fold).join(nameBorder);
}

const nameBorder = ' | ';

export async function getProcedureInForce(
  db: Database,
  code: string,
  on: Temporal.PlainDate,
): Promise<ProcedureInForce | undefined> {
  const { rows } = await sql<{ id: number }>`
    select id from procedure_version where code = ${code} and in_force @> ${on.toString()}::date`.execute(db);
  return rows[0] && getProcedureVersion(db, rows[0].id);
}

/** Versions never change, so what was read once stays right; kept for each pool, never for a transaction. */
const versions = new WeakMap<Database, Map<number, ProcedureInForce>>();

/** @param keptFor inside a transaction, the database it is a transaction of: what was read before is then not read again */
export async function getProcedureVersion(
  db: Database,
  id: number,
  keptFor: Database = db,
): Promise<ProcedureInForce | undefined> {
  const [version] = await getVersions(db, [id], keptFor);
  return version;
}

const mostFound = 100;

/**
 * Procedures in force on a day by plain words, best first; without words, by name. At most 100.
 * What narrows is asked of the database; the words are compared here, with entries kept of every version seen, because a
 * catalogue of the city's size takes the database a second.
 */
export async function searchProcedures(
  db: Database,
  search: ProcedureSearch,
  on: Temporal.PlainDate,
): Promise<readonly ProcedureInForce[]> {
  const { rows } = await sql<{ id: number }>`
    select id from procedure_version
    where in_force @> ${on.toString()}::date and ${narrowed(search)}`.execute(db);
  const entries = await entriesOf(
    db,
    rows.map((row) => row.id),
  );
  return getVersions(db, findProcedures(entries, search.words ?? '').slice(0, mostFound));
}

function narrowed({ field, tier, lifeEvent, receiver }: ProcedureSearch): RawBuilder<unknown> {
  const conditions = [
    field ? sql`definition->'field'->>'code' = ${field}` : [],
    tier ? sql`definition->>'tier' = ${tier}` : [],
    lifeEvent ? sql`definition->'lifeEvents' ? ${lifeEvent}` : [],
    receiver ? sql`coalesce(definition->'receivers' ? ${receiver.id}, definition->>'tier' = ${receiver.tier})` : [],
  ].flat();
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);
}

const keptEntries = new WeakMap<Database, Map<number, ProcedureEntry>>();

async function entriesOf(db: Database, ids: readonly number[]): Promise<readonly ProcedureEntry[]> {
  const kept = keptEntries.get(db) ?? new Map<number, ProcedureEntry>();
  keptEntries.set(db, kept);
  const missing = ids.filter((id) => !kept.has(id));
  if (missing.length > 0) {
    const { rows } = await sql<{ id: number; title: string; search: string }>`
      select id, definition->'name'->>'vi' as title, search
      from procedure_version where id = any(${missing}::bigint[])`.execute(db);
    for (const { id, title, search } of rows) kept.set(id, procedureEntry(id, title, search.split(nameBorder)));
  }
  return ids.flatMap((id) => kept.get(id) ?? []);
}

async function getVersions(
  db: Database,
  ids: readonly number[],
  keptFor: Database = db,
): Promise<readonly ProcedureInForce[]> {
  const known = versions.get(keptFor) ?? new Map<number, ProcedureInForce>();
  versions.set(keptFor, known);
  const missing = ids.filter((id) => !known.has(id));
  if (missing.length > 0) {
    const { rows } = await sql<ProcedureInForce>`
      select id, version, definition from procedure_version where id = any(${missing}::bigint[])`.execute(db);
    for (const row of rows) known.set(row.id, row);
  }
  return ids.flatMap((id) => known.get(id) ?? []);
}

export interface Facets {
  readonly fields: readonly {
    readonly code: string;
    readonly name: { readonly vi: string; readonly en: string };
    readonly count: number;
  }[];
  readonly tiers: Readonly<Record<string, number>>;
  readonly lifeEvents: Readonly<Record<string, number>>;
}

/** How many procedures in force there are by field, tier and life event. */
export async function countFacets(db: Database, on: Temporal.PlainDate): Promise<Facets> {
  const inForce = sql`from procedure_version where in_force @> ${on.toString()}::date`;
  const fields = await sql<Facets['fields'][number]>`
    select definition->'field'->>'code' as code, min((definition->'field'->'name')::text)::jsonb as name, count(*)::int as count
    ${inForce} group by 1 order by 3 desc, 1`.execute(db);
  const tiers = await sql<{ name: string; count: number }>`
    select definition->>'tier' as name, count(*)::int as count ${inForce} group by 1`.execute(db);
  const lifeEvents = await sql<{ name: string; count: number }>`
    select e.name, count(*)::int as count
    from procedure_version, jsonb_array_elements_text(definition->'lifeEvents') as e (name)
    where in_force @> ${on.toString()}::date group by 1`.execute(db);
  const byName = (rows: readonly { name: string; count: number }[]) =>
    Object.fromEntries(rows.map(({ name, count }) => [name, count]));
  return { fields: fields.rows, tiers: byName(tiers.rows), lifeEvents: byName(lifeEvents.rows) };
}
