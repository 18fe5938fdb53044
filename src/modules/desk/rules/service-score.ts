import type { DossierScore, Points } from './dossier-score.ts';

/** The indicators an official is scored by. */
const officialIndicators = [1, 2, 3, 4, 7] as const;

/** What the dossiers someone accepted say: tenths of a point, at most 100. */
export interface ServiceScore {
  readonly indicators: readonly {
    readonly indicator: (typeof officialIndicators)[number];
    /** 17 is 1,7; null where nothing is known. */
    readonly tenths: number | null;
  }[];
  readonly sumTenths: number;
}

/** Points over dossiers to one decimal, half up, in whole numbers. */
export function meanTenths(points: readonly Points[]): number | null {
  if (points.length === 0) return null;
  const sum = points.reduce<number>((total, each) => total + each, 0);
  return Math.floor((sum * 20 + points.length) / (2 * points.length));
}

/** So few answers would tell who gave them; they are left out of every figure. */
export const fewestAnswers = 3;

export type DutyShare = 'full' | 'most' | 'less';

/** An official (indicators 1, 2, 3, 4, 7; at most 10): from 5 the whole duty, from 3.5 70 % to less than 100 %, below less. */
export function dutyShare(sumTenths: number): DutyShare {
  if (sumTenths >= 50) return 'full';
  return sumTenths >= 35 ? 'most' : 'less';
}

/**
 * The official who accepted these dossiers. What each indicator counts is what the frame of the circular counts of an agency;
 * of indicator 2 every part of a dossier counts by its own limit.
 * @see TT 01/2018/TT-VPCP art. 15
 */
export function officialScore(scores: readonly DossierScore[]): ServiceScore {
  const indicators = officialIndicators.map((indicator) => ({
    indicator,
    tenths: meanTenths(scores.flatMap((score) => score[indicator])),
  }));
  return { indicators, sumTenths: indicators.reduce((sum, { tenths }) => sum + (tenths ?? 0), 0) };
}
