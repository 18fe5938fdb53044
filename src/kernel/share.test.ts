import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatShare, roundedShare, shareInWords } from '#kernel/share.ts';

test.each([
  [87, 382, 1, '22,8'],
  [1376469, 1525653, 1, '90,2'],
  [1, 2, 0, '50'],
  [1, 8, 1, '12,5'],
  [1, 16, 2, '6,25'],
  [5, 1000, 0, '1'],
  [1, 2000, 1, '0,1'],
  [0, 7, 1, '0,0'],
  [3, 2, 1, '150,0'],
])('%d of %d to %d places is %s per cent, halves up', (part, whole, decimals, text) => {
  const share = roundedShare(part, whole, decimals);
  expect(share && formatShare('vi', share)).toBe(text);
});

test('a share of nothing is no number', () => {
  expect(roundedShare(0, 0)).toBeUndefined();
  expect(shareInWords('vi', 0, 0)).toBe('–');
  expect(shareInWords('en', 87, 382)).toBe('22.8%');
});

test('a count that is negative is a defect', () => {
  expect(() => roundedShare(-1, 2)).toThrow(RangeError);
});

test('the printed share is never further than half a step from the exact one', () => {
  fc.assert(
    fc.property(
      fc.bigInt(0n, 10n ** 12n),
      fc.bigInt(1n, 10n ** 12n),
      fc.integer({ min: 0, max: 4 }),
      (part, whole, decimals) => {
        const { steps } = roundedShare(part, whole, decimals)!;
        const error = 2n * (steps * whole - part * 100n * 10n ** BigInt(decimals));
        expect(error > -whole && error <= whole).toBe(true);
      },
    ),
  );
});
