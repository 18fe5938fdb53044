import * as z from 'zod';
import type { App } from '#app.ts';
import { accepted, refused } from '#kernel/result.ts';
import { reporterGroups } from '#modules/reports/index.ts';
import { type Operation, operation } from './operation.ts';

const day = (written: string) => Temporal.PlainDate.from(written);

const periodBody = z.object({
  regime: z.string().max(60),
  title: z.string().max(200).default(''),
  from: z.iso.date(),
  to: z.iso.date(),
  reporters: z.array(z.enum(reporterGroups)).min(1),
  dueOn: z.object({ commune: z.iso.date(), agency: z.iso.date(), city: z.iso.date() }),
});

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
    operation({
      method: 'post',
      path: '/report-periods',
      id: 'openReportPeriod',
      summary: 'Opens a period: its days are said, and every unit of the groups chosen is asked for its part',
      command: true,
      body: periodBody,
      handle: ({ actor, body: { dueOn, from, to, ...wish }, call }) =>
        app.reports.open(
          actor,
          {
            ...wish,
            from: day(from),
            to: day(to),
            dueOn: { commune: day(dueOn.commune), agency: day(dueOn.agency), city: day(dueOn.city) },
          },
          call.key,
        ),
    }),
  ];
}
