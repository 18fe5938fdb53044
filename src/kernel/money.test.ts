import { expect, test } from 'vitest';
import { formatDong, readDong, totalDong } from '#kernel/money.ts';

test('money is written in whole đồng', () => {
  expect(formatDong('vi', 1234000n)).toBe('1.234.000 đồng');
  expect(formatDong('en', 1234000n)).toBe('1,234,000 VND');
  expect(totalDong([8000n, 15000n])).toBe(23000n);
  expect(totalDong([])).toBe(0n);
});

test.each([
  ['1.234.000', 1234000n],
  ['1234000', 1234000n],
  ['1 234 000 đồng', 1234000n],
  ['8000đ', 8000n],
  ['0', 0n],
])('“%s” is read as an amount', (text, amount) => expect(readDong(text)).toBe(amount));

test.each(['', '-5', '1.5', '12,5', '1.23.000', 'đồng', '99999999999999999'])('“%s” is no amount', (text) => {
  expect(readDong(text)).toBeUndefined();
});
