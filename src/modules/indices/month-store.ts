import { sql } from 'kysely';
import type { Database } from '#platform/database/connection.ts';
import type { RankedScore } from './rules/score-frame.ts';

/** The score of a unit in a month that is over, as it was known when the month ended. */
export interface KeptMonth {
  readonly frameId: string;
  /** `2021-10`. */
  readonly month: string;
  readonly unitId: string;
  readonly total: number | null;
  readonly decimals: number;
  readonly known: number;
  readonly rank: number | null;
}

/** The month in which the first case was accepted; undefined in a city without cases. */
export async function findFirstMonth(db: Database): Promise<Temporal.PlainYearMonth | undefined> {
  const { rows } = await sql<{ month: string | null }>`
    select to_char(min(accepted_at) at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM') as month from case_fact`.execute(db);
  const month = rows[0]?.month;
  return month ? Temporal.PlainYearMonth.from(month) : undefined;
}

/** The months of a frame that are kept already. */
export async function listKeptMonths(db: Database, frameId: string): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ month: string }>`
    select distinct to_char(month, 'YYYY-MM') as month from index_month where frame_id = ${frameId}`.execute(db);
  return new Set(rows.map(({ month }) => month));
}

/** Keeps a month, whole; another program that was faster kept the same. */
export async function insertMonth(
  db: Database,
  head: { readonly frameId: string; readonly month: string; readonly asOf: Temporal.Instant },
  scores: readonly RankedScore[],
  at: Temporal.Instant,
): Promise<void> {
  const rows = scores.map(({ unitId, groupId, total, known, rank, earned }) => ({
    unitId,
    groupId,
    total: total?.steps ?? null,
    decimals: earned.decimals,
    known,
    rank,
  }));
  await sql`
    insert into index_month (frame_id, month, unit_id, group_id, total, decimals, known, rank, as_of, taken_at)
    select ${head.frameId}, ${`${head.month}-01`}::date, r."unitId", r."groupId", r.total, r.decimals, r.known, r.rank,
      ${head.asOf.toString()}::timestamptz, ${at.toString()}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r("unitId" text, "groupId" text, total integer, decimals smallint, known smallint, rank integer)
    on conflict do nothing`.execute(db);
}

const columns = sql`frame_id as "frameId", to_char(month, 'YYYY-MM') as month, unit_id as "unitId", total, decimals, known, rank`;

/** The months of a unit in a frame, the oldest first, at most so many. */
export async function listMonthsOf(
  db: Database,
  frameId: string,
  unitId: string,
  most: number,
): Promise<readonly KeptMonth[]> {
  const { rows } = await sql<KeptMonth>`
    select ${columns} from index_month where frame_id = ${frameId} and unit_id = ${unitId}
    order by month desc limit ${most}`.execute(db);
  return rows.toReversed();
}

/** The latest kept month of some units in every frame. */
export async function listLatestMonths(db: Database, unitIds: readonly string[]): Promise<readonly KeptMonth[]> {
  const { rows } = await sql<KeptMonth>`
    select distinct on (frame_id, unit_id) ${columns} from index_month where unit_id = any(${unitIds}::text[])
    order by frame_id, unit_id, month desc`.execute(db);
  return rows;
}
