import { expect, test } from 'vitest';
import { feelDefect, holds, namesAskedFor, wholeNumber } from '#kernel/feel.ts';

test('no condition always holds', () => {
  expect(holds(undefined, {})).toBe(true);
});

test('a condition on an answer that was not given does not hold, whichever way it is asked', () => {
  for (const condition of ['married = true', 'married = false', 'floors >= 7', 'kind = "a"', 'not(married)']) {
    expect(holds(condition, {}), condition).toBe(false);
  }
  expect(holds('married = true or named = true', { named: true })).toBe(true);
  expect(holds('married = true or named = true', { married: false })).toBe(false);
});

test('the same expression answers anew for other answers, and the same for the same', () => {
  for (const floors of [6, 7, 6, 8]) expect(holds('floors >= 7', { floors, other: 1 })).toBe(floors >= 7);
  expect(wholeNumber('8000 * copies', { copies: 3 })).toBe(24_000n);
  expect(wholeNumber('8000 * copies', { copies: 4 })).toBe(32_000n);
});

test('an amount whose answers are missing, or that is no whole amount, is none', () => {
  expect(wholeNumber('8000 * copies', {})).toBeUndefined();
  expect(wholeNumber('10 / 4', {})).toBeUndefined();
  expect(wholeNumber('0 - copies', { copies: 1 })).toBeUndefined();
});

test('an expression that is no FEEL is said to be none', () => {
  expect(feelDefect('copies > 2 and married = true')).toBeUndefined();
  expect(feelDefect('copies >')).toBeDefined();
  expect(feelDefect('(copies > 2')).toBeDefined();
});

test('names inside quotes are no names', () => {
  expect(namesAskedFor('if kind = "other kind" then 0 else 5 * copies')).toEqual(['kind', 'copies']);
});
