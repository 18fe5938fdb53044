import { sql } from 'kysely';
import type { EntryActor } from '#case-engine/rules/journal.ts';
import type { Dong } from '#kernel/money.ts';
import type { Database } from '#platform/database/connection.ts';
import { newId } from '#platform/random.ts';
import type { CashTill } from './ledger-store.ts';

/** The till of an officer on a day: what the book says is in it, and how it was closed. */
export interface TillState {
  readonly taken: Dong;
  readonly given: Dong;
  readonly expected: Dong;
  readonly payments: number;
  readonly refunds: number;
  readonly closing: { readonly counted: Dong; readonly note: string; readonly at: Temporal.Instant } | null;
}

export async function findTill(db: Database, { officerAccountId, on }: CashTill): Promise<TillState> {
  const { rows } = await sql<{
    taken: string;
    given: string;
    payments: number;
    refunds: number;
    counted: number | null;
    note: string | null;
    at: Temporal.Instant | null;
  }>`
    select coalesce(p.sum, 0) as taken, p.count::integer as payments, coalesce(r.sum, 0) as given,
      r.count::integer as refunds, c.counted, c.note, c.closed_at as at
    from (select sum(amount), count(*) from payment
        where way = 'cash' and officer_account_id = ${officerAccountId}::uuid and cash_on = ${on.toString()}::date) p
      cross join (select sum(amount), count(*) from refund
        where way = 'cash' and officer_account_id = ${officerAccountId}::uuid and cash_on = ${on.toString()}::date) r
      left join cash_closing c on c.officer_account_id = ${officerAccountId}::uuid and c.cash_on = ${on.toString()}::date`.execute(
    db,
  );
  const row = rows[0];
  const [taken, given] = [BigInt(row?.taken ?? 0), BigInt(row?.given ?? 0)];
  const closing =
    row?.counted !== null && row?.counted !== undefined && row.at
      ? { counted: BigInt(row.counted), note: row.note ?? '', at: row.at }
      : null;
  return { taken, given, expected: taken - given, payments: row?.payments ?? 0, refunds: row?.refunds ?? 0, closing };
}

export async function insertClosing(
  db: Database,
  closing: CashTill & {
    agencyId: string;
    expected: Dong;
    counted: Dong;
    note: string;
    at: Temporal.Instant;
    by: EntryActor;
  },
): Promise<void> {
  await sql`
    insert into cash_closing (id, agency_id, officer_account_id, cash_on, expected, counted, note, closed_at, by)
    values (${newId()}::uuid, ${closing.agencyId}, ${closing.officerAccountId}::uuid, ${closing.on.toString()}::date,
      ${closing.expected.toString()}::bigint, ${closing.counted.toString()}::bigint, ${closing.note},
      ${closing.at.toString()}::timestamptz, ${JSON.stringify(closing.by)}::jsonb)`.execute(db);
}
