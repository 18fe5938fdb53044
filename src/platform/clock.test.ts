import { expect, test } from 'vitest';
import { clockOf, clockStartingAt, stoppedClock, systemClock } from './clock.ts';

test('the system clock tells whole milliseconds of the real time', () => {
  const now = systemClock.now();
  expect(Math.abs(now.epochMilliseconds - Date.now())).toBeLessThan(1000);
  expect(now.epochNanoseconds % 1_000_000n).toBe(0n);
});

test('a clock that starts elsewhere runs on from there', () => {
  const real = stoppedClock(Temporal.Instant.from('2026-01-01T00:00:00Z'));
  const clock = clockStartingAt(Temporal.Instant.from('2021-11-05T02:30:00Z'), real);
  expect(clock.now().toString()).toBe('2021-11-05T02:30:00Z');
  real.set(real.now().add({ minutes: 5 }));
  expect(clock.now().toString()).toBe('2021-11-05T02:35:00Z');
});

test('the start of the settings is a local moment of the city', () => {
  const clock = clockOf({ clockStart: Temporal.PlainDateTime.from('2021-11-05T09:30') });
  expect(clock.now().toString()).toMatch(/^2021-11-05T02:30:0/);
  expect(clockOf({ clockStart: undefined })).toBe(systemClock);
});
