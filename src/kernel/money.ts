import type { Language } from '#kernel/text.ts';
import { formatNumber } from '#kernel/vietnamese.ts';

/** Money in whole đồng. There is no smaller coin, so there are no fractions to lose. */
export type Dong = bigint;

/** `1.234.000 đồng`; in English `1,234,000 VND`. */
export function formatDong(language: Language, amount: Dong): string {
  return language === 'vi' ? `${formatNumber('vi', amount)} đồng` : `${formatNumber('en', amount)} VND`;
}

/** Reads an amount a person typed: `1.234.000`, `1234000`, `1 234 000 đồng`. Undefined when it is not a whole amount. */
export function readDong(text: string): Dong | undefined {
  const bare = text
    .normalize('NFC')
    .trim()
    .replace(/\s*(đồng|đ|₫|VND|VNĐ)$/i, '');
  if (/^\d{1,15}$/.test(bare)) return BigInt(bare);
  if (/^\d{1,3}([. ]\d{3}){1,4}$/.test(bare)) return BigInt(bare.replaceAll(/[. ]/g, ''));
  return undefined;
}

export function totalDong(amounts: Iterable<Dong>): Dong {
  let total = 0n;
  for (const amount of amounts) total += amount;
  return total;
}
