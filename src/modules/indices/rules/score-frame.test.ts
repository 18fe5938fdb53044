import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkFrame } from './check-frame.ts';
import type { IndexFrame, ScoreFormula, SubCriterion } from './index-frame.ts';
import { scoreFormula } from './score-formula.ts';
import { rankUnits, scoreFrame } from './score-frame.ts';

const name = { vi: 'Một', en: 'One' };
const share: ScoreFormula = { kind: 'share', part: ['part'], of: ['of'], fullAt: 80, nothingBelow: 10 };

const frameOf = (subCriteria: readonly SubCriterion[], more: Partial<IndexFrame> = {}): IndexFrame => {
  const points = subCriteria.reduce((sum, one) => sum + one.points, 0);
  return {
    id: 'tried',
    name,
    purpose: name,
    source: 'Thử',
    unsure: [],
    validFrom: '2021-01-01',
    validTo: null,
    how: 'computed',
    points,
    decimals: 2,
    rankedFrom: 50,
    groups: [
      { id: 'so', name, kinds: ['department'] },
      { id: 'phuong', name, kinds: ['ward'] },
    ],
    bands: [
      { from: points / 2, name: { vi: 'Tốt', en: 'Good' } },
      { from: 0, name: { vi: 'Yếu', en: 'Weak' } },
    ],
    fields: [{ id: 'a', name, points, criteria: [{ id: 'a.1', name, points, subCriteria }] }],
    ...more,
  };
};

const counted = (id: string, points: number, formula: ScoreFormula = share): SubCriterion => ({
  id,
  name,
  points,
  scoring: { by: 'figures', formula },
  whenNone: 'left-out',
});
const recorded = (id: string, points: number): SubCriterion => ({
  id,
  name,
  points,
  scoring: { by: 'register' },
  whenNone: 'left-out',
});

const unit = { id: 'x', groupId: 'so' };
const nobody = () => null;
const countsOf = (counts: Readonly<Record<string, number>>) => (id: string) => counts[id] ?? null;
const whole = fc.integer({ min: 0, max: 5_000_000 });

test('a share never gives less than nothing nor more than all, and more cases never give less', () => {
  fc.assert(
    fc.property(whole, whole, fc.nat(1000), (part, of, more) => {
      const [before, after] = [part, part + more].map((each) =>
        scoreFrame(frameOf([counted('a.1.1', 7.5)]), unit, countsOf({ part: each, of }), nobody),
      );
      if (of === 0) {
        expect(before?.total).toBeNull();
        return;
      }
      expect(before?.total?.steps).toBeGreaterThanOrEqual(0);
      expect(after?.total?.steps).toBeLessThanOrEqual(750);
      expect(after?.total?.steps).toBeGreaterThanOrEqual(before?.total?.steps ?? 0);
    }),
  );
});

test('a share gives all from the share it asks for, nothing below its floor, and says how many cases are short', () => {
  const at = (part: number) => scoreFormula(share, 4, countsOf({ part, of: 100 }));
  expect(at(80)).toMatchObject({ numerator: 400 * 8000, denominator: 8000, short: 0 });
  expect(at(79)).toMatchObject({ short: 1 });
  expect(at(9)).toMatchObject({ numerator: 0, short: 71 });
});

test('the cases that are said to be short give all the points, and one fewer does not', () => {
  fc.assert(
    fc.property(whole, fc.integer({ min: 1, max: 5_000_000 }), (part, of) => {
      const found = scoreFormula(share, 4, countsOf({ part, of }));
      if (found.state !== 'scored' || !found.short) return;
      const earned = (each: number) => {
        const score = scoreFormula(share, 4, countsOf({ part: each, of }));
        return score.state === 'scored' ? score.numerator / score.denominator : -1;
      };
      expect(earned(part + found.short)).toBe(400);
      expect(earned(part + found.short - 1)).toBeLessThan(400);
    }),
  );
});

test('what is earned is the sum of what is printed, and nothing left out changes a full score', () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.integer({ min: 0, max: 400 })), { minLength: 1, maxLength: 8 }), (given) => {
      const frame = frameOf(given.map((_, place) => recorded(`a.1.${place}`, 4)));
      const pointsBy = (id: string) => given[Number(id.slice(4))] ?? null;
      const score = scoreFrame(frame, unit, nobody, pointsBy);
      expect(score.earned.steps).toBe(score.subScores.reduce((sum, { points }) => sum + (points?.steps ?? 0), 0));
      const full = scoreFrame(frame, unit, nobody, (id) => (pointsBy(id) === null ? null : 400));
      if (given.some((points) => points !== null)) expect(full.total?.steps).toBe(frame.points * 100);
      else expect(full.total).toBeNull();
    }),
  );
});

test('points of what is not for a group are shared out over the rest of its criteria', () => {
  const frame = frameOf([recorded('a.1.1', 5), { ...recorded('a.1.2', 5), groups: ['phuong'] }]);
  const score = scoreFrame(frame, unit, nobody, () => 250);
  expect(score.subScores.map(({ state }) => state)).toEqual(['scored', 'not-applicable']);
  expect(score.total).toEqual({ steps: 500, decimals: 2 });
  expect(score.known).toBe(100);
});

test('what did not arise counts in full only where the frame says so', () => {
  const none = countsOf({ part: 0, of: 0 });
  const frame = (whenNone: 'full' | 'left-out') => frameOf([{ ...counted('a.1.1', 5), whenNone }]);
  expect(scoreFrame(frame('full'), unit, none, nobody).total?.steps).toBe(500);
  expect(scoreFrame(frame('left-out'), unit, none, nobody).total).toBeNull();
});

test('the room of a criterion is what its points would add to the total', () => {
  const frame = frameOf([recorded('a.1.1', 5), recorded('a.1.2', 5), recorded('a.1.3', 10)]);
  const score = scoreFrame(frame, unit, nobody, (id) => (id === 'a.1.3' ? null : 200));
  const better = scoreFrame(frame, unit, nobody, (id) => (id === 'a.1.3' ? null : id === 'a.1.1' ? 500 : 200));
  expect(score.subScores[0]?.room.steps).toBe((better.total?.steps ?? 0) - (score.total?.steps ?? 0));
  expect(score.subScores[2]?.room.steps).toBe(0);
});

test('equal totals share a place, groups are apart, and who is hardly known has no place', () => {
  const frame = frameOf([recorded('a.1.1', 5), recorded('a.1.2', 5)]);
  const score = (id: string, groupId: string, first: number | null, second: number | null) =>
    scoreFrame(frame, { id, groupId }, nobody, (part) => (part === 'a.1.1' ? first : second));
  const ranked = rankUnits({ ...frame, rankedFrom: 60 }, [
    score('a', 'so', 400, 400),
    score('b', 'so', 500, 500),
    score('c', 'so', 500, 500),
    score('d', 'so', 500, null),
    score('e', 'phuong', 100, 100),
  ]);
  expect(ranked.map(({ unitId, rank }) => [unitId, rank])).toEqual([
    ['b', 1],
    ['c', 1],
    ['a', 3],
    ['d', null],
    ['e', 1],
  ]);
});

test.each([
  ['points that do not add up', { points: 11 }, 'index-points-do-not-add-up'],
  ['bands that do not end at nothing', { bands: [{ from: 5, name }] }, 'index-bands-wrong'],
])('a frame with %s is refused', (_, more, code) => {
  const checked = checkFrame(frameOf([recorded('a.1.1', 10)], more), () => true);
  expect(checked.ok ? '' : checked.refusal.code).toBe(code);
});

test('a frame is refused for a figure nobody counts, a group it does not have, an id given twice, a formula too high', () => {
  const codeOf = (parts: readonly SubCriterion[]) => {
    const checked = checkFrame(frameOf(parts), (id) => id === 'of' || id === 'part');
    return checked.ok ? '' : checked.refusal.code;
  };
  expect(codeOf([counted('a.1.1', 5)])).toBe('');
  expect(codeOf([counted('a.1.1', 5, { ...share, part: ['nothing'] })])).toBe('index-figure-unknown');
  expect(codeOf([{ ...recorded('a.1.1', 5), groups: ['xa'] }])).toBe('index-group-unknown');
  expect(codeOf([recorded('a.1.1', 5), recorded('a.1.1', 5)])).toBe('index-id-twice');
  expect(codeOf([counted('a.1.1', 5, { kind: 'mean', each: { part: 6 }, of: ['of'] })])).toBe('index-formula-wrong');
});
