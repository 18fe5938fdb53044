import type { DossierScore, Points, RatingAnswers } from './dossier-score.ts';

export const indicators = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;
export type Indicator = (typeof indicators)[number];

/** An indicator of an agency or official: tenths of a point, and how many dossiers or answers stand behind it. */
export interface IndicatorScore {
  readonly indicator: Indicator;
  /** 17 is 1,7; null where nothing is known. */
  readonly tenths: number | null;
  readonly count: number;
}

export type ServiceClass = 'excellent' | 'good' | 'fair' | 'average' | 'weak';

/** A sum that may be compared with the law's steps only when no indicator is missing. */
export interface ServiceScore {
  readonly indicators: readonly IndicatorScore[];
  /** Of the indicators that are known. */
  readonly sumTenths: number;
  readonly isComplete: boolean;
}

/** Points over dossiers to one decimal, half up, in whole numbers. */
export function meanTenths(points: readonly Points[]): number | null {
  if (points.length === 0) return null;
  const sum = points.reduce<number>((total, each) => total + each, 0);
  return Math.floor((sum * 20 + points.length) / (2 * points.length));
}

/** So few answers would tell who gave them; they are left out of every figure. */
export const fewestAnswers = 3;

/** An agency from 15 points of 18 is excellent, from 12 good, from 9 fair, from 6 average. @see TT 01/2018/TT-VPCP art. 15 */
export function serviceClass(sumTenths: number): ServiceClass {
  if (sumTenths >= 150) return 'excellent';
  if (sumTenths >= 120) return 'good';
  if (sumTenths >= 90) return 'fair';
  return sumTenths >= 60 ? 'average' : 'weak';
}

export type DutyShare = 'full' | 'most' | 'less';

/** An official (indicators 1, 2, 3, 4, 7; at most 10): from 5 the whole duty, from 3.5 70 % to less than 100 %, below less. */
export function dutyShare(sumTenths: number): DutyShare {
  if (sumTenths >= 50) return 'full';
  return sumTenths >= 35 ? 'most' : 'less';
}

function scoreOf(found: readonly IndicatorScore[]): ServiceScore {
  return {
    indicators: found,
    sumTenths: found.reduce((sum, { tenths }) => sum + (tenths ?? 0), 0),
    isComplete: found.every(({ tenths }) => tenths !== null),
  };
}

function meanOf(indicator: Indicator, points: readonly (Points | null)[]): IndicatorScore {
  const known = points.filter((each) => each !== null);
  return { indicator, tenths: meanTenths(known), count: known.length };
}

/** The official who accepted these dossiers. */
export function officialScore(scores: readonly DossierScore[]): ServiceScore {
  return scoreOf(
    ([1, 2, 3, 4, 7] as const).map((indicator) =>
      meanOf(
        indicator,
        scores.map((score) => score[indicator]),
      ),
    ),
  );
}

/** What an agency has beside its dossiers. */
export interface AgencyFacts {
  readonly organisation: readonly RatingAnswers['organisation'][];
  /** Null where nobody reported. */
  readonly feedback: { readonly received: number; readonly inTime: number } | null;
  readonly procedures: { readonly all: number; readonly online: number };
  readonly dossiers: { readonly all: number; readonly online: number; readonly onlineLate: number };
}

const organisationPoints: Readonly<Record<RatingAnswers['organisation'], Points>> = { good: 2, fair: 1, bad: 0 };

/** The agency: nine indicators, at most 18. */
export function agencyScore(scores: readonly DossierScore[], facts: AgencyFacts): ServiceScore {
  const whole = (indicator: Indicator, points: Points | null, count: number): IndicatorScore => ({
    indicator,
    tenths: points === null ? null : points * 10,
    count,
  });
  return scoreOf(
    indicators.map((indicator) => {
      if (indicator === 5)
        return meanOf(
          5,
          facts.organisation.map((answer) => organisationPoints[answer]),
        );
      if (indicator === 8) return whole(8, feedbackPoints(facts.feedback), facts.feedback?.received ?? 0);
      if (indicator === 9) return whole(9, onlinePoints(facts), facts.dossiers.all);
      return meanOf(
        indicator,
        scores.map((score) => score[indicator]),
      );
    }),
  );
}

/** 8: no feedback, or all of it answered in time 2; from 90 % 1. */
function feedbackPoints(feedback: AgencyFacts['feedback']): Points | null {
  if (!feedback) return null;
  if (feedback.received === feedback.inTime) return 2;
  return feedback.inTime * 10 >= feedback.received * 9 ? 1 : 0;
}

/** 9: from 20 % of the procedures at level 3-4, from 30 % of the dossiers online and none of them late 2; from 15 % of the procedures 1. */
function onlinePoints({ procedures, dossiers }: AgencyFacts): Points | null {
  if (procedures.all === 0 || dossiers.all === 0) return null;
  const share = procedures.online * 100;
  if (share < procedures.all * 15) return 0;
  const enough = share >= procedures.all * 20 && dossiers.online * 100 >= dossiers.all * 30;
  return enough && dossiers.onlineLate === 0 ? 2 : 1;
}
