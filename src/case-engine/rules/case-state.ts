import type { Json } from '#kernel/json.ts';
import type { Text } from '#kernel/text.ts';
import type { Role } from './authority.ts';

/** A moment in the journal: ISO 8601 in UTC, as `Temporal.Instant` writes it. */
export type MomentText = string;

/** Days from `from` to `to`, both included, ISO dates; `to` is null while it lasts. */
export interface RecordedDays {
  readonly from: string;
  readonly to: string | null;
  readonly reason: Text;
  readonly source: string;
  /** The branch that is waited for; when it closes, the days end. */
  readonly branchId?: string;
}

/** The running clock as the journal keeps it: local time of receipt, the limit as the law writes it, what is not counted. */
export interface ClockRecord {
  /** `2021-02-08T09:30`, Asia/Ho_Chi_Minh. */
  readonly receivedAt: string;
  readonly limit: string;
  readonly pauses: readonly RecordedDays[];
  readonly exclusions: readonly RecordedDays[];
  /** Set by the one re-appointment. */
  readonly reappointedTo: MomentText | null;
  /** The unit whose working hours count. */
  readonly hoursOf: string;
}

/** A step of the route, its unit found when the dossier was received: a later change of units does not move it. */
export interface ResolvedStep {
  readonly id: string;
  readonly name?: Text;
  readonly work: string;
  readonly role: Role;
  readonly unitId: string;
  /** Working hours planned for it. */
  readonly hours: number;
  /** What other agencies do while the case stands at this step. */
  readonly legs?: ResolvedLegs;
}

/**
 * The parts of other agencies in one step. In parallel all are sent at once (electronic), in sequence one after the answer
 * of another (paper): NĐ 61/2018/NĐ-CP art. 19.6. The join says when their answers make one.
 */
export interface ResolvedLegs {
  readonly mode: 'parallel' | 'sequence';
  readonly join: JoinRule;
  readonly legs: readonly ResolvedLeg[];
}

/**
 * all: every answer is awaited, one negative makes the whole negative; lead-decides: the lead's answer is the answer, what is
 * still open then is called off; first-refusal: the first negative answer is the answer, else all are awaited.
 */
export type JoinRule = 'all' | 'lead-decides' | 'first-refusal';

/** Another agency's part: a case with its own route and clock, or, outside the city's systems, a record that is followed. */
export interface ResolvedLeg {
  readonly id: string;
  readonly kind: string;
  readonly name: Text;
  /** What is asked of the agency. */
  readonly question: Text;
  /** The agency that answers; of an external leg, the unit that follows it up. */
  readonly unitId: string;
  readonly role: Role;
  readonly lead: boolean;
  readonly limit: string;
  /** Its days are not counted in the limit of the case that waits for it, by the procedure's policy. */
  readonly excluded: boolean;
  readonly route: readonly ResolvedStep[];
}

/** A case that another opened: a leg, a question put to another body, something outside. */
export interface Branch {
  readonly caseId: string;
  readonly kind: string;
  readonly name: Text;
  readonly unitId: string;
  /** The step whose legs are joined; a consultation belongs to none. */
  readonly group: string | null;
  readonly lead: boolean;
  readonly openedAt: MomentText;
  readonly closedAt: MomentText | null;
  readonly outcome: BranchOutcome | null;
}

export type BranchOutcome = 'positive' | 'negative' | 'called-off';

/** Where a branch hangs: whoever coordinates it sits at `unitId`. */
export interface CaseParent {
  readonly caseId: string;
  /** The first of the family, which the citizen knows. */
  readonly rootId: string;
  readonly branchId: string;
  readonly unitId: string;
}

export interface Holder {
  readonly unitId: string;
  readonly role: Role;
  /** The person in charge, once someone has taken it or was assigned. */
  readonly accountId: string | null;
  readonly name: string | null;
}

/** A hand-over that has the giver's signature and waits for the receiver's. */
export interface PendingHandOver {
  readonly fromUnitId: string;
  readonly toUnitId: string;
  readonly toStep: number;
  readonly givenBy: string;
  readonly givenAt: MomentText;
  readonly note: string;
}

/**
 * For which unit figures count a case, and as what of its kind. Said in the first entry; later only when the unit is another.
 */
export interface CountedAs {
  readonly unitId: string;
  readonly as: string;
}

/**
 * Everything that is true of a case now: the effects of its journal put together in order, and nothing else.
 * It is plain JSON, so it can be kept in a column and compared with a new fold at any time.
 */
export interface CaseState {
  readonly caseId: string;
  readonly kind: string;
  readonly entries: number;
  readonly lastHash: string;
  readonly state: string;
  /** The type of the case (a procedure) and the version in force when it was received. */
  readonly typeCode: string;
  readonly typeVersion: number;
  readonly reference: string;
  readonly code: string | null;
  readonly title: string;
  readonly receivingUnitId: string;
  readonly ownerAccountId: string | null;
  readonly holder: Holder | null;
  readonly route: readonly ResolvedStep[];
  readonly step: number;
  readonly stepDueAt: MomentText | null;
  readonly handOver: PendingHandOver | null;
  readonly clock: ClockRecord | null;
  readonly dueAt: MomentText | null;
  readonly firstDueAt: MomentText | null;
  readonly openedAt: MomentText;
  readonly acceptedAt: MomentText | null;
  readonly endedAt: MomentText | null;
  readonly timeliness: 'early' | 'on-time' | 'late' | null;
  /** How often each move was made. */
  readonly made: { readonly [move: string]: number };
  /** The cases this one opened, by their place in it. */
  readonly branches?: { readonly [branchId: string]: Branch };
  readonly parent?: CaseParent;
  /** How figures count it, where its kind says more than that it was received. */
  readonly counted?: CountedAs;
  /** When the work was handed in, while it stands: lateness is told by it. Null once it was sent back. */
  readonly deliveredAt?: MomentText | null;
  /** What only this kind of case knows. */
  readonly facts: { readonly [name: string]: Json | undefined };
}

/** What one entry changes. `facts` and `branches` are laid over those there are; everything else replaces. */
export type CaseEffect = Partial<
  Omit<CaseState, 'caseId' | 'kind' | 'entries' | 'lastHash' | 'made' | 'openedAt' | 'reference'>
>;

/** The effect of the first entry of a journal: it must say what the case is. */
export type OpeningEffect = CaseEffect &
  Pick<CaseState, 'state' | 'typeCode' | 'typeVersion' | 'title' | 'receivingUnitId'> & { readonly reference: string };
