import { sql } from 'kysely';
import type { Dong } from '#kernel/money.ts';
import type { Database } from '#platform/database/connection.ts';
import type { GatewayEvent } from './rules/gateway-order-state.ts';

/** An order given to a gateway: pay this bill, this much. */
export interface GatewayOrder {
  readonly id: string;
  readonly billId: string;
  readonly gateway: string;
  readonly amount: Dong;
  readonly currency: string;
  readonly createdAt: Temporal.Instant;
}

export async function insertOrder(db: Database, order: GatewayOrder): Promise<void> {
  await sql`
    insert into gateway_order (id, bill_id, gateway, amount, currency, created_at)
    values (${order.id}::uuid, ${order.billId}::uuid, ${order.gateway}, ${order.amount.toString()}::bigint,
      ${order.currency}, ${order.createdAt.toString()}::timestamptz)`.execute(db);
}

export async function findOrder(db: Database, id: string): Promise<GatewayOrder | undefined> {
  const { rows } = await sql<Omit<GatewayOrder, 'amount'> & { amount: number }>`
    select id, bill_id as "billId", gateway, amount, currency, created_at as "createdAt"
    from gateway_order where id = ${id}::uuid`.execute(db);
  return rows[0] && { ...rows[0], amount: BigInt(rows[0].amount) };
}

/** @returns false when the event was known already */
export async function insertEvent(
  db: Database,
  gateway: string,
  event: GatewayEvent,
  toldBy: 'answer' | 'callback' | 'query',
  at: Temporal.Instant,
): Promise<boolean> {
  const { rows } = await sql`
    insert into gateway_event (gateway, event_id, order_id, kind, transaction_id, amount, occurred_at, received_at, told_by)
    values (${gateway}, ${event.eventId}, ${event.orderId}::uuid, ${event.kind}, ${event.transactionId},
      ${event.amount?.toString() ?? null}::bigint, ${event.occurredAt.toString()}::timestamptz,
      ${at.toString()}::timestamptz, ${toldBy})
    on conflict do nothing returning event_id`.execute(db);
  return rows.length > 0;
}

export async function listEvents(db: Database, orderId: string): Promise<readonly GatewayEvent[]> {
  const { rows } = await sql<Omit<GatewayEvent, 'amount'> & { amount: number | null }>`
    select event_id as "eventId", order_id as "orderId", kind, transaction_id as "transactionId", amount, 'VND' as currency,
      occurred_at as "occurredAt"
    from gateway_event where order_id = ${orderId}::uuid order by received_at, event_id`.execute(db);
  return rows.map((row) => ({ ...row, amount: row.amount === null ? null : BigInt(row.amount) }));
}

/** Money of an order that came in, and refunds of it that no row of the ledger has yet. */
export async function orderMoney(db: Database, orderId: string) {
  const incoming = await sql<{ id: string }>`
    select i.id from gateway_event e join incoming_money i
      on i.way = 'gateway' and i.source = e.gateway and i.external_id = e.transaction_id
    where e.order_id = ${orderId}::uuid and e.kind = 'paid' order by e.occurred_at`.execute(db);
  const refunds = await sql<{ transactionId: string; amount: number; occurredAt: Temporal.Instant; gateway: string }>`
    select distinct on (e.transaction_id) e.transaction_id as "transactionId", e.amount, e.occurred_at as "occurredAt", e.gateway
    from gateway_event e
    where e.order_id = ${orderId}::uuid and e.kind = 'refunded' and not exists (
      select 1 from refund r where r.way = 'gateway' and r.source = e.gateway and r.external_id = e.transaction_id)
    order by e.transaction_id`.execute(db);
  return {
    incomingIds: incoming.rows.map(({ id }) => id),
    refunds: refunds.rows.map((row) => ({ ...row, amount: BigInt(row.amount) })),
  };
}

/** Orders given before a moment of which nobody knows yet whether they were paid: the gateway is asked. */
export async function listSilentOrders(
  db: Database,
  between: { readonly since: Temporal.Instant; readonly until: Temporal.Instant },
): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select o.id from gateway_order o
    where o.created_at between ${between.since.toString()}::timestamptz and ${between.until.toString()}::timestamptz
      and not exists (select 1 from gateway_event e where e.order_id = o.id and e.kind in ('paid', 'failed', 'refunded'))
    order by o.created_at limit 100`.execute(db);
  return rows.map(({ id }) => id);
}

/** The order of a bill that was given last, if any. */
export async function findLastOrder(db: Database, billId: string): Promise<GatewayOrder | undefined> {
  const { rows } = await sql<{ id: string }>`
    select id from gateway_order where bill_id = ${billId}::uuid order by created_at desc, id desc limit 1`.execute(db);
  return rows[0] && findOrder(db, rows[0].id);
}
