import type { Language } from '#kernel/text.ts';

/**
 * A share as printed: per cent, rounded half up to `decimals` places, kept in whole steps of the last place
 * (`steps` 228 with `decimals` 1 is 22,8 %), so that the number printed is the number compared.
 */
export interface RoundedShare {
  readonly steps: bigint;
  readonly decimals: number;
}

/**
 * `part` of `whole` in per cent, rounded half up in whole numbers: no binary fraction ever decides a rank.
 * @returns undefined when the whole is 0: a share of nothing is no number, and not 0 %
 * @throws RangeError when a count is negative or not whole (a defect of ours)
 */
export function roundedShare(part: number | bigint, whole: number | bigint, decimals = 1): RoundedShare | undefined {
  const [counted, total] = [BigInt(part), BigInt(whole)];
  if (counted < 0n || total < 0n) throw new RangeError('a share is made of counts, which are not negative');
  if (total === 0n) return undefined;
  const scale = 100n * 10n ** BigInt(decimals);
  return { steps: (counted * scale * 2n + total) / (total * 2n), decimals };
}

/** `22,8` in Vietnamese, `22.8` in English; the sign % is the sentence's concern. */
export function formatShare(language: Language, { steps, decimals }: RoundedShare): string {
  const digits = steps.toString().padStart(decimals + 1, '0');
  if (decimals === 0) return digits;
  return `${digits.slice(0, -decimals)}${language === 'vi' ? ',' : '.'}${digits.slice(-decimals)}`;
}

/** `22,8%` and `22.8%`, or a dash where there is no whole. */
export function shareInWords(language: Language, part: number | bigint, whole: number | bigint, decimals = 1): string {
  const share = roundedShare(part, whole, decimals);
  return share ? `${formatShare(language, share)}%` : '–';
}
