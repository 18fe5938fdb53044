import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { App } from '#app.ts';
import { isWithin } from '#case-engine/rules/authority.ts';
import { isId } from '#kernel/id.ts';
import type { Refusal } from '#kernel/result.ts';
import { secretToken } from '#platform/random.ts';
import {
  Button,
  Checkbox,
  ErrorSummary,
  Field,
  Form,
  localHref,
  parseDate,
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

const path = '/lam-viec/kiem-tra/moi';

/** GET `/lam-viec/kiem-tra/moi` */
export const planInspectionPage = (app: App) =>
  asOfficer(app, (officer, context) => {
    const { 'don-vi': unitId = '', 'noi-dung': subject = '', 'phuc-tra': againOf = '' } = context.req.query();
    return show(app, officer, context, { unitId, subject, againOf: isId(againOf) ? againOf : '' });
  });

/** POST `/lam-viec/kiem-tra/moi` */
export const planInspection = (app: App) =>
  asOfficer(app, async (officer, context) => {
    const form = readForm(context);
    const againOf = form.text('againOf');
    const wish = {
      subject: form.text('subject'),
      unitId: form.text('unitId'),
      scope: form.text('scope').slice(0, 500),
      plan: form.text('plan').slice(0, 100),
      unannounced: form.text('unannounced') === 'yes',
      dueOn: parseDate(form.text('dueOn')),
      ...(isId(againOf) ? { againOf } : {}),
    };
    const opened = await app.inspections.open(officer.actor, wish, form.call(officer.visitor).key);
    if (opened.ok)
      return context.redirect(localHref(officer.visitor.language, `/lam-viec/viec/${opened.value.caseId}`), 303);
    return show(app, officer, context, form.values, opened.refusal);
  });

function show(
  app: App,
  officer: Officer,
  context: Context<WebEnv>,
  values: Readonly<Record<string, string>>,
  refusal?: Refusal,
) {
  if (officer.givesFor.length === 0 && !officer.mayHandOverOthers) return notFoundPage(context);
  const { language, csrfToken } = officer.visitor;
  const say = speaker(language);
  const errors = refusal
    ? [{ ...(refusal.field ? { field: refusal.field } : {}), message: refusalSentence(refusal, language) }]
    : [];
  const errorAt = (field: string) => errors.find((error) => error.field === field)?.message;
  const over = officer.givesFor.flatMap((id) => officer.ground.tree.get(id) ?? []);
  const units = [...officer.ground.tree.values()].filter(
    (unit) =>
      unit.kind !== 'desk' &&
      unit.validTo === null &&
      (officer.unitIds.includes(unit.id) || over.some((agency) => isWithin(unit.path, agency.path))),
  );
  const title = values.againOf
    ? say('Lập phúc tra', 'Plan a re-inspection')
    : say('Thêm cuộc kiểm tra', 'Plan an inspection');
  return context.html(
    <WorkspacePage
      officer={officer}
      title={title}
      hasErrors={errors.length > 0}
      back={{ href: localHref(language, '/lam-viec/kiem-tra'), label: say('Kiểm tra', 'Inspections') }}
    >
      <ErrorSummary language={language} errors={errors} />
      <h1>{title}</h1>
      <Form
        csrfToken={csrfToken}
        action={localHref(language, path)}
        hidden={{ key: secretToken(), againOf: values.againOf ?? '' }}
      >
        <Select
          language={language}
          name="unitId"
          label={say('Đơn vị được kiểm tra', 'Unit')}
          typeahead
          value={values.unitId}
          error={errorAt('unitId')}
          options={units.map((unit) => ({ value: unit.id, label: textIn(language, unit.name) }))}
        />
        <Select
          language={language}
          name="subject"
          label={say('Nội dung kiểm tra', 'Subject')}
          value={values.subject}
          error={errorAt('subject')}
          options={app.inspections
            .checklists()
            .map(({ subject, name }) => ({ value: subject, label: textIn(language, name) }))}
        />
        <Field
          language={language}
          name="scope"
          label={say('Phạm vi, thời kỳ kiểm tra', 'Scope and period')}
          hint={say('Ví dụ: từ 01/01/2021 đến ngày kiểm tra', 'For example: from 01/01/2021 to the visit')}
          value={values.scope ?? ''}
          error={errorAt('scope')}
        />
        <Field
          language={language}
          name="plan"
          label={say('Số kế hoạch năm', 'Number of the yearly plan')}
          optional
          width="medium"
          value={values.plan ?? ''}
        />
        <Field
          language={language}
          name="dueOn"
          kind="date"
          label={say('Phải kết luận trước ngày', 'To be concluded by')}
          value={values.dueOn ?? ''}
          error={errorAt('dueOn')}
        />
        <Checkbox
          language={language}
          name="unannounced"
          checked={values.unannounced === 'yes'}
          label={say(
            'Đột xuất: đơn vị không thấy cho đến khi có biên bản',
            'Unannounced: the unit sees nothing until there are minutes',
          )}
        />
        <Button>{say('Đưa vào kế hoạch', 'Plan it')}</Button>
      </Form>
    </WorkspacePage>,
    (refusal ? refusalStatus(refusal) : 200) as ContentfulStatusCode,
  );
}
