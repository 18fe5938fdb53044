import type { Context, Handler } from 'hono';
import type { App } from '#app.ts';
import { toLocal } from '#kernel/zone.ts';
import { asNumber } from '#modules/figures/index.ts';
import { idsOnPath, type Unit } from '#modules/organisation/index.ts';
import {
  Breadcrumbs,
  Button,
  ButtonLink,
  Details,
  EmptyState,
  formatMoment,
  Grid,
  localHref,
  PrintButton,
  Select,
  speaker,
  textIn,
} from '#surfaces/ui/index.ts';
import {
  BoardTable,
  Broken,
  boardIds,
  boardLines,
  boardName,
  boardUnits,
  comparableGroups,
  FourNumbers,
  ranked,
  Trend,
  UnitMap,
  withEveryUnit,
} from '#surfaces/web/board-parts.tsx';
import { boardPeriods, readBoardPeriod } from '#surfaces/web/board-period.ts';
import { askBoard } from '#surfaces/web/published-board.ts';
import { publishedFigures } from '#surfaces/web/published-figures.ts';
import { notFoundPage, showRefusal } from '#surfaces/web/refusal-page.tsx';
import { visitorOf, type WebEnv } from '#surfaces/web/visitor.ts';
import { PortalPage } from '../portal-page.tsx';
import { Section } from '../section.tsx';

/** What a board is of, as its address says. */
interface BoardAddress {
  readonly unit: Unit;
  readonly period: ReturnType<typeof readBoardPeriod>;
  readonly group: (typeof comparableGroups)[number];
  at(change: Readonly<Record<string, string>>, path?: string): string;
}

function readAddress(context: Context<WebEnv>, app: App, city: Unit, units: readonly Unit[]): BoardAddress | undefined {
  const { language } = visitorOf(context);
  const asked = context.req.query('don-vi');
  const unit = asked ? units.find(({ id }) => id === asked) : city;
  if (!unit) return undefined;
  const period = readBoardPeriod(context.req.query('ky'), app.today());
  const wanted =
    context.req.query('nhom') ??
    comparableGroups.find(({ kinds }) => (kinds as readonly string[]).includes(unit.kind))?.id;
  const group = comparableGroups.find(({ id }) => id === wanted) ?? comparableGroups[1];
  const now = { 'don-vi': unit.id === city.id ? '' : unit.id, ky: period.written, nhom: group.id };
  return {
    unit,
    period,
    group,
    at: (change, path = '/cong-khai') => {
      const query = new URLSearchParams();
      for (const [name, value] of Object.entries({ ...now, ...change })) if (value) query.set(name, value);
      return localHref(language, `${path}?${query}`);
    },
  };
}

/** `/cong-khai`: how the city, or one unit of it, is doing: for anyone. */
export const boardPage = (app: App): Handler<WebEnv> => {
  const published = publishedFigures(app);
  return async (context) => {
    const visitor = visitorOf(context);
    const { language } = visitor;
    const say = speaker(language);
    const ground = await app.ground();
    const units = boardUnits(ground, app.today());
    const city = units.find(({ kind }) => kind === 'city');
    const address = city && readAddress(context, app, city, units);
    if (!city || !address) return notFoundPage(context);
    const { unit, period, group, at } = address;
    const [branches, months, fields, procedures, everywhere] = await askBoard(
      published.ask,
      address.unit.id,
      city.id,
      address.period,
    );
    for (const answer of [branches, months, fields, procedures, everywhere]) {
      if (!answer.ok) return showRefusal(context, answer.refusal);
    }
    if (!branches.ok || !months.ok || !fields.ok || !procedures.ok || !everywhere.ok) return notFoundPage(context);
    const { figures } = branches.value;
    const asOf = toLocal(branches.value.asOf);
    const name = boardName(language, unit);
    const query = new URLSearchParams({ unit: unit.id, from: period.from.toString(), to: period.to.toString() });
    const below = withEveryUnit(language, boardLines(language, figures), unit, ground, app.today()).filter(
      ({ key }) => key !== unit.id || unit.tier === 'commune',
    );
    const received = figures[0]?.value;
    const inGroup = boardLines(language, everywhere.value.figures).filter(({ key }) =>
      (group.kinds as readonly string[]).includes(ground.tree.get(key)?.kind ?? ''),
    );
    const places = ranked(inGroup);
    const late = boardLines(language, procedures.value.figures)
      .filter(({ values }) => asNumber(values['dossiers.open_overdue'] ?? { steps: 0, decimals: 0 }) > 0)
      .toSorted(
        (one, other) =>
          (other.values['dossiers.open_overdue']?.steps ?? 0) - (one.values['dossiers.open_overdue']?.steps ?? 0),
      );
    const unitHref = (key: string) =>
      units.some(({ id }) => id === key) ? at({ 'don-vi': key === city.id ? '' : key, nhom: '' }) : undefined;
    return context.html(
      <PortalPage
        visitor={{ ...visitor, path: '/cong-khai' }}
        title={`${say('Công khai kết quả giải quyết hồ sơ', 'How dossiers are dealt with')} · ${name}`}
        description={say(
          'Tiếp nhận, kết quả, đúng hạn theo đơn vị và lĩnh vực; hồ sơ nào đang quá hạn; tải dữ liệu mở.',
          'Intake, results and timeliness by unit and field; what is late now; open data.',
        )}
        wide
      >
        {unit.id === city.id ? null : (
          <Breadcrumbs
            language={language}
            items={idsOnPath(unit.path)
              .slice(0, -1)
              .flatMap((id) => {
                const above = ground.tree.get(id);
                return above ? [{ href: unitHref(id) ?? at({}), label: textIn(language, above.name) }] : [];
              })}
          />
        )}
        <h1>
          {name}: {textIn(language, period.name)}
        </h1>
        <p class="lead">
          {say(
            `Số liệu tính đến ${formatMoment(asOf)}, đếm từ nhật ký của từng hồ sơ.`,
            `As of ${formatMoment(asOf)}, counted from the journal of each dossier.`,
          )}
        </p>
        <form class="flow no-print" method="get" action={localHref(language, '/cong-khai')}>
          <Grid>
            <Select
              language={language}
              name="don-vi"
              label={say('Đơn vị', 'Unit')}
              placeholder={false}
              typeahead
              value={unit.id}
              options={units.map((one) => ({ value: one.id, label: optionName(language, one, units) }))}
            />
            <Select
              language={language}
              name="ky"
              label={say('Kỳ', 'Period')}
              placeholder={false}
              value={period.written}
              options={boardPeriods(app.today()).map((one) => ({
                value: one.written,
                label: textIn(language, one.name),
              }))}
            />
          </Grid>
          <Button variant="secondary">{say('Xem', 'Show')}</Button>
        </form>
        <Broken language={language} figures={figures} />
        <FourNumbers
          language={language}
          figures={figures}
          hrefOf={(id) => localHref(language, `/cong-khai/so-lieu/${id}?${query}`)}
        />
        {!received || received.steps === 0 ? (
          <EmptyState title={say('Chưa có hồ sơ nào trong kỳ này', 'No dossiers in this period yet')} />
        ) : null}
        <Section title={say('Diễn biến trong năm', 'Through the year')}>
          <Trend language={language} lines={boardLines(language, months.value.figures)} name={name} />
        </Section>
        {below.length > 1 ? (
          <Section
            title={
              unit.id === city.id
                ? say('Bản đồ đúng hạn theo quận, huyện', 'In time, by district')
                : say('Đúng hạn theo đơn vị trực thuộc', 'In time, by unit')
            }
          >
            <UnitMap
              language={language}
              label={say(
                'Tỷ lệ trước hạn và đúng hạn (%), mỗi ô một đơn vị',
                'Share in time (%), a tile for each unit',
              )}
              lines={below}
              ground={ground}
              hrefOf={(id) => unitHref(id) ?? at({})}
            />
            <Details summary={say('Bảng số từng đơn vị', 'The numbers of each unit')}>
              <BoardTable
                language={language}
                id="below"
                caption={say('Từng đơn vị, gồm cả cấp dưới', 'Each unit, with all below it')}
                first={say('Đơn vị', 'Unit')}
                lines={below}
                hrefOf={({ key }) => unitHref(key)}
              />
            </Details>
          </Section>
        ) : null}
        <Section title={say('Xếp hạng giữa các đơn vị cùng loại', 'Ranking among comparable units')}>
          <ul class="inline-links no-print">
            {comparableGroups.map((one) => (
              <li>
                <a href={`${at({ nhom: one.id })}#ranking`} aria-current={one.id === group.id ? 'true' : undefined}>
                  {textIn(language, one.name)}
                </a>
              </li>
            ))}
          </ul>
          <BoardTable
            language={language}
            id="ranking"
            caption={say(
              `${textIn(language, group.name)}: xếp theo tỷ lệ trước hạn và đúng hạn, ${textIn(language, period.name)}`,
              `${textIn(language, group.name)} by the share in time, ${textIn(language, period.name)}`,
            )}
            first={say('Cơ quan', 'Agency')}
            lines={places.map(({ line }) => line)}
            columns={['dossiers.on_time_share', 'dossiers.resolved', 'dossiers.open_overdue']}
            ranks={places.map(({ rank }) => rank)}
            hrefOf={({ key }) => unitHref(key)}
          />
          <p>
            <a
              href={localHref(
                language,
                `/cong-khai/chi-so?${new URLSearchParams({ ky: period.written, nhom: group.id })}`,
              )}
            >
              {say('Xếp hạng theo các bộ chỉ số', 'Ranking by indices')}
            </a>
          </p>
        </Section>
        <Section title={say('Theo lĩnh vực', 'By field')}>
          <BoardTable
            language={language}
            id="fields"
            columns={['dossiers.received', 'dossiers.resolved', 'dossiers.on_time_share', 'dossiers.open_overdue']}
            caption={say('Từng lĩnh vực', 'Each field')}
            first={say('Lĩnh vực', 'Field')}
            lines={boardLines(language, fields.value.figures)}
          />
        </Section>
        <Section title={say('Đang quá hạn', 'Late now')}>
          {late.length === 0 ? (
            <EmptyState title={say('Không có hồ sơ nào đang quá hạn', 'Nothing is late today')} />
          ) : (
            <BoardTable
              language={language}
              id="late"
              columns={['dossiers.open_overdue', 'dossiers.open', 'dossiers.on_time_share']}
              caption={say('Thủ tục có hồ sơ đang quá hạn', 'Procedures with overdue dossiers')}
              first={say('Thủ tục', 'Procedure')}
              lines={late}
              hrefOf={({ key }) => localHref(language, `/thu-tuc/${key}`)}
            />
          )}
        </Section>
        <Section title={say('Dữ liệu mở', 'Open data')}>
          <p>
            <ButtonLink href={at({}, '/cong-khai/du-lieu.csv')} variant="secondary" download>
              {say('Tải số liệu theo cơ quan (CSV)', 'Figures by agency (CSV)')}
            </ButtonLink>{' '}
            <PrintButton>{say('In trang này', 'Print this page')}</PrintButton>
          </p>
          <p class="quiet">
            {say(
              'Định nghĩa từng số liệu: bấm vào con số ở đầu trang. Máy đọc được tại /api/figures.',
              'The definition of each figure: follow the numbers above. For machines: /api/figures.',
            )}
          </p>
        </Section>
      </PortalPage>,
    );
  };
};

/** A commune is named with its district: twenty-five names occur twice. */
function optionName(language: 'vi' | 'en', unit: Unit, units: readonly Unit[]): string {
  const name = textIn(language, unit.name);
  const above = unit.tier === 'commune' ? units.find(({ id }) => id === unit.parentId) : undefined;
  return above ? `${name}, ${textIn(language, above.name)}` : name;
}

/** `/cong-khai/du-lieu.csv`: every agency with its figures, for spreadsheets. */
export const boardCsv = (app: App): Handler<WebEnv> => {
  const published = publishedFigures(app);
  return async (context) => {
    const units = boardUnits(await app.ground(), app.today());
    const city = units.find(({ kind }) => kind === 'city');
    const address = city && readAddress(context, app, city, units);
    if (!address) return notFoundPage(context);
    const { unit, period } = address;
    const answer = await published.ask({
      ids: boardIds,
      from: period.from,
      to: period.to,
      unitId: unit.id,
      by: 'unit',
    });
    if (!answer.ok) return showRefusal(context, answer.refusal);
    const head = ['unit_id', 'unit', ...boardIds, 'from', 'to', 'as_of'];
    const rows = boardLines('vi', answer.value.figures).map(({ key, label, values }) => [
      key,
      label,
      ...boardIds.map((id) => {
        const value = values[id];
        return value ? String(asNumber(value)) : '';
      }),
      period.from.toString(),
      period.to.toString(),
      answer.value.asOf.toString(),
    ]);
    const csv = [head, ...rows].map((row) => row.map(quoted).join(',')).join('\r\n');
    return new Response(`\ufeff${csv}\r\n`, {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="cong-khai-${unit.id}-${period.written}.csv"`,
      },
    });
  };
};

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
