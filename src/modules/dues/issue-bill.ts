import type { Dong } from '#kernel/money.ts';
import { accepted, type Result, refused } from '#kernel/result.ts';
import type { Database } from '#platform/database/connection.ts';
import { type BillDraft, insertBill, insertBillEnd, listBills, lockBill } from './bill-store.ts';
import { constraintRefusal } from './constraint-refusal.ts';
import type { DuesRefusal } from './refusals.ts';
import { owedOf } from './rules/dues-of.ts';

/**
 * Asks for the fees and charges of a procedure, at acceptance. Nothing due, no bill.
 * In the caller's transaction: without the acceptance there is no bill.
 */
export async function issueBill(
  db: Database,
  draft: BillDraft,
): Promise<{ readonly code: string; readonly total: Dong } | undefined> {
  return draft.lines.length > 0 ? insertBill(db, draft) : undefined;
}

/**
 * Takes the place of the unpaid bill of a procedure with one in which reductions are counted.
 * @returns refused when something was paid on it already: that is given back first
 */
export async function replaceBill(
  db: Database,
  oldId: string,
  draft: BillDraft,
  reason: string,
): Promise<Result<null, DuesRefusal>> {
  const old = await lockBill(db, oldId);
  if (!old || old.isEnded) return refused('bill-not-asked-for');
  if (old.paid > 0n) return refused('bill-partly-paid');
  if (draft.lines.every((line, index) => owedOf(line) === owedOf(old.lines[index] ?? line))) {
    return refused('reduction-not-open');
  }
  try {
    const { id } = await insertBill(db, draft);
    await insertBillEnd(db, { billId: oldId, at: draft.at, by: draft.by, reason, replacedBy: id });
    return accepted(null);
  } catch (error) {
    return constraintRefusal(error);
  }
}

/** A dossier that ends leaves no bill that nobody has to pay any more. What was paid stays, to be given back where the law says so. */
export async function endUnpaidBills(
  db: Database,
  caseId: string,
  end: Pick<BillDraft, 'at' | 'by'> & { readonly reason: string },
): Promise<void> {
  for (const { id, total } of await listBills(db, caseId)) {
    const bill = await lockBill(db, id);
    if (!bill || bill.isEnded || bill.paid > 0n || total === 0n) continue;
    await insertBillEnd(db, { billId: id, replacedBy: null, ...end });
  }
}
