import { sql } from 'kysely';
import type { Database } from '#platform/database/connection.ts';
import type { ClosedContent } from './rules/figure-closing.ts';

/** A version of a closed period, with who closed it and why it was restated. */
export interface FigureClosing extends ClosedContent {
  readonly id: string;
  readonly sha256: string;
  readonly reason: string;
  readonly closedAt: Temporal.Instant;
  readonly closedByName: string;
}

const columns = sql`id, unit_id as "unitId", period_from::text as "from", period_to::text as "to", version,
  to_char(as_of at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "asOf", figures, definitions, sha256, reason,
  closed_at as "closedAt", closed_by_name as "closedByName"`;

const read = (row: FigureClosing): FigureClosing => ({ ...row, asOf: Temporal.Instant.from(row.asOf).toString() });

/** @returns false when another closed this version first */
export async function insertClosing(db: Database, closing: FigureClosing, closedBy: string): Promise<boolean> {
  const { rows } = await sql`
    insert into figure_closing (id, unit_id, period_from, period_to, version, as_of, figures, definitions, sha256, reason,
      closed_at, closed_by, closed_by_name)
    values (${closing.id}::uuid, ${closing.unitId}, ${closing.from}::date, ${closing.to}::date, ${closing.version},
      ${closing.asOf}::timestamptz, ${JSON.stringify(closing.figures)}::jsonb, ${JSON.stringify(closing.definitions)}::jsonb,
      ${closing.sha256}, ${closing.reason}, ${closing.closedAt.toString()}::timestamptz, ${closedBy}::uuid, ${closing.closedByName})
    on conflict on constraint figure_closing_version_once do nothing returning id`.execute(db);
  return rows.length === 1;
}

/** All versions of a closed period, the first first. */
export async function selectClosings(
  db: Database,
  unitId: string,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
): Promise<readonly FigureClosing[]> {
  const { rows } = await sql<FigureClosing>`
    select ${columns} from figure_closing
    where unit_id = ${unitId} and period_from = ${from.toString()}::date and period_to = ${to.toString()}::date
    order by version`.execute(db);
  return rows.map(read);
}

/** The last version of the period of a unit that was closed and ends on a day, as far as it was known at a moment. */
export async function findClosingUpTo(
  db: Database,
  unitId: string,
  to: Temporal.PlainDate,
  asOf: Temporal.Instant,
): Promise<FigureClosing | undefined> {
  const { rows } = await sql<FigureClosing>`
    select ${columns} from figure_closing
    where unit_id = ${unitId} and period_to = ${to.toString()}::date and closed_at <= ${asOf.toString()}::timestamptz
    order by closed_at desc, version desc limit 1`.execute(db);
  return rows[0] && read(rows[0]);
}

/** Periods that were closed for a unit, the latest first, each by its last version. */
export async function listClosedPeriods(db: Database, unitId: string, most: number): Promise<readonly FigureClosing[]> {
  const { rows } = await sql<FigureClosing>`
    select * from (
      select distinct on (period_from, period_to) ${columns} from figure_closing where unit_id = ${unitId}
      order by period_from, period_to, version desc
    ) last order by "to" desc, "from" desc limit ${most}`.execute(db);
  return rows.map(read);
}
