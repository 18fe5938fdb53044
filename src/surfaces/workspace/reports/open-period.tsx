import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { App } from '#app.ts';
import type { Refusal } from '#kernel/result.ts';
import {
  formsOfRegime,
  lastPeriod,
  type ReportRegime,
  reporterGroups,
  reportFrequencies,
} from '#modules/reports/index.ts';
import { secretToken } from '#platform/random.ts';
import {
  Button,
  Choice,
  ErrorSummary,
  Field,
  Form,
  formatDate,
  localHref,
  parseDate,
  Queues,
  Select,
  speaker,
  textIn,
} from '#surfaces/ui/index.ts';
import { readForm } from '#surfaces/web/read-form.ts';
import { notFoundPage } from '#surfaces/web/refusal-page.tsx';
import { refusalSentence, refusalStatus } from '#surfaces/web/refusals.ts';
import type { WebEnv } from '#surfaces/web/visitor.ts';
import { asOfficer, type Officer } from '../officer.ts';
import { WorkspacePage } from '../workspace-page.tsx';
import { frequencyWords, groupWords } from './report-words.ts';

const path = '/lam-viec/bao-cao/mo';

/** GET `/lam-viec/bao-cao/mo`: the regime and how often it reports propose the days; a person says them. */
export const openPeriodPage = (app: App) =>
  asOfficer(app, async (officer, context) => {
    const regimes = app.reports.regimesOf(officer.actor);
    const regime = regimes.find(({ id }) => id === context.req.query('che-do')) ?? regimes[0];
    if (!regime) return notFoundPage(context);
    const frequency =
      regime.frequencies.find((one) => one === context.req.query('ky')) ?? regime.frequencies[0] ?? 'on-request';
    const { from, to } = lastPeriod(regime, frequency, app.today());
    const { commune, department, city } = regime.dueWorkingDays;
    const due = async (days: number) => formatDate(await app.reports.workingDayAfter(app.today(), days));
    const values = {
      from: formatDate(from),
      to: formatDate(to),
      communeDueOn: await due(commune),
      agencyDueOn: await due(department),
      cityDueOn: await due(city),
    };
    return show(app, officer, context, regime, frequency, values, regime.reporters);
  });

/** POST `/lam-viec/bao-cao/mo` */
export const openPeriod = (app: App) =>
  asOfficer(app, async (officer, context) => {
    const form = readForm(context);
    const regime = app.reports.regimesOf(officer.actor).find(({ id }) => id === form.text('regime'));
    if (!regime) return notFoundPage(context);
    const reporters = reporterGroups.filter((group) => form.all('reporters').includes(group));
    const opened = await app.reports.open(
      officer.actor,
      {
        regime: regime.id,
        title: form.text('title').slice(0, 200),
        from: parseDate(form.text('from')),
        to: parseDate(form.text('to')),
        reporters,
        dueOn: {
          commune: parseDate(form.text('communeDueOn')),
          agency: parseDate(form.text('agencyDueOn')),
          city: parseDate(form.text('cityDueOn')),
        },
      },
      form.call(officer.visitor).key,
    );
    if (opened.ok)
      return context.redirect(localHref(officer.visitor.language, `/lam-viec/viec/${opened.value.caseId}`), 303);
    const frequency = reportFrequencies.find((one) => one === form.text('frequency')) ?? 'on-request';
    return show(app, officer, context, regime, frequency, form.values, reporters, opened.refusal);
  });

function show(
  app: App,
  officer: Officer,
  context: Context<WebEnv>,
  regime: ReportRegime,
  frequency: (typeof reportFrequencies)[number],
  values: Readonly<Record<string, string>>,
  reporters: readonly string[],
  refusal?: Refusal,
) {
  const { language, csrfToken } = officer.visitor;
  const say = speaker(language);
  const errors = refusal
    ? [{ ...(refusal.field ? { field: refusal.field } : {}), message: refusalSentence(refusal, language) }]
    : [];
  const errorAt = (field: string) => errors.find((error) => error.field === field)?.message;
  const date = (name: string, label: string, hint?: string) => (
    <Field
      language={language}
      kind="date"
      name={name}
      label={label}
      hint={hint}
      value={values[name] ?? ''}
      error={errorAt(name)}
    />
  );
  const title = say('Mở kỳ báo cáo', 'Open a period');
  return context.html(
    <WorkspacePage
      officer={officer}
      title={title}
      hasErrors={errors.length > 0}
      back={{ href: localHref(language, '/lam-viec/bao-cao'), label: say('Báo cáo', 'Reports') }}
    >
      <ErrorSummary language={language} errors={errors} />
      <h1>{title}</h1>
      <form class="form" method="get" action={localHref(language, path)}>
        <Select
          language={language}
          name="che-do"
          label={say('Chế độ báo cáo', 'Regime')}
          placeholder={false}
          value={regime.id}
          options={app.reports
            .regimesOf(officer.actor)
            .map(({ id, name }) => ({ value: id, label: textIn(language, name) }))}
        />
        <Button variant="secondary">{say('Chọn chế độ này', 'Choose this regime')}</Button>
      </form>
      <p>
        {say('Căn cứ', 'Basis')}: <span lang="vi">{regime.basis}</span>
      </p>
      {regime.forms.length > 0 ? (
        <ul>
          {formsOfRegime(regime).map(({ id, name }) => (
            <li>
              {say('Biểu', 'Form')} {id}: <span lang="vi">{name}</span>
            </li>
          ))}
        </ul>
      ) : null}
      <Queues
        label={say('Kỳ', 'How often')}
        queues={regime.frequencies.map((one) => ({
          href: localHref(language, `${path}?che-do=${regime.id}&ky=${one}`),
          label: textIn(language, frequencyWords[one]),
          current: one === frequency,
        }))}
      />
      <Form
        csrfToken={csrfToken}
        action={localHref(language, path)}
        hidden={{ key: secretToken(), regime: regime.id, frequency }}
      >
        <Field
          language={language}
          name="title"
          label={say('Tên báo cáo', 'Title')}
          hint={say('Để trống: tên chế độ và kỳ.', 'Leave empty: the regime and the period.')}
          optional
          value={values.title ?? ''}
        />
        {date('from', say('Số liệu từ ngày', 'Figures from'))}
        {date(
          'to',
          say('Chốt số liệu hết ngày', 'Cut-off at the end of'),
          say('Không nhất thiết là ngày cuối tháng', 'Not always the end of a month'),
        )}
        <Choice
          language={language}
          name="reporters"
          multiple
          legend={say('Đơn vị phải báo cáo', 'Units that report')}
          value={reporters}
          error={errorAt('reporters')}
          options={regime.reporters.map((group) => ({ value: group, label: textIn(language, groupWords[group]) }))}
        />
        {date('communeDueOn', say('Xã, phường gửi trước hết ngày', 'Communes send by'))}
        {date('agencyDueOn', say('Sở, quận, huyện gửi trước hết ngày', 'Departments and districts send by'))}
        {date('cityDueOn', say('Thành phố ký trước hết ngày', 'The city signs by'))}
        <Button>{say('Mở kỳ và gửi yêu cầu', 'Open it and ask the units')}</Button>
      </Form>
    </WorkspacePage>,
    (refusal ? refusalStatus(refusal) : 200) as ContentfulStatusCode,
  );
}
