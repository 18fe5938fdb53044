import type { Actor } from '#case-engine/rules/authority.ts';
import * as desk from '#modules/desk/index.ts';
import * as dossiers from '#modules/dossiers/index.ts';
import * as indices from '#modules/indices/index.ts';
import type { AppFigures } from './app-figures.ts';
import type { AppGround } from './app-ground.ts';

/** What people think of how they were served. */
export const ratingsOf = ({ db, publicUrl, now, ground, indexGround, installationKey }: AppGround & AppFigures) => ({
  /** The dossier that may be rated with this secret: the one on the slip, or the one for tracking. */
  find: async (typedCode: string, typedSecret: string) => {
    const tracked = await dossiers.findDossierForTracking(db, await installationKey, typedCode, typedSecret);
    if (tracked) return tracked.caseId;
    const caseId = await dossiers.findCaseIdByTyped(db, typedCode);
    return caseId && desk.isRatingSecret(await installationKey, caseId, typedSecret) ? caseId : undefined;
  },
  secretOf: async (caseId: string) => desk.ratingSecret(await installationKey, caseId),
  isRated: (caseId: string) => desk.isRated(db, caseId),
  /** It has ended and nobody has rated it yet. */
  mayBeRated: (caseId: string) => desk.mayBeRated(db, caseId),
  rate: (caseId: string, wish: desk.RatingWish, givenAt: 'link' | 'tablet') =>
    desk.rateDossier(db, caseId, wish, givenAt, now()),
  /** What was last received at a counter, within the last quarter of an hour: for the tablet there. */
  lastAt: (deskId: string, counter: number) =>
    desk.findLastDossierAt(db, deskId, counter, now().subtract({ minutes: 15 })),
  /** The feedback slip of a dossier as a PDF, for someone who was shown the dossier. */
  slip: async (page: dossiers.DossierPage) => {
    const secret = desk.ratingSecret(await installationKey, page.state.caseId);
    const content = desk.feedbackSlipContent(page, (await ground()).tree, { secret, publicUrl });
    return desk.feedbackSlipPdf(content, now());
  },
  agencies: async (actor: Actor) => desk.scoredAgencies(actor, await ground(), now()),
  /** A quarter of an agency by the frame of the circular, with what only its own officers see. */
  scores: async (actor: desk.DeskOfficer, agencyId: string, quarter: desk.Quarter) => {
    const own = await desk.readServiceScores(db, await ground(), actor, agencyId, quarter, now());
    if (!own) return undefined;
    const frame = indices.serviceFrame();
    const question = { frameId: frame.id, ...desk.daysOfQuarter(quarter), asOf: now() };
    const answer = await indices.computeIndex(await indexGround(), question);
    return {
      ...own,
      frame,
      score: answer.ok ? answer.value.scores.find(({ unitId }) => unitId === agencyId) : undefined,
    };
  },
});
