import { sql } from 'kysely';
import type { Database } from '#platform/database/connection.ts';

/** Procedures in force on a day, counted by what forms ask of them. */
export async function countCatalogue(
  db: Database,
  on: Temporal.PlainDate,
): Promise<readonly { tier: string; all: number; desk: number; legs: number; route: number; online: number }[]> {
  const { rows } = await sql<{ tier: string; all: number; desk: number; legs: number; route: number; online: number }>`
    select definition ->> 'tier' as tier, count(*)::int as all,
      (count(*) filter (where definition -> 'channels' ? 'desk'))::int as desk,
      (count(*) filter (where jsonb_path_exists(definition, '$.route[*].legs.legs[*]')))::int as legs,
      (count(*) filter (where jsonb_array_length(definition -> 'route') > 0 and decision <> ''))::int as route,
      (count(*) filter (where (definition ->> 'serviceLevel2021')::int >= 3))::int as online
    from procedure_version where in_force @> ${on.toString()}::date group by 1`.execute(db);
  return rows;
}

/** Units with a delegation to certify in force on a day, as recorded by a moment. */
export async function selectCertifyingUnits(
  db: Database,
  on: Temporal.PlainDate,
  end: Temporal.Instant,
  asOf: Temporal.Instant,
): Promise<readonly string[]> {
  const { rows } = await sql<{ unit_id: string }>`
    select distinct unit_id from delegation
    where form = 'TUQ' and granted_at <= ${asOf.toString()}::timestamptz
      and daterange(valid_from, valid_to, '[]') @> ${on.toString()}::date
      and (revoked_from is null or revoked_from > ${end.toString()}::timestamptz or revoked_at > ${asOf.toString()}::timestamptz)
      and kinds && array(
        select distinct unnest(array[code, definition -> 'field' ->> 'code'])
        from procedure_version where definition -> 'field' ->> 'code' = 'chung-thuc')`.execute(db);
  return rows.map(({ unit_id }) => unit_id);
}
