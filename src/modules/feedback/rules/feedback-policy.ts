import type { Role } from '#case-engine/rules/authority.ts';
import type { FeedbackAbout } from './feedback-words.ts';

/** A limit for the answer: of what it is about, of a field, of an agency; the first that fits holds. */
export interface FeedbackLimit {
  readonly about?: FeedbackAbout;
  readonly field?: string;
  readonly agency?: string;
  readonly within: string;
  readonly complexWithin: string;
}

/** Who takes feedback in at an agency: the first that is there. */
export interface FocalPoint {
  readonly of?: string;
  readonly part?: string;
  readonly role: Role;
}

/** A rung of the ladder: so many working days after the due day (before it when negative), and who is told. */
export interface LadderRung {
  readonly workingDays: number;
  readonly to: 'handler' | 'head' | 'agency' | 'city';
}

/** What the city decided about feedback, from a day on. */
export interface FeedbackPolicy {
  /** Passing on to whom it belongs: NĐ 20/2008/NĐ-CP art. 9, five working days. */
  readonly forwardWithin: string;
  readonly limits: readonly FeedbackLimit[];
  /** The agency it is passed on to has the whole limit from then on. */
  readonly forwardRestarts: boolean;
  /** While the person is asked something, the limit does not run. */
  readonly askingStops: boolean;
  readonly replyWithin: string;
  readonly extension: string;
  readonly reopenWithin: string;
  /** An answer nobody objects to closes by itself. */
  readonly closesAfter: string;
  /** What may be reported without a name; the decree asks for one (art. 7), a broken lamp does not. */
  readonly anonymousAbout: readonly FeedbackAbout[];
  /** What the public never reads in the person's words. */
  readonly hiddenAbout: readonly FeedbackAbout[];
  readonly focalPoints: readonly FocalPoint[];
  readonly ladder: readonly LadderRung[];
  readonly duplicates: { readonly days: number; readonly likeness: number; readonly shown: number };
  readonly pattern: { readonly items: number; readonly days: number };
}

/** A field of feedback, as data. */
export interface FeedbackField {
  readonly code: string;
  readonly about: readonly FeedbackAbout[];
  /** `commune`, `district`, or the id of a unit. */
  readonly to: string;
  readonly part: string;
  readonly name: { readonly vi: string; readonly en: string };
  /** Words people use for it. */
  readonly words: string;
}

/** How long the answer may take, as the policy of the day of receipt says. */
export function limitFor(
  policy: Pick<FeedbackPolicy, 'limits'>,
  item: { readonly about: FeedbackAbout; readonly field: string; readonly agencyId: string; readonly complex: boolean },
): string {
  const fits = (limit: FeedbackLimit) =>
    (limit.about === undefined || limit.about === item.about) &&
    (limit.field === undefined || limit.field === item.field) &&
    (limit.agency === undefined || limit.agency === item.agencyId);
  const limit = policy.limits.find(fits);
  if (!limit) throw new RangeError('a policy of feedback ends with a limit for everything');
  return item.complex ? limit.complexWithin : limit.within;
}
