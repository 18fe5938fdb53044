import { expect, test } from 'vitest';
import { limitInWords, readLimit, writeLimit } from '#kernel/limit.ts';

test.each([
  ['same-day', 'trong ngày làm việc', 'within the working day'],
  ['8 working-hour', '08 giờ làm việc', '8 working hours'],
  ['5 working-day', '05 ngày làm việc', '5 working days'],
  ['30 calendar-day', '30 ngày', '30 calendar days'],
  ['1 month', '01 tháng', '1 month'],
])('the limit %s is kept as written and reads %s', (written, vi, en) => {
  const limit = readLimit(written);
  expect(limit.ok && writeLimit(limit.value)).toBe(written);
  expect(limit.ok && limitInWords(limit.value)).toEqual({ vi, en });
});

test('a plural and spaces around are read too', () => {
  expect(readLimit(' 5  working-days ')).toEqual({ ok: true, value: { unit: 'working-day', amount: 5 } });
});

test.each([
  '',
  '0 month',
  '-1 month',
  '1.5 working-day',
  '5',
  'working-day',
  '5 week',
  '10000 working-day',
  '5 WORKING-DAY',
  '1 same-day',
])('the limit “%s” is refused', (written) => {
  expect(readLimit(written)).toMatchObject({ ok: false, refusal: { code: 'limit-not-readable' } });
});

test('a refused limit is quoted back short', () => {
  const refused = readLimit('x'.repeat(10_000));
  expect(!refused.ok && String(refused.refusal.facts.text).length).toBeLessThan(70);
});
