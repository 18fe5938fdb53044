import { describe, expect, test } from 'vitest';
import { readReferenceProcedures } from '../load-reference-procedures.ts';
import type { Answers } from './answers.ts';
import { documentsRequired } from './documents-needed.ts';
import { duesOf, limitThatApplies } from './what-applies.ts';

const procedure = (code: string) => readReferenceProcedures().find((definition) => definition.code === code)!;
const payable = (code: string, answers: Answers) =>
  duesOf(procedure(code), answers).reduce((sum, due) => sum + due.amount, 0n);

describe('what is to be paid', () => {
  test.each<[string, string, Answers, bigint]>([
    ['a birth registered in time is free', '1.001193', { bornOver60DaysAgo: false, copies: 0 }, 0n],
    ['a late one costs 8,000, and 8,000 a copy', '1.001193', { bornOver60DaysAgo: true, copies: 2 }, 24_000n],
    ['one page certified costs 2,000', '2.000815', { pages: 1, copies: 1 }, 2_000n],
    ['from the third page 1,000 each', '2.000815', { pages: 5, copies: 3 }, 21_000n],
    ['and never more than 200,000 a copy', '2.000815', { pages: 400, copies: 2 }, 400_000n],
    ['an adoption costs 400,000', '2.001263', { relation: 'none', childNeedsCare: false }, 400_000n],
    ['nothing for a step-parent', '2.001263', { relation: 'step-parent', childNeedsCare: false }, 0n],
    ['nothing when the child is disabled', '2.001263', { relation: 'none', childNeedsCare: true }, 0n],
    ['a judicial record costs 200,000', '2.000488', { discount: 'none', copies: 2 }, 200_000n],
    ['half for a student, 5,000 from the third', '2.000488', { discount: 'half', copies: 4 }, 110_000n],
    ['a company filed online pays no fee', '2.001199', { filedOnline: true }, 100_000n],
    ['and one filed at the desk does', '2.001199', { filedOnline: false }, 150_000n],
  ])('%s', (_, code, answers, sum) => {
    expect(payable(code, answers)).toBe(sum);
  });

  test('what hangs on an answer not given yet is not named', () => {
    expect(duesOf(procedure('2.000815'), {})).toEqual([]);
  });
});

describe('the limit', () => {
  test('of a judicial record is longer for someone who lived in several provinces', () => {
    expect(limitThatApplies(procedure('2.000488'), { severalResidences: true }).announced).toBe('15 calendar-day');
    expect(limitThatApplies(procedure('2.000488'), { severalResidences: false }).announced).toBe('10 calendar-day');
    expect(limitThatApplies(procedure('2.000488'), {}).announced).toBe('10 calendar-day');
  });
});

describe('the documents', () => {
  const ids = (code: string, answers: Answers) =>
    documentsRequired(procedure(code), answers, Temporal.PlainDate.from('2021-11-05')).map(({ id }) => id);
  test('of a birth are those of the case', () => {
    expect(ids('1.001193', { birthProof: 'witness' })).toContain('witness-statement');
    expect(ids('1.001193', { birthProof: 'witness' })).not.toContain('birth-notice');
  });
  test('of a house with a basement include its shoring', () => {
    expect(ids('1.009994', { basement: true, floors: 3, adjoining: false })).toEqual(
      expect.arrayContaining(['shoring', 'design-licence', 'land-right', 'drawings']),
    );
    expect(ids('1.009994', { basement: false, floors: 3, adjoining: false })).not.toContain('shoring');
  });
});
