import type { CaseState } from '#case-engine/rules/case-state.ts';
import type { EntryActor } from '#case-engine/rules/journal.ts';
import type { JsonObject } from '#kernel/json.ts';
import { accepted, type Result, refused } from '#kernel/result.ts';
import {
  type DuesRefusal,
  endUnpaidBills,
  issueBill,
  listBills,
  outstandingOf,
  recordVoucher,
} from '#modules/dues/index.ts';
import type { Database } from '#platform/database/connection.ts';
import { duesFact } from '../rules/bill-fact.ts';
import { billFacts, paperSubject } from './dues-entry.ts';

/** Moves that touch the ledger too, so that both are one transaction. */
export const movesWithDues: readonly string[] = [
  'request-payment',
  'confirm-payment',
  'withdraw',
  'discontinue',
  'refuse',
];

/**
 * What a move of the dossier writes into the ledger: a financial obligation becomes a bill; its confirmation by an officer is
 * the voucher of the body it was paid to; a dossier that ends leaves nothing that is still asked for.
 * @returns the facts to be kept with the effect of the move
 */
export async function duesBeside(
  db: Database,
  state: CaseState,
  move: string,
  data: JsonObject,
  by: EntryActor,
  at: Temporal.Instant,
): Promise<Result<JsonObject, DuesRefusal>> {
  if (!movesWithDues.includes(move)) return accepted({});
  const { caseId } = state;
  if (move === 'request-payment') {
    const amount = BigInt(String(data.amount));
    if (amount <= 0n) return refused('amount-not-readable', {}, 'amount');
    const basis = String(data.basis);
    const line = {
      itemId: 'obligation',
      kind: 'obligation',
      label: { vi: 'Nghĩa vụ tài chính theo thông báo', en: 'Financial obligation by notice' },
      amount,
      reduction: 0n,
      reducedFor: null,
      why: { vi: basis, en: basis },
      source: basis,
    } as const;
    const payeeUnitId = state.holder?.unitId ?? state.receivingUnitId;
    const bill = { caseId, reason: 'obligation', agencyId: state.receivingUnitId, payeeUnitId, basis } as const;
    await issueBill(db, { ...bill, lines: [line], at, by });
  } else if (move === 'confirm-payment') {
    const subject = await paperSubject(db, state);
    for (const bill of await listBills(db, caseId)) {
      if (bill.reason !== 'obligation' || outstandingOf(bill) <= 0n) continue;
      const recorded = await recordVoucher(db, bill.id, String(data.receiptNumber), { subject, at, by });
      if (!recorded.ok) return recorded;
    }
  } else {
    const reason = { withdraw: 'hồ sơ đã rút', discontinue: 'hồ sơ dừng giải quyết', refuse: 'không tiếp nhận' }[move];
    await endUnpaidBills(db, caseId, { at, by, reason: reason ?? move });
  }
  const bills = await billFacts(db, caseId);
  return accepted(bills.length > 0 ? duesFact(bills) : {});
}
