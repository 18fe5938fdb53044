import type { CaseState, Holder } from '#case-engine/rules/case-state.ts';
import type { Text } from '#kernel/text.ts';
import type { FeedbackPolicy, LadderRung } from './feedback-policy.ts';
import type { FeedbackAbout, FeedbackChannel, FeedbackClass, OtherLaw } from './feedback-words.ts';

/** Of the policy, what holds for a case from its first day to its last. */
export type KeptPolicy = Pick<
  FeedbackPolicy,
  'forwardWithin' | 'forwardRestarts' | 'askingStops' | 'replyWithin' | 'extension' | 'reopenWithin' | 'closesAfter'
>;

/** An answer as it was drafted; `photos` are ids of files. */
export interface AnswerDraft {
  readonly text: string;
  /** Without names and numbers of persons. */
  readonly publicText: string;
  readonly number: string;
  readonly on: string;
  readonly photos: readonly string[];
  readonly by: string;
  readonly byAccount: string | null;
}

/** An answer that was given. */
export interface GivenAnswer extends Omit<AnswerDraft, 'byAccount'> {
  readonly approvedBy: string;
  readonly at: string;
  readonly unitId: string;
  readonly timeliness: 'early' | 'on-time' | 'late';
}

/** What the state of a case of feedback holds beside what every case has. Nobody who reported is in it. */
export interface FeedbackFacts {
  /** For lists. */
  readonly subject: Text;
  readonly channel: FeedbackChannel;
  readonly about: FeedbackAbout;
  readonly field: string;
  readonly text: string;
  readonly place: string;
  readonly communeId: string | null;
  readonly point: readonly [latitude: number, longitude: number] | null;
  readonly aboutUnitId: string | null;
  readonly procedureCode: string | null;
  readonly dossierCode: string | null;
  readonly anonymous: boolean;
  /** How many reported it. */
  readonly reporters: number;
  readonly photos: readonly string[];
  readonly suspectedLaw: OtherLaw | null;
  readonly publicTitle: string;
  readonly publicText: string;
  readonly publicPlace: string;
  readonly hidden: boolean;
  readonly policy: KeptPolicy;
  /** The agency that answers for it now. */
  readonly agencyId: string;
  readonly class?: FeedbackClass;
  readonly forwards?: readonly {
    readonly fromUnitId: string;
    readonly toUnitId: string;
    readonly at: string;
    readonly late: boolean;
    readonly reason: string;
  }[];
  readonly doer?: Holder | null;
  readonly question?: { readonly text: string; readonly at: string; readonly replyBy: string } | null;
  readonly replies?: readonly { readonly question: string; readonly text: string; readonly at: string }[];
  readonly draft?: AnswerDraft | null;
  readonly answers?: readonly GivenAnswer[];
  readonly word?: { readonly satisfied: boolean; readonly reason: string; readonly at: string } | null;
  readonly reopened?: { readonly reason: string; readonly at: string };
  /** Nobody said anything of the answer: it closes then. */
  readonly closesAt?: string | null;
  readonly ending?: {
    readonly law?: OtherLaw;
    readonly body?: string;
    readonly reason: string;
    readonly clause?: string;
    readonly document?: string;
  };
  readonly mergedInto?: { readonly caseId: string; readonly code: string };
  readonly ladder?: { readonly workingDays: number; readonly to: LadderRung['to']; readonly dueAt: string } | null;
}

export const feedbackFacts = (state: CaseState): FeedbackFacts => state.facts as unknown as FeedbackFacts;
