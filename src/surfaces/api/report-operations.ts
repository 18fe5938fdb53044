import type { App } from '#app.ts';
import { accepted, refused } from '#kernel/result.ts';
import { type Operation, operation } from './operation.ts';

/** Reports: how far each period is, and what was published, to the letter. */
export function reportOperations(app: App): readonly Operation[] {
  return [
    operation({
      method: 'get',
      path: '/reports',
      id: 'listReports',
      summary: 'Published reports with number, day, and how often their figures were restated',
      open: true,
      handle: async () => accepted({ reports: await app.reports.published() }),
    }),
    operation({
      method: 'get',
      path: '/reports/{code}',
      id: 'getReport',
      summary:
        'What was signed: text, questions, values, cut-offs, with the hash of it; restatements beside it with what differs',
      open: true,
      handle: async ({ path }) => {
        const found = await app.reports.publication(path.code ?? '');
        if (!found) return refused('case-not-found');
        const { report, signed, sha256, restatements } = found;
        return accepted({ report, content: signed, sha256, restatements });
      },
    }),
    operation({
      method: 'get',
      path: '/report-periods',
      id: 'listReportPeriods',
      summary: 'Periods that were opened: units asked, sent, accepted, late',
      handle: async ({ actor }) => {
        if (actor.kind === 'citizen') return refused('reporting-not-yours');
        const rows = await app.reports.list();
        return accepted({
          periods: rows.map(({ state, ...counts }) => ({
            caseId: state.caseId,
            code: state.code,
            title: state.title,
            state: state.state,
            ...counts,
          })),
        });
      },
    }),
  ];
}
