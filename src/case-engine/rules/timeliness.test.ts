import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Limit } from '#kernel/limit.ts';
import { lateFrom, timeliness } from './timeliness.ts';

const moment = (text: string) => Temporal.PlainDateTime.from(text);
const days: Limit = { unit: 'working-day', amount: 5 };
const hours: Limit = { unit: 'working-hour', amount: 8 };

test.each([
  [days, '2021-02-17T17:00', '2021-02-17T08:00', 'on-time'],
  [days, '2021-02-17T17:00', '2021-02-17T19:30', 'on-time'],
  [days, '2021-02-17T17:00', '2021-02-09T17:00', 'early'],
  [days, '2021-02-17T17:00', '2021-02-18T00:00', 'late'],
  [{ unit: 'same-day' }, '2021-02-17T17:00', '2021-02-17T16:00', 'on-time'],
  [{ unit: 'month', amount: 1 }, '2021-02-17T17:00', '2021-02-16T16:00', 'early'],
  [hours, '2021-02-17T10:30', '2021-02-17T10:29', 'early'],
  [hours, '2021-02-17T10:30', '2021-02-17T10:30:59', 'on-time'],
  [hours, '2021-02-17T10:30', '2021-02-17T10:31', 'late'],
] as const)('with the limit %o, due %s and settled %s is %s', (limit, due, settled, expected) => {
  expect(timeliness(moment(settled), moment(due), limit)).toBe(expected);
});

test('an open case is late exactly from the moment at which settling it would be late', () => {
  const anyLimit = fc.constantFrom<Limit>(days, hours, { unit: 'same-day' }, { unit: 'calendar-day', amount: 3 });
  fc.assert(
    fc.property(anyLimit, fc.integer({ min: -200_000, max: 200_000 }), (limit, seconds) => {
      const due = moment('2021-02-17T16:20');
      const now = due.add({ seconds });
      const isLate = Temporal.PlainDateTime.compare(now, lateFrom(due, limit)) >= 0;
      expect(isLate).toBe(timeliness(now, due, limit) === 'late');
    }),
  );
});
