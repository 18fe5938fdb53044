/** The door of following up: what is late anywhere, urged in bulk, answered. */
export { answerUrging } from './answer-urging.ts';
export {
  countFollowUp,
  type FollowUpQuery,
  type FollowUpRow,
  listFollowUp,
  listLetters,
  listToAnswer,
  listUrgedUnits,
  type UrgedCase,
} from './follow-up-queries.ts';
export { followUpRefusals } from './refusals.ts';
export { type UrgingWish, urgeCases } from './urge-cases.ts';
