import type { Handler } from 'hono';
import type { App } from '#app.ts';
import type { Language, Text } from '#kernel/text.ts';
import { toLocal } from '#kernel/zone.ts';
import {
  type FigureAnswer,
  type FigureDimension,
  type FigureLine,
  type FigureValue,
  figureDefinition,
  formatFigure,
} from '#modules/figures/index.ts';
import {
  Alert,
  Breadcrumbs,
  Button,
  Facts,
  Field,
  Figures,
  formatDate,
  formatMoment,
  Grid,
  localHref,
  Select,
  speaker,
  Table,
  TrendChart,
  textIn,
} from '#surfaces/ui/index.ts';
import { BrokenIdentities } from '#surfaces/web/broken-identities.tsx';
import { readFigurePage, writeFigureFile, writeFigurePage } from '#surfaces/web/figure-address.ts';
import type { FigureAddress } from '#surfaces/web/figure-question.ts';
import { askFigure } from '#surfaces/web/published-figure.ts';
import { publishedFigures } from '#surfaces/web/published-figures.ts';
import { notFoundPage, showRefusal } from '#surfaces/web/refusal-page.tsx';
import { visitorOf, type WebEnv } from '#surfaces/web/visitor.ts';
import { PortalPage } from '../portal-page.tsx';

const dimensionWords: Readonly<Record<FigureDimension, Text>> = {
  month: { vi: 'Tháng', en: 'Month' },
  branch: { vi: 'Đơn vị trực thuộc', en: 'Units below' },
  unit: { vi: 'Từng cơ quan', en: 'Each agency' },
  tier: { vi: 'Cấp', en: 'Tier' },
  field: { vi: 'Lĩnh vực', en: 'Field' },
  procedure: { vi: 'Thủ tục', en: 'Procedure' },
  channel: { vi: 'Cách nộp', en: 'How filed' },
  level: { vi: 'Mức độ dịch vụ', en: 'E-service level' },
};

const sourceWords: Readonly<Record<string, Text>> = {
  cases: { vi: 'đếm từ nhật ký hồ sơ', en: 'counted from the journals of cases' },
  registers: { vi: 'từ sổ do đơn vị ghi, có minh chứng', en: 'from a register kept with evidence' },
  organisation: { vi: 'từ danh sách đơn vị và ủy quyền', en: 'from the list of units and delegations' },
  catalogue: { vi: 'từ danh mục thủ tục', en: 'from the catalogue of procedures' },
  figures: { vi: 'tính từ các chỉ tiêu khác', en: 'made of other figures' },
};

/** `/cong-khai/so-lieu/:id`: one figure with its definition, its course month by month, its parts, and a file to take along. */
export const figurePage =
  (app: App): Handler<WebEnv> =>
  async (context) => {
    const visitor = visitorOf(context);
    const { language } = visitor;
    const say = speaker(language);
    const definition = figureDefinition(context.req.param('id') ?? '');
    if (!definition) return notFoundPage(context);
    const read = readFigurePage(app, (name) => context.req.query(name));
    if (!read.ok) return showRefusal(context, read.refusal);
    const { by, ...asked } = read.value;
    const { id, dimensions } = definition;
    const { ask } = publishedFigures(app);
    const monthly = dimensions.includes('month') ? await askFigure(ask, id, asked, 'month') : undefined;
    const parts = by && by !== 'month' ? await askFigure(ask, id, asked, by) : undefined;
    const answer = parts ?? monthly ?? (await ask({ ids: [id], ...asked }));
    if (!answer.ok) return showRefusal(context, answer.refusal);
    const [figure] = answer.value.figures;
    if (!figure) return notFoundPage(context);
    const months = monthly?.ok ? (monthly.value.figures[0]?.lines ?? []) : [];
    const { tree } = await app.ground();
    const unit = tree.get(answer.value.unitId);
    const title = textIn(language, definition.name);
    const oversees = visitor.actor?.kind === 'officer';
    // the file and the cases are of the same moment as the number
    const shown = { ...asked, asOf: answer.value.asOf };
    return context.html(
      <PortalPage visitor={visitor} title={title} description={textIn(language, definition.definition)}>
        <Breadcrumbs
          language={language}
          items={[
            { label: say('Số liệu', 'Figures'), href: localHref(language, '/cong-khai/so-lieu') },
            { label: title },
          ]}
        />
        <h1>{title}</h1>
        <p class="lead">{textIn(language, definition.definition)}</p>
        <Figures
          figures={[
            {
              label: unit ? textIn(language, unit.name) : answer.value.unitId,
              value: inMeasure(language, figure, figure.value),
            },
          ]}
        />
        {figure.value === null ? (
          <Alert language={language} title={say('Chưa có số liệu', 'No value yet')}>
            <p>
              {say(
                'Chưa có sổ nào cung cấp chỉ tiêu này, hoặc không có gì để chia trong kỳ. Hệ thống không tự điền con số.',
                'No register feeds this figure yet, or there is nothing to divide by in the period. Nothing is filled in.',
              )}
            </p>
          </Alert>
        ) : null}
        <BrokenIdentities language={language} figures={[figure]} />
        <Facts
          facts={[
            {
              label: definition.isStock ? say('Vào cuối ngày', 'At the end of') : say('Trong kỳ', 'In the period'),
              value: definition.isStock ? formatDate(asked.to) : `${formatDate(asked.from)} – ${formatDate(asked.to)}`,
            },
            {
              label: say('Theo những gì biết lúc', 'As known at'),
              value: formatMoment(toLocal(answer.value.asOf)),
            },
            { label: say('Nguồn', 'Source'), value: textIn(language, sourceWords[definition.source.from]!) },
            { label: say('Căn cứ', 'Legal basis'), value: definition.legalBasis },
          ]}
        />
        <QuestionForm
          app={app}
          language={language}
          id={id}
          asked={read.value}
          dimensions={dimensions}
          units={unitOptions(tree, language)}
        />
        {months.length > 1 ? <Trend language={language} figure={figure} title={title} months={months} /> : null}
        {parts && figure.lines.length > 0 ? (
          <LinesTable
            language={language}
            id="parts"
            figure={figure}
            heading={textIn(language, dimensionWords[by as FigureDimension])}
            title={title}
            lines={figure.lines}
            withTotal={definition.decimals === 0}
          />
        ) : null}
        <p>
          <a href={writeFigureFile(id, { ...shown, by }, 'xlsx', language)}>{say('Tải về .xlsx', 'Download .xlsx')}</a>
          {' · '}
          <a href={writeFigureFile(id, { ...shown, by }, 'csv', language)}>{say('Tải về CSV', 'Download CSV')}</a>
          {oversees && definition.source.from !== 'organisation' && definition.source.from !== 'catalogue' ? (
            <>
              {' · '}
              <a href={localHref(language, writeFigurePage(`/lam-viec/so-lieu/${id}`, shown))}>
                {say('Hồ sơ phía sau con số', 'Cases behind the number')}
              </a>
            </>
          ) : null}
        </p>
      </PortalPage>,
    );
  };

/** A number with its unit of measure; a percentage keeps its sign close. */
function inMeasure(language: Language, { definition }: FigureAnswer, value: FigureValue | null): string {
  if (value === null) return '–';
  const measure = textIn(language, definition.measure);
  return `${formatFigure(language, value)}${measure === '%' ? '%' : ` ${measure}`}`;
}

function Trend(props: { language: Language; figure: FigureAnswer; title: string; months: readonly FigureLine[] }) {
  const { language, figure, title, months } = props;
  const say = speaker(language);
  const values = months.map(({ value }) => (value === null ? undefined : value.steps / 10 ** value.decimals));
  const most = months.reduce<FigureValue | null>(
    (top, { value }) => (value && (!top || value.steps > top.steps) ? value : top),
    null,
  );
  return (
    <section class="flow full">
      <h2>{say('Từng tháng', 'Month by month')}</h2>
      <TrendChart
        id="trend"
        label={say(
          `${title} từng tháng, cao nhất ${formatFigure('vi', most)}`,
          `${title} by month, at most ${formatFigure('en', most)}`,
        )}
        series={[title]}
        points={months.map(({ key }, place) => ({ label: `T${Number(key.slice(5))}`, values: [values[place]] }))}
        top={inMeasure(language, figure, most)}
      />
      <LinesTable
        language={language}
        id="months"
        figure={figure}
        heading={say('Tháng', 'Month')}
        title={say('Số liệu từng tháng', 'Month by month, in numbers')}
        lines={months}
        withTotal={false}
      />
    </section>
  );
}

function LinesTable(props: {
  language: Language;
  id: string;
  figure: FigureAnswer;
  heading: string;
  title: string;
  lines: readonly FigureLine[];
  withTotal: boolean;
}) {
  const { language, figure, lines } = props;
  return (
    <Table
      id={props.id}
      caption={props.title}
      columns={[{ label: props.heading }, { label: textIn(language, figure.definition.measure), align: 'end' }]}
      rows={lines.map(({ label, value }) => [textIn(language, label), formatFigure(language, value)])}
      totals={props.withTotal ? [speaker(language)('Tổng', 'Total'), formatFigure(language, figure.value)] : undefined}
    />
  );
}

type Units = Awaited<ReturnType<App['ground']>>['tree'];

/** The city, its departments and districts; a commune is reached from its district. */
const unitOptions = (tree: Units, language: Language) =>
  [...tree.values()]
    .filter(({ kind }) => ['city', 'department', 'urban-district', 'rural-district', 'district-town'].includes(kind))
    .map(({ id, name }) => ({ value: id, label: textIn(language, name) }));

function QuestionForm(props: {
  app: App;
  language: Language;
  id: string;
  asked: FigureAddress;
  dimensions: readonly FigureDimension[];
  units: readonly { readonly value: string; readonly label: string }[];
}) {
  const { language, asked, units } = props;
  const say = speaker(language);
  const others = props.dimensions.filter((dimension) => dimension !== 'month');
  const known = !asked.unitId || units.some(({ value }) => value === asked.unitId);
  return (
    <form class="flow no-print" method="get" action={localHref(language, `/cong-khai/so-lieu/${props.id}`)}>
      <Grid>
        <Select
          language={language}
          name="don-vi"
          label={say('Đơn vị', 'Unit')}
          placeholder={false}
          typeahead
          value={asked.unitId}
          options={known ? units : [...units, { value: asked.unitId ?? '', label: asked.unitId ?? '' }]}
        />
        <Field
          language={language}
          kind="date"
          name="tu"
          label={say('Từ ngày', 'From')}
          value={formatDate(asked.from)}
        />
        <Field
          language={language}
          kind="date"
          name="den"
          label={say('Đến hết ngày', 'To the end of')}
          value={formatDate(asked.to)}
        />
        {others.length > 0 ? (
          <Select
            language={language}
            name="theo"
            label={say('Chia theo', 'Broken down by')}
            placeholder={say('Không chia', 'Nothing')}
            optional
            value={asked.by}
            options={others.map((value) => ({ value, label: textIn(language, dimensionWords[value]) }))}
          />
        ) : null}
      </Grid>
      <Button variant="secondary">{say('Xem', 'Show')}</Button>
    </form>
  );
}
