import type { ScoreFormula, StepCondition } from './index-frame.ts';
import { type CountOf, scoreFormula } from './score-formula.ts';

/** What would have to be counted, and what is. */
export type NextCondition =
  | {
      readonly part: readonly string[];
      readonly of: readonly string[];
      /** Per cent. */
      readonly atLeast: number;
      readonly counted: number;
      readonly outOf: number;
      /** How many more of the part, where it is a number of cases. */
      readonly more: number;
    }
  | { readonly sum: readonly string[]; readonly atMost: number; readonly counted: number };

/** The next better score of a criterion that is counted, and what it asks. */
export interface NextStep {
  readonly points: number;
  readonly conditions: readonly NextCondition[];
}

/**
 * What the figures would have to be for the next step: of a share its floor, then all its points; of steps the nearest better
 * one with what is not met of it. Null where nothing more can be earned, or where what would earn more is no number of cases.
 */
export function nextStep(formula: ScoreFormula, points: number, countOf: CountOf): NextStep | null {
  const now = scoreFormula(formula, points, countOf);
  if (now.state !== 'scored') return null;
  const earned = now.numerator / now.denominator;
  if (earned >= Math.round(points * 100)) return null;
  if (formula.kind === 'mean') return null;
  if (formula.kind === 'share') {
    const { part, of, fullAt, nothingBelow = 0 } = formula;
    const [counted, outOf] = [sum(part, countOf), sum(of, countOf)];
    const atLeast = counted * 100 < outOf * nothingBelow ? nothingBelow : fullAt;
    return { points: points * Math.min(1, atLeast / fullAt), conditions: [wanted({ part, of, atLeast }, countOf)] };
  }
  const better = formula.steps
    .filter((step) => Math.round(step.points * 100) > earned)
    .toSorted((one, other) => one.points - other.points)[0];
  if (!better) return null;
  const unmet = better.when.flatMap((condition) => (holds(condition, countOf) ? [] : [wanted(condition, countOf)]));
  return { points: better.points, conditions: unmet };
}

const sum = (ids: readonly string[], countOf: CountOf): number =>
  ids.reduce((total, id) => total + (countOf(id) ?? 0), 0);

const holds = (condition: StepCondition, countOf: CountOf): boolean =>
  'sum' in condition
    ? sum(condition.sum, countOf) <= condition.atMost
    : sum(condition.part, countOf) * 100 >= sum(condition.of, countOf) * condition.atLeast;

function wanted(condition: StepCondition, countOf: CountOf): NextCondition {
  if ('sum' in condition) return { ...condition, counted: sum(condition.sum, countOf) };
  const [counted, outOf] = [sum(condition.part, countOf), sum(condition.of, countOf)];
  return { ...condition, counted, outOf, more: Math.max(0, Math.ceil((outOf * condition.atLeast) / 100) - counted) };
}
