import { isWithin } from '#case-engine/rules/authority.ts';
import { divided, type FigureValue } from '#modules/figures/rules/figure-value.ts';
import type { RankedScore } from './score-frame.ts';

/** The unit's own score where it is scored and ranked; of one that is not scored itself the mean of those ranked below it. */
export function scoreWithin(
  scores: readonly Pick<RankedScore, 'unitId' | 'total' | 'rank'>[],
  unitId: string,
  decimals: number,
  pathOf: (unitId: string) => string | undefined,
): FigureValue | null {
  const own = scores.find((score) => score.unitId === unitId);
  if (own) return own.rank === null ? null : own.total;
  const path = pathOf(unitId) ?? '';
  const below = scores.filter(({ rank, unitId: id }) => rank !== null && isWithin(pathOf(id) ?? '', path));
  const sum = below.reduce((total, score) => total + (score.total?.steps ?? 0), 0);
  return divided(sum, below.length * 10 ** decimals, 1, decimals);
}
