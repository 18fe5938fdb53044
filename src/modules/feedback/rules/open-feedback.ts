import { type ClockGround, dueOf, startClock } from '#case-engine/rules/case-clock.ts';
import type { OpeningEffect } from '#case-engine/rules/case-state.ts';
import { referenceOf } from '#case-engine/rules/reference.ts';
import { accepted, type Result } from '#kernel/result.ts';
import { localDay } from '#kernel/zone.ts';
import { type FeedbackField, type FeedbackPolicy, limitFor } from './feedback-policy.ts';
import { aboutWords, type FeedbackAbout, type FeedbackChannel } from './feedback-words.ts';
import { heldAt } from './move-standing.ts';
import { recogniseLaw } from './recognise-law.ts';
import { redact } from './redact.ts';
import type { FeedbackPost } from './route-feedback.ts';

/** What is reported, checked; who reports it is another matter. */
export interface CheckedFeedback {
  readonly channel: FeedbackChannel;
  readonly about: FeedbackAbout;
  readonly field: FeedbackField;
  readonly title: string;
  readonly text: string;
  readonly place: string;
  readonly communeId: string | null;
  readonly point: readonly [latitude: number, longitude: number] | null;
  readonly aboutUnitId: string | null;
  readonly procedureCode: string | null;
  readonly dossierCode: string | null;
  readonly anonymous: boolean;
  readonly photos: readonly string[];
  /** Taken out of what the public reads. */
  readonly names: readonly string[];
}

/** A title of a text: its first sentence, cut at a word. */
export function titleOf(text: string): string {
  const sentence = /^[^.!?\n]{3,}/u.exec(text.trim())?.[0]?.trim() ?? text.trim();
  if (sentence.length <= 90) return sentence;
  return `${sentence.slice(0, 90).replace(/\s+\S*$/u, '')}…`;
}

/** The code of an item: `PA-2021-000012`. */
export const writeFeedbackCode = (at: Temporal.Instant, number: number): string =>
  `PA-${localDay(at).year}-${String(number).padStart(6, '0')}`;

/** The first effect: received at the focal point of an agency, with the day on which it is answered. */
export function openFeedback(
  item: CheckedFeedback,
  where: { readonly caseId: string; readonly code: string; readonly agencyId: string; readonly focal: FeedbackPost },
  policy: FeedbackPolicy,
  at: Temporal.Instant,
  ground: ClockGround,
): Result<OpeningEffect, 'calendar-not-published'> {
  const { about, field, names } = item;
  const { agencyId, focal } = where;
  const limit = limitFor(policy, { about, field: field.code, agencyId, complex: false });
  const clock = startClock(at, limit, focal.unitId);
  const due = dueOf(clock, ground);
  if (!due.ok) return due;
  const passOn = dueOf(startClock(at, policy.forwardWithin, focal.unitId), ground);
  if (!passOn.ok) return passOn;
  const hidden = policy.hiddenAbout.includes(about);
  const { forwardWithin, forwardRestarts, askingStops, replyWithin, extension, reopenWithin, closesAfter } = policy;
  return accepted({
    state: 'received',
    reference: referenceOf(where.caseId),
    code: where.code,
    typeCode: field.code,
    typeVersion: 1,
    title: item.title,
    receivingUnitId: agencyId,
    holder: heldAt(focal),
    clock,
    dueAt: due.value,
    firstDueAt: due.value,
    stepDueAt: passOn.value,
    counted: { unitId: agencyId, as: about },
    facts: {
      subject: { vi: `Phản ánh: ${field.name.vi}`, en: `Feedback: ${field.name.en}` },
      channel: item.channel,
      about,
      field: field.code,
      text: item.text,
      place: item.place,
      communeId: item.communeId,
      point: item.point,
      aboutUnitId: item.aboutUnitId,
      procedureCode: item.procedureCode,
      dossierCode: item.dossierCode,
      anonymous: item.anonymous,
      reporters: 1,
      photos: [...item.photos],
      suspectedLaw: recogniseLaw(`${item.title} ${item.text}`),
      publicTitle: hidden ? aboutWords[about].vi : redact(item.title, names),
      publicText: hidden ? '' : redact(item.text, names),
      publicPlace: redact(item.place, names),
      hidden,
      policy: { forwardWithin, forwardRestarts, askingStops, replyWithin, extension, reopenWithin, closesAfter },
      agencyId,
      searchWords: `${item.text.slice(0, 1000)} ${item.place}`,
    },
  });
}
