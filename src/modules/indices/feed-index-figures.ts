import { asNumber, type FigureFeed, type FigureGround } from '#modules/figures/index.ts';
import { computeIndex } from './compute-index.ts';
import { shippedFrames } from './read-frames.ts';
import { findRoundOfDays } from './round-store.ts';
import type { IndexFrame } from './rules/index-frame.ts';
import type { RankedScore } from './rules/score-frame.ts';
import { scoreWithin } from './rules/score-within.ts';

type Question = Parameters<FigureFeed>[0];
type Scored = Pick<RankedScore, 'unitId' | 'total' | 'rank'>;

/**
 * Scores as figures, so that a report binds them like any other number: each frame names the figure it feeds. A frame that is
 * computed is computed for the very days and moment asked; of one that is appraised the published round of these days is read.
 */
export async function feedIndexFigures(ground: FigureGround, question: Question): ReturnType<FigureFeed> {
  const fed = new Map<string, { readonly value: number | null; readonly outOf: null }>();
  const { figureIds, unitId } = question;
  for (const frame of shippedFrames()) {
    if (frame.figure === undefined || !figureIds.includes(frame.figure)) continue;
    const scores = await scoresOf(ground, frame, question);
    const score = scoreWithin(scores, unitId, frame.decimals, (id) => ground.city.tree.get(id)?.path);
    fed.set(frame.figure, { value: score && asNumber(score), outOf: null });
  }
  return fed;
}

async function scoresOf(ground: FigureGround, frame: IndexFrame, question: Question): Promise<readonly Scored[]> {
  if (frame.how === 'appraised') return (await findRoundOfDays(ground.db, frame.id, question))?.sheets ?? [];
  const { from, to, asOf } = question;
  const computed = await computeIndex(ground, { frameId: frame.id, from, to, asOf });
  return computed.ok ? computed.value.scores : [];
}
