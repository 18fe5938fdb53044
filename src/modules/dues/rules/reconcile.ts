import type { Dong } from '#kernel/money.ts';

/** One movement of money, as our ledger has it or as a report from outside tells it. */
export interface MoneyMovement {
  /** The number the bank or gateway gave: the same movement has the same number on both sides. */
  readonly externalId: string;
  readonly kind: 'paid' | 'refunded';
  readonly amount: Dong;
  readonly on: Temporal.PlainDate;
  /** The code of the bill; empty when there is none. */
  readonly billCode: string;
  /** Of money that came in, in our ledger: what of it has neither paid a bill nor gone back. */
  readonly left?: Dong;
  /** Of money from a gateway, in our ledger: what had been ordered. */
  readonly ordered?: Dong;
}

export type DifferenceKind =
  | 'missing-here'
  | 'receipt-without-money'
  | 'refund-not-sent'
  | 'amount-differs'
  | 'money-without-bill'
  | 'paid-twice'
  | 'paid-too-much'
  | 'settlement-line-missing'
  | 'refund-not-recorded'
  | 'wrong-bill'
  | 'wrong-day';

/** A place where ledger and report do not say the same. */
export interface LedgerDifference {
  readonly kind: DifferenceKind;
  readonly externalId: string;
  readonly here: MoneyMovement | null;
  readonly there: MoneyMovement | null;
}

/**
 * Compares our ledger with a report from outside (a gateway's, a bank's), movement by movement, and names every difference.
 * A movement that both have may differ in amount, bill and day: each is its own difference; and though both agree that money
 * came in, it may wait here for someone to settle it. What only we have: a receipt for money nobody sent, a refund that was
 * not sent. What only the report has: a refund that was not recorded here; a second payment of a bill that both know as paid;
 * money that we do not know.
 */
export function reconcile(
  here: readonly MoneyMovement[],
  there: readonly MoneyMovement[],
): readonly LedgerDifference[] {
  const ours = new Map(here.map((movement) => [keyOf(movement), movement]));
  const theirs = new Map(there.map((movement) => [keyOf(movement), movement]));
  const paidOnBoth = new Set(
    here
      .filter((one) => one.kind === 'paid' && one.billCode !== '' && theirs.has(keyOf(one)))
      .map((one) => one.billCode),
  );
  const differences: LedgerDifference[] = [];
  for (const [key, mine] of ours) {
    const other = theirs.get(key) ?? null;
    for (const kind of kindsOf(mine, other)) {
      differences.push({ kind, externalId: mine.externalId, here: mine, there: other });
    }
  }
  for (const [key, other] of theirs) {
    if (ours.has(key)) continue;
    const isSecond = paidOnBoth.has(other.billCode);
    const kind = other.kind === 'refunded' ? 'refund-not-recorded' : isSecond ? 'paid-twice' : 'missing-here';
    differences.push({ kind, externalId: other.externalId, here: null, there: other });
  }
  return differences;
}

function kindsOf(mine: MoneyMovement, other: MoneyMovement | null): readonly DifferenceKind[] {
  if (!other) return [mine.kind === 'paid' ? 'receipt-without-money' : 'refund-not-sent'];
  const kinds: DifferenceKind[] = [];
  if (other.amount !== mine.amount) kinds.push('amount-differs');
  if (mine.billCode !== '' && other.billCode !== '' && other.billCode !== mine.billCode) kinds.push('wrong-bill');
  if (!other.on.equals(mine.on)) kinds.push('wrong-day');
  const waits = waitingAs(mine);
  return waits && !kinds.includes(waits) ? [...kinds, waits] : kinds;
}

/** Why money that came in waits for a person, if it does. */
function waitingAs({ amount, left = 0n, ordered, billCode }: MoneyMovement): DifferenceKind | undefined {
  if (left === 0n) return undefined;
  if (ordered !== undefined && ordered !== amount) return 'amount-differs';
  if (left < amount) return 'paid-too-much';
  return billCode === '' ? 'money-without-bill' : 'paid-twice';
}

const keyOf = ({ kind, externalId }: MoneyMovement): string => `${kind} ${externalId}`;
