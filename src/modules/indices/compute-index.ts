import { accepted, type Result, refused } from '#kernel/result.ts';
import type { FigureGround, FigurePeriod } from '#modules/figures/index.ts';
import { type CountedAgencies, type CountRefusal, countAllUnits } from './count-all-units.ts';
import { shippedFrames } from './read-frames.ts';
import type { IndexRefusal } from './refusals.ts';
import type { IndexFrame } from './rules/index-frame.ts';
import type { CountOf } from './rules/score-formula.ts';
import { groupOf, type RankedScore, rankUnits, scoreFrame } from './rules/score-frame.ts';

export interface IndexQuestion extends FigurePeriod {
  readonly frameId: string;
  /** What was known then. */
  readonly asOf: Temporal.Instant;
}

/** Every unit of a frame with its score and place, by groups, best first. */
export interface IndexAnswer extends FigurePeriod {
  readonly frame: IndexFrame;
  readonly asOf: Temporal.Instant;
  /** The decision did not exist in this period. */
  readonly simulated: boolean;
  readonly scores: readonly RankedScore[];
  /** What was counted of a unit: for saying what would raise its score. */
  countOf(unitId: string): CountOf;
}

/**
 * The scores of every unit at once: one scan of the facts for all figures of the frame, one statement for all else that is
 * counted, one for what stands in the register. A pure function of what was known at the moment asked.
 */
export async function computeIndex(
  ground: FigureGround,
  question: IndexQuestion,
): Promise<Result<IndexAnswer, IndexRefusal | CountRefusal>> {
  const frame = shippedFrames().find(({ id }) => id === question.frameId);
  if (!frame) return refused('index-unknown', { frame: question.frameId.slice(0, 60) }, 'frame');
  if (frame.how !== 'computed') return refused('index-not-computed', {}, 'frame');
  const { from, to, asOf } = question;
  const counted = await countAllUnits(ground, frame, question);
  if (!counted.ok) return counted;
  const simulated = frame.simulatedBefore !== undefined && from.toString() < frame.simulatedBefore;
  const byUnit = new Map([...counted.value].map(([{ id }, { countOf }]) => [id, countOf]));
  const countOf = (unitId: string) => byUnit.get(unitId) ?? (() => null);
  return accepted({ frame, from, to, asOf, simulated, scores: scoreUnits(frame, counted.value), countOf });
}

/** The units counted with their scores and places, by groups, best first. */
export function scoreUnits(frame: IndexFrame, counted: CountedAgencies): readonly RankedScore[] {
  const scores = [...counted].flatMap(([unit, { countOf, given }]) => {
    const groupId = groupOf(frame, unit);
    return groupId ? [scoreFrame(frame, { id: unit.id, groupId }, countOf, given)] : [];
  });
  return rankUnits(frame, scores);
}
