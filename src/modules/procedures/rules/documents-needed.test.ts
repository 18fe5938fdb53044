import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readReferenceProcedures } from '../load-reference-procedures.ts';
import type { Answers } from './answers.ts';
import { documentDefects } from './document-defects.ts';
import { documentsMissing, documentsNeeded } from './documents-needed.ts';
import type { ProcedureDefinition } from './procedure-definition.ts';

const on = Temporal.PlainDate.from('2021-11-05');
const procedures = readReferenceProcedures();
const procedure = (code: string): ProcedureDefinition => {
  const found = procedures.find((each) => each.code === code);
  if (!found) throw new Error(code);
  return found;
};
const need = (code: string, id: string, answers: Answers, day = on) =>
  documentsNeeded(procedure(code), answers, day).find(({ document }) => document.id === id);

describe('the table of required documents', () => {
  test('says of each document why it is asked for, by the answer given', () => {
    const row = need('1.001193', 'birth-notice', { birthProof: 'notice' });
    expect(row?.need).toBe('needed');
    expect(row?.because.vi).toMatch(/^vì bạn trả lời “.+”: .+$/);
    expect(row?.because.en).toMatch(/^because you answered “.+”: .+$/);
  });

  test('says of a document that is not asked for, by which answer it is not', () => {
    const row = need('1.001193', 'witness-statement', { birthProof: 'notice' });
    expect(row?.need).toBe('not-needed');
    expect(row?.because.vi).toContain('vì bạn trả lời');
  });

  test('asks for no paper whose data a register of the state holds, from its first day on', () => {
    expect(need('1.001193', 'residence', {})?.need).toBe('show');
    const later = need('1.001193', 'residence', {}, Temporal.PlainDate.from('2023-01-01'));
    expect(later?.need).toBe('replaced');
    expect(later?.because.vi).toContain('Cơ sở dữ liệu quốc gia về dân cư');
  });

  test('takes one of a group, and says so', () => {
    const needs = documentsNeeded(procedure('2.002288'), { ownVehicle: true }, on);
    expect(needs.filter(({ need: each }) => each === 'one-of').map(({ document }) => document.id)).toEqual([
      'registration',
      'registration-appointment',
    ]);
    expect(documentsMissing(needs, new Set()).map(({ name }) => name.vi)).toEqual(['Giấy đăng ký xe hoặc giấy hẹn']);
    expect(documentsMissing(needs, new Set(['registration-appointment']))).toEqual([]);
  });

  test('asks for as many as the answer says, and never for fewer than the procedure', () => {
    expect(need('2.000815', 'copies', { copies: 5 })?.count).toBe(5);
    expect(need('2.000815', 'copies', {})?.count).toBe(1);
  });

  test('names every form that is taken, the usual one first', () => {
    expect(need('1.009994', 'land-right', {})?.forms).toEqual(['certified-copy', 'photocopy']);
  });

  test('for every procedure and any answers: what is missing is asked for, and nothing is missing when all is given', () => {
    const anyAnswers = (definition: ProcedureDefinition) =>
      fc.record(
        Object.fromEntries(
          definition.form.pages
            .flatMap((page) => page.questions)
            .map((question) => [
              question.id,
              question.type === 'yes-no'
                ? fc.boolean()
                : question.options
                  ? fc.constantFrom(...question.options.map(({ value }) => value))
                  : question.type === 'whole-number'
                    ? fc.nat(200)
                    : fc.constant('x'),
            ]),
        ),
        { requiredKeys: [] },
      );
    const cases = fc.constantFrom(...procedures).chain((definition) =>
      fc.record({
        definition: fc.constant(definition),
        answers: anyAnswers(definition),
        share: fc.double({ min: 0, max: 1 }),
      }),
    );
    fc.assert(
      fc.property(cases, ({ definition, answers, share }) => {
        const needs = documentsNeeded(definition, answers as Answers, on);
        expect(needs.length).toBe(definition.documents.length);
        for (const { because, count } of needs) {
          expect(because.vi.length * because.en.length).toBeGreaterThan(0);
          expect(count).toBeGreaterThan(0);
        }
        const ids = definition.documents.map(({ id }) => id);
        const given = new Set(ids.slice(0, Math.floor(share * ids.length)));
        const asked = new Set(
          needs.filter((row) => ['needed', 'one-of'].includes(row.need)).map(({ document }) => document.id),
        );
        for (const { documentIds } of documentsMissing(needs, given)) {
          expect(documentIds.length).toBeGreaterThan(0);
          for (const id of documentIds) expect(asked.has(id) && !given.has(id)).toBe(true);
        }
        expect(documentsMissing(needs, new Set(ids))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

test('a group without a choice, a group that is not there and a form named twice are defects', () => {
  const definition = procedure('2.002288');
  const [, registration] = definition.documents;
  if (!registration) throw new Error('the reference has changed');
  const alone = { ...definition, documents: [registration, { ...registration, id: 'other', oneOf: 'nowhere' }] };
  expect(documentDefects(alone).join()).toContain('nowhere');
  expect(documentDefects(alone).join()).toContain('leaves no choice');
  expect(documentDefects({ ...definition, documents: [{ ...registration, alsoAs: ['photocopy'] }] }).join()).toContain(
    'twice',
  );
});
