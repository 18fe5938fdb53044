import { sql } from 'kysely';
import type { EntryActor } from '#case-engine/rules/journal.ts';
import type { Dong } from '#kernel/money.ts';
import type { Database } from '#platform/database/connection.ts';
import { newId } from '#platform/random.ts';
import { type Quarter, quarterEnd } from './rules/quarter.ts';

/** What a desk collected for a unit and has not settled with it yet. */
export interface OpenSettlement {
  readonly payeeUnitId: string;
  readonly collected: Dong;
  readonly refunded: Dong;
  readonly payments: number;
  readonly refunds: number;
}

/** A settlement that was signed, and by whom it was countersigned. */
export interface SignedSettlement {
  readonly id: string;
  readonly agencyId: string;
  readonly payeeUnitId: string;
  readonly year: number;
  readonly quarter: number;
  readonly collected: Dong;
  readonly refunded: Dong;
  readonly signedAt: Temporal.Instant;
  readonly signedBy: EntryActor;
  readonly countersignedAt: Temporal.Instant | null;
  readonly countersignedBy: EntryActor | null;
}

/**
 * Payments and refunds of an agency up to the end of a quarter that stand in no settlement. What was paid to another body
 * is not the desk's to hand over.
 */
const openLines = (agencyId: string, before: Temporal.Instant) => sql`
  select b.payee_unit_id, p.id as payment_id, null::uuid as refund_id, p.amount
  from payment p join bill b on b.id = p.bill_id
  where b.agency_id = ${agencyId} and p.way <> 'elsewhere' and p.received_at < ${before.toString()}::timestamptz
    and not exists (select 1 from dues_settlement_line l where l.payment_id = p.id)
  union all
  select b.payee_unit_id, null, r.id, r.amount
  from refund r join payment p on p.id = r.payment_id join bill b on b.id = p.bill_id
  where b.agency_id = ${agencyId} and r.refunded_at < ${before.toString()}::timestamptz
    and not exists (select 1 from dues_settlement_line l where l.refund_id = r.id)`;

export async function listOpenSettlements(
  db: Database,
  agencyId: string,
  quarter: Quarter,
): Promise<readonly OpenSettlement[]> {
  const { rows } = await sql<{
    payeeUnitId: string;
    collected: string;
    refunded: string;
    payments: number;
    refunds: number;
  }>`
    select payee_unit_id as "payeeUnitId", coalesce(sum(amount) filter (where payment_id is not null), 0) as collected,
      coalesce(sum(amount) filter (where refund_id is not null), 0) as refunded,
      count(payment_id)::integer as payments, count(refund_id)::integer as refunds
    from (${openLines(agencyId, quarterEnd(quarter))}) open group by payee_unit_id order by payee_unit_id`.execute(db);
  return rows.map((row) => ({ ...row, collected: BigInt(row.collected), refunded: BigInt(row.refunded) }));
}

/** Freezes what is open with a unit. @returns undefined when nothing is */
export async function insertSettlement(
  db: Database,
  settlement: Quarter & { agencyId: string; payeeUnitId: string; at: Temporal.Instant; by: EntryActor },
): Promise<string | undefined> {
  const { agencyId, payeeUnitId, year, quarter, at, by } = settlement;
  const open = (await listOpenSettlements(db, agencyId, settlement)).find((one) => one.payeeUnitId === payeeUnitId);
  if (!open) return undefined;
  const id = newId();
  await sql`
    with written as (
      insert into dues_settlement (id, agency_id, payee_unit_id, year, quarter, collected, refunded, signed_at, signed_by)
      values (${id}::uuid, ${agencyId}, ${payeeUnitId}, ${year}, ${quarter}, ${open.collected.toString()}::bigint,
        ${open.refunded.toString()}::bigint, ${at.toString()}::timestamptz, ${JSON.stringify(by)}::jsonb)
      returning id
    )
    insert into dues_settlement_line (settlement_id, line, payment_id, refund_id, amount)
    select written.id, row_number() over (order by open.payment_id, open.refund_id), open.payment_id, open.refund_id,
      open.amount
    from written, (${openLines(agencyId, quarterEnd(settlement))}) open where open.payee_unit_id = ${payeeUnitId}`.execute(
    db,
  );
  return id;
}

const settlements = sql`
  select s.id, s.agency_id as "agencyId", s.payee_unit_id as "payeeUnitId", s.year, s.quarter, s.collected, s.refunded,
    s.signed_at as "signedAt", s.signed_by as "signedBy", c.at as "countersignedAt", c.by as "countersignedBy"
  from dues_settlement s left join dues_settlement_countersignature c on c.settlement_id = s.id`;

type Row = Omit<SignedSettlement, 'collected' | 'refunded'> & { collected: number; refunded: number };
const settlementOf = (row: Row): SignedSettlement => ({
  ...row,
  collected: BigInt(row.collected),
  refunded: BigInt(row.refunded),
});

/** The settlements of a desk, and those that units have to countersign, the newest first. */
export async function listSettlements(
  db: Database,
  agencyId: string,
  payeeUnitIds: readonly string[] = [],
): Promise<readonly SignedSettlement[]> {
  const { rows } = await sql<Row>`${settlements}
    where s.agency_id = ${agencyId} or s.payee_unit_id = any (${payeeUnitIds}::text[])
    order by s.signed_at desc limit 100`.execute(db);
  return rows.map(settlementOf);
}

export async function findSettlement(db: Database, id: string): Promise<SignedSettlement | undefined> {
  const { rows } = await sql<Row>`${settlements} where s.id = ${id}::uuid`.execute(db);
  return rows[0] && settlementOf(rows[0]);
}

/** @returns false when it was countersigned before */
export async function insertCountersignature(
  db: Database,
  settlementId: string,
  at: Temporal.Instant,
  by: EntryActor,
): Promise<boolean> {
  const { rows } = await sql`
    insert into dues_settlement_countersignature (settlement_id, at, by)
    values (${settlementId}::uuid, ${at.toString()}::timestamptz, ${JSON.stringify(by)}::jsonb)
    on conflict do nothing returning settlement_id`.execute(db);
  return rows.length > 0;
}
