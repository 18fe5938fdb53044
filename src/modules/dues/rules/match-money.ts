import type { Dong } from '#kernel/money.ts';

/** How money that came in fits the bill it names. */
export type MoneyMatch = 'exact' | 'over' | 'under' | 'double' | 'unknown';

/** What a bill still asks for when money comes in for it. */
export interface OpenBill {
  readonly billId: string;
  readonly outstanding: Dong;
  readonly isEnded: boolean;
}

/**
 * What money that came in pays, and what is left of it for a person to settle.
 * Nothing is guessed: without a bill all of it waits; for a bill that is paid already, or no longer asked for, all of it waits;
 * more than is asked pays what is asked and the rest waits; less than is asked pays a part.
 */
export function matchMoney(
  amount: Dong,
  bill: OpenBill | undefined,
): { readonly match: MoneyMatch; readonly pays: Dong } {
  if (amount <= 0n) throw new RangeError('money that came in is more than nought');
  if (!bill) return { match: 'unknown', pays: 0n };
  if (bill.isEnded || bill.outstanding <= 0n) return { match: 'double', pays: 0n };
  if (amount === bill.outstanding) return { match: 'exact', pays: amount };
  return amount > bill.outstanding ? { match: 'over', pays: bill.outstanding } : { match: 'under', pays: amount };
}

/**
 * The same told afterwards, from what money did: nothing of it without a bill, for a bill paid by other money, in part, or all.
 * @param applied what of it paid the bill
 * @param owedStill what the bill still asks for
 */
export function matchOf(amount: Dong, applied: Dong, owedStill: Dong | undefined): MoneyMatch {
  if (owedStill === undefined) return 'unknown';
  if (applied === 0n) return 'double';
  if (applied < amount) return 'over';
  return owedStill > 0n ? 'under' : 'exact';
}
