import { sha256 } from '#kernel/hash.ts';
import { canonicalJson, type Json } from '#kernel/json.ts';
import type { Text } from '#kernel/text.ts';
import type { IndexFrame } from './index-frame.ts';
import type { ObjectionOutcome, RoundPeriod, SheetFacts } from './round-facts.ts';
import { type RankedScore, rankUnits, type SubScore } from './score-frame.ts';
import { type SurveyPoints, scoreSheet } from './sheet-score.ts';

/** How the points of one criterion came about. Nobody is named: the agency answers for its points, the appraisers for theirs. */
export interface FrozenCriterion extends SubScore {
  readonly self?: { readonly points: number | null; readonly reason: string; readonly evidence: readonly string[] };
  readonly appraised?: { readonly points: number | null; readonly reason: string };
  readonly objection?: {
    readonly reason: string;
    readonly outcome: ObjectionOutcome | null;
    readonly answer: string;
  };
}

export interface FrozenSheet extends Omit<RankedScore, 'subScores'> {
  readonly subScores: readonly FrozenCriterion[];
  /** What was counted, by id. */
  readonly counts: Readonly<Record<string, number>>;
}

/** What is published of a round, to the letter: the frame it was scored by, every agency, every point and why. */
export interface FrozenRound {
  readonly code: string;
  readonly title: Text;
  readonly period: RoundPeriod;
  readonly frame: IndexFrame;
  readonly sheets: readonly FrozenSheet[];
}

export const frozenHash = (content: FrozenRound): string => sha256(canonicalJson(content as unknown as Json));

/** The scores of all sheets with their places, each criterion with how it came about. */
export function freezeRound(
  head: Omit<FrozenRound, 'sheets'>,
  sheets: readonly SheetFacts[],
  surveyed: (unitId: string) => SurveyPoints,
): FrozenRound {
  const { frame } = head;
  const byUnit = new Map(sheets.map((facts) => [facts.unitId, facts]));
  const ranked = rankUnits(
    frame,
    sheets.map((facts) => scoreSheet(frame, facts, surveyed(facts.unitId))),
  );
  return {
    ...head,
    sheets: ranked.flatMap((score) => {
      const facts = byUnit.get(score.unitId);
      return facts ? [frozenSheet(score, facts)] : [];
    }),
  };
}

function frozenSheet(score: RankedScore, facts: SheetFacts): FrozenSheet {
  return { ...score, counts: facts.counts, subScores: score.subScores.map((one) => howItCame(one, facts)) };
}

/** One criterion with everything that was said about it. */
export function howItCame(score: SubScore, facts: SheetFacts): FrozenCriterion {
  const isThis = ({ criterionId }: { readonly criterionId: string }) => criterionId === score.id;
  const self = facts.selfScores?.find(isThis);
  const appraised = facts.appraised?.find(isThis);
  const objection = facts.objections?.find(isThis);
  return {
    ...score,
    ...(self
      ? {
          self: {
            points: self.points,
            reason: self.reason,
            evidence: [
              self.evidence.document,
              self.evidence.entry,
              ...self.evidence.files.map(({ fileName }) => fileName),
            ].filter(Boolean),
          },
        }
      : {}),
    ...(appraised ? { appraised: { points: appraised.points, reason: appraised.reason } } : {}),
    ...(objection
      ? {
          objection: {
            reason: objection.reason,
            outcome: objection.outcome ?? null,
            answer: objection.answer ?? '',
          },
        }
      : {}),
  };
}

/** Points of a survey that are more than there are: somebody entered them wrong. */
export function surveyTooHigh(
  frame: IndexFrame,
  unitIds: readonly string[],
  surveyed: (unitId: string) => SurveyPoints,
): { readonly unitId: string; readonly criterionId: string; readonly points: number; readonly most: number } | null {
  for (const unitId of unitIds)
    for (const { id, points: most, scoring } of frame.fields.flatMap(({ criteria }) =>
      criteria.flatMap(({ subCriteria }) => subCriteria),
    )) {
      const points = scoring.by === 'register' ? surveyed(unitId)(id) : null;
      if (points !== null && points > Math.round(most * 100))
        return { unitId, criterionId: id, points: points / 100, most };
    }
  return null;
}
