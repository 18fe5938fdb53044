import {
  asNumber,
  divided,
  type FedValue,
  type FigureFeed,
  type FigureGround,
  type FigureValue,
} from '#modules/figures/index.ts';
import { scoreUnits } from './compute-index.ts';
import { type CountedAgencies, countedOfFrame, countForFrames, figuresOfCases } from './count-all-units.ts';
import { shippedFrames } from './read-frames.ts';
import { findRoundOfDays } from './round-store.ts';
import { type IndexFrame, type SubCriterion, subCriteriaOf } from './rules/index-frame.ts';
import { type CountOf, scoreFormula } from './rules/score-formula.ts';
import { scoreWithin } from './rules/score-within.ts';

/** The frame of Circular 01/2018: what an indicator counts stands there and nowhere else. */
export function serviceFrame(): IndexFrame {
  const frame = shippedFrames().find(({ id }) => id === 'tt01-2018');
  if (!frame) throw new Error('the frame of Circular 01/2018 is not there');
  return frame;
}

const isIndicator = (id: string) => id.startsWith('indicator.');

/** Frames that must be counted with to answer for some figures. */
function framesFor(figureIds: readonly string[]): readonly IndexFrame[] {
  const service = figureIds.some(isIndicator) ? serviceFrame() : undefined;
  return shippedFrames().filter(
    (frame) =>
      frame === service || (frame.how === 'computed' && frame.figure !== undefined && figureIds.includes(frame.figure)),
  );
}

/**
 * Indicators and scores as figures, so that a report binds them like any other number. `indicator.1` to `indicator.9` are the
 * formulas of Circular 01/2018 over what was counted for all agencies of a unit together; a frame names the figure its scores
 * feed: computed for the very days and moment asked, or read from the published round of these days.
 * @param ground whoever feeds what indices are scored from: everything but their own scores
 */
export const indexFeed = (ground: FigureGround): FigureFeed => ({
  standsOn: (figureIds) => figuresOfCases(framesFor(figureIds)),
  answer: async (question) => {
    const { figureIds, unitId } = question;
    const fed = new Map<string, FedValue>();
    const frames = framesFor(figureIds);
    const counts = frames.length > 0 ? await countForFrames(ground, frames, question, question) : undefined;
    if (counts && !counts.ok) throw new Error(counts.refusal.code);
    for (const frame of shippedFrames()) {
      const counted = counts && frames.includes(frame) ? await countedOfFrame(ground, frame, counts.value) : undefined;
      if (counted && frame.id === serviceFrame().id)
        for (const [id, value] of indicatorsOf(frame, counted, figureIds)) fed.set(id, asFed(value));
      if (frame.figure === undefined || !figureIds.includes(frame.figure)) continue;
      const scores = counted
        ? scoreUnits(frame, counted)
        : ((await findRoundOfDays(ground.db, frame.id, question))?.sheets ?? []);
      const score = scoreWithin(scores, unitId, frame.decimals, (id) => ground.city.tree.get(id)?.path);
      fed.set(frame.figure, asFed(score));
    }
    return fed;
  },
});

const asFed = (value: FigureValue | null): FedValue => ({ value: value && asNumber(value), outOf: null });

/** Of all agencies together. What a formula cannot know of one agency is taken from the register, of several it is unknown. */
function indicatorsOf(
  frame: IndexFrame,
  counted: CountedAgencies,
  figureIds: readonly string[],
): readonly (readonly [string, FigureValue | null])[] {
  const countOf: CountOf = (id) => {
    // procedures are those of a tier, whoever of the tier is asked
    const ofTiers = id === 'procedures.of_tier' || id === 'procedures.online_of_tier';
    const all = [...counted];
    const asked = ofTiers ? [...new Map(all.map(([unit, of]) => [unit.tier, [unit, of] as const])).values()] : all;
    const known = asked.flatMap(([, of]) => of.countOf(id) ?? []);
    return known.length === 0 ? null : known.reduce((sum, count) => sum + count, 0);
  };
  const [only] = counted.size === 1 ? [...counted.values()] : [];
  return subCriteriaOf(frame).flatMap((indicator) => {
    const figureId = `indicator.${indicator.id.split('.')[0]}`;
    return figureIds.includes(figureId)
      ? [[figureId, indicatorValue(indicator, countOf, only?.given(indicator.id) ?? null)] as const]
      : [];
  });
}

/** @param given what the register says, in hundredths */
function indicatorValue({ points, scoring, whenNone }: SubCriterion, countOf: CountOf, given: number | null) {
  const score =
    scoring.by === 'figures' ? scoreFormula(scoring.formula, points, countOf) : { state: 'not-known' as const };
  if (score.state === 'scored') return divided(score.numerator, score.denominator * 100, 1, 1);
  if (score.state === 'not-known') return given === null ? null : divided(given, 100, 1, 1);
  return whenNone === 'full' ? { steps: points * 10, decimals: 1 } : null;
}
