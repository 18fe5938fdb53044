import { accepted, type Result, refused } from '#kernel/result.ts';
import type { Database } from '#platform/database/connection.ts';
import { findBillById } from './bill-store.ts';
import { findOrder, insertEvent } from './gateway-store.ts';
import { insertIncoming } from './incoming-store.ts';
import type { DuesRefusal } from './refusals.ts';
import type { GatewayEvent } from './rules/gateway-order-state.ts';

/**
 * Takes down what a gateway says of an order, once, and the money it moved. In a transaction of its own: what was heard is
 * kept even when the program stops before the bill is paid with it. Paying is the dossier's (settle-gateway-order).
 * Money that is not what was ordered came in all the same: it names no bill and waits for a person.
 */
export async function hearGateway(
  db: Database,
  gateway: string,
  event: GatewayEvent,
  toldBy: 'answer' | 'callback' | 'query',
  at: Temporal.Instant,
): Promise<Result<{ readonly isNew: boolean }, DuesRefusal>> {
  const order = await findOrder(db, event.orderId);
  if (!order || order.gateway !== gateway) return refused('order-unknown');
  if (event.currency !== order.currency) return refused('currency-wrong');
  if ((event.kind === 'paid' || event.kind === 'refunded') && (!event.transactionId || !event.amount)) {
    return refused('callback-not-genuine');
  }
  return db.transaction().execute(async (transaction) => {
    const isNew = await insertEvent(transaction, gateway, event, toldBy, at);
    if (event.kind === 'paid' && event.transactionId && event.amount) {
      const bill = await findBillById(transaction, order.billId);
      const asOrdered = event.amount === order.amount;
      await insertIncoming(
        transaction,
        {
          way: 'gateway',
          source: gateway,
          externalId: event.transactionId,
          agencyId: bill?.agencyId ?? null,
          amount: event.amount,
          arrivedAt: event.occurredAt,
          text: asOrdered ? (bill?.code ?? '') : `${bill?.code ?? ''}: lệnh ${order.amount} đồng`,
          billId: asOrdered ? order.billId : null,
        },
        at,
      );
    }
    return accepted({ isNew });
  });
}
