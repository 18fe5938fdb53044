import { accepted, type Result, refused } from '#kernel/result.ts';
import type { Database } from '#platform/database/connection.ts';
import { newId } from '#platform/random.ts';
import { findBill, outstandingOf } from './bill-store.ts';
import type { PaymentGateway } from './gateway/payment-gateway.ts';
import { insertOrder } from './gateway-store.ts';
import { hearGateway } from './hear-gateway.ts';
import type { DuesRefusal } from './refusals.ts';

/**
 * Orders the payment of a bill from the gateway: what the bill asks for now, and nothing the browser said.
 * The order is ours before the gateway hears of it, so that even a callback that comes before its answer is known.
 * @returns where the person's browser goes
 */
export async function orderPayment(
  db: Database,
  gateway: PaymentGateway | undefined,
  billCode: string,
  publicUrl: string,
  at: Temporal.Instant,
): Promise<Result<{ readonly orderId: string; readonly redirectTo: string }, DuesRefusal>> {
  if (!gateway) return refused('gateway-not-set-up');
  const bill = await findBill(db, billCode);
  if (!bill) return refused('bill-not-found');
  const amount = outstandingOf(bill);
  if (amount <= 0n) return refused(bill.isEnded ? 'bill-not-asked-for' : 'bill-paid-already');
  const orderId = newId();
  await insertOrder(db, {
    id: orderId,
    billId: bill.id,
    gateway: gateway.name,
    amount,
    currency: 'VND',
    createdAt: at,
  });
  const created = await gateway.create({
    orderId,
    amount,
    currency: 'VND',
    description: `Phi, le phi ${bill.code}`,
    returnUrl: `${publicUrl}/thanh-toan/${bill.code}/tro-ve`,
    callbackUrl: `${publicUrl}/api/payments/callback`,
  });
  if (!created.ok) return created;
  for (const event of created.value.events) await hearGateway(db, gateway.name, event, 'answer', at);
  return accepted({ orderId, redirectTo: created.value.redirectTo });
}
