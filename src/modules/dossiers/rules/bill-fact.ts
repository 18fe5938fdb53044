import type { CaseState } from '#case-engine/rules/case-state.ts';
import type { Json } from '#kernel/json.ts';
import type { Dong } from '#kernel/money.ts';

/** What a dossier's journal says of a bill: the ledger is the truth, this is what was true after the entry. Đồng as text. */
export interface BillFact {
  readonly code: string;
  readonly reason: 'procedure' | 'obligation';
  readonly total: string;
  readonly paid: string;
  readonly givenBack: string;
  readonly isEnded: boolean;
}

/** The bills of a dossier as its journal last told them. */
export function billsOf(state: CaseState): readonly BillFact[] {
  const { dues } = state.facts;
  return Array.isArray(dues) ? (dues as unknown as readonly BillFact[]) : [];
}

/** As a fact of the case. */
export const duesFact = (bills: readonly BillFact[]): { readonly dues: Json } => ({
  dues: bills.map((bill) => ({ ...bill })),
});

/** The text by which a dossier waits at the desk until its dues are paid; undefined when it does not wait (any more). */
export function waitsForDues(state: CaseState): string | undefined {
  const { duesFirst } = state.facts;
  const owes = billsOf(state).some(
    ({ reason, isEnded, total, paid }) => reason === 'procedure' && !isEnded && BigInt(paid) < BigInt(total),
  );
  return state.state === 'accepted' && owes && typeof duesFirst === 'string' ? duesFirst : undefined;
}

/** What is still to be paid for a dossier. */
export function owedFor(state: CaseState): Dong {
  return billsOf(state).reduce((sum, bill) => sum + (bill.isEnded ? 0n : BigInt(bill.total) - BigInt(bill.paid)), 0n);
}

/** What was paid for a dossier and not given back. */
export function paidFor(state: CaseState): Dong {
  return billsOf(state).reduce((sum, bill) => sum + BigInt(bill.paid) - BigInt(bill.givenBack), 0n);
}
