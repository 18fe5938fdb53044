import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { App } from '#app.ts';
import type { Refusal } from '#kernel/result.ts';
import { cityIn } from '#modules/organisation/index.ts';
import { secretToken } from '#platform/random.ts';
import {
  Alert,
  Button,
  Choice,
  EmptyState,
  ErrorSummary,
  Field,
  Form,
  formatDate,
  Grid,
  localHref,
  parseDate,
  Select,
  speaker,
  Table,
  textIn,
} from '#surfaces/ui/index.ts';
import { readForm } from '#surfaces/web/read-form.ts';
import { notFoundPage } from '#surfaces/web/refusal-page.tsx';
import { refusalSentence, refusalStatus } from '#surfaces/web/refusals.ts';
import type { WebEnv } from '#surfaces/web/visitor.ts';
import { asOfficer, type Officer } from '../officer.ts';
import { unitWords } from '../words.ts';
import { WorkspacePage } from '../workspace-page.tsx';
import { readAssignment } from './give-form.ts';
import { DocumentFields, TaskRows, unitsBelow } from './give-page.tsx';

const path = '/lam-viec/nhiem-vu/dinh-ky';

/** GET `/lam-viec/nhiem-vu/dinh-ky`: work that comes back each month or quarter, and the rule that lateness raises tasks. */
export const dutiesPage = (app: App) => asOfficer(app, (officer, context) => show(app, officer, context, {}));

/** POST `/lam-viec/nhiem-vu/dinh-ky` */
export const recordDuty = (app: App) =>
  asOfficer(app, async (officer, context) => {
    const form = readForm(context);
    const { tasks, ...assignment } = readAssignment(form);
    const [first] = tasks;
    if (!first) return show(app, officer, context, form.values);
    const { deadline: _, ...task } = first;
    const days = /^\d{1,2}$/.exec(form.text('dueWorkingDays'))?.[0];
    const done = await app.tasks.recordDuty(officer.actor, {
      ...assignment,
      task,
      every: form.text('every') === 'quarter' ? 'quarter' : 'month',
      dueWorkingDays: Number(days ?? 0),
      untilOn: parseDate(form.text('untilOn')),
    });
    if (!done.ok) return show(app, officer, context, form.values, done.refusal);
    return context.redirect(localHref(officer.visitor.language, `${path}?xong=giao`), 303);
  });

/** POST `/lam-viec/nhiem-vu/dinh-ky/qua-han`: lateness raises tasks from tomorrow on, or does not. */
export const changeRaising = (app: App) =>
  asOfficer(app, async (officer, context) => {
    const form = readForm(context);
    const { raising } = await app.tasks.policy();
    const done = await app.tasks.changeRaising(
      officer.actor,
      { ...raising, on: form.text('on') === 'yes' },
      form.text('decision'),
    );
    if (!done.ok) return show(app, officer, context, form.values, done.refusal);
    return context.redirect(localHref(officer.visitor.language, `${path}?xong=quy-tac`), 303);
  });

async function show(
  app: App,
  officer: Officer,
  context: Context<WebEnv>,
  values: Readonly<Record<string, string>>,
  refusal?: Refusal,
) {
  if (officer.givesFor.length === 0) return notFoundPage(context);
  const { language, csrfToken } = officer.visitor;
  const say = speaker(language);
  const [duties, { raising }] = await Promise.all([app.tasks.duties(officer.givesFor), app.tasks.policy()]);
  const errors = refusal
    ? [{ ...(refusal.field ? { field: refusal.field } : {}), message: refusalSentence(refusal, language) }]
    : [];
  const errorAt = (field: string) => errors.find((error) => error.field === field)?.message;
  const shared = { language, values, errorAt };
  const done = context.req.query('xong');
  const title = say('Nhiệm vụ định kỳ', 'Recurring duties');
  const every = { month: say('hằng tháng', 'every month'), quarter: say('hằng quý', 'every quarter') };
  return context.html(
    <WorkspacePage
      officer={officer}
      title={title}
      hasErrors={errors.length > 0}
      back={{ href: localHref(language, '/lam-viec/nhiem-vu'), label: say('Nhiệm vụ', 'Tasks') }}
    >
      <ErrorSummary language={language} errors={errors} />
      {done === 'giao' ? (
        <Alert
          language={language}
          tone="success"
          live
          title={say('Đã ghi; nhiệm vụ của kỳ này đã giao', 'Recorded; the task of this period is given')}
        />
      ) : null}
      {done === 'quy-tac' ? (
        <Alert
          language={language}
          tone="success"
          live
          title={say('Quy tắc mới áp dụng từ ngày mai', 'The new rule stands from tomorrow')}
        />
      ) : null}
      <h1>{title}</h1>
      {duties.length === 0 ? (
        <EmptyState title={say('Chưa có nhiệm vụ định kỳ', 'No recurring duty yet')} />
      ) : (
        <Table
          id="duties"
          caption={title}
          captionHidden
          stack
          columns={[
            { label: say('Việc', 'Duty') },
            { label: say('Chủ trì', 'Led by') },
            { label: say('Kỳ', 'How often') },
            { label: say('Từ', 'From') },
          ]}
          rows={duties.map((duty) => [
            <span lang="vi">{duty.opening.title}</span>,
            textIn(language, unitWords(duty.opening.leadUnitId, officer.ground.tree)),
            `${every[duty.every]}, ${say(`hạn ${duty.dueWorkingDays} ngày làm việc đầu kỳ`, `due ${duty.dueWorkingDays} working days into it`)}`,
            `${formatDate(Temporal.PlainDate.from(duty.firstOn))}${duty.untilOn ? ` – ${formatDate(Temporal.PlainDate.from(duty.untilOn))}` : ''}`,
          ])}
        />
      )}
      <h2>{say('Thêm nhiệm vụ định kỳ', 'A new duty')}</h2>
      <Form csrfToken={csrfToken} action={localHref(language, path)} hidden={{ key: secretToken(), rows: '1' }}>
        <DocumentFields {...shared} officer={officer} />
        <TaskRows {...shared} index={0} rows={1} units={unitsBelow(officer)} without="deadline" />
        <Grid>
          <Select
            language={language}
            name="every"
            label={say('Lặp lại', 'How often')}
            placeholder={false}
            value={values.every}
            options={[
              { value: 'month', label: every.month },
              { value: 'quarter', label: every.quarter },
            ]}
          />
          <Field
            language={language}
            name="dueWorkingDays"
            kind="number"
            label={say('Hạn: ngày làm việc thứ mấy của kỳ', 'Due: which working day of the period')}
            value={values.dueWorkingDays ?? ''}
            error={errorAt('dueWorkingDays')}
          />
          <Field
            language={language}
            name="untilOn"
            kind="date"
            label={say('Đến hết ngày', 'Until')}
            optional
            value={values.untilOn ?? ''}
          />
        </Grid>
        <Button>{say('Ghi nhiệm vụ định kỳ', 'Record the duty')}</Button>
      </Form>
      {officer.givesFor.includes(cityIn(officer.ground.tree).id) ? (
        <section>
          <h2>{say('Việc quá hạn tự thành nhiệm vụ', 'Lateness raises tasks')}</h2>
          <p>
            {say(
              'Khi bật, mỗi tuần một lần, đơn vị đang giữ hồ sơ, phản ánh hay báo cáo quá hạn được giao một nhiệm vụ cho người đứng đầu, kèm danh sách việc quá hạn.',
              'When on, once a week, a unit that holds late dossiers, feedback or reports is given one task for its head, with the late cases attached.',
            )}{' '}
            <strong>{raising.on ? say('Đang bật.', 'It is on.') : say('Đang tắt.', 'It is off.')}</strong>
          </p>
          <Form csrfToken={csrfToken} action={localHref(language, `${path}/qua-han`)} hidden={{ key: secretToken() }}>
            <Choice
              language={language}
              name="on"
              legend={say('Từ ngày mai', 'From tomorrow')}
              inline
              value={raising.on ? 'yes' : 'no'}
              options={[
                { value: 'yes', label: say('Bật', 'On') },
                { value: 'no', label: say('Tắt', 'Off') },
              ]}
            />
            <Field
              language={language}
              name="decision"
              label={say('Quyết định số', 'By decision')}
              width="medium"
              value={values.decision ?? ''}
              error={errorAt('decision')}
            />
            <Button variant="secondary">{say('Ghi quyết định', 'Record the decision')}</Button>
          </Form>
        </section>
      ) : null}
    </WorkspacePage>,
    (refusal ? refusalStatus(refusal) : 200) as ContentfulStatusCode,
  );
}
