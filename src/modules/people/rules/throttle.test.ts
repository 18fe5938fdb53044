import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countedAddress, mayTryNow } from './throttle.ts';

const now = Temporal.Instant.from('2021-11-05T02:00:00Z');
const ago = (minutes: number) => now.subtract({ seconds: Math.round(minutes * 60) });
const waitFor = (ofName: readonly Temporal.Instant[], ofAddress: readonly Temporal.Instant[] = []) => {
  const may = mayTryNow(now, { ofName, ofAddress });
  return may.ok ? 0 : may.refusal.facts.minutes;
};
const times = (count: number, minutes: number) => Array.from({ length: count }, () => ago(minutes));

describe('a sign-in may be tried', () => {
  test('at once when there were no wrong tries', () => {
    expect(waitFor([])).toBe(0);
  });

  test.each([
    [4, 0],
    [5, 1],
    [6, 2],
    [7, 4],
    [8, 8],
    [9, 15],
    [40, 15],
  ])('after %i wrong tries of the name just now, in %i minutes', (count, minutes) => {
    expect(waitFor(times(count, 0))).toBe(minutes);
  });

  test('again when the wait is over, and when the wrong tries are 15 minutes old', () => {
    expect(waitFor(times(5, 0.5))).toBe(1);
    expect(waitFor(times(5, 1))).toBe(0);
    expect(waitFor(times(40, 15))).toBe(0);
  });

  test('from one address 50 times in 15 minutes, whatever the names', () => {
    expect(waitFor([], times(49, 5))).toBe(0);
    expect(waitFor([], times(50, 5))).toBe(10);
    expect(waitFor([], [...times(1, 14), ...times(50, 5)])).toBe(10);
    expect(waitFor([], times(50, 15))).toBe(0);
  });

  test('within 15 minutes at the latest, and one wrong try more never shortens the wait', () => {
    const tries = fc.array(fc.integer({ min: -60, max: 1800 }), { maxLength: 80 });
    fc.assert(
      fc.property(tries, tries, (name, address) => {
        const moments = (seconds: number[]) => seconds.map((second) => now.subtract({ seconds: second }));
        const wait = waitFor(moments(name), moments(address));
        expect(wait).toBeLessThanOrEqual(15);
        expect(waitFor([...moments(name), now], moments(address))).toBeGreaterThanOrEqual(Number(wait));
      }),
    );
  });
});

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0DB8:0001::6', '2001:db8:1:0::/64'],
  ['2001:db8::', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['', 'unknown'],
  ['a\u0000b', 'unknown'],
])('tries from “%s” are counted for %s', (address, counted) => {
  expect(countedAddress(address)).toBe(counted);
});
