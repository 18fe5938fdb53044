import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPhone, readSignInName } from './sign-in-name.ts';

test.each([
  ['motcua.congvi', 'motcua.congvi'],
  ['  MotCua.CongVi ', 'motcua.congvi'],
  ['0912 345 678', '0912345678'],
  ['+84 912.345.678', '0912345678'],
  ['0084912345678', '0912345678'],
  ['\u0000mai\u200b', 'mai'],
])('the sign-in name typed as “%s” is %s', (typed, name) => {
  expect(readSignInName(typed)).toBe(name);
});

test('reading a sign-in name a second time changes nothing, whatever was typed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (typed) => {
      const name = readSignInName(typed);
      expect(readSignInName(name)).toBe(name);
      expect(name).not.toMatch(/[\p{Cc}\p{Cs}]/u);
      expect(name.length).toBeLessThanOrEqual(100);
    }),
  );
});

test.each([
  ['024 3825 3536', '02438253536'],
  ['(024) 3825-3536', '02438253536'],
  ['912345678', undefined],
  ['0012345678', undefined],
  ['09123456789012', undefined],
  ['không có', undefined],
])('the telephone number “%s” is read as %s', (typed, phone) => {
  expect(readPhone(typed)).toBe(phone);
});
