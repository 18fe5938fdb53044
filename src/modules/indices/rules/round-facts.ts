import type { CaseState } from '#case-engine/rules/case-state.ts';
import type { Text } from '#kernel/text.ts';
import type { IndexPost, RoundDay } from './index-frame.ts';

/** The days of a round as the journal keeps them: explicit, never a calendar's. */
export interface RoundPeriod {
  readonly from: string;
  readonly to: string;
  /** What was known then is what is counted. */
  readonly asOf: string;
}

/** What only a round knows. */
export interface RoundFacts {
  readonly subject: Text;
  readonly frame: string;
  readonly period: RoundPeriod;
  /** Moments by which something is to be done. */
  readonly days: Readonly<Record<RoundDay, string>>;
  readonly appraiser: IndexPost;
  readonly writer: IndexPost;
  readonly closer: IndexPost;
  readonly closed?: { readonly sha256: string; readonly by: string; readonly on: string };
}

/** What proves a self-score: at least one of them. */
export interface ScoreEvidence {
  /** Number and day of a document. */
  readonly document: string;
  /** Address or code of an entry in a register. */
  readonly entry: string;
  readonly files: readonly { readonly id: string; readonly fileName: string; readonly sha256: string }[];
}

/** Points an agency gives itself, with why and what proves it. Null: it says that this did not arise. */
export interface SelfScore {
  readonly criterionId: string;
  readonly points: number | null;
  readonly reason: string;
  readonly evidence: ScoreEvidence;
  readonly by: string;
}

/** Points after the appraisal; a reason wherever they differ. */
export interface AppraisedScore {
  readonly criterionId: string;
  readonly points: number | null;
  readonly reason: string;
  readonly by: string;
}

export const objectionOutcomes = ['kept', 'changed', 'counted-again'] as const;
export type ObjectionOutcome = (typeof objectionOutcomes)[number];

/** An objection to one criterion, made once and answered once. */
export interface ScoreObjection {
  readonly criterionId: string;
  readonly reason: string;
  readonly by: string;
  readonly at: string;
  readonly outcome?: ObjectionOutcome;
  /** Where the outcome is `changed`. */
  readonly points?: number;
  readonly answer?: string;
  readonly answeredBy?: string;
}

/** What only the sheet of an agency knows. */
export interface SheetFacts {
  readonly subject: Text;
  readonly roundId: string;
  readonly rootCode: string;
  readonly frame: string;
  readonly unitId: string;
  readonly groupId: string;
  readonly period: RoundPeriod;
  readonly days: Readonly<Record<RoundDay, string>>;
  readonly objectionWorkingDays: number;
  readonly appraiser: IndexPost;
  readonly writer: IndexPost;
  /** Whole numbers that were counted, by id; what nobody knows is not there. Nobody types them. */
  readonly counts: Readonly<Record<string, number>>;
  readonly countedAgainAt?: string;
  readonly selfScores?: readonly SelfScore[];
  readonly appraised?: readonly AppraisedScore[];
  readonly objections?: readonly ScoreObjection[];
  readonly sentAt?: string;
  /** Times it was given back, each with why. */
  readonly returned?: readonly { readonly reason: string; readonly by: string; readonly at: string }[];
}

export const roundFacts = ({ facts }: CaseState): RoundFacts => facts as unknown as RoundFacts;
export const sheetFacts = ({ facts }: CaseState): SheetFacts => facts as unknown as SheetFacts;
