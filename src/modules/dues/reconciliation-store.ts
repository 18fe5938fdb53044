import { sql } from 'kysely';
import type { EntryActor } from '#case-engine/rules/journal.ts';
import { localDay, toInstant } from '#kernel/zone.ts';
import type { Database } from '#platform/database/connection.ts';
import { newId } from '#platform/random.ts';
import type { LedgerDifference, MoneyMovement } from './rules/reconcile.ts';

/** Which part of the ledger is compared with which report. */
export interface ReconciledPart {
  readonly agencyId: string;
  readonly way: 'transfer' | 'gateway';
  readonly source: string;
  readonly from: Temporal.PlainDate;
  /** The last day, included. */
  readonly to: Temporal.PlainDate;
}

interface MovedRow {
  readonly externalId: string;
  readonly kind: 'paid' | 'refunded';
  readonly amount: number;
  readonly at: Temporal.Instant;
  readonly billCode: string | null;
  readonly left: number | null;
  readonly ordered: number | null;
}

/** Money that came in and went back by one account or gateway, as our ledger has it. */
export async function listMovements(db: Database, part: ReconciledPart): Promise<readonly MoneyMovement[]> {
  const from = toInstant(part.from.toPlainDateTime()).toString();
  const until = toInstant(part.to.add({ days: 1 }).toPlainDateTime()).toString();
  const { rows } = await sql<MovedRow>`
    select i.external_id as "externalId", 'paid' as kind, i.amount, i.arrived_at as at, b.code as "billCode",
      incoming_left(i.id) as left, (select o.amount from gateway_event e join gateway_order o on o.id = e.order_id
        where i.way = 'gateway' and e.gateway = i.source and e.kind = 'paid' and e.transaction_id = i.external_id
        limit 1) as ordered
    from incoming_money i left join bill b on b.id = i.bill_id
    where i.way = ${part.way} and i.source = ${part.source} and coalesce(b.agency_id, i.agency_id) = ${part.agencyId}
      and i.arrived_at >= ${from}::timestamptz and i.arrived_at < ${until}::timestamptz
    union all
    select r.external_id, 'refunded', sum(r.amount)::bigint, min(r.refunded_at), min(b.code), null, null
    from refund r left join payment p on p.id = r.payment_id left join incoming_money i on i.id = r.incoming_id
      left join bill b on b.id = coalesce(p.bill_id, i.bill_id)
    where r.way = ${part.way} and r.source = ${part.source} and coalesce(b.agency_id, i.agency_id) = ${part.agencyId}
      and r.refunded_at >= ${from}::timestamptz and r.refunded_at < ${until}::timestamptz
    group by r.external_id
    order by 4, 1`.execute(db);
  return rows.map(({ at, amount, billCode, left, ordered, ...row }) => ({
    ...row,
    amount: BigInt(amount),
    on: localDay(at),
    billCode: billCode ?? '',
    ...(left === null ? {} : { left: BigInt(left) }),
    ...(ordered === null ? {} : { ordered: BigInt(ordered) }),
  }));
}

/** Payments and refunds of an agency in a time that stand in no settlement: by their receipt or slip. */
export async function listLinesWithoutSettlement(
  db: Database,
  agencyId: string,
  { from, until }: { readonly from: Temporal.Instant; readonly until: Temporal.Instant },
): Promise<readonly MoneyMovement[]> {
  const { rows } = await sql<Omit<MovedRow, 'left' | 'ordered'>>`
    select coalesce(d.number || '/' || d.year || '-' || d.book, p.voucher, p.id::text) as "externalId", 'paid' as kind,
      p.amount, p.received_at as at, b.code as "billCode"
    from payment p join bill b on b.id = p.bill_id left join dues_paper d on d.payment_id = p.id
    where b.agency_id = ${agencyId} and p.way <> 'elsewhere'
      and p.received_at >= ${from.toString()}::timestamptz and p.received_at < ${until.toString()}::timestamptz
      and not exists (select 1 from dues_settlement_line l where l.payment_id = p.id)
    union all
    select coalesce(d.number || '/' || d.year || '-' || d.book, r.id::text), 'refunded', r.amount, r.refunded_at, b.code
    from refund r join payment p on p.id = r.payment_id join bill b on b.id = p.bill_id
      left join dues_paper d on d.refund_id = r.id
    where b.agency_id = ${agencyId}
      and r.refunded_at >= ${from.toString()}::timestamptz and r.refunded_at < ${until.toString()}::timestamptz
      and not exists (select 1 from dues_settlement_line l where l.refund_id = r.id)
    order by 4, 1`.execute(db);
  return rows.map(({ at, amount, billCode, ...row }) => ({
    ...row,
    amount: BigInt(amount),
    on: localDay(at),
    billCode: billCode ?? '',
  }));
}

/** A comparison that was made, and what it found. */
export interface Reconciliation {
  readonly id: string;
  readonly way: 'transfer' | 'gateway';
  readonly source: string;
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
  readonly compared: number;
  readonly differences: readonly WrittenDifference[];
  readonly madeAt: Temporal.Instant;
  readonly madeBy: EntryActor;
}

interface WrittenMovement {
  readonly amount: string;
  readonly on: string;
  readonly billCode: string;
}

/** A difference as it is kept: amounts in digits, days as ISO writes them. */
export interface WrittenDifference {
  readonly kind: LedgerDifference['kind'];
  readonly externalId: string;
  readonly here: WrittenMovement | null;
  readonly there: WrittenMovement | null;
}

const written = (movement: MoneyMovement | null): WrittenMovement | null =>
  movement && { amount: movement.amount.toString(), on: movement.on.toString(), billCode: movement.billCode };

export async function insertReconciliation(
  db: Database,
  part: ReconciledPart,
  found: { readonly compared: number; readonly differences: readonly LedgerDifference[] },
  at: Temporal.Instant,
  by: EntryActor,
): Promise<string> {
  const id = newId();
  const differences = found.differences.map(({ kind, externalId, here, there }) => ({
    kind,
    externalId,
    here: written(here),
    there: written(there),
  }));
  await sql`
    insert into dues_reconciliation (id, agency_id, way, source, from_on, to_on, compared, differences, made_at, made_by)
    values (${id}::uuid, ${part.agencyId}, ${part.way}, ${part.source}, ${part.from.toString()}::date,
      ${part.to.toString()}::date, ${found.compared}, ${JSON.stringify(differences)}::jsonb,
      ${at.toString()}::timestamptz, ${JSON.stringify(by)}::jsonb)`.execute(db);
  return id;
}

/** The comparisons of an agency, the newest first. */
export async function listReconciliations(db: Database, agencyId: string): Promise<readonly Reconciliation[]> {
  const { rows } = await sql<Reconciliation>`
    select id, way, source, from_on as "from", to_on as "to", compared, differences, made_at as "madeAt",
      made_by as "madeBy"
    from dues_reconciliation where agency_id = ${agencyId} order by made_at desc limit 50`.execute(db);
  return rows;
}
