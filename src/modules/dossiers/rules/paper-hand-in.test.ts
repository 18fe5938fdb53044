import { describe, expect, test } from 'vitest';
import { readReferenceProcedures } from '#modules/procedures/load-reference-procedures.ts';
import { documentsNeeded } from '#modules/procedures/rules/documents-needed.ts';
import { DossierWalk, people } from '../../../../tests/dossier-walk.ts';
import { formsToChoose, type HandInForm, originalsToReturn, readHandIns } from './paper-hand-in.ts';

const definition = readReferenceProcedures().find(({ code }) => code === '1.009994');
if (!definition) throw new Error('the reference has changed');
const needs = documentsNeeded(definition, {}, Temporal.PlainDate.from('2021-11-05'));
const read = (documentId: string, form: HandInForm | undefined, copies?: number, scanned: string[] = []) => {
  const done = readHandIns(needs, [{ documentId, form, copies, compared: true }], new Set(scanned));
  return done.ok ? done.value[0] : done.refusal.code;
};

describe('a paper on the table', () => {
  test('by its id alone is in the form and number the procedure asks for', () => {
    const done = readHandIns(needs, ['drawings', 'land-right'], new Set());
    expect(done.ok && done.value).toEqual([
      { documentId: 'drawings', form: 'original-kept', copies: 2, compared: false },
      { documentId: 'land-right', form: 'certified-copy', copies: 1, compared: false },
    ]);
  });

  test('is taken in any form that is worth as much as one that is asked for, and in no lesser one', () => {
    // a certified copy is asked for, a photocopy does beside the original
    for (const form of ['photocopy', 'copy', 'certified-copy', 'original-kept', 'original-to-return'] as const)
      expect(read('land-right', form)).toMatchObject({ form });
    for (const form of ['photocopy', 'copy', 'certified-copy'] as const)
      expect(read('drawings', form)).toBe('paper-form-wrong');
  });

  test('only shown does when its scan is attached', () => {
    expect(read('land-right', 'original-shown')).toBe('paper-form-wrong');
    expect(read('land-right', 'original-shown', 1, ['land-right'])).toMatchObject({ form: 'original-shown' });
  });

  test('in fewer copies than asked for is not taken', () => {
    expect(read('drawings', 'original-kept', 1)).toBe('paper-copies-few');
    expect(read('drawings', 'original-kept', 3)).toMatchObject({ copies: 3 });
  });

  test('offers the officer the usual form first, and none that is refused', () => {
    for (const need of needs) {
      for (const form of formsToChoose(need))
        expect(read(need.document.id, form, need.count, [need.document.id])).toMatchObject({ form });
    }
  });
});

test('the result is not returned while an original is held', () => {
  const handIns = [{ documentId: 'land-right', form: 'original-to-return', copies: 1, compared: true } as const];
  const originals = originalsToReturn(needs, handIns);
  expect(originals.map(({ documentId }) => documentId)).toEqual(['land-right']);
  const walk = new DossierWalk('2021-02-08T09:00');
  walk.state = { ...walk.state, state: 'settled', facts: { ...walk.state.facts, originals: originals as never } };
  const given = { receivedBy: 'Trần Văn An', method: 'desk' } as const;
  expect(walk.make('return-result', '2021-02-17T09:00', people.desk, given)).toBe('originals-not-returned');
  const back = { ...given, originalsReturned: ['land-right'] };
  expect(walk.make('return-result', '2021-02-17T09:00', people.desk, back)).toBeUndefined();
});
