import type { Actor } from '#case-engine/rules/authority.ts';
import { countQueues, listWork, type WorkListQuery } from '#case-engine/work-list.ts';
import * as feedback from '#modules/feedback/index.ts';
import * as indices from '#modules/indices/index.ts';
import * as inspections from '#modules/inspections/index.ts';
import * as reports from '#modules/reports/index.ts';
import * as tasks from '#modules/tasks/index.ts';
import type { AppFigures } from './app-figures.ts';
import type { AppGround } from './app-ground.ts';
import { moveByDataOf, workKinds } from './move-by-data.ts';

/** Work of every kind: what is listed together, and the kinds whose page and moves are made from their data alone. */
export function workOf(app: AppGround & AppFigures) {
  const { db, now, ground, moments } = app;
  return {
    list: async (query: Omit<WorkListQuery, 'now' | 'soonUntil' | 'kinds'>) =>
      listWork(db, { ...query, kinds: workKinds, ...(await moments()) }),
    countQueues: async (query: Omit<WorkListQuery, 'now' | 'soonUntil' | 'kinds'>) =>
      countQueues(db, { ...query, kinds: workKinds, ...(await moments()) }),
    page: async (actor: Actor, caseId: string) =>
      (await tasks.findTaskPage(db, await ground(), actor, caseId, now())) ??
      (await feedback.findFeedbackPage(db, await ground(), actor, caseId, now())) ??
      (await inspections.findInspectionPage(db, await ground(), actor, caseId, now())) ??
      (await indices.findRoundCasePage(db, await ground(), actor, caseId, now())) ??
      reports.findReportCasePage(db, await ground(), actor, caseId, now()),
    move: moveByDataOf(app),
  };
}
