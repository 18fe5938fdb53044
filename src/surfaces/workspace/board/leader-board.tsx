import type { App } from '#app.ts';
import type { Language } from '#kernel/text.ts';
import { toLocal } from '#kernel/zone.ts';
import { asNumber } from '#modules/figures/index.ts';
import type { Unit } from '#modules/organisation/index.ts';
import {
  Alert,
  Details,
  EmptyState,
  formatCount,
  formatMoment,
  localHref,
  speaker,
  Table,
  Tag,
  textIn,
} from '#surfaces/ui/index.ts';
import {
  BoardTable,
  Broken,
  boardIds,
  boardLines,
  boardName,
  boardValue,
  FourNumbers,
  Trend,
  UnitMap,
} from '#surfaces/web/board-parts.tsx';
import { type BoardPeriod, readBoardPeriod } from '#surfaces/web/board-period.ts';
import { writeFigurePage } from '#surfaces/web/figure-address.ts';
import { UnitScores } from '#surfaces/web/index-parts.tsx';
import { askMonths } from '#surfaces/web/published-board.ts';
import { publishedFigures } from '#surfaces/web/published-figures.ts';
import { notFoundPage, showRefusal } from '#surfaces/web/refusal-page.tsx';
import { casePath } from '../kinds.ts';
import { putInWords, type RowWords } from '../list/row-words.ts';
import { writeAddress } from '../list/work-query.ts';
import { asOfficer, type Officer } from '../officer.ts';
import { WorkspacePage } from '../workspace-page.tsx';

const mostLate = 20;

/** The units a leader answers for: each held post's agency or part, desks by their agency. */
export function unitsLed(officer: Officer): readonly Unit[] {
  const ids = officer.jurisdiction.map((path) => path.slice(path.lastIndexOf('/') + 1).replace(/\.desk$/, ''));
  return [...new Set(ids)].flatMap((id) => officer.ground.tree.get(id) ?? []);
}

/** This month, the last one, this quarter and this year. */
function leaderPeriods(today: Temporal.PlainDate): readonly [BoardPeriod, ...BoardPeriod[]] {
  const month = (day: Temporal.PlainDate) => day.toString().slice(0, 7);
  const quarter = `${today.year}-Q${Math.ceil(today.month / 3)}`;
  const last = month(today.subtract({ months: 1 }));
  const others = [last, quarter, `${today.year}`].map((written) => readBoardPeriod(written, today));
  return [readBoardPeriod(month(today), today), ...others];
}

/** @param isRunning of a period that is over it is what was late when it ended */
function lateSentence(language: Language, late: number, isRunning: boolean): string {
  const say = speaker(language);
  const count = formatCount(language, late);
  if (!isRunning) return say(`${count} hồ sơ quá hạn khi hết kỳ.`, `${count} dossiers were overdue when it ended.`);
  return late > 0
    ? say(`${count} hồ sơ đang quá hạn.`, `${count} dossiers are overdue.`)
    : say('Hôm nay không có hồ sơ nào quá hạn.', 'Nothing is late today.');
}

/** `/lam-viec/dieu-hanh`: what is late, where, why, who, as of now; longer periods as of the hour. Every number leads to its cases. */
export const leaderBoardPage = (app: App) =>
  asOfficer(app, async (officer, context) => {
    const led = unitsLed(officer);
    const unit = led.find(({ id }) => id === context.req.query('don-vi')) ?? led[0];
    if (!unit) return notFoundPage(context);
    const { language } = officer.visitor;
    const say = speaker(language);
    const at = (path: string) => localHref(language, path);
    const boardAt = (unitId: string, written: string) => at(`/lam-viec/dieu-hanh?don-vi=${unitId}&ky=${written}`);
    const today = app.today();
    const periods = leaderPeriods(today);
    const asked = readBoardPeriod(context.req.query('ky') ?? periods[0].written, today);
    const period = periods.find(({ written }) => written === asked.written) ?? periods[0];
    const isNow = period === periods[0];
    const published = publishedFigures(app);
    // the running month to the minute; longer periods, which take longer to count, as of the hour
    const ask = isNow ? app.figures.ask : published.ask;
    const whole = {
      scope: 'jurisdiction',
      accountId: officer.actor.accountId,
      unitIds: officer.unitIds,
      jurisdiction: [unit.path],
    } as const;
    const months = await app.indices.latestMonths([unit.id]);
    const [month, year, list, soon] = await Promise.all([
      ask({ ids: boardIds, from: period.from, to: period.to, unitId: unit.id, by: 'branch' }),
      askMonths(published.ask, unit.id, today),
      app.work.list({ ...whole, queue: 'overdue', pageSize: mostLate }),
      app.work.list({ ...whole, queue: 'due-soon', pageSize: mostLate }),
    ]);
    if (!month.ok) return showRefusal(context, month.refusal);
    if (!year.ok) return showRefusal(context, year.refusal);
    const [late, nearly] = await Promise.all([
      putInWords(app, officer, list.rows),
      putInWords(app, officer, soon.rows),
    ]);
    const { figures } = month.value;
    const asOf = toLocal(month.value.asOf);
    const yearAsOf = toLocal(year.value.asOf);
    const overdue = boardValue(figures, 'dossiers.open_overdue');
    const title = say('Điều hành', 'Steering');
    const lateAddress = { scope: 'jurisdiction', queue: 'overdue', words: '', procedureCode: '', after: '' } as const;
    const behind = (id: string, unitId: string) =>
      at(writeFigurePage(`/lam-viec/so-lieu/${id}`, { unitId, from: period.from, to: period.to }));
    const below = boardLines(language, figures);
    return context.html(
      <WorkspacePage officer={officer} title={title}>
        <h1>
          {title}: {boardName(language, unit)}
        </h1>
        {led.length > 1 ? (
          <ul class="inline-links">
            {led.map((one) => (
              <li>
                <a href={boardAt(one.id, period.written)} aria-current={one.id === unit.id ? 'true' : undefined}>
                  {textIn(language, one.name)}
                </a>
              </li>
            ))}
          </ul>
        ) : null}
        <ul class="inline-links">
          {periods.map((one) => (
            <li>
              <a href={boardAt(unit.id, one.written)} aria-current={one === period ? 'true' : undefined}>
                {textIn(language, one.name)}
              </a>
            </li>
          ))}
        </ul>
        <p class="lead">
          {say('Trong ', 'In ')}
          {textIn(language, period.name)}
          {isNow ? null : say(`, tính đến ${formatMoment(asOf)}`, `, as of ${formatMoment(asOf)}`)}
          {'. '}
          {lateSentence(language, overdue ? asNumber(overdue) : 0, period.to.equals(today))}
        </p>
        <Broken language={language} figures={figures} />
        <FourNumbers language={language} figures={figures} hrefOf={(id) => behind(id, unit.id)} />
        <section class="flow">
          <h2>{say('Quá hạn: ở đâu, vì sao, ai đang giữ', 'Late: where, why, who holds it')}</h2>
          {late.length === 0 ? (
            <EmptyState title={say('Không có hồ sơ quá hạn', 'Nothing is late')} />
          ) : (
            <LateTable
              officer={officer}
              rows={late}
              id="late"
              caption={say('Quá hạn, lâu nhất trước', 'Overdue, the longest first')}
            />
          )}
          <p>
            <a href={at(writeAddress(lateAddress))}>{say('Xem tất cả hồ sơ quá hạn', 'All overdue dossiers')}</a>
          </p>
        </section>
        {nearly.length > 0 ? (
          <section class="flow">
            <h2>{say('Sắp đến hạn', 'Due soon')}</h2>
            <LateTable
              officer={officer}
              rows={nearly}
              id="soon"
              caption={say('Đến hạn trong hai ngày làm việc', 'Due within two working days')}
            />
          </section>
        ) : null}
        {below.length > 1 ? (
          <section class="flow">
            <h2>{say('Từng đơn vị', 'Each unit')}</h2>
            <UnitMap
              language={language}
              label={say('Tỷ lệ trước hạn và đúng hạn (%)', 'Share in time (%)')}
              lines={below}
              ground={officer.ground}
              hrefOf={(id) => at(`/cong-khai?don-vi=${id}&ky=${period.written}`)}
            />
            <Details summary={say('Bảng số từng đơn vị', 'The numbers of each unit')}>
              <BoardTable
                language={language}
                id="below"
                caption={say('Từng đơn vị, gồm cả cấp dưới', 'Each unit, with all below it')}
                first={say('Đơn vị', 'Unit')}
                lines={below}
                hrefOf={({ key }) => at(`/cong-khai?don-vi=${key}&ky=${period.written}`)}
                lateHrefOf={({ key }) => behind('dossiers.open_overdue', key)}
              />
            </Details>
          </section>
        ) : null}
        <p>
          <a href={at(`/lam-viec/so-lieu/chot-ky?don-vi=${unit.id}`)}>
            {say('Chốt số liệu theo kỳ', 'Close a period')}
          </a>
          {' · '}
          <a href={at('/cong-khai/so-lieu')}>{say('Mọi chỉ tiêu và định nghĩa', 'Every figure with its definition')}</a>
          {' · '}
          <a href={at('/cong-khai/chi-so')}>{say('Các bộ chỉ số, xếp hạng', 'Indices and rankings')}</a>
        </p>
        <UnitScores language={language} frames={app.indices.frames} months={months} unitId={unit.id} />
        <section class="flow">
          <h2>{say('Diễn biến trong năm', 'Through the year')}</h2>
          <p class="quiet">{say(`Tính đến ${formatMoment(yearAsOf)}.`, `As of ${formatMoment(yearAsOf)}.`)}</p>
          <Trend
            language={language}
            lines={boardLines(language, year.value.figures)}
            name={boardName(language, unit)}
          />
        </section>
        {below.length === 0 ? (
          <Alert
            language={language}
            tone="info"
            title={say('Chưa có hồ sơ nào trong kỳ này', 'No dossiers in this period yet')}
          />
        ) : null}
      </WorkspacePage>,
    );
  });

function LateTable(props: { officer: Officer; rows: readonly RowWords[]; id: string; caption: string }) {
  const { officer, rows, id, caption } = props;
  const { language } = officer.visitor;
  const say = speaker(language);
  return (
    <Table
      id={id}
      caption={caption}
      captionHidden
      stack
      walk
      columns={[
        { label: say('Hồ sơ', 'Dossier') },
        { label: say('Ở đâu', 'Where') },
        { label: say('Vì sao', 'Why') },
        { label: say('Ai giữ', 'Who') },
        { label: say('Chậm', 'How late') },
      ]}
      rows={rows.map(({ row, code, subject, unit, state, step, holder, left }) => [
        <div>
          <a class="code" href={localHref(language, casePath(row.kind, row.caseId))}>
            {code}
          </a>
          <div class="small quiet">{textIn(language, row.part ?? subject)}</div>
        </div>,
        unit ? textIn(language, unit) : '–',
        step ? textIn(language, step) : <Tag tone={state.tone}>{textIn(language, state.name)}</Tag>,
        holder ? textIn(language, holder) : say('chưa phân công', 'nobody yet'),
        left ? textIn(language, left.words) : '–',
      ])}
    />
  );
}
