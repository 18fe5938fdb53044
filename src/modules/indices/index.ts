/** The door of indices: frames, scores of every unit, rankings; rounds of those that are appraised. */
export { computeIndex, type IndexAnswer, type IndexQuestion } from './compute-index.ts';
export { indexFeed, serviceFrame } from './feed-indices.ts';
export { keepMonths } from './keep-months.ts';
export { makeRoundMove } from './make-round-move.ts';
export { type KeptMonth, listLatestMonths, listMonthsOf } from './month-store.ts';
export { framesOf, openRound, proposedDays, type RoundWish } from './open-round.ts';
export { passRoundTime } from './pass-round-time.ts';
export { shippedFrames } from './read-frames.ts';
export { indexRefusals } from './refusals.ts';
export { findRoundCasePage, type RoundCasePage, type ScoredSheet } from './round-case-page.ts';
export { indexInputs } from './round-input.ts';
export {
  findPlacesBefore,
  findPublishedRound,
  findScoreFile,
  listOwnSheets,
  listPublishedRounds,
  listRounds,
  type PublishedRound,
} from './round-store.ts';
export { countName } from './rules/count-words.ts';
export type { FrozenCriterion, FrozenRound, FrozenSheet } from './rules/frozen-round.ts';
export { type IndexFrame, type RoundDay, roundDays, type SubCriterion, subCriteriaOf } from './rules/index-frame.ts';
export type { NextCondition } from './rules/next-step.ts';
export { type PointsLost, pointsLost } from './rules/points-lost.ts';
export { objectionOutcomes, roundFacts, sheetFacts } from './rules/round-facts.ts';
export { roundKindIfKnown, roundKinds } from './rules/round-kinds.ts';
export type { RankedScore, SubScore } from './rules/score-frame.ts';
export { concerning, selfScored } from './rules/sheet-score.ts';
export { writeScoresCsv } from './write-scores-csv.ts';
