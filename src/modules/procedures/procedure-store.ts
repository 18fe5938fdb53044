import { sql } from 'kysely';
import { fold } from '#kernel/vietnamese.ts';
import type { Database } from '#platform/database/connection.ts';
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
  return [name.vi, ...keywords, name.en, field.name.vi, field.name.en, code].map(fold).join(' | ');
}

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

export async function getProcedureVersion(db: Database, id: number): Promise<ProcedureInForce | undefined> {
  const known = versions.get(db) ?? new Map<number, ProcedureInForce>();
  versions.set(db, known);
  const kept = known.get(id);
  if (kept) return kept;
  const { rows } = await sql<ProcedureInForce>`
    select id, version, definition from procedure_version where id = ${id}`.execute(db);
  if (rows[0]) known.set(id, rows[0]);
  return rows[0];
}

/** Below this, what was typed and what a procedure is called have only some letters in common. */
const leastAlike = 0.42;

/**
 * Procedures in force on a day by plain words, best first; without words, by name. Each name people use for a procedure
 * is compared with what was typed: what was typed inside the name (`khai sinh`), the name inside a longer sentence
 * (`bố tôi mất, muốn khai tử`), both as a whole; by their trigrams, so that a typo or two do no harm.
 */
export async function searchProcedures(
  db: Database,
  { words = '', field, tier, lifeEvent, receiver }: ProcedureSearch,
  on: Temporal.PlainDate,
): Promise<readonly ProcedureInForce[]> {
  const typed = fold(words.slice(0, 200))
    .replaceAll(/[^a-z0-9.]+/g, ' ')
    .trim();
  if (typed === '' && words.trim() !== '') return [];
  const { rows } = await sql<ProcedureInForce>`
    select v.id, v.version, v.definition
    from procedure_version v, lateral (
      select max(greatest(
        (word_similarity(${typed}, called) + similarity(${typed}, called)) / 2,
        case when length(called) >= 5 and word_similarity(called, ${typed}) >= 0.75
          then word_similarity(called, ${typed}) * 0.55 + 0.45 * length(called) / greatest(length(${typed}), length(called))
        end
      ) + case when place = 1 then 0.05 else 0 end) as alike
      from string_to_table(v.search, ' | ') with ordinality as names (called, place)
    ) as best
    where v.in_force @> ${on.toString()}::date
      and (${typed} = '' or best.alike >= ${leastAlike})
      and ${field ? sql`v.definition->'field'->>'code' = ${field}` : sql`true`}
      and ${tier ? sql`v.definition->>'tier' = ${tier}` : sql`true`}
      and ${lifeEvent ? sql`v.definition->'lifeEvents' ? ${lifeEvent}` : sql`true`}
      and ${receiver ? sql`coalesce(v.definition->'receivers' ? ${receiver.id}, v.definition->>'tier' = ${receiver.tier})` : sql`true`}
    order by case when ${typed} = '' then 0 else best.alike end desc, v.definition->'name'->>'vi' collate "vi-x-icu"
    limit 100`.execute(db);
  return rows;
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
