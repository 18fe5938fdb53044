import { sql } from 'kysely';
import type { Dong } from '#kernel/money.ts';
import type { Database } from '#platform/database/connection.ts';
import { newId } from '#platform/random.ts';
import { type MoneyMatch, matchOf } from './rules/match-money.ts';

/** Money that came in from outside: a line of the bank's statement or a capture of the gateway. */
export interface IncomingMoney {
  readonly id: string;
  readonly way: 'transfer' | 'gateway';
  readonly source: string;
  readonly externalId: string;
  readonly agencyId: string | null;
  readonly amount: Dong;
  readonly arrivedAt: Temporal.Instant;
  readonly text: string;
  readonly billId: string | null;
}

/** Records money once, however often it is told. @returns its id, also when it was recorded before */
export async function insertIncoming(
  db: Database,
  money: Omit<IncomingMoney, 'id'>,
  at: Temporal.Instant,
): Promise<{ readonly id: string; readonly isNew: boolean }> {
  const id = newId();
  const { rows } = await sql<{ id: string; isNew: boolean }>`
    with written as (
      insert into incoming_money (id, way, source, external_id, agency_id, amount, arrived_at, text, bill_id, recorded_at)
      values (${id}::uuid, ${money.way}, ${money.source}, ${money.externalId}, ${money.agencyId},
        ${money.amount.toString()}::bigint, ${money.arrivedAt.toString()}::timestamptz, ${money.text},
        ${money.billId}::uuid, ${at.toString()}::timestamptz)
      on conflict (way, source, external_id) do nothing returning id
    )
    select id, true as "isNew" from written
    union all
    select id, false from incoming_money
    where way = ${money.way} and source = ${money.source} and external_id = ${money.externalId}`.execute(db);
  // another's row that is not visible to this statement yet is found by the next
  return rows[0] ?? insertIncoming(db, money, at);
}

export interface IncomingRow extends IncomingMoney {
  readonly left: Dong;
  readonly applied: Dong;
  readonly match: MoneyMatch;
  readonly billCode: string | null;
  readonly caseId: string | null;
  readonly owedStill: Dong | null;
  /** The payments made with it, with what is left of each to be given back. */
  readonly payments: readonly { readonly id: string; readonly left: Dong }[];
}

type Row = Omit<IncomingRow, 'amount' | 'left' | 'applied' | 'owedStill' | 'match' | 'payments'> & {
  payments: readonly { readonly id: string; readonly left: number }[];
  amount: number;
  left: number;
  applied: string;
  owedStill: number | null;
};

const selectIncoming = sql`
  select i.id, i.way, i.source, i.external_id as "externalId", i.agency_id as "agencyId", i.amount,
    i.arrived_at as "arrivedAt", i.text, i.bill_id as "billId", incoming_left(i.id) as left,
    coalesce((select sum(p.amount) from payment p where p.incoming_id = i.id), 0) as applied,
    (select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'left', p.amount
        - coalesce((select sum(r.amount) from refund r where r.payment_id = p.id), 0)) order by p.id), '[]')
      from payment p where p.incoming_id = i.id) as "payments",
    b.code as "billCode", b.case_id as "caseId",
    case when exists (select 1 from bill_end e where e.bill_id = b.id) then 0 else b.total - bill_paid(b.id) end as "owedStill"
  from incoming_money i left join bill b on b.id = i.bill_id`;

function rowOf(row: Row): IncomingRow {
  const amount = BigInt(row.amount);
  const applied = BigInt(row.applied);
  const owedStill = row.owedStill === null ? null : BigInt(row.owedStill);
  const match = matchOf(amount, applied, row.billId === null && applied === 0n ? undefined : (owedStill ?? 0n));
  const payments = row.payments.map(({ id, left }) => ({ id, left: BigInt(left) }));
  return { ...row, amount, applied, owedStill, left: BigInt(row.left), match, payments };
}

export async function findIncoming(db: Database, id: string): Promise<IncomingRow | undefined> {
  const { rows } = await sql<Row>`${selectIncoming} where i.id = ${id}::uuid`.execute(db);
  return rows[0] && rowOf(rows[0]);
}

/** The same, held until the transaction ends: whoever else settles it waits. */
export async function lockIncoming(db: Database, id: string): Promise<IncomingRow | undefined> {
  await sql`select 1 from incoming_money where id = ${id}::uuid for update`.execute(db);
  return findIncoming(db, id);
}

/** Money of an agency that waits for someone to settle it: nothing or not all of it paid a bill. */
export async function listUnsettled(db: Database, agencyId: string): Promise<readonly IncomingRow[]> {
  const { rows } = await sql<Row>`
    ${selectIncoming}
    where coalesce(b.agency_id, i.agency_id) = ${agencyId} and incoming_left(i.id) > 0
    order by i.arrived_at limit 200`.execute(db);
  return rows.map(rowOf);
}

/** Money that could pay its bill and has not: the program stopped between taking it in and paying with it. */
export async function listUnapplied(db: Database): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select i.id from incoming_money i join bill b on b.id = i.bill_id
    where not exists (select 1 from payment p where p.incoming_id = i.id) and incoming_left(i.id) > 0
      and bill_paid(b.id) < b.total and not exists (select 1 from bill_end e where e.bill_id = b.id)
    order by i.arrived_at limit 500`.execute(db);
  return rows.map(({ id }) => id);
}
