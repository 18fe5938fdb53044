import type { App } from '#app.ts';
import { roundFacts } from '#modules/indices/index.ts';
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

/** `/lam-viec/chi-so`: the sheets of one's own units, and every round with how far it is. */
export const roundListPage = (app: App) =>
  asOfficer(app, async (officer, context) => {
    const { language } = officer.visitor;
    const say = speaker(language);
    const at = (path: string) => localHref(language, path);
    const [rounds, own] = await Promise.all([app.indices.rounds(), app.indices.ownSheets(officer.unitIds)]);
    const title = say('Đánh giá, xếp hạng', 'Rounds of indices');
    return context.html(
      <WorkspacePage officer={officer} title={title}>
        <h1>{title}</h1>
        {app.indices.framesOf(officer.actor).length > 0 ? (
          <Actions>
            <ButtonLink href={at('/lam-viec/chi-so/mo')}>{say('Mở đợt đánh giá', 'Open a round')}</ButtonLink>
            <ButtonLink href={at('/lam-viec/so/index-scores')} variant="secondary">
              {say('Nhập điểm điều tra', 'Enter survey points')}
            </ButtonLink>
          </Actions>
        ) : null}
        <h2>{say('Phiếu của đơn vị bạn', 'Sheets of your unit')}</h2>
        <OwnCases
          officer={officer}
          cases={own}
          none={say('Không có phiếu nào đang chờ', 'No sheet waits for your unit')}
        />
        <h2>{say('Các đợt đánh giá', 'Rounds')}</h2>
        {rounds.length === 0 ? (
          <EmptyState title={say('Chưa có đợt đánh giá nào', 'No round was opened yet')} />
        ) : (
          <Table
            id="rounds"
            caption={say('Các đợt đánh giá', 'Rounds')}
            captionHidden
            stack
            walk
            columns={[
              { label: say('Đợt', 'Round') },
              { label: say('Kỳ', 'Period') },
              { label: say('Trạng thái', 'State') },
              { label: say('Đã gửi', 'Sent'), align: 'end' },
              { label: say('Đã có điểm', 'Scored'), align: 'end' },
              { label: say('Chậm', 'Late'), align: 'end' },
            ]}
            rows={rounds.map(({ state, sheets, sent, scored, late }) => {
              const { period } = roundFacts(state);
              const words = stateWords(state.state, state.kind);
              return [
                <CaseCell officer={officer} state={state} />,
                `${day(period.from)} – ${day(period.to)}`,
                <Tag tone={words.tone}>{textIn(language, words.name)}</Tag>,
                `${sent} / ${sheets}`,
                String(scored),
                late > 0 ? <Tag tone="danger">{String(late)}</Tag> : '0',
              ];
            })}
          />
        )}
        <p>
          <a href={at('/cong-khai/chi-so')}>{say('Các bộ chỉ số, xếp hạng đã công khai', 'Published indices')}</a>
        </p>
      </WorkspacePage>,
    );
  });
