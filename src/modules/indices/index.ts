/** The door of indices: frames, scores of every unit, rankings. */
export { computeIndex, type IndexAnswer, type IndexQuestion } from './compute-index.ts';
export { feedIndicators, serviceFrame } from './feed-indicators.ts';
export { shippedFrames } from './read-frames.ts';
export { indexRefusals } from './refusals.ts';
export { type IndexFrame, subCriteriaOf } from './rules/index-frame.ts';
export type { RankedScore, SubScore } from './rules/score-frame.ts';
export { writeScoresCsv } from './write-scores-csv.ts';
