import fc from 'fast-check';
import { expect, test } from 'vitest';
import { localDay, readMinute, toInstant, toLocal, writeInstant, writeMinute, ZONE } from '#kernel/zone.ts';

/** From the day the south took the time of the north to the end of the calendar people plan with. */
const anyMoment = fc
  .integer({ min: Date.UTC(1976, 0, 1), max: Date.UTC(2200, 0, 1) })
  .map((milliseconds) => Temporal.Instant.fromEpochMilliseconds(milliseconds));

test('local time by the fixed offset is the local time of the zone’s own table, there and back', () => {
  fc.assert(
    fc.property(anyMoment, (instant) => {
      const asTable = instant.toZonedDateTimeISO(ZONE);
      expect(toLocal(instant).equals(asTable.toPlainDateTime())).toBe(true);
      expect(localDay(instant).equals(asTable.toPlainDate())).toBe(true);
      expect(toInstant(toLocal(instant)).equals(instant)).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test('local time is seven hours ahead of UTC, all year', () => {
  expect(toInstant(Temporal.PlainDateTime.from('2021-02-17T17:00')).toString()).toBe('2021-02-17T10:00:00Z');
  expect(toLocal(Temporal.Instant.from('2021-07-17T10:00:00Z')).toString()).toBe('2021-07-17T17:00:00');
});

test('the day changes at midnight of the city, not of UTC', () => {
  expect(localDay(Temporal.Instant.from('2021-02-17T17:00:00Z')).toString()).toBe('2021-02-18');
});

test('moments are written by sums as Temporal writes them', () => {
  fc.assert(
    fc.property(anyMoment, (instant) => {
      const minute = toLocal(instant).round({ smallestUnit: 'minute', roundingMode: 'floor' });
      expect(writeMinute(instant)).toBe(minute.toString({ smallestUnit: 'minute' }));
      expect(readMinute(writeMinute(instant)).equals(minute)).toBe(true);
      const local = toLocal(instant);
      expect(writeInstant(local)).toBe(toInstant(local).toString());
      const second = local.round({ smallestUnit: 'second', roundingMode: 'floor' });
      expect(writeInstant(second)).toBe(toInstant(second).toString());
    }),
  );
});
