import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { App } from '#app.ts';
import type { Refusal } from '#kernel/result.ts';
import type { Language } from '#kernel/text.ts';
import { toLocal } from '#kernel/zone.ts';
import {
  type FigureClosing,
  type FigureRestated,
  type FiguresAnswer,
  figureDefinition,
  formatFigure,
  mayClose,
  restatedFigures,
} from '#modules/figures/index.ts';
import type { Unit } from '#modules/organisation/index.ts';
import {
  Actions,
  Alert,
  Button,
  Details,
  ErrorSummary,
  Facts,
  Field,
  Form,
  formatDate,
  formatMoment,
  Grid,
  localHref,
  PrintButton,
  Select,
  speaker,
  Table,
  textIn,
} from '#surfaces/ui/index.ts';
import { boardName, boardUnits, FourNumbers } from '#surfaces/web/board-parts.tsx';
import { boardPeriods } from '#surfaces/web/board-period.ts';
import { BrokenIdentities, brokenOf } from '#surfaces/web/broken-identities.tsx';
import { readFigurePage, writeFigurePage } from '#surfaces/web/figure-address.ts';
import type { FigureAddress } from '#surfaces/web/figure-question.ts';
import { readForm } from '#surfaces/web/read-form.ts';
import { notFoundPage, showRefusal } from '#surfaces/web/refusal-page.tsx';
import { refusalSentence, refusalStatus } from '#surfaces/web/refusals.ts';
import type { WebEnv } from '#surfaces/web/visitor.ts';
import { asOfficer, type Officer } from '../officer.ts';
import { WorkspacePage } from '../workspace-page.tsx';

const path = '/lam-viec/so-lieu/chot-ky';

/** The unit and the days a closing is of. */
type ClosingAddress = Pick<FigureAddress, 'from' | 'to'> & { readonly unit: Unit };

/** Reads unit and days; without any it is the first unit the officer answers for and the month before this one. */
function readClosing(app: App, officer: Officer, units: readonly Unit[], query: (name: string) => string | undefined) {
  const read = readFigurePage(app, query);
  if (!read.ok) return read;
  const first = app.today().with({ day: 1 }).subtract({ months: 1 });
  const hasDays = Boolean(query('tu') || query('den'));
  const days = hasDays ? read.value : { from: first, to: first.with({ day: first.daysInMonth }) };
  const unit = officer.ground.tree.get(read.value.unitId ?? '') ?? units[0];
  return { ok: true as const, value: unit ? { unit, from: days.from, to: days.to } : undefined };
}

/** The units whose figures the officer answers for. */
const unitsOf = (app: App, { actor, ground, now }: Officer): readonly Unit[] =>
  boardUnits(ground, app.today()).filter((unit) => mayClose(actor, unit.path, now));

/** GET `/lam-viec/so-lieu/chot-ky`: a period as it is known now, its closings, and what each later one says otherwise. */
export const closingPage = (app: App) =>
  asOfficer(app, async (officer, context) => {
    const units = unitsOf(app, officer);
    const read = readClosing(app, officer, units, (name) => context.req.query(name));
    if (!read.ok) return showRefusal(context, read.refusal);
    return read.value ? show(app, officer, context, units, read.value) : notFoundPage(context);
  });

/** POST `/lam-viec/so-lieu/chot-ky`: closes it, or restates it for a reason. */
export const closeFigures = (app: App) =>
  asOfficer(app, async (officer, context) => {
    const units = unitsOf(app, officer);
    const form = readForm(context);
    const read = readClosing(app, officer, units, (name) => form.text(name));
    if (!read.ok) return showRefusal(context, read.refusal);
    if (!read.value) return notFoundPage(context);
    const { unit, from, to } = read.value;
    const reason = form.text('reason').slice(0, 1000);
    const closed = await app.figures.close(officer.actor, { unitId: unit.id, from, to, reason });
    if (!closed.ok) return show(app, officer, context, units, read.value, closed.refusal);
    return context.redirect(addressOf(officer.visitor.language, read.value), 303);
  });

/** GET `/lam-viec/so-lieu/chot-ky/noi-dung.json`: what was closed, to the letter, so that anyone can compute its hash again. */
export const closedContent = (app: App) =>
  asOfficer(app, async (officer, context) => {
    const units = unitsOf(app, officer);
    const read = readClosing(app, officer, units, (name) => context.req.query(name));
    if (!read.ok || !read.value) return notFoundPage(context);
    const { unit, from, to } = read.value;
    const versions = units.includes(unit) ? await app.figures.closings({ unitId: unit.id, from, to }) : [];
    const found = versions.find(({ closing }) => String(closing.version) === context.req.query('phien-ban'))?.closing;
    if (!found) return notFoundPage(context);
    const { unitId, version, asOf, figures, definitions, sha256 } = found;
    const content = { unitId, from: found.from, to: found.to, version, asOf, figures, definitions };
    return context.json({ content, sha256 }, 200, {
      'content-disposition': `attachment; filename="chot-ky-${unitId}-${found.from}-${found.to}-${version}.json"`,
    });
  });

const addressOf = (language: Language, { unit, from, to }: ClosingAddress, rest = ''): string =>
  localHref(language, writeFigurePage(`${path}${rest}`, { unitId: unit.id, from, to }));

async function show(
  app: App,
  officer: Officer,
  context: Context<WebEnv>,
  units: readonly Unit[],
  address: ClosingAddress,
  refusal?: Refusal,
) {
  const { language, csrfToken } = officer.visitor;
  const say = speaker(language);
  const { unit, from, to } = address;
  const ids = app.figures.catalogue.map(({ id }) => id);
  const [now, versions, closed] = await Promise.all([
    app.figures.ask({ ids, unitId: unit.id, from, to }),
    app.figures.closings({ unitId: unit.id, from, to }),
    app.figures.closedPeriods(unit.id),
  ]);
  if (!now.ok) return showRefusal(context, now.refusal);
  const last = versions.at(-1)?.closing;
  const values = Object.fromEntries(now.value.figures.map(({ definition, value }) => [definition.id, value]));
  const since = last ? restatedFigures(last.figures, values) : [];
  const message = refusal && refusalSentence(refusal, language);
  const isOver = Temporal.PlainDate.compare(to, app.today()) < 0;
  const title = say('Chốt số liệu theo kỳ', 'Closing a period');
  const hrefOf = (id: string) =>
    localHref(language, writeFigurePage(`/cong-khai/so-lieu/${id}`, { unitId: unit.id, from, to }));
  return context.html(
    <WorkspacePage officer={officer} title={title} hasErrors={message !== undefined}>
      <ErrorSummary
        language={language}
        errors={message ? [refusal?.field === 'reason' ? { field: 'reason', message } : { message }] : []}
      />
      <h1>{title}</h1>
      <p class="lead">
        {say(
          'Chốt kỳ giữ nguyên mọi con số như đang biết, kèm mã băm, không ai sửa được. Số đến muộn là một bản điều chỉnh có lý do, đứng cạnh bản cũ.',
          'Closing keeps every number as it is known, with a hash, and nobody changes it. What comes in late is a restatement with a reason, beside the one before.',
        )}
      </p>
      <form class="flow no-print" method="get" action={localHref(language, path)}>
        <Grid>
          <Select
            language={language}
            name="don-vi"
            label={say('Đơn vị', 'Unit')}
            placeholder={false}
            typeahead
            value={unit.id}
            options={units.map((one) => ({ value: one.id, label: boardName(language, one) }))}
          />
          <Field language={language} kind="date" name="tu" label={say('Từ ngày', 'From')} value={formatDate(from)} />
          <Field
            language={language}
            kind="date"
            name="den"
            label={say('Đến hết ngày', 'To the end of')}
            value={formatDate(to)}
          />
        </Grid>
        <Button variant="secondary">{say('Xem kỳ này', 'Show this period')}</Button>
      </form>
      <PeriodLinks app={app} language={language} unit={unit} />
      <h2>
        {boardName(language, unit)}: {formatDate(from)} – {formatDate(to)}
      </h2>
      <Facts
        facts={[
          { label: say('Như đang biết lúc', 'As known at'), value: formatMoment(toLocal(now.value.asOf)) },
          {
            label: say('Chỉ tiêu có số', 'Figures with a value'),
            value: `${now.value.figures.filter(({ value }) => value !== null).length} / ${now.value.figures.length}`,
          },
          {
            label: say('Đã chốt', 'Closed'),
            value: last
              ? say(
                  `phiên bản ${last.version}, ${formatMoment(toLocal(last.closedAt))}`,
                  `version ${last.version}, ${formatMoment(toLocal(last.closedAt))}`,
                )
              : say('chưa', 'not yet'),
          },
        ]}
      />
      <FourNumbers language={language} figures={now.value.figures} hrefOf={hrefOf} />
      <Identities language={language} answer={now.value} />
      {last && since.length > 0 ? (
        <Restated
          language={language}
          id="since"
          caption={say(
            `Khác với bản đã chốt: ${since.length} chỉ tiêu`,
            `Otherwise than closed: ${since.length} figures`,
          )}
          restated={since}
          heads={[say('Đã chốt', 'Closed'), say('Hiện nay', 'Now')]}
          hrefOf={hrefOf}
        />
      ) : null}
      {last && since.length === 0 ? (
        <Alert language={language} tone="success">
          <p>{say('Đếm lại lúc này vẫn đúng như bản đã chốt.', 'Counted again now, it is as it was closed.')}</p>
        </Alert>
      ) : null}
      {isOver && (!last || since.length > 0) ? (
        <Form
          csrfToken={csrfToken}
          action={localHref(language, path)}
          hidden={{ 'don-vi': unit.id, tu: formatDate(from), den: formatDate(to) }}
        >
          {last ? (
            <Field
              language={language}
              name="reason"
              kind="long-text"
              label={say('Vì sao điều chỉnh', 'Why it is restated')}
              hint={say(
                'Ví dụ: hồ sơ nhận qua bưu chính tháng 10 được nhập trong tháng 11.',
                'For example: dossiers that came by post in October were entered in November.',
              )}
              maxLength={1000}
              error={refusal?.field === 'reason' ? message : undefined}
            />
          ) : null}
          <Actions>
            <Button>
              {last ? say('Chốt bản điều chỉnh', 'Close a restatement') : say('Chốt kỳ này', 'Close this period')}
            </Button>
          </Actions>
        </Form>
      ) : null}
      {isOver ? null : (
        <Alert language={language}>
          <p>
            {say(
              'Kỳ này chưa hết; hết ngày cuối mới chốt được.',
              'The period is not over; it is closed after its last day.',
            )}
          </p>
        </Alert>
      )}
      <Versions language={language} address={address} versions={versions} hrefOf={hrefOf} />
      <ClosedPeriods language={language} unit={unit} closed={closed} />
      <PrintButton>{say('In trang này', 'Print this page')}</PrintButton>
    </WorkspacePage>,
    (refusal ? refusalStatus(refusal) : 200) as ContentfulStatusCode,
  );
}

/** Periods that are over, at one click. */
function PeriodLinks({ app, language, unit }: { app: App; language: Language; unit: Unit }) {
  const today = app.today();
  const over = boardPeriods(today).filter(({ to }) => Temporal.PlainDate.compare(to, today) < 0);
  return (
    <p class="no-print">
      {over.map(({ name, from, to }, place) => (
        <>
          {place > 0 ? ' · ' : ''}
          <a href={addressOf(language, { unit, from, to })}>{textIn(language, name)}</a>
        </>
      ))}
    </p>
  );
}

/** The identities of what is closed: that all hold is said too. */
function Identities({ language, answer }: { language: Language; answer: FiguresAnswer }) {
  if (brokenOf(answer.figures).length > 0) return <BrokenIdentities language={language} figures={answer.figures} />;
  return (
    <Alert language={language} tone="success">
      <p>{speaker(language)('Mọi tổng đều bằng các phần của nó.', 'Every total is the sum of its parts.')}</p>
    </Alert>
  );
}

function Restated(props: {
  language: Language;
  id: string;
  caption: string;
  restated: readonly FigureRestated[];
  heads: readonly [string, string];
  hrefOf: (id: string) => string;
}) {
  const { language, restated, heads } = props;
  const say = speaker(language);
  return (
    <Table
      id={props.id}
      caption={props.caption}
      stack
      columns={[
        { label: say('Chỉ tiêu', 'Figure') },
        { label: heads[0], align: 'end' },
        { label: heads[1], align: 'end' },
      ]}
      rows={restated.map(({ id, before, after }) => [
        <a href={props.hrefOf(id)}>{textIn(language, figureDefinition(id)?.name ?? { vi: id, en: id })}</a>,
        formatFigure(language, before),
        formatFigure(language, after),
      ])}
    />
  );
}

function Versions(props: {
  language: Language;
  address: ClosingAddress;
  versions: readonly { readonly closing: FigureClosing; readonly restated: readonly FigureRestated[] }[];
  hrefOf: (id: string) => string;
}) {
  const { language, address, versions } = props;
  const say = speaker(language);
  if (versions.length === 0) return null;
  return (
    <section class="flow full">
      <Table
        id="versions"
        caption={say('Các bản đã chốt của kỳ này', 'Closings of this period')}
        stack
        columns={[
          { label: say('Phiên bản', 'Version') },
          { label: say('Chốt lúc', 'Closed') },
          { label: say('Người chốt', 'By') },
          { label: say('Lý do điều chỉnh', 'Why restated') },
          { label: say('Mã băm SHA-256', 'SHA-256') },
        ]}
        rows={versions.map(({ closing }) => [
          <a href={`${addressOf(language, address, '/noi-dung.json')}&phien-ban=${closing.version}`}>
            {say(`Bản ${closing.version}`, `Version ${closing.version}`)}
          </a>,
          formatMoment(toLocal(closing.closedAt)),
          closing.closedByName,
          closing.reason || '–',
          <span class="long-address">{closing.sha256}</span>,
        ])}
      />
      {versions
        .filter(({ restated }) => restated.length > 0)
        .map(({ closing: { version }, restated }) => (
          <Details
            summary={say(
              `Bản ${version} khác bản ${version - 1} ở ${restated.length} chỉ tiêu`,
              `Version ${version} differs from ${version - 1} in ${restated.length} figures`,
            )}
          >
            <Restated
              language={language}
              id={`version-${version}`}
              caption={say(`Điều chỉnh ở bản ${version}`, `Restated in version ${version}`)}
              restated={restated}
              heads={[say(`Bản ${version - 1}`, `Version ${version - 1}`), say(`Bản ${version}`, `Version ${version}`)]}
              hrefOf={props.hrefOf}
            />
          </Details>
        ))}
    </section>
  );
}

/** Other periods of the unit that are closed. */
function ClosedPeriods(props: { language: Language; unit: Unit; closed: readonly FigureClosing[] }) {
  const { language, unit, closed } = props;
  const say = speaker(language);
  if (closed.length === 0) return null;
  const day = (written: string) => Temporal.PlainDate.from(written);
  return (
    <Table
      id="closed-periods"
      caption={say('Các kỳ đã chốt của đơn vị', 'Periods closed for this unit')}
      stack
      columns={[
        { label: say('Kỳ', 'Period') },
        { label: say('Phiên bản', 'Version'), align: 'end' },
        { label: say('Chốt lúc', 'Closed') },
        { label: say('Người chốt', 'By') },
      ]}
      rows={closed.map(({ from, to, version, closedAt, closedByName }) => [
        <a href={addressOf(language, { unit, from: day(from), to: day(to) })}>
          {formatDate(day(from))} – {formatDate(day(to))}
        </a>,
        String(version),
        formatMoment(toLocal(closedAt)),
        closedByName,
      ])}
    />
  );
}
