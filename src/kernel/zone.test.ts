import { expect, test } from 'vitest';
import { localDay, toInstant, toLocal } from '#kernel/zone.ts';

test('local time is seven hours ahead of UTC, all year', () => {
  expect(toInstant(Temporal.PlainDateTime.from('2021-02-17T17:00')).toString()).toBe('2021-02-17T10:00:00Z');
  expect(toLocal(Temporal.Instant.from('2021-07-17T10:00:00Z')).toString()).toBe('2021-07-17T17:00:00');
});

test('the day changes at midnight of the city, not of UTC', () => {
  expect(localDay(Temporal.Instant.from('2021-02-17T17:00:00Z')).toString()).toBe('2021-02-18');
});
