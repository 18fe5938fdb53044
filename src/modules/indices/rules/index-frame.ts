import type { Role } from '#case-engine/rules/authority.ts';
import type { Text } from '#kernel/text.ts';
import type { UnitKind } from '#modules/organisation/rules/unit.ts';

/** Bộ chỉ số: fields, criteria and sub-criteria with their points, in force from a day. It is data; the city edits it. */
export interface IndexFrame {
  readonly id: string;
  readonly name: Text;
  readonly purpose: Text;
  /** The decision it rests on. */
  readonly source: string;
  /** What of it is ours and not the text of the decision. */
  readonly unsure: readonly Text[];
  readonly validFrom: string;
  readonly validTo: string | null;
  /** The figure of the catalogue that its scores feed. */
  readonly figure?: string;
  /** Before this day the decision did not exist: what is computed is a simulation and is called so. */
  readonly simulatedBefore?: string;
  /** computed: from the journal alone, any month; appraised: in a round, with self-scores and evidence. */
  readonly how: 'computed' | 'appraised';
  readonly points: number;
  /** Places after the comma of every score. */
  readonly decimals: 1 | 2;
  /** A unit of which less than this part of the points is known, in per cent, is shown without a rank. */
  readonly rankedFrom: number;
  /** What communes did counts for their district too; left out, each agency is judged by what it did itself. */
  readonly countsBelow?: true;
  /** How a round goes: of a frame that is appraised. */
  readonly appraisal?: IndexAppraisal;
  /** Units are ranked only among those of one group. */
  readonly groups: readonly ComparableUnits[];
  /** From the highest down; the last begins at 0. */
  readonly bands: readonly IndexBand[];
  readonly fields: readonly IndexField[];
}

export interface ComparableUnits {
  readonly id: string;
  readonly name: Text;
  readonly kinds: readonly UnitKind[];
  /** Units of these kinds that are not judged. */
  readonly except?: readonly string[];
}

/** A post that answers for something of a round. */
export interface IndexPost {
  readonly unitId: string;
  readonly role: Role;
}

/** Days of a round by which something is to be done. */
export const roundDays = ['score', 'appraise', 'object', 'close'] as const;
export type RoundDay = (typeof roundDays)[number];

/** Who appraises in a round, who closes it, which days are proposed when it is opened, and when units are reminded. */
export interface IndexAppraisal {
  /** Opens the round, appraises, answers objections. */
  readonly by: IndexPost;
  readonly writer: IndexPost;
  /** Closes the round and answers for what is published. */
  readonly closer: IndexPost;
  /** Working days after the opening. */
  readonly dueWorkingDays: Readonly<Record<RoundDay, number>>;
  /** Working days an agency has for its objections, however late its appraisal was done. */
  readonly objectionWorkingDays: number;
  readonly reminders: readonly { readonly workingDays: number }[];
}

export interface IndexBand {
  readonly from: number;
  readonly name: Text;
}

/** Lĩnh vực. */
export interface IndexField {
  readonly id: string;
  readonly name: Text;
  readonly points: number;
  readonly criteria: readonly IndexCriterion[];
}

/** Tiêu chí: the sum of its sub-criteria. */
export interface IndexCriterion {
  readonly id: string;
  readonly name: Text;
  readonly points: number;
  readonly subCriteria: readonly SubCriterion[];
}

/** Tiêu chí thành phần: what is scored. */
export interface SubCriterion {
  readonly id: string;
  readonly name: Text;
  readonly points: number;
  readonly scoring: Scoring;
  /** Only these groups have it; the others' points are shared out over the rest. */
  readonly groups?: readonly string[];
  /** What did not arise counts in full or is taken out, as the frame says. */
  readonly whenNone: 'full' | 'left-out';
}

/** From what a sub-criterion is scored. What can be counted is never typed. */
export type Scoring =
  | { readonly by: 'figures'; readonly formula: ScoreFormula }
  /** Self-scored with evidence, then appraised. */
  | { readonly by: 'evidence'; readonly evidence: Text }
  /** Entered in the register of index scores: surveys, and what nobody can count yet. */
  | { readonly by: 'register' };

/** A formula over whole numbers that are counted: ids of figures, or of counts of this module. */
export type ScoreFormula =
  /** All points from `fullAt` per cent on, in proportion below it, nothing below `nothingBelow` per cent. */
  | {
      readonly kind: 'share';
      readonly part: readonly string[];
      readonly of: readonly string[];
      readonly fullAt: number;
      readonly nothingBelow?: number;
    }
  /** Points for each case of some figures, divided by the cases of others. */
  | { readonly kind: 'mean'; readonly each: Readonly<Record<string, number>>; readonly of: readonly string[] }
  /** The first step all of whose conditions hold. */
  | { readonly kind: 'steps'; readonly steps: readonly ScoreStep[]; readonly arisesWith: readonly string[] };

export interface ScoreStep {
  readonly points: number;
  readonly when: readonly StepCondition[];
}

export type StepCondition =
  | { readonly part: readonly string[]; readonly of: readonly string[]; readonly atLeast: number }
  | { readonly sum: readonly string[]; readonly atMost: number };

/** Every sub-criterion of a frame, in its order. */
export const subCriteriaOf = (frame: IndexFrame): readonly SubCriterion[] =>
  frame.fields.flatMap(({ criteria }) => criteria.flatMap(({ subCriteria }) => subCriteria));

/** The ids a formula counts with. */
export function countedIn(formula: ScoreFormula): readonly string[] {
  if (formula.kind === 'share') return [...formula.part, ...formula.of];
  if (formula.kind === 'mean') return [...Object.keys(formula.each), ...formula.of];
  const conditions = formula.steps.flatMap(({ when }) => when);
  return [...formula.arisesWith, ...conditions.flatMap((one) => ('sum' in one ? one.sum : [...one.part, ...one.of]))];
}

/** Every id a frame counts with, once. */
export const countedBy = (frame: IndexFrame): readonly string[] => [
  ...new Set(
    subCriteriaOf(frame).flatMap(({ scoring }) => (scoring.by === 'figures' ? countedIn(scoring.formula) : [])),
  ),
];
