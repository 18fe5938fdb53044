import { expect, test } from 'vitest';
import { dayNumber } from '#kernel/day-number.ts';
import { defaultWorkingHours, workingHours } from '#kernel/working-hours.ts';

const date = (text: string) => Temporal.PlainDate.from(text);
const stretch = (from: string, to: string) => ({
  from: Temporal.PlainTime.from(from),
  to: Temporal.PlainTime.from(to),
});

test('a unit that sets no hours works from 8 to 12 and from 13 to 17', () => {
  expect(defaultWorkingHours.onDay(0).stretches).toEqual([
    { fromSecond: 8 * 3600, toSecond: 12 * 3600 },
    { fromSecond: 13 * 3600, toSecond: 17 * 3600 },
  ]);
  expect(defaultWorkingHours.closingOn(date('2021-02-17')).toString()).toBe('2021-02-17T17:00:00');
});

test('a unit works by its own hours on the days they are valid, ends included', () => {
  const summer = {
    validFrom: date('2021-04-16'),
    validTo: date('2021-10-15'),
    stretches: [stretch('13:30', '16:30'), stretch('07:00', '11:30')],
  };
  const hours = workingHours([summer]);
  const opening = (day: string) => hours.onDay(dayNumber(date(day))).openingSecond / 3600;
  expect([opening('2021-04-15'), opening('2021-04-16'), opening('2021-10-15'), opening('2021-10-16')]).toEqual([
    8, 7, 7, 8,
  ]);
  expect(hours.closingOn(date('2021-05-05')).toString()).toBe('2021-05-05T16:30:00');
});

test('of two periods that overlap the later one holds', () => {
  const hours = workingHours([
    { validFrom: date('2021-01-01'), stretches: [stretch('08:00', '16:00')] },
    { validFrom: date('2021-06-01'), stretches: [stretch('09:00', '17:00')] },
  ]);
  expect(hours.onDay(dayNumber(date('2021-07-01'))).openingSecond).toBe(9 * 3600);
});

test('hours that overlap, or none at all, are a defect', () => {
  const validFrom = date('2021-01-01');
  expect(() => workingHours([{ validFrom, stretches: [] }])).toThrow(RangeError);
  expect(() =>
    workingHours([{ validFrom, stretches: [stretch('08:00', '12:00'), stretch('11:00', '13:00')] }]),
  ).toThrow(RangeError);
});
