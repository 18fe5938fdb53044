import type { EntryActor } from '#case-engine/rules/journal.ts';
import type { Dong } from '#kernel/money.ts';
import { accepted, type Result, refused } from '#kernel/result.ts';
import { localDay } from '#kernel/zone.ts';
import { getCity } from '#modules/organisation/index.ts';
import type { Database } from '#platform/database/connection.ts';
import { findBillById, lockBill } from './bill-store.ts';
import { constraintRefusal } from './constraint-refusal.ts';
import { findIncoming, lockIncoming } from './incoming-store.ts';
import {
  insertPaper,
  insertRefund,
  lockPayment,
  paperNumber,
  type RefundDraft,
  type RefundWay,
} from './ledger-store.ts';
import type { PaperContent, PaperSubject } from './paper/paper-content.ts';
import type { DuesRefusal } from './refusals.ts';

/** What a refund wrote: how much, and the slip for it. */
export interface RefundDone {
  readonly refundId: string;
  readonly amount: Dong;
  readonly way: RefundWay;
  readonly slipNumber: string;
  readonly slipId: string;
}

export interface RefundOrder {
  /** Of a payment, or of money that came in and paid nothing. */
  readonly paymentId?: string;
  readonly incomingId?: string;
  readonly amount: Dong;
  readonly way: RefundWay;
  /** Of the bank or gateway that sent it, with its number; not with cash. */
  readonly source?: string;
  readonly externalId?: string;
  readonly reason: string;
  readonly clause: string;
  readonly owedAgain: boolean;
  readonly refundedAt: Temporal.Instant;
}

/** Gives money back and writes the slip, in the caller's transaction: never more than is left of it. */
export async function giveBack(
  db: Database,
  order: RefundOrder,
  { subject, at, by }: { readonly subject: PaperSubject; readonly at: Temporal.Instant; readonly by: EntryActor },
): Promise<Result<RefundDone, DuesRefusal>> {
  if (order.amount <= 0n) return refused('amount-not-readable', {}, 'amount');
  if (order.way !== 'cash' && !order.externalId) return refused('refund-needs-number', {}, 'externalId');
  const from = order.paymentId ? await ofPayment(db, order.paymentId) : await ofIncoming(db, order.incomingId ?? '');
  if (!from) return refused(order.paymentId ? 'payment-not-found' : 'money-not-found');
  if (order.amount > from.left) return refused('refund-too-much', {}, 'amount');
  const draft: RefundDraft = {
    ...order,
    recordedAt: at,
    by,
    ...(order.way === 'cash' && by.accountId ? { till: { officerAccountId: by.accountId, on: localDay(at) } } : {}),
  };
  try {
    const refundId = await insertRefund(db, draft);
    const content = slipContent(order, subject, from, by);
    const numbered = { agencyId: from.agencyId, book: 'PH', year: localDay(at).year } as const;
    const slip = await insertPaper(db, { ...numbered, content, refundId, issuedAt: at });
    const slipNumber = paperNumber({ ...numbered, number: slip.number });
    return accepted({ refundId, amount: order.amount, way: order.way, slipNumber, slipId: slip.id });
  } catch (error) {
    return constraintRefusal(error);
  }
}

function slipContent(
  order: RefundOrder,
  subject: PaperSubject,
  { billCode, cancels }: RefundSource,
  by: EntryActor,
): PaperContent {
  return {
    kind: 'refund-slip',
    subject: { ...subject },
    billCode,
    cancels,
    lines: [],
    amount: order.amount.toString(),
    owedStill: '0',
    way: order.way,
    externalId: order.externalId ?? '',
    tendered: '',
    change: '0',
    reason: order.reason,
    clause: order.clause,
    by: by.name,
    at: order.refundedAt.toString(),
  };
}

interface RefundSource {
  readonly left: Dong;
  readonly agencyId: string;
  readonly billCode: string;
  /** The number of the receipt that is cancelled, as far as money goes back; empty when there is none. */
  readonly cancels: string;
}

async function ofPayment(db: Database, paymentId: string): Promise<RefundSource | undefined> {
  const payment = await lockPayment(db, paymentId);
  const bill = payment && (await lockBill(db, payment.billId));
  return (
    bill && {
      left: payment.left,
      agencyId: bill.agencyId,
      billCode: bill.code,
      cancels: payment.receipt ? paperNumber(payment.receipt) : '',
    }
  );
}

async function ofIncoming(db: Database, incomingId: string): Promise<RefundSource | undefined> {
  const known = await findIncoming(db, incomingId);
  const bill = known?.billId ? await findBillById(db, known.billId) : undefined;
  const money = known && (await lockIncoming(db, incomingId));
  if (!money) return undefined;
  return {
    left: money.left,
    agencyId: bill?.agencyId ?? money.agencyId ?? (await getCity(db)).id,
    billCode: bill?.code ?? '',
    cancels: '',
  };
}
