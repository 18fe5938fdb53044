import type { CommandCall } from '#case-engine/record-entries.ts';
import type { Actor } from '#case-engine/rules/authority.ts';
import * as indices from '#modules/indices/index.ts';
import type { AppFigures } from './app-figures.ts';
import type { AppGround } from './app-ground.ts';

/** Indices: computed scores, rounds, what is published. */
export const indicesOf = ({ db, now, today, ground, indexGround }: AppGround & AppFigures) => ({
  frames: indices.shippedFrames(),
  /** Every unit's score and place in a frame that is computed, as of a moment (now when none is named). */
  compute: async (question: Omit<indices.IndexQuestion, 'asOf'> & Partial<Pick<indices.IndexQuestion, 'asOf'>>) => {
    const asked = { ...question, asOf: question.asOf ?? now() };
    return indices.computeIndex(await indexGround(), asked);
  },
  csv: async (answer: Parameters<typeof indices.writeScoresCsv>[0]) => indices.writeScoresCsv(answer, await ground()),
  /** The indices whose rounds someone opens. */
  framesOf: (actor: Actor) => indices.framesOf(actor, now()),
  proposedDays: async (frame: Parameters<typeof indices.proposedDays>[1]) =>
    indices.proposedDays(await ground(), frame, today()),
  openRound: async (actor: Actor, wish: indices.RoundWish, key?: CommandCall['key']) =>
    indices.openRound(await indexGround(), actor, wish, key),
  rounds: () => indices.listRounds(db, now()),
  ownSheets: (unitIds: readonly string[]) => indices.listOwnSheets(db, unitIds),
  scoreFile: (sheetId: string, id: string) => indices.findScoreFile(db, sheetId, id),
  publishedRounds: () => indices.listPublishedRounds(db),
  publishedRound: (code: string) => indices.findPublishedRound(db, code),
  /** Places of agencies in the published round before this one, of the same index. */
  placesBefore: (caseId: string) => indices.findPlacesBefore(db, caseId),
  /** Scores of months that are over, as they were known when they ended. */
  keepMonths: async (wish: Parameters<typeof indices.keepMonths>[1]) => indices.keepMonths(await indexGround(), wish),
  monthsOf: (frameId: string, unitId: string) => indices.listMonthsOf(db, frameId, unitId, 12),
  latestMonths: (unitIds: readonly string[]) => indices.listLatestMonths(db, unitIds),
  /** What happens because days pass: reminders, objections that are over, months that have ended. */
  passTime: async () => {
    const passed = await indices.passRoundTime(db, await ground(), now());
    await indices.keepMonths(await indexGround(), { back: 12, most: 2 });
    return passed;
  },
});
