import { describe, expect, test } from 'vitest';
import { branchCaseId, joinedOutcome, legBranchId, legsToSend, noLongerNeeded } from './branches.ts';
import type { Branch, BranchOutcome, JoinRule, ResolvedLeg, ResolvedStep } from './case-state.ts';

const leg = (id: string, lead = false): ResolvedLeg => ({
  id,
  kind: 'leg',
  name: { vi: id, en: id },
  question: { vi: 'Hỏi', en: 'Ask' },
  unitId: `unit-${id}`,
  role: 'case-handler',
  lead,
  limit: '3 working-day',
  excluded: false,
  route: [],
});

const stepOf = (mode: 'parallel' | 'sequence', join: JoinRule, legs: readonly ResolvedLeg[]): ResolvedStep => ({
  id: 'appraise',
  work: 'handle',
  role: 'case-handler',
  unitId: 'q-001.urban-management',
  hours: 8,
  legs: { mode, join, legs },
});

/** Branches by what became of them: null while open. */
function branchesOf(
  step: ResolvedStep,
  answers: Readonly<Record<string, BranchOutcome | null>>,
): Record<string, Branch> {
  return Object.fromEntries(
    Object.entries(answers).map(([id, outcome]) => {
      const one = step.legs?.legs.find((candidate) => candidate.id === id);
      if (!one) throw new RangeError(id);
      const branch: Branch = {
        caseId: branchCaseId('case', id),
        kind: 'leg',
        name: one.name,
        unitId: one.unitId,
        group: step.id,
        lead: one.lead,
        openedAt: '2021-02-08T02:00:00Z',
        closedAt: outcome === null ? null : '2021-02-09T02:00:00Z',
        outcome,
      };
      return [legBranchId(step, one), branch];
    }),
  );
}

const outcome = (join: JoinRule, answers: Readonly<Record<string, BranchOutcome | null>>) => {
  const step = stepOf('parallel', join, [leg('a', true), leg('b'), leg('c')]);
  return joinedOutcome(step, step.legs!, branchesOf(step, answers));
};

describe('the answers of several agencies make one', () => {
  test.each([
    ['all', { a: 'positive', b: 'positive', c: null }, null],
    ['all', { a: 'negative', b: 'positive', c: null }, null],
    ['all', { a: 'negative', b: 'positive', c: 'positive' }, 'negative'],
    ['all', { a: 'positive', b: 'positive', c: 'called-off' }, 'positive'],
    ['first-refusal', { a: 'positive', b: null, c: null }, null],
    ['first-refusal', { a: null, b: 'negative', c: null }, 'negative'],
    ['first-refusal', { a: 'positive', b: 'positive', c: 'positive' }, 'positive'],
    ['lead-decides', { a: null, b: 'negative', c: 'negative' }, null],
    ['lead-decides', { a: 'positive', b: 'negative', c: null }, 'positive'],
    ['lead-decides', { a: 'negative', b: null, c: null }, 'negative'],
  ] as const)('%s of %o is %s', (join, answers, expected) => {
    expect(outcome(join, answers)).toBe(expected);
  });

  test('what the rule no longer needs is called off', () => {
    const step = stepOf('parallel', 'first-refusal', [leg('a'), leg('b'), leg('c')]);
    expect(noLongerNeeded(step, branchesOf(step, { a: 'negative', b: null, c: 'positive' }))).toEqual(['appraise/b']);
    expect(noLongerNeeded(step, branchesOf(step, { a: 'positive', b: null, c: null }))).toEqual([]);
  });
});

describe('which legs are sent', () => {
  test('in parallel all at once, and none a second time', () => {
    const step = stepOf('parallel', 'all', [leg('a'), leg('b')]);
    expect(legsToSend(step, {}).map(({ id }) => id)).toEqual(['a', 'b']);
    expect(legsToSend(step, branchesOf(step, { a: 'positive', b: null }))).toEqual([]);
  });

  test('in sequence one after the answer of another, and none after a refusal', () => {
    const step = stepOf('sequence', 'all', [leg('a'), leg('b')]);
    expect(legsToSend(step, {}).map(({ id }) => id)).toEqual(['a']);
    expect(legsToSend(step, branchesOf(step, { a: null }))).toEqual([]);
    expect(legsToSend(step, branchesOf(step, { a: 'positive' })).map(({ id }) => id)).toEqual(['b']);
    expect(legsToSend(step, branchesOf(step, { a: 'negative' }))).toEqual([]);
  });

  test('the case a branch opens has the same id however often it is computed, and another in another place', () => {
    const id = branchCaseId('01890a5d-ac96-774b-bcce-b302099a8057', 'appraise/a');
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(branchCaseId('01890a5d-ac96-774b-bcce-b302099a8057', 'appraise/a')).toBe(id);
    expect(branchCaseId('01890a5d-ac96-774b-bcce-b302099a8057', 'appraise/b')).not.toBe(id);
  });
});
