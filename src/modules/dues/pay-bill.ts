import type { EntryActor } from '#case-engine/rules/journal.ts';
import type { Dong } from '#kernel/money.ts';
import { accepted, type Result, refused } from '#kernel/result.ts';
import { formatNumber } from '#kernel/vietnamese.ts';
import { localDay } from '#kernel/zone.ts';
import type { Database } from '#platform/database/connection.ts';
import { type Bill, lockBill, outstandingOf } from './bill-store.ts';
import { constraintRefusal } from './constraint-refusal.ts';
import { findIncoming, lockIncoming } from './incoming-store.ts';
import { insertPaper, insertPayment, type PaymentDraft, paperNumber } from './ledger-store.ts';
import type { PaperContent, PaperSubject } from './paper/paper-content.ts';
import type { DuesRefusal } from './refusals.ts';
import { matchMoney } from './rules/match-money.ts';

/** What a payment wrote: how much, and the receipt for it. */
export interface PaymentDone {
  readonly paymentId: string;
  readonly billCode: string;
  readonly amount: Dong;
  readonly way: PaymentDraft['way'];
  readonly receiptNumber: string;
  /** None for what was paid to another body: its own voucher is the receipt. */
  readonly receiptId: string | null;
  readonly change: Dong;
}

interface PayingNow {
  readonly subject: PaperSubject;
  readonly at: Temporal.Instant;
  readonly by: EntryActor;
}

/**
 * Cash at the desk: the officer takes what the bill still asks for and gives change. In the caller's transaction.
 * @param tendered what the person put on the table
 */
export async function takeCash(
  db: Database,
  billId: string,
  tendered: Dong,
  { subject, at, by }: PayingNow,
): Promise<Result<PaymentDone, DuesRefusal>> {
  const bill = await lockBill(db, billId);
  if (!bill) return refused('bill-not-found');
  const owed = outstandingOf(bill);
  if (owed <= 0n) return refused(bill.isEnded ? 'bill-not-asked-for' : 'bill-paid-already');
  if (tendered < owed) return refused('tendered-too-little', { owed: formatNumber('vi', owed) }, 'tendered');
  if (!by.accountId) throw new RangeError('cash is taken by someone with an account');
  const till = { officerAccountId: by.accountId, on: localDay(at) };
  return write(
    db,
    bill,
    { billId, amount: owed, way: 'cash', till, tendered, receivedAt: at, recordedAt: at, by },
    subject,
  );
}

/** Paid to another body, whose voucher was shown: all of what the bill still asks for. */
export async function recordVoucher(
  db: Database,
  billId: string,
  voucher: string,
  { subject, at, by }: PayingNow,
): Promise<Result<PaymentDone, DuesRefusal>> {
  const bill = await lockBill(db, billId);
  if (!bill) return refused('bill-not-found');
  const amount = outstandingOf(bill);
  if (amount <= 0n) return refused(bill.isEnded ? 'bill-not-asked-for' : 'bill-paid-already');
  return write(db, bill, { billId, amount, way: 'elsewhere', voucher, receivedAt: at, recordedAt: at, by }, subject);
}

/**
 * Pays a bill with money that came in from outside, as far as both go. Asked again, it finds the money used and says so.
 * @param billId another bill than the one the money names, when a person has decided it
 */
export async function payWithIncoming(
  db: Database,
  incomingId: string,
  billId: string | undefined,
  { subject, at, by }: PayingNow,
): Promise<Result<PaymentDone, DuesRefusal>> {
  // the bill first, as everywhere: two that wait for each other would wait for ever
  const named = await lockBillOf(db, incomingId, billId);
  if (!named) return refused('bill-not-found');
  const money = await lockIncoming(db, incomingId);
  if (!money) return refused('money-not-found');
  if (money.left <= 0n || (money.applied > 0n && money.billId === named.id)) return refused('money-settled-already');
  const open = { billId: named.id, outstanding: named.total - named.paid, isEnded: named.isEnded };
  const { pays } = matchMoney(money.left, open);
  if (pays === 0n) return refused(named.isEnded ? 'bill-not-asked-for' : 'bill-paid-already');
  return write(
    db,
    named,
    { billId: named.id, amount: pays, way: money.way, incomingId, receivedAt: money.arrivedAt, recordedAt: at, by },
    subject,
    money.externalId,
  );
}

async function lockBillOf(db: Database, incomingId: string, billId: string | undefined): Promise<Bill | undefined> {
  if (billId) return lockBill(db, billId);
  const money = await findIncoming(db, incomingId);
  return money?.billId ? lockBill(db, money.billId) : undefined;
}

async function write(
  db: Database,
  bill: Bill,
  payment: PaymentDraft,
  subject: PaperSubject,
  externalId = '',
): Promise<Result<PaymentDone, DuesRefusal>> {
  const change = (payment.tendered ?? payment.amount) - payment.amount;
  const done = { billCode: bill.code, amount: payment.amount, way: payment.way, change };
  try {
    const paymentId = await insertPayment(db, payment);
    if (payment.way === 'elsewhere') {
      return accepted({ ...done, paymentId, receiptNumber: payment.voucher ?? '', receiptId: null });
    }
    const content: PaperContent = {
      kind: 'receipt',
      subject: { ...subject },
      billCode: bill.code,
      cancels: '',
      lines: bill.lines.map(({ label, amount, reduction, source }) => ({
        label: { ...label },
        amount: amount.toString(),
        reduction: reduction.toString(),
        source,
      })),
      amount: payment.amount.toString(),
      owedStill: (bill.total - bill.paid - payment.amount).toString(),
      way: payment.way,
      externalId,
      tendered: payment.tendered?.toString() ?? '',
      change: change.toString(),
      reason: '',
      clause: '',
      by: payment.by.name,
      at: payment.receivedAt.toString(),
    };
    const numbered = { agencyId: bill.agencyId, book: 'BL', year: localDay(payment.recordedAt).year } as const;
    const paper = await insertPaper(db, { ...numbered, content, paymentId, issuedAt: payment.recordedAt });
    const receiptNumber = paperNumber({ ...numbered, number: paper.number });
    return accepted({ ...done, paymentId, receiptNumber, receiptId: paper.id });
  } catch (error) {
    return constraintRefusal(error);
  }
}
