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

export async function insertVersion(db: Database, definition: ProcedureDefinition): Promise<number> {
  const { code, inForce } = definition;
  await sql`insert into procedure (code) values (${code}) on conflict do nothing`.execute(db);
  await sql`
    update procedure_version set in_force = daterange(lower(in_force), ${inForce.from}::date)
    where code = ${code} and upper_inf(in_force) and lower(in_force) < ${inForce.from}::date`.execute(db);
  const words = [definition.name.vi, definition.name.en, ...definition.keywords, definition.field.name.vi, code].join(
    ' · ',
  );
  const { rows } = await sql<{ id: number }>`
    insert into procedure_version (code, version, definition, in_force, decision, search)
    values (${code}, (select coalesce(max(version), 0) + 1 from procedure_version where code = ${code}),
      ${JSON.stringify(definition)}::jsonb, daterange(${inForce.from}::date, null), ${inForce.decision}, ${fold(words)})
    returning id`.execute(db);
  return rows[0]?.id ?? 0;
}

export async function getProcedureInForce(
  db: Database,
  code: string,
  on: Temporal.PlainDate,
): Promise<ProcedureInForce | undefined> {
  const { rows } = await sql<ProcedureInForce>`
    select id, version, definition from procedure_version
    where code = ${code} and in_force @> ${on.toString()}::date`.execute(db);
  return rows[0];
}

/** Versions never change, so what was read once stays right. */
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

/** Procedures in force on a day by plain words, best first; without words, by name. A typo or two do no harm. */
export async function searchProcedures(
  db: Database,
  search: ProcedureSearch,
  on: Temporal.PlainDate,
): Promise<readonly ProcedureInForce[]> {
  const words = fold(search.words ?? '')
    .replaceAll(/[^a-z0-9. ]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, 200);
  const { field, tier, lifeEvent, receiver } = search;
  const all = words.split(' ').filter((word) => word !== '');
  const containsAll = all.length
    ? sql.join(
        all.map((word) => sql`(search like ${`%${word}%`})::int`),
        sql` + `,
      )
    : sql`0`;
  const { rows } = await sql<ProcedureInForce>`
    select id, version, definition from (
      select id, version, definition, word_similarity(${words}, search) as alike,
        (${containsAll})::float / ${Math.max(1, all.length)} as share,
        position(${words} in search) as place
      from procedure_version
      where in_force @> ${on.toString()}::date
        and ${field ? sql`definition->'field'->>'code' = ${field}` : sql`true`}
        and ${tier ? sql`definition->>'tier' = ${tier}` : sql`true`}
        and ${lifeEvent ? sql`definition->'lifeEvents' ? ${lifeEvent}` : sql`true`}
        and ${receiver ? sql`coalesce(definition->'receivers' ? ${receiver.id}, definition->>'tier' = ${receiver.tier})` : sql`true`}
    ) as found
    where ${words} = '' or share = 1 or alike >= 0.5 or (share >= 0.6 and alike >= 0.35)
    order by (place > 0) desc, alike + share desc, nullif(place, 0), definition->'name'->>'vi' collate "vi-x-icu"
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
