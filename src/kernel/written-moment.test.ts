import { expect, test } from 'vitest';
import { readDay, readMoment, readPeriod, writeMoment } from '#kernel/written-moment.ts';

test('a moment is read to the minute or the second and written to the minute', () => {
  const moment = readMoment('2021-02-08T09:30');
  expect(moment.ok && writeMoment(moment.value)).toBe('2021-02-08T09:30');
  const withSeconds = readMoment('2021-02-08 09:30:15');
  expect(withSeconds.ok && writeMoment(withSeconds.value)).toBe('2021-02-08T09:30:15');
});

test.each([
  '2021-02-30T09:30',
  '2021-02-08',
  '2021-02-08T24:00',
  '2021-02-08T09:30Z',
  '2021-02-08T09:30+07:00',
  '08/02/2021',
  'now',
  '',
])('the moment “%s” is refused', (text) =>
  expect(readMoment(text)).toMatchObject({ ok: false, refusal: { code: 'moment-not-readable' } }),
);

test('a day that does not exist is refused', () => {
  expect(readDay('2021-02-29').ok).toBe(false);
  expect(readDay('2020-02-29').ok).toBe(true);
});

test('a period has two ends, or one day that is both', () => {
  expect(readPeriod('2021-02-18..2021-02-22')).toMatchObject({ ok: true });
  const one = readPeriod('2021-02-18');
  expect(one.ok && one.value.from.equals(one.value.to)).toBe(true);
});

test.each([
  ['2021-02-22..2021-02-18', 'period-reversed'],
  ['2021-02-18..', 'period-not-readable'],
  ['..', 'period-not-readable'],
  ['', 'period-not-readable'],
  ['2021-02-18..2021-02-20..2021-02-22', 'period-not-readable'],
  ['2021-02-18..2021-02-30', 'day-not-readable'],
])('the period “%s” is refused as %s', (text, code) => {
  expect(readPeriod(text)).toMatchObject({ ok: false, refusal: { code } });
});
