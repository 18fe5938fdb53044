import type { App } from '#app.ts';
import type { CaseState } from '#case-engine/rules/case-state.ts';
import { localDay, toLocal } from '#kernel/zone.ts';
import { inspectionFacts } from '#modules/inspections/index.ts';
import { cityIn } from '#modules/organisation/index.ts';
import {
  Actions,
  ButtonLink,
  EmptyState,
  Figures,
  formatCount,
  formatDate,
  localHref,
  Queues,
  speaker,
  Table,
  Tag,
  textIn,
} from '#surfaces/ui/index.ts';
import { asOfficer } from '../officer.ts';
import { stateWords, unitWords } from '../words.ts';
import { WorkspacePage } from '../workspace-page.tsx';

const path = '/lam-viec/kiem-tra';

/** `/lam-viec/kiem-tra`: the yearly plan, how far it is, and what was found. */
export const inspectionListPage = (app: App) =>
  asOfficer(app, async (officer, context) => {
    const { language } = officer.visitor;
    const say = speaker(language);
    const thisYear = localDay(officer.now).year;
    const year = Number(/^20\d\d$/.exec(context.req.query('nam') ?? '')?.[0] ?? thisYear);
    const agencyIds = officer.givesFor;
    const span = { from: Temporal.PlainDate.from(`${year}-01-01`), until: Temporal.PlainDate.from(`${year}-12-31`) };
    const [all, counts] = await Promise.all([
      app.inspections.list({ agencyIds, unitIds: officer.unitIds, year }),
      app.inspections.count(span),
    ]);
    const shown = all.filter((state) => maySee(state, officer.givesFor));
    const number = (count: number) => formatCount(language, count);
    return context.html(
      <WorkspacePage officer={officer} title={say('Kiểm tra', 'Inspections')}>
        <h1>
          {say('Kiểm tra năm', 'Inspections of')} {year}
        </h1>
        {officer.givesFor.length > 0 || officer.mayHandOverOthers ? (
          <Actions>
            <ButtonLink href={localHref(language, `${path}/moi`)}>
              {say('Thêm cuộc kiểm tra', 'Plan an inspection')}
            </ButtonLink>
          </Actions>
        ) : null}
        <Queues
          label={say('Năm', 'Year')}
          queues={[thisYear, thisYear - 1].map((one) => ({
            href: localHref(language, `${path}?nam=${one}`),
            label: String(one),
            current: one === year,
          }))}
        />
        {officer.givesFor.includes(cityIn(officer.ground.tree).id) ? (
          <Figures
            figures={[
              { label: say('Đã kết luận', 'Concluded'), value: number(counts.inspections) },
              { label: say('Đơn vị được kiểm tra', 'Units inspected'), value: number(counts.units) },
              {
                label: say('Phát hiện đã khắc phục', 'Findings mended'),
                value: `${number(counts.mended)} / ${number(counts.findings)}`,
              },
              { label: say('Khắc phục quá hạn', 'Late to mend'), value: number(counts.late) },
            ]}
          />
        ) : null}
        {shown.length === 0 ? (
          <EmptyState title={say('Chưa có cuộc kiểm tra nào', 'No inspection yet')} />
        ) : (
          <Table
            id="inspections"
            caption={say('Các cuộc kiểm tra', 'Inspections')}
            captionHidden
            stack
            walk
            columns={[
              { label: say('Cuộc kiểm tra', 'Inspection') },
              { label: say('Đơn vị', 'Unit') },
              { label: say('Trạng thái', 'State') },
              { label: say('Hạn', 'Due') },
            ]}
            rows={shown.map((state) => {
              const facts = inspectionFacts(state);
              const words = stateWords(state.state, state.kind);
              return [
                <div>
                  <a class="code" href={localHref(language, `/lam-viec/viec/${state.caseId}`)}>
                    {state.code}
                  </a>
                  <br />
                  {textIn(language, facts.checklist.name)}
                  <div class="small quiet">{facts.plan || say('ngoài kế hoạch', 'outside the plan')}</div>
                </div>,
                <div>
                  {textIn(language, unitWords(facts.unitId, officer.ground.tree))}
                  {facts.unannounced ? <div class="small quiet">{say('đột xuất', 'unannounced')}</div> : null}
                </div>,
                <Tag tone={words.tone}>{textIn(language, words.name)}</Tag>,
                state.dueAt ? formatDate(toLocal(Temporal.Instant.from(state.dueAt)).toPlainDate()) : '',
              ];
            })}
          />
        )}
      </WorkspacePage>,
    );
  });

/** A unit does not read of a visit that is not announced before it was made. */
function maySee(state: CaseState, agencyIds: readonly string[]): boolean {
  const { unannounced, minutes = [] } = inspectionFacts(state);
  return !unannounced || minutes.length > 0 || agencyIds.includes(state.receivingUnitId);
}
