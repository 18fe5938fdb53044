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
}

export type DifferenceKind =
  | 'missing-here'
  | 'missing-there'
  | 'amount-differs'
  | 'paid-twice'
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
 * A movement that both have may differ in amount, bill and day: each is its own difference. Of movements that only the report
 * has, a refund was not recorded here; a second payment of a bill that both know as paid was paid twice; anything else is missing.
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
    const add = (kind: DifferenceKind) =>
      differences.push({ kind, externalId: mine.externalId, here: mine, there: other });
    if (!other) {
      add('missing-there');
      continue;
    }
    if (other.amount !== mine.amount) add('amount-differs');
    if (other.billCode !== mine.billCode) add('wrong-bill');
    if (!other.on.equals(mine.on)) add('wrong-day');
  }
  for (const [key, other] of theirs) {
    if (ours.has(key)) continue;
    const kind =
      other.kind === 'refunded'
        ? 'refund-not-recorded'
        : paidOnBoth.has(other.billCode)
          ? 'paid-twice'
          : 'missing-here';
    differences.push({ kind, externalId: other.externalId, here: null, there: other });
  }
  return differences;
}

const keyOf = ({ kind, externalId }: MoneyMovement): string => `${kind} ${externalId}`;
