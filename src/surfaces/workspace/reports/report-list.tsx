import type { App } from '#app.ts';
import { reportFacts } from '#modules/reports/index.ts';
import {
  Actions,
  ButtonLink,
  EmptyState,
  formatDate,
  localHref,
  speaker,
  Table,
  Tag,
  textIn,
} from '#surfaces/ui/index.ts';
import { asOfficer } from '../officer.ts';
import { CaseCell, OwnCases } from '../plain/own-cases.tsx';
import { stateWords } from '../words.ts';
import { WorkspacePage } from '../workspace-page.tsx';

const day = (written: string) => formatDate(Temporal.PlainDate.from(written));

/** `/lam-viec/bao-cao`: what one's own units must send or answer, and every report with how far it is. */
export const reportListPage = (app: App) =>
  asOfficer(app, async (officer, context) => {
    const { language } = officer.visitor;
    const say = speaker(language);
    const [rows, own] = await Promise.all([app.reports.list(), app.reports.ownParts(officer.unitIds)]);
    const regimes = app.reports.regimesOf(officer.actor);
    const title = say('Báo cáo', 'Reports');
    return context.html(
      <WorkspacePage officer={officer} title={title}>
        <h1>{title}</h1>
        {regimes.length > 0 ? (
          <Actions>
            <ButtonLink href={localHref(language, '/lam-viec/bao-cao/mo')}>
              {say('Mở kỳ báo cáo', 'Open a period')}
            </ButtonLink>
          </Actions>
        ) : null}
        <h2>{say('Việc báo cáo của đơn vị bạn', 'What your unit has to do')}</h2>
        <OwnCases
          officer={officer}
          cases={own}
          none={say('Không có phần báo cáo nào đang chờ', 'Nothing waits for your unit')}
          isDone={({ state }) => state === 'sent'}
        />
        <h2>{say('Các kỳ báo cáo', 'Periods')}</h2>
        {rows.length === 0 ? (
          <EmptyState title={say('Chưa có kỳ báo cáo nào', 'No period was opened yet')} />
        ) : (
          <Table
            id="reports"
            caption={say('Các kỳ báo cáo', 'Periods')}
            captionHidden
            stack
            walk
            columns={[
              { label: say('Báo cáo', 'Report') },
              { label: say('Kỳ', 'Period') },
              { label: say('Trạng thái', 'State') },
              { label: say('Đã gửi', 'Sent'), align: 'end' },
              { label: say('Chậm', 'Late'), align: 'end' },
            ]}
            rows={rows.map(({ state, asked, sent, accepted, late }) => {
              const { period } = reportFacts(state);
              const words = stateWords(state.state, state.kind);
              return [
                <CaseCell officer={officer} state={state} />,
                `${day(period.from)} – ${day(period.to)}`,
                <Tag tone={words.tone}>{textIn(language, words.name)}</Tag>,
                `${sent + accepted} / ${asked}`,
                late > 0 ? <Tag tone="danger">{String(late)}</Tag> : '0',
              ];
            })}
          />
        )}
      </WorkspacePage>,
    );
  });
