import type { CommandCall } from '#case-engine/record-entries.ts';
import type { Actor } from '#case-engine/rules/authority.ts';
import * as feedback from '#modules/feedback/index.ts';
import type { AppGround } from './app-ground.ts';

/** Feedback: told, followed, answered, reviewed. */
export const feedbackOf = ({ db, files, now, today, telling, installationKey }: AppGround) => ({
  fields: feedback.feedbackFields,
  policy: () => feedback.getFeedbackPolicy(db, today()),
  /** Photographs as they arrived, without what cameras write into them. */
  clean: (uploads: readonly feedback.PhotoUpload[]) => feedback.cleanPhotos(files, uploads),
  submit: async (actor: Actor, wish: feedback.FeedbackWish, key?: CommandCall['key']) =>
    feedback.submitFeedback(db, await telling(), actor, wish, now(), key),
  /** A mail to an agency's address for feedback, as it arrived. */
  receiveMail: async (actor: Actor, raw: Uint8Array, agencyId: string) =>
    feedback.receiveMail(db, await telling(), actor, { raw, agencyId }, now()),
  join: async (wish: feedback.JoinWish, call?: CommandCall) =>
    feedback.joinFeedback(db, await telling(), wish, now(), call),
  /** What was reported lately that may be the same. */
  duplicates: async (given: Parameters<typeof feedback.listDuplicates>[1]) => {
    const { duplicates } = await feedback.getFeedbackPolicy(db, today());
    return feedback.listDuplicates(db, given, duplicates, now());
  },
  list: (query: Omit<feedback.PublicListQuery, 'now'>) => feedback.listPublicFeedback(db, { ...query, now: now() }),
  countTabs: () => feedback.countPublicFeedback(db, now()),
  /** For figures: what was received in a span, as it stands now. */
  count: (span: Parameters<typeof feedback.countFeedback>[1]) => feedback.countFeedback(db, span, now()),
  item: (code: string) => feedback.findPublicFeedback(db, code),
  itemOf: (caseId: string) => feedback.findPublicFeedbackOf(db, caseId),
  photo: (code: string, fileId: string) => feedback.findPublicPhoto(db, code, fileId),
  /** What one who reported sees, by code and secret. */
  own: async (code: string, secret: string) => feedback.findOwnFeedback(db, await installationKey, code, secret, now()),
  secretOf: async (reporterId: string) => feedback.reporterSecret(await installationKey, reporterId),
  /** A move of one who has shown the secret. */
  moveOwn: async (caseId: string, move: string, data: object, call?: CommandCall) =>
    feedback.makeFeedbackMove(
      db,
      await telling(),
      feedback.holderOfSecret(caseId),
      { caseId, move, data },
      now(),
      call,
    ),
  startDraft: (given: Readonly<Record<string, string>>) => feedback.startFeedbackDraft(db, given, now()),
  draft: (secret: string) => feedback.findFeedbackDraft(db, secret),
  saveDraft: (secret: string, change: Parameters<typeof feedback.saveFeedbackDraft>[2]) =>
    feedback.saveFeedbackDraft(db, secret, change),
  endDraft: (secret: string, reporterId: string) => feedback.endFeedbackDraft(db, secret, reporterId),
  reporter: (reporterId: string) => feedback.findReporter(db, reporterId),
  reviews: () => feedback.listReviews(db),
  decideReview: (actor: Actor & { readonly accountId: string }, wish: Parameters<typeof feedback.decideReview>[2]) =>
    feedback.decideReview(db, actor, wish, now()),
  /** What happens because days pass: the ladder, answers that close, reviews proposed. */
  passTime: async () => feedback.passFeedbackTime(db, await telling(), now()),
});
