import type { Timeliness } from '#case-engine/rules/timeliness.ts';

/** What the journal of a finished dossier knows of the nine indicators. */
export interface ScoredJournal {
  readonly timeliness: Timeliness;
  /** How the parts of other agencies ended; none: the agency did it alone. */
  readonly parts: readonly Timeliness[];
  /** How often the person was asked to complete the dossier. */
  readonly supplements: number;
  /** Brought to the desk. */
  readonly cameToDesk: boolean;
}

/** What a citizen answers: only what no journal knows. */
export interface RatingAnswers {
  readonly attitude: 'good' | 'fair' | 'complaint';
  readonly elsewhere: boolean;
  readonly organisation: 'good' | 'fair' | 'bad';
  readonly publication: 'right' | 'missing' | 'wrong' | 'not-seen';
}

export type Points = 0 | 1 | 2;

/** The indicators of one dossier, by their number in TT 01/2018/TT-VPCP art. 13, as far as an official is scored by them. */
export interface DossierScore {
  readonly 1: Points;
  /** Of the agency, and of each agency that took part. */
  readonly 2: readonly Points[];
  readonly 3: Points;
  readonly 4: Points;
  readonly 7: Points;
}

const timePoints: Readonly<Record<Timeliness, Points>> = { early: 2, 'on-time': 1, late: 0 };

/**
 * Points of a finished dossier. 1, 2 and 3 come from the journal alone; 4 and 7 from the journal, unless the person said
 * that they had to go elsewhere or had something to complain of.
 * A dossier that was late has no point for attitude: the circular gives points for early and on time only.
 * @see TT 01/2018/TT-VPCP art. 13-14
 */
export function dossierScore(journal: ScoredJournal, answers: RatingAnswers | undefined): DossierScore {
  const own = timePoints[journal.timeliness];
  return {
    1: own,
    2: [own, ...journal.parts.map((part) => timePoints[part])],
    3: journal.supplements === 0 ? 2 : journal.supplements === 1 ? 1 : 0,
    4: answers?.elsewhere ? 0 : journal.cameToDesk ? 1 : 2,
    7: answers?.attitude === 'complaint' ? 0 : own,
  };
}
