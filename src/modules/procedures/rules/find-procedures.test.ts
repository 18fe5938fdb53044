import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readReferenceProcedures } from '../load-reference-procedures.ts';
import { findProcedures, procedureEntry } from './find-procedures.ts';

const entries = readReferenceProcedures().map(({ name, keywords }, id) =>
  procedureEntry(id, name.vi, [name.vi, ...keywords]),
);

describe('finding procedures', () => {
  test('by its own name in full finds a procedure first, with and without diacritics, in any case', () => {
    for (const { id, title } of entries) {
      expect(findProcedures(entries, title)[0]).toBe(id);
      expect(findProcedures(entries, title.normalize('NFD').toLocaleUpperCase('vi'))[0]).toBe(id);
    }
  });

  test('by its own name with one letter dropped still finds it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...entries), fc.nat(), ({ id, title }, at) => {
        const letters = [...title];
        letters.splice(at % letters.length, 1);
        expect(findProcedures(entries, letters.join(''))).toContain(id);
      }),
    );
  });

  test('by anything at all never fails, and finds each at most once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (words) => {
        const found = findProcedures(entries, words);
        expect(new Set(found).size).toBe(found.length);
      }),
    );
  });
});
