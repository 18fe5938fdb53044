import type { CaseState } from '#case-engine/rules/case-state.ts';
import { feedbackFacts } from './feedback-facts.ts';
import type { LadderRung } from './feedback-policy.ts';
import type { FeedbackAbout, OtherLaw } from './feedback-words.ts';

/** An answer as everyone reads it. */
export interface PublicAnswer {
  readonly text: string;
  readonly number: string;
  readonly on: string;
  readonly at: string;
  readonly unitId: string;
  readonly timeliness: 'early' | 'on-time' | 'late';
  /** Ids of photographs without metadata. */
  readonly photos: readonly string[];
}

/** What everyone may know of one item. Made of named fields only: what is not written here is not public. */
export interface PublicFeedback {
  readonly caseId: string;
  readonly code: string;
  readonly title: string;
  /** Empty until an officer has accepted it, and of conduct and dossiers for ever. */
  readonly text: string;
  readonly place: string;
  readonly communeId: string | null;
  readonly point: readonly [latitude: number, longitude: number] | null;
  readonly about: FeedbackAbout;
  readonly field: string;
  readonly state: string;
  readonly agencyId: string;
  readonly receivedAt: string;
  readonly dueAt: string | null;
  readonly firstDueAt: string | null;
  readonly lateAt: string | null;
  readonly open: boolean;
  readonly reporters: number;
  readonly photos: readonly string[];
  readonly ladder: LadderRung['to'] | null;
  readonly answers: readonly PublicAnswer[];
  readonly reopenedAt: string | null;
  readonly satisfied: boolean | null;
  readonly endedAt: string | null;
  readonly law: OtherLaw | null;
  readonly passedTo: string | null;
  readonly mergedInto: string | null;
}

/** The public side of a case. Photographs of the person's are shown only of what an officer has accepted. */
export function publicFeedback(state: CaseState, open: boolean, lateAt: string | null): PublicFeedback {
  const facts = feedbackFacts(state);
  const seen = facts.class === 'conduct' || facts.class === 'ours';
  const shows = seen && !facts.hidden;
  return {
    caseId: state.caseId,
    code: state.code ?? state.reference,
    title: facts.publicTitle,
    text: shows ? facts.publicText : '',
    place: facts.hidden ? '' : facts.publicPlace,
    communeId: facts.hidden ? null : facts.communeId,
    point: shows ? facts.point : null,
    about: facts.about,
    field: facts.field,
    state: state.state,
    agencyId: facts.agencyId,
    receivedAt: state.openedAt,
    dueAt: state.dueAt,
    firstDueAt: state.firstDueAt,
    lateAt: open ? lateAt : null,
    open,
    reporters: facts.reporters,
    photos: shows ? facts.photos : [],
    ladder: facts.ladder?.to ?? null,
    answers: (facts.answers ?? []).map(({ publicText, number, on, at, unitId, timeliness, photos }) => ({
      text: publicText,
      number,
      on,
      at,
      unitId,
      timeliness,
      photos: facts.hidden ? [] : photos,
    })),
    reopenedAt: facts.reopened?.at ?? null,
    satisfied: state.state === 'closed' ? (facts.word?.satisfied ?? null) : null,
    endedAt: state.endedAt,
    law: facts.ending?.law ?? null,
    passedTo: facts.ending?.body && !facts.ending.law ? facts.ending.body : null,
    mergedInto: facts.mergedInto?.code ?? null,
  };
}
