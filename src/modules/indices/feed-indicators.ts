import { asNumber, divided, type FedValue, type FeedQuestion, type FigureGround } from '#modules/figures/index.ts';
import { countAllUnits } from './count-all-units.ts';
import { shippedFrames } from './read-frames.ts';
import { type IndexFrame, subCriteriaOf } from './rules/index-frame.ts';
import { type CountOf, scoreFormula } from './rules/score-formula.ts';

/** The frame of Circular 01/2018: what an indicator counts stands there and nowhere else. */
export function serviceFrame(): IndexFrame {
  const frame = shippedFrames().find(({ id }) => id === 'tt01-2018');
  if (!frame) throw new Error('the frame of Circular 01/2018 is not there');
  return frame;
}

/**
 * The figures `indicator.1` to `indicator.9` of a unit with all below it: the formula of the frame over what was counted for
 * all its agencies together. What the formula cannot know of one agency is taken from the register, of several it is unknown.
 */
export async function feedIndicators(
  ground: FigureGround,
  { figureIds, unitId, from, to, asOf }: FeedQuestion,
): Promise<ReadonlyMap<string, FedValue>> {
  const wanted = figureIds.filter((id) => id.startsWith('indicator.'));
  if (wanted.length === 0) return new Map();
  const frame = serviceFrame();
  const counted = await countAllUnits(ground, frame, { from, to, asOf });
  if (!counted.ok) throw new Error(counted.refusal.code);
  const { path = '' } = ground.city.tree.get(unitId) ?? {};
  const agencies = [...counted.value].filter(([unit]) => unit.path === path || unit.path.startsWith(`${path}/`));
  const countOf: CountOf = (id) => {
    // procedures are those of a tier, whoever of the tier is asked
    const ofTiers = id === 'procedures.of_tier' || id === 'procedures.online_of_tier';
    const asked = ofTiers
      ? [...new Map(agencies.map(([unit, of]) => [unit.tier, [unit, of] as const])).values()]
      : agencies;
    const known = asked.flatMap(([, of]) => of.countOf(id) ?? []);
    return known.length === 0 ? null : known.reduce((sum, count) => sum + count, 0);
  };
  return new Map(
    subCriteriaOf(frame).flatMap(({ id, points, scoring, whenNone }) => {
      const figureId = `indicator.${id.split('.')[0]}`;
      if (!wanted.includes(figureId)) return [];
      const score =
        scoring.by === 'figures' ? scoreFormula(scoring.formula, points, countOf) : { state: 'not-known' as const };
      const [only] = agencies.length === 1 ? agencies : [];
      const given = only?.[1].given(id) ?? null;
      const value =
        score.state === 'scored'
          ? divided(score.numerator, score.denominator * 100, 1, 1)
          : score.state === 'not-known'
            ? given === null
              ? null
              : divided(given, 100, 1, 1)
            : whenNone === 'full'
              ? { steps: points * 10, decimals: 1 }
              : null;
      return [[figureId, { value: value && asNumber(value), outOf: null }]];
    }),
  );
}
