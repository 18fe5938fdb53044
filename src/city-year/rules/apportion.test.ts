import fc from 'fast-check';
import { expect, test } from 'vitest';
import { apportion } from './apportion.ts';

const weights = fc.array(fc.double({ min: 0.01, max: 1000, noNaN: true }), { minLength: 1, maxLength: 60 });
const offset = fc.double({ min: 0, max: 0.999, noNaN: true });

test('the parts of a whole are whole, and add up to it', () => {
  fc.assert(
    fc.property(fc.nat(100_000), weights, offset, (total, shares, begun) => {
      const parts = apportion(total, shares, begun);
      expect(parts.every((part) => Number.isInteger(part) && part >= 0)).toBe(true);
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(total);
    }),
  );
});

test('no part differs from its share by one or more', () => {
  fc.assert(
    fc.property(fc.nat(100_000), weights, offset, (total, shares, begun) => {
      const whole = shares.reduce((sum, share) => sum + share, 0);
      for (const [index, part] of apportion(total, shares, begun).entries())
        expect(Math.abs(part - (total * shares[index]!) / whole)).toBeLessThan(1 + 1e-6);
    }),
  );
});

test('no part is larger than its cap, and what a cap cuts off goes to the others', () => {
  fc.assert(
    fc.property(weights, fc.double({ min: 0, max: 1, noNaN: true }), (shares, filled) => {
      const caps = shares.map((share) => Math.ceil(share));
      const total = Math.floor(caps.reduce((sum, cap) => sum + cap, 0) * filled);
      const parts = apportion(total, shares, 0.5, caps);
      expect(parts.every((part, index) => part <= caps[index]!)).toBe(true);
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(total);
    }),
  );
});

test('a whole that finds no place is a defect', () => {
  expect(() => apportion(5, [1, 1], 0.5, [2, 2])).toThrow(/find no place/);
});
