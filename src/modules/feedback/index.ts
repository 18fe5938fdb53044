/** The door of feedback: reported by anyone, answered with proof by a day, followed by everyone. */
export { type CleanedFile, cleanPhotos, type PhotoUpload } from './clean-photos.ts';
export { decideReview } from './decide-review.ts';
export {
  endFeedbackDraft,
  type FeedbackDraft,
  findFeedbackDraft,
  saveFeedbackDraft,
  startFeedbackDraft,
} from './draft-store.ts';
export { feedbackInputs, isFeedbackMove } from './feedback-input.ts';
export {
  type FeedbackPage,
  findFeedbackPage,
  findOwnFeedback,
  findPublicFeedback,
  findPublicFeedbackOf,
  findPublicPhoto,
  holderOfSecret,
  type OwnFeedback,
} from './feedback-page.ts';
export {
  countFeedback,
  countPublicFeedback,
  type LikelyDuplicate,
  listDuplicates,
  listPublicFeedback,
  type PublicListQuery,
} from './feedback-queries.ts';
export { findReporter, getFeedbackPolicy, type Reporter } from './feedback-store.ts';
export { type JoinWish, joinFeedback } from './join-feedback.ts';
export { feedbackFields, fieldOf, loadFeedbackPolicies, otherLaw } from './load-feedback-reference.ts';
export { makeFeedbackMove } from './make-feedback-move.ts';
export { passFeedbackTime } from './pass-time.ts';
export { receiveMail } from './receive-mail.ts';
export { feedbackRefusals } from './refusals.ts';
export { reporterSecret } from './reporter-secret.ts';
export { listReviews, type ProcedureReview } from './review-store.ts';
export { checkSubject, checkWhere, type ReporterTyped } from './rules/check-feedback.ts';
export { type FeedbackFacts, feedbackFacts } from './rules/feedback-facts.ts';
export { feedbackKind, feedbackKindIfKnown } from './rules/feedback-kind.ts';
export type { FeedbackField, FeedbackPolicy } from './rules/feedback-policy.ts';
export {
  aboutWords,
  channelWords,
  classWords,
  type FeedbackAbout,
  type FeedbackChannel,
  feedbackAbouts,
  feedbackChannels,
  lawWords,
  type OtherLaw,
} from './rules/feedback-words.ts';
export type { PublicFeedback } from './rules/public-item.ts';
export { recogniseLaw } from './rules/recognise-law.ts';
export { type FeedbackReceipt, type FeedbackWish, feedbackTakers, submitFeedback, wordsOf } from './submit-feedback.ts';
export type { FeedbackGround } from './tell-reporters.ts';
