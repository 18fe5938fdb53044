import { expect, test } from 'vitest';
import { newId, normaliseSecretCode, secretCode, secretToken } from './random.ts';

test('a secret code has 8 letters that cannot be mistaken for one another', () => {
  const codes = Array.from({ length: 500 }, () => secretCode());
  for (const code of codes) expect(code).toMatch(/^[2-9A-HJKMNP-TW-Z]{8}$/);
  expect(new Set(codes).size).toBe(500);
  expect(codes.join('')).not.toMatch(/[01OILUV]/);
});

test('a secret code may be typed small, with blanks and hyphens', () => {
  expect(normaliseSecretCode(' abcd-2345 ')).toBe('ABCD2345');
});

test('ids are version 7 UUIDs that sort in the order they were made, even within one millisecond', () => {
  const ids = Array.from({ length: 20_000 }, newId);
  expect(ids[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.toSorted()).toEqual(ids);
});

test('a token of a machine holds 256 bits', () => {
  expect(Buffer.from(secretToken(), 'base64url').length).toBe(32);
});
