import type { Text } from '#kernel/text.ts';
import { divided, type FigureValue } from '#modules/figures/rules/figure-value.ts';
import type { Unit } from '#modules/organisation/rules/unit.ts';
import { type IndexFrame, type SubCriterion, subCriteriaOf } from './index-frame.ts';
import { type CountOf, scoreFormula } from './score-formula.ts';

/** Points that were given by people, in hundredths: of an appraisal, or of the register of index scores. Null: by nobody. */
export type GivenPoints = (subCriterionId: string) => number | 'not-arisen' | null;

/** One sub-criterion of one unit. */
export interface SubScore {
  readonly id: string;
  /** not-arisen: nothing to score, full points or left out; not-known: nobody knows yet; not-applicable: not for this group. */
  readonly state: 'scored' | 'not-arisen' | 'not-known' | 'not-applicable';
  /** Null where it is taken out. */
  readonly points: FigureValue | null;
  /** What is still to be won, on the scale of the whole frame; 0 where it is taken out. */
  readonly room: FigureValue;
  /** How many more cases would have given all of it; null where that is no number of cases. */
  readonly short: number | null;
}

/** The score of one unit in one frame. */
export interface UnitScore {
  readonly unitId: string;
  readonly groupId: string;
  readonly subScores: readonly SubScore[];
  /** Sum of the points printed. */
  readonly earned: FigureValue;
  /** The points that could be earned from what is known. */
  readonly possible: FigureValue;
  /** On the scale of the frame: earned ÷ possible × points; null where nothing is known. */
  readonly total: FigureValue | null;
  /** How much of the points that concern the unit is known, in per cent. */
  readonly known: number;
  readonly band: Text | null;
}

/** The group of a frame a unit belongs to; undefined where the frame is not about units of its kind. */
export const groupOf = (frame: IndexFrame, { id, kind }: Pick<Unit, 'id' | 'kind'>) =>
  frame.groups.find(({ kinds, except }) => kinds.includes(kind) && !except?.includes(id))?.id;

const stepsOf = (points: number, decimals: number): number => Math.round(points * 10 ** decimals);

/**
 * Scores one unit: every sub-criterion to the places of the frame, their sum, and what is left out shared over the rest. The
 * sum is of what is printed, so that anyone can add it up again.
 */
export function scoreFrame(
  frame: IndexFrame,
  unit: { readonly id: string; readonly groupId: string },
  countOf: CountOf,
  given: GivenPoints,
): UnitScore {
  const { decimals } = frame;
  const scored = subCriteriaOf(frame).map((one) => scoreOne(frame, one, unit.groupId, countOf, given));
  const counting = scored.filter(({ points }) => points !== null);
  const earned = counting.reduce((sum, { points }) => sum + (points?.steps ?? 0), 0);
  const possible = counting.reduce((sum, { most }) => sum + most, 0);
  const concerned = scored.filter(({ state }) => state !== 'not-applicable').reduce((sum, { most }) => sum + most, 0);
  const total = divided(earned * stepsOf(frame.points, decimals), possible * 10 ** decimals, 1, decimals);
  return {
    unitId: unit.id,
    groupId: unit.groupId,
    subScores: scored.map(({ most, ...score }) => ({
      ...score,
      room: (score.points &&
        divided(
          (most - score.points.steps) * stepsOf(frame.points, decimals),
          possible * 10 ** decimals,
          1,
          decimals,
        )) ?? { steps: 0, decimals },
    })),
    earned: { steps: earned, decimals },
    possible: { steps: possible, decimals },
    total,
    known: concerned === 0 ? 0 : Math.floor((possible * 100) / concerned),
    band: total && bandOf(frame, total),
  };
}

const bandOf = (frame: IndexFrame, total: FigureValue): Text | null =>
  frame.bands.find(({ from }) => total.steps >= stepsOf(from, total.decimals))?.name ?? null;

function scoreOne(
  { decimals }: IndexFrame,
  { id, points, scoring, groups, whenNone }: SubCriterion,
  groupId: string,
  countOf: CountOf,
  given: GivenPoints,
): Omit<SubScore, 'room'> & { readonly most: number } {
  const most = stepsOf(points, decimals);
  const without = (state: SubScore['state'], full = false) => ({
    id,
    state,
    points: full ? { steps: most, decimals } : null,
    short: null,
    most,
  });
  if (groups && !groups.includes(groupId)) return without('not-applicable');
  const fromRegister = (): Omit<SubScore, 'room'> & { readonly most: number } => {
    const found = given(id);
    if (found === null) return without('not-known');
    if (found === 'not-arisen') return without('not-arisen', whenNone === 'full');
    // more than there is cannot be earned, whatever somebody entered
    const earned = divided(Math.min(found, Math.round(points * 100)), 100, 1, decimals);
    return { id, state: 'scored', points: earned, short: null, most };
  };
  // what cannot be counted is taken from the register, with its evidence; what can be counted is never typed
  if (scoring.by !== 'figures') return fromRegister();
  const score = scoreFormula(scoring.formula, points, countOf);
  if (score.state === 'not-arisen') return without('not-arisen', whenNone === 'full');
  if (score.state === 'not-known') return fromRegister();
  const { numerator, denominator, short } = score;
  return { id, state: 'scored', points: divided(numerator, denominator * 100, 1, decimals), short, most };
}

/** A unit with its place in its group. */
export interface RankedScore extends UnitScore {
  /** Null where too little is known. */
  readonly rank: number | null;
}

/** Places within each group, the highest total first; equal totals share the place. Who is hardly known has none. */
export function rankUnits(frame: IndexFrame, scores: readonly UnitScore[]): readonly RankedScore[] {
  const isRanked = ({ total, known }: UnitScore) => total !== null && known >= frame.rankedFrom;
  return frame.groups.flatMap(({ id }) => {
    const inOrder = scores
      .filter(({ groupId }) => groupId === id)
      .toSorted(
        (one, other) =>
          Number(isRanked(other)) - Number(isRanked(one)) ||
          (other.total?.steps ?? -1) - (one.total?.steps ?? -1) ||
          (one.unitId < other.unitId ? -1 : 1),
      );
    let place = 0;
    return inOrder.map((score, index) => {
      if (!isRanked(score)) return { ...score, rank: null };
      if (inOrder[index - 1]?.total?.steps !== score.total?.steps) place = index + 1;
      return { ...score, rank: place };
    });
  });
}
