import { recordEntries } from '#case-engine/record-entries.ts';
import type { Actor } from '#case-engine/rules/authority.ts';
import type { CaseState } from '#case-engine/rules/case-state.ts';
import { entryActor } from '#case-engine/rules/entry-actor.ts';
import type { EntryActor, EntryDraft } from '#case-engine/rules/journal.ts';
import { mayMove } from '#case-engine/rules/open-moves.ts';
import type { Dong } from '#kernel/money.ts';
import { accepted, type Result, refused } from '#kernel/result.ts';
import {
  findBill,
  findBillById,
  findIncoming,
  findOrder,
  giveBack,
  orderMoney,
  payWithIncoming,
} from '#modules/dues/index.ts';
import type { CityGround } from '#modules/organisation/index.ts';
import type { Database } from '#platform/database/connection.ts';
import { dossierKindIfKnown } from '../rules/dossier-family.ts';
import { dossierKind } from '../rules/dossier-kind.ts';
import type { DuesMoveRefusal } from './collect-dues.ts';
import { confirmationEntries, duesEntry, paperSubject } from './dues-entry.ts';

/** Others may move the dossier at the same time; each time one of them was faster, the ledger is asked again. */
const mostTries = 20;

/**
 * Pays a bill with money that came in by transfer, as far as it goes. By the passing of the statement itself (a system), or by
 * an officer of the desk who has decided which bill unknown money is for.
 */
export async function payDues(
  db: Database,
  ground: CityGround,
  actor: Actor,
  money: { readonly incomingId: string; readonly billCode?: string },
  at: Temporal.Instant,
): Promise<Result<null, DuesMoveRefusal>> {
  const incoming = await findIncoming(db, money.incomingId);
  if (!incoming) return refused('money-not-found');
  const chosen = money.billCode ? await findBill(db, money.billCode) : undefined;
  if (money.billCode && !chosen) return refused('bill-not-found', {}, 'billCode');
  const bill = chosen ?? (incoming.billId ? await findBillById(db, incoming.billId) : undefined);
  if (!bill) return refused('bill-not-found');
  return makeMoneyMove(db, bill.caseId, async (state, transaction) => {
    const by = personOrSystem(state, actor, at);
    if (!by.ok) return by;
    const subject = await paperSubject(transaction, state);
    const paid = await payWithIncoming(transaction, incoming.id, chosen?.id, { subject, at, by: by.value });
    if (!paid.ok) return paid;
    const { amount, receiptNumber } = paid.value;
    const data = { billCode: bill.code, amount: amount.toString(), way: incoming.way, receiptNumber };
    const entry = await duesEntry(transaction, state, { move: 'pay-dues', by: by.value, at, data });
    const confirmed = await confirmationEntries(transaction, ground, state, { by: by.value, at, receiptNumber });
    return confirmed.ok ? accepted([entry, ...confirmed.value]) : confirmed;
  });
}

/**
 * Does for an order all that the gateway has told of it and the ledger does not have yet: pays, and takes back what was
 * refunded. Asked any number of times, by any number at once, after a stop in the middle, it does each thing once.
 */
export async function settleGatewayOrder(
  db: Database,
  ground: CityGround,
  gateway: Actor,
  orderId: string,
  at: Temporal.Instant,
): Promise<Result<null, DuesMoveRefusal>> {
  const order = await findOrder(db, orderId);
  const bill = order && (await findBillById(db, order.billId));
  if (!bill) return refused('order-unknown');
  const by = entryActor(gateway, null);
  const done = await makeMoneyMove(db, bill.caseId, async (state, transaction) => {
    const subject = await paperSubject(transaction, state);
    const entries: EntryDraft[] = [];
    const before = await orderMoney(transaction, orderId);
    let receipt = '';
    for (const incomingId of before.incomingIds) {
      // used already, or the bill was paid otherwise meanwhile: then it waits for a person, in the list of such money
      const paid = await payWithIncoming(transaction, incomingId, undefined, { subject, at, by });
      if (!paid.ok) continue;
      const { amount, receiptNumber } = paid.value;
      receipt = receiptNumber;
      const data = { billCode: bill.code, amount: amount.toString(), way: 'gateway', receiptNumber };
      entries.push(await duesEntry(transaction, state, { move: 'pay-dues', by, at, data }));
    }
    // read again, with the bill held: another may have taken these down while we waited
    const { incomingIds, refunds } = await orderMoney(transaction, orderId);
    for (const refund of incomingIds.length > 0 ? refunds : []) {
      const entry = await takeBack(transaction, state, incomingIds, refund, { subject, at, by });
      if (entry) entries.push(entry);
    }
    const confirmed = await confirmationEntries(transaction, ground, state, { by, at, receiptNumber: receipt });
    if (!confirmed.ok) return confirmed;
    const drafts = receipt === '' ? entries : [...entries, ...confirmed.value];
    return drafts.length > 0 ? accepted(drafts) : refused('money-settled-already');
  });
  return done.ok || done.refusal.code !== 'money-settled-already' ? done : accepted(null);
}

/** What the gateway gave back: of money that paid nothing first, then of the payment; the person owes that again. */
async function takeBack(
  db: Database,
  state: CaseState,
  incomingIds: readonly string[],
  refund: { transactionId: string; amount: bigint; occurredAt: Temporal.Instant; gateway: string },
  made: { subject: Awaited<ReturnType<typeof paperSubject>>; at: Temporal.Instant; by: EntryActor },
): Promise<EntryDraft | undefined> {
  let rest = refund.amount;
  let slip = '';
  const shared = {
    way: 'gateway',
    source: refund.gateway,
    externalId: refund.transactionId,
    reason: 'Cổng thanh toán hoàn lại giao dịch',
    clause: '',
    refundedAt: refund.occurredAt,
  } as const;
  for (const incomingId of incomingIds) {
    const money = await findIncoming(db, incomingId);
    if (!money) continue;
    const fromLeft = least(money.left, rest);
    if (fromLeft > 0n) {
      const given = await giveBack(db, { ...shared, incomingId, amount: fromLeft, owedAgain: false }, made);
      if (given.ok) rest -= fromLeft;
      if (given.ok) slip = given.value.slipNumber;
    }
    const paidWith = rest > 0n ? money.payments : [];
    for (const { id, left } of paidWith) {
      const part = least(left, rest);
      if (part <= 0n) continue;
      const given = await giveBack(db, { ...shared, paymentId: id, amount: part, owedAgain: true }, made);
      if (given.ok) rest -= part;
      if (given.ok) slip = given.value.slipNumber;
    }
  }
  if (slip === '') return undefined;
  const data = {
    amount: (refund.amount - rest).toString(),
    way: 'gateway',
    receiptNumber: slip,
    reason: shared.reason,
  };
  return duesEntry(db, state, { move: 'refund-dues', by: made.by, at: made.at, data });
}

const least = (a: Dong, b: Dong): Dong => (a > b ? b : a);

function personOrSystem(state: CaseState, actor: Actor, at: Temporal.Instant): Result<EntryActor, DuesMoveRefusal> {
  if (actor.kind === 'system' && actor.accountId === null) return accepted(entryActor(actor, null));
  const may = mayMove(dossierKind, state, 'collect-dues', actor, at);
  return may.ok ? accepted(entryActor(actor, may.value.post)) : may;
}

async function makeMoneyMove(
  db: Database,
  caseId: string,
  decide: Parameters<typeof recordEntries<DuesMoveRefusal>>[4],
): Promise<Result<null, DuesMoveRefusal>> {
  for (let tries = 1; ; tries++) {
    const done = await recordEntries<DuesMoveRefusal>(db, dossierKindIfKnown, caseId, { together: true }, decide);
    if (done.ok) return accepted(null);
    if (done.refusal.code !== 'case-changed' || tries === mostTries) return done;
  }
}
