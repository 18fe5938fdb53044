import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ScoreFormula } from './index-frame.ts';
import { nextStep } from './next-step.ts';
import { scoreFormula } from './score-formula.ts';
import { scoreWithin } from './score-within.ts';

const countsOf = (counts: Readonly<Record<string, number>>) => (id: string) => counts[id] ?? null;
const share: ScoreFormula = { kind: 'share', part: ['part'], of: ['of'], fullAt: 80, nothingBelow: 50 };
const steps: ScoreFormula = {
  kind: 'steps',
  arisesWith: ['of'],
  steps: [
    { points: 2, when: [{ sum: ['late'], atMost: 0 }] },
    { points: 1, when: [{ part: ['part'], of: ['of'], atLeast: 98 }] },
  ],
};

test('the next step of a share is its floor, then all its points, and says how many are missing', () => {
  expect(nextStep(share, 4, countsOf({ part: 40, of: 100 }))).toEqual({
    points: 2.5,
    conditions: [{ part: ['part'], of: ['of'], atLeast: 50, counted: 40, outOf: 100, more: 10 }],
  });
  expect(nextStep(share, 4, countsOf({ part: 60, of: 100 }))?.conditions).toMatchObject([{ atLeast: 80, more: 20 }]);
  expect(nextStep(share, 4, countsOf({ part: 80, of: 100 }))).toBeNull();
});

test('whoever counts what the next step of a share asks earns its points', () => {
  const whole = fc.integer({ min: 1, max: 100_000 });
  fc.assert(
    fc.property(fc.nat(100_000), whole, (part, of) => {
      const next = nextStep(share, 4, countsOf({ part, of }));
      const [condition] = next?.conditions ?? [];
      if (!next || !condition || !('more' in condition)) return;
      const reached = scoreFormula(share, 4, countsOf({ part: part + condition.more, of }));
      expect(reached.state === 'scored' && reached.numerator / reached.denominator).toBeGreaterThanOrEqual(
        next.points * 100,
      );
    }),
  );
});

test('the next of several steps is the nearest better one, with what is not met of it', () => {
  expect(nextStep(steps, 2, countsOf({ late: 3, part: 90, of: 100 }))).toEqual({
    points: 1,
    conditions: [{ part: ['part'], of: ['of'], atLeast: 98, counted: 90, outOf: 100, more: 8 }],
  });
  expect(nextStep(steps, 2, countsOf({ late: 3, part: 99, of: 100 }))).toEqual({
    points: 2,
    conditions: [{ sum: ['late'], atMost: 0, counted: 3 }],
  });
  expect(nextStep(steps, 2, countsOf({ late: 0, part: 0, of: 100 }))).toBeNull();
});

test('a unit that is scored has its own score; above it the mean of those ranked below', () => {
  const paths: Readonly<Record<string, string>> = { top: 'top', a: 'top/a', b: 'top/b', c: 'top/c' };
  const score = (unitId: string, points: number, rank: number | null) => ({
    unitId,
    rank,
    total: { steps: points, decimals: 1 },
  });
  const scores = [score('a', 801, 1), score('b', 700, 2), score('c', 100, null)];
  const within = (unitId: string) => scoreWithin(scores, unitId, 1, (id) => paths[id]);
  expect(within('b')).toEqual({ steps: 700, decimals: 1 });
  expect(within('c')).toBeNull();
  expect(within('top')).toEqual({ steps: 751, decimals: 1 });
});
