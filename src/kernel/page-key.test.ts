import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPageKey, writePageKey } from './page-key.ts';

const id = '0177039c-c630-7261-9f38-8ca615244782';

test('a key that a page gave is read back as it was', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 4_000_000_000_000 }), fc.uuid(), (milliseconds, one) => {
      const at = Temporal.Instant.fromEpochMilliseconds(milliseconds);
      expect(readPageKey(writePageKey(at, one))).toEqual({ at: at.toString(), id: one });
    }),
  );
});

test.each([
  undefined,
  '',
  id,
  `|${id}`,
  `2021-11-05T02:00:00Z|${'-'.repeat(36)}`,
  `9999-99-99T99:99:99Z|${id}`,
  `----------|${id}`,
])('%s is no key', (text) => {
  expect(readPageKey(text)).toBeUndefined();
});

test('whatever an address brings, reading it never throws', () => {
  fc.assert(fc.property(fc.string(), (text) => void readPageKey(text)));
});
