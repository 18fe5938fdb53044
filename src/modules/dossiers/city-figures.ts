import { sql } from 'kysely';
import type { Database } from '#platform/database/connection.ts';

/** What the city did in a stretch of time, counted from the cases themselves; each dossier once. */
export interface CityFigures {
  /** Accepted in the stretch. */
  readonly accepted: number;
  /** Settled in the stretch, with those of them early or on time. */
  readonly settled: number;
  readonly inTime: number;
  /** Open at the end of it and late by then. */
  readonly lateNow: number;
}

/** @param from the first moment counted @param until the moment asked at: late is what is late then */
export async function countCityFigures(
  db: Database,
  from: Temporal.Instant,
  until: Temporal.Instant,
): Promise<CityFigures> {
  const { rows } = await sql<CityFigures>`
    select
      (select count(*)::int from cases where kind = 'dossier' and accepted_at >= ${from}::timestamptz) as accepted,
      count(*)::int as settled,
      (count(*) filter (where timeliness in ('early', 'on-time')))::int as "inTime",
      (select count(*)::int from cases
        where kind = 'dossier' and open and due_at < ${until}::timestamptz and late_at <= ${until}::timestamptz
          and accepted_at is not null) as "lateNow"
    from cases where kind = 'dossier' and timeliness is not null and ended_at >= ${from}::timestamptz`.execute(db);
  const row = rows[0];
  if (!row) throw new Error('a count gives a row');
  return row;
}
