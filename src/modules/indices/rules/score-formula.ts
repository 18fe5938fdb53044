import type { ScoreFormula, StepCondition } from './index-frame.ts';

/** A whole number that was counted for a unit; null where nobody knows it. */
export type CountOf = (id: string) => number | null;

/** What a formula gave: points as part ÷ of in whole numbers, so that nothing is rounded before it is printed. */
export type FormulaScore =
  | {
      readonly state: 'scored';
      readonly numerator: number;
      readonly denominator: number;
      readonly short: number | null;
    }
  | { readonly state: 'not-arisen' }
  | { readonly state: 'not-known' };

function sumOf(ids: readonly string[], countOf: CountOf): number | null {
  let sum = 0;
  for (const id of ids) {
    const count = countOf(id);
    if (count === null) return null;
    sum += count;
  }
  return sum;
}

/**
 * Points of a formula from what was counted, in hundredths over a denominator. `short` says how many more cases of the part
 * would have given all the points, where it is a share.
 */
export function scoreFormula(formula: ScoreFormula, points: number, countOf: CountOf): FormulaScore {
  const most = Math.round(points * 100);
  if (formula.kind === 'steps') return scoreSteps(formula, countOf);
  const of = sumOf(formula.of, countOf);
  if (of === null) return { state: 'not-known' };
  if (formula.kind === 'mean') {
    let earned = 0;
    for (const [id, each] of Object.entries(formula.each)) {
      const count = countOf(id);
      if (count === null) return { state: 'not-known' };
      earned += count * Math.round(each * 100);
    }
    if (of === 0) return { state: 'not-arisen' };
    return { state: 'scored', numerator: Math.min(earned, most * of), denominator: of, short: null };
  }
  const part = sumOf(formula.part, countOf);
  if (part === null) return { state: 'not-known' };
  if (of === 0) return { state: 'not-arisen' };
  const { fullAt, nothingBelow = 0 } = formula;
  const short = Math.max(0, Math.ceil((of * fullAt) / 100) - part);
  if (part * 100 < of * nothingBelow) return { state: 'scored', numerator: 0, denominator: 1, short };
  // part ÷ of against fullAt ÷ 100, at most 1
  const denominator = of * fullAt;
  return { state: 'scored', numerator: most * Math.min(part * 100, denominator), denominator, short };
}

function scoreSteps(formula: Extract<ScoreFormula, { kind: 'steps' }>, countOf: CountOf): FormulaScore {
  const arisen = sumOf(formula.arisesWith, countOf);
  if (arisen === null) return { state: 'not-known' };
  if (arisen === 0) return { state: 'not-arisen' };
  for (const { points, when } of formula.steps) {
    const held = when.map((condition) => holds(condition, countOf));
    if (held.includes(null)) return { state: 'not-known' };
    if (held.every(Boolean))
      return { state: 'scored', numerator: Math.round(points * 100), denominator: 1, short: null };
  }
  return { state: 'scored', numerator: 0, denominator: 1, short: null };
}

function holds(condition: StepCondition, countOf: CountOf): boolean | null {
  if ('sum' in condition) {
    const sum = sumOf(condition.sum, countOf);
    return sum === null ? null : sum <= condition.atMost;
  }
  const [part, of] = [sumOf(condition.part, countOf), sumOf(condition.of, countOf)];
  return part === null || of === null ? null : part * 100 >= of * condition.atLeast;
}
