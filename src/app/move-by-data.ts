import type { MoveRequest } from '#case-engine/make-move.ts';
import type { CommandCall } from '#case-engine/record-entries.ts';
import type { Actor } from '#case-engine/rules/authority.ts';
import * as dossiers from '#modules/dossiers/index.ts';
import * as feedback from '#modules/feedback/index.ts';
import * as indices from '#modules/indices/index.ts';
import * as inspections from '#modules/inspections/index.ts';
import * as reports from '#modules/reports/index.ts';
import * as tasks from '#modules/tasks/index.ts';
import type { AppFigures } from './app-figures.ts';
import type { AppGround } from './app-ground.ts';

/** Everything people work on, in one list. */
export const workKinds = [
  ...dossiers.dossierKinds,
  feedback.feedbackKind,
  ...tasks.taskKinds,
  inspections.inspectionKind,
  ...indices.roundKinds,
  ...reports.reportingKinds,
].map(({ kind }) => kind);

/** A move of a kind that is data alone. */
export function moveByDataOf(app: AppGround & AppFigures) {
  const { db, now, ground, telling, installationKey, indexGround, reporting, signReports } = app;
  return async (actor: Actor, request: MoveRequest, call?: CommandCall) => {
    const key = await installationKey;
    const uploadOf = (ticket: string) => dossiers.readPaperTicket(key, ticket);
    const answer = async () => feedback.makeFeedbackMove(db, await telling(), actor, request, now(), call);
    // a move that only feedback knows is asked of feedback at once: the case is read one time less
    const ofFeedback = feedback.isFeedbackMove(request.move) && !tasks.isTaskMove(request.move);
    const first = ofFeedback ? await answer() : undefined;
    if (first && (first.ok || first.refusal.code !== 'case-not-found')) return first;
    const made = await tasks.makeTaskMove(db, await ground(), actor, request, now(), call, uploadOf);
    if (made.ok || made.refusal.code !== 'case-not-found') return made;
    const answered = first ?? (await answer());
    if (answered.ok || answered.refusal.code !== 'case-not-found') return answered;
    const inspected = await inspections.makeInspectionMove(db, await ground(), actor, request, now(), call);
    if (inspected.ok || inspected.refusal.code !== 'case-not-found') return inspected;
    const scored = await indices.makeRoundMove(await indexGround(), actor, request, call);
    if (scored.ok || scored.refusal.code !== 'case-not-found') return scored;
    const reported = await reports.makeReportMove(db, await reporting(), actor, request, now(), call, uploadOf);
    if (reported.ok && request.move === 'sign-report') await signReports();
    return reported;
  };
}
