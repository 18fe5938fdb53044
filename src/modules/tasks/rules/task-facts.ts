import type { CaseState, Holder } from '#case-engine/rules/case-state.ts';

/** Who gave a task. `lead-unit` gives the part tasks of a task of its own. */
export const taskGivers = [
  'government',
  'prime-minister',
  'party-committee',
  'council',
  'peoples-committee',
  'chair',
  'lead-unit',
] as const;
export type TaskGiver = (typeof taskGivers)[number];

/** Above the city: only they move their own deadlines, by a document the city records. */
export const giversOutside: readonly TaskGiver[] = ['government', 'prime-minister', 'party-committee', 'council'];

/** The document a task was born from. */
export interface TaskSource {
  readonly id: string;
  readonly number: string;
  /** ISO day. */
  readonly issuedOn: string;
  readonly issuer: string;
  readonly title: string;
  readonly signatory: string;
}

/** The product as the doer handed it in. */
export interface HandedIn {
  readonly at: string;
  readonly number: string;
  readonly on: string;
  readonly summary: string;
  readonly by: string;
  /** Ids of the files of the product. */
  readonly files?: readonly string[];
}

/** An extension that was asked for. */
export interface Extension {
  readonly state: 'asked' | 'granted' | 'refused';
  readonly newDueAt: string;
  readonly reason: string;
  readonly askedAt: string;
  readonly askedBy: string;
  /** The decision, once there is one. */
  readonly decision?: string;
  readonly decidedAt?: string;
  readonly decidedBy?: string;
}

/** A deadline that was moved: what it was, by which decision it ended. */
export interface PastDeadline {
  readonly dueAt: string;
  readonly decision: string;
  readonly movedAt: string;
}

/** What a measure is to reach, where it can be counted: a figure of the leading unit, and how much of it at least. */
export interface TaskGoal {
  readonly figureId: string;
  readonly atLeast: number;
}

/** What only a task knows. */
export interface TaskFacts {
  readonly giver: TaskGiver;
  readonly source: TaskSource;
  /** Where in the document: `mục 2, điểm a`. */
  readonly paragraph: string;
  /** The words of the document. */
  readonly quote: string;
  readonly product: string;
  readonly answerable: string;
  readonly leadUnitId: string;
  readonly follower: Holder;
  readonly goal?: TaskGoal;
  readonly secret: boolean;
  /** What a secret task is called by those who may read it. */
  readonly secretTitle?: string;
  readonly handedIn?: HandedIn | null;
  readonly extension?: Extension | null;
  readonly deadlines?: readonly PastDeadline[];
  /** Whoever held it or handed the product in: none of them says that it is done. */
  readonly doers?: readonly string[];
  readonly doer?: Holder | null;
  /** The recurring duty and the period it was made for: `2021-11`, `2021-Q4`. */
  readonly period?: string;
  /** The late cases a task was raised for. */
  readonly causes?: readonly { readonly caseId: string; readonly code: string; readonly kind: string }[];
  readonly progress?: { readonly summary: string; readonly percent: number; readonly at: string; readonly by: string };
}

/** The facts of a task, typed. */
export const taskFacts = (state: Pick<CaseState, 'facts'>): TaskFacts => state.facts as unknown as TaskFacts;
