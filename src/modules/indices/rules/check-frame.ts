import { accepted, type Result, refused } from '#kernel/result.ts';
import type { IndexRefusal } from '../refusals.ts';
import { countedIn, type IndexFrame, type ScoreFormula, type SubCriterion, subCriteriaOf } from './index-frame.ts';

/** Points in hundredths, or undefined when there are more than two places. */
const hundredths = (points: number): number | undefined => {
  const steps = Math.round(points * 100);
  return Math.abs(points * 100 - steps) < 1e-6 ? steps : undefined;
};

const mostOf = (points: readonly number[]): number => Math.max(0, ...points);

/** The most a formula can give; a share gives all the points there are. */
function highest(formula: ScoreFormula): number | undefined {
  if (formula.kind === 'mean') return mostOf(Object.values(formula.each));
  return formula.kind === 'steps' ? mostOf(formula.steps.map(({ points }) => points)) : undefined;
}

/**
 * A frame is used only when it holds together: points add up at every level, ids are given once, every figure exists, every
 * group named is one of the frame. The refusal says where.
 */
export function checkFrame(frame: IndexFrame, exists: (id: string) => boolean): Result<IndexFrame, IndexRefusal> {
  const wrong = (at: string, points: number, sum: number) =>
    refused('index-points-do-not-add-up' as const, { frame: frame.id, at, points, sum });
  const adds = (points: number, parts: readonly { readonly points: number }[]) => {
    const sums = parts.map((part) => hundredths(part.points));
    const sum = sums.reduce<number>((total, each) => total + (each ?? Number.NaN), 0);
    return { holds: hundredths(points) === sum, sum: sum / 100 };
  };
  const whole = adds(frame.points, frame.fields);
  if (!whole.holds) return wrong(frame.id, frame.points, whole.sum);
  for (const field of frame.fields) {
    const own = adds(field.points, field.criteria);
    if (!own.holds) return wrong(field.id, field.points, own.sum);
    for (const criterion of field.criteria) {
      const below = adds(criterion.points, criterion.subCriteria);
      if (!below.holds) return wrong(criterion.id, criterion.points, below.sum);
    }
  }
  const ids = frame.fields.flatMap((field) => [
    field.id,
    ...field.criteria.flatMap(({ id, subCriteria }) => [id, ...subCriteria.map((one) => one.id)]),
  ]);
  const twice = ids.find((id, place) => ids.indexOf(id) !== place);
  if (twice !== undefined) return refused('index-id-twice', { frame: frame.id, id: twice });
  const { bands } = frame;
  if (bands.at(-1)?.from !== 0 || bands.some(({ from }, place) => place > 0 && from >= (bands[place - 1]?.from ?? 0)))
    return refused('index-bands-wrong', { frame: frame.id });
  const hasEvidence = subCriteriaOf(frame).some(({ scoring }) => scoring.by === 'evidence');
  if (frame.how === 'appraised' ? !frame.appraisal : hasEvidence)
    return refused('index-appraisal-wrong', { frame: frame.id });
  const groups = new Set(frame.groups.map(({ id }) => id));
  for (const one of subCriteriaOf(frame)) {
    const checked = checkSubCriterion(frame, one, groups, exists);
    if (!checked.ok) return checked;
  }
  return accepted(frame);
}

function checkSubCriterion(
  frame: IndexFrame,
  { id, points, scoring, groups }: SubCriterion,
  known: ReadonlySet<string>,
  exists: (id: string) => boolean,
): Result<undefined, IndexRefusal> {
  const strange = groups?.find((group) => !known.has(group));
  if (strange !== undefined) return refused('index-group-unknown', { frame: frame.id, at: id, group: strange });
  if (scoring.by !== 'figures') return accepted(undefined);
  if (frame.how === 'computed' && points <= 0) return refused('index-formula-wrong', { frame: frame.id, at: id });
  const { formula } = scoring;
  const figure = countedIn(formula).find((one) => !exists(one));
  if (figure !== undefined) return refused('index-figure-unknown', { frame: frame.id, at: id, figure });
  const most = highest(formula);
  const shareWrong = formula.kind === 'share' && !(formula.fullAt > 0 && formula.fullAt <= 100);
  if ((most !== undefined && most !== points) || shareWrong)
    return refused('index-formula-wrong', { frame: frame.id, at: id });
  return accepted(undefined);
}
