import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dateOfDayNumber, dayNumber, dayNumberMonthsAfter, dayNumberOf, weekdayOf } from '#kernel/day-number.ts';

test('1970-01-01 is day 0 and a Thursday', () => {
  expect(dayNumberOf(1970, 1, 1)).toBe(0);
  expect(weekdayOf(0)).toBe(4);
});

test('a date becomes a number and comes back as the same date with the same weekday', () => {
  fc.assert(
    fc.property(fc.integer({ min: -800_000, max: 800_000 }), (number) => {
      const date = dateOfDayNumber(number);
      expect(dayNumber(date)).toBe(number);
      expect(weekdayOf(number)).toBe(date.dayOfWeek);
    }),
  );
});

test('months after a date end on the same day of the month, or on its last day', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 40_000 }), fc.integer({ min: 0, max: 60 }), (number, months) => {
      const date = dateOfDayNumber(number);
      expect(dayNumberMonthsAfter(date, months)).toBe(dayNumber(date.add({ months })));
    }),
  );
});
