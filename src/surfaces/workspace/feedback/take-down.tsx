import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { App } from '#app.ts';
import type { Refusal } from '#kernel/result.ts';
import { aboutWords, channelWords, type FeedbackChannel, feedbackAbouts } from '#modules/feedback/index.ts';
import { isAgency } from '#modules/organisation/index.ts';
import { secretToken } from '#platform/random.ts';
import {
  Alert,
  BigCode,
  Button,
  ButtonLink,
  Checkbox,
  Choice,
  Done,
  ErrorSummary,
  Field,
  Form,
  Grid,
  localHref,
  Select,
  speaker,
  textIn,
} from '#surfaces/ui/index.ts';
import { PaperFileField } from '#surfaces/web/paper-file.tsx';
import { readForm } from '#surfaces/web/read-form.ts';
import { notFoundPage } from '#surfaces/web/refusal-page.tsx';
import { refusalSentence, refusalStatus } from '#surfaces/web/refusals.ts';
import type { WebEnv } from '#surfaces/web/visitor.ts';
import { asOfficer, type Officer } from '../officer.ts';
import { WorkspacePage } from '../workspace-page.tsx';
import { mayTakeDown } from './may-take-down.ts';

const path = '/lam-viec/phan-anh/ghi';
const channels = ['phone', 'desk', 'email'] as const;

/** GET `/lam-viec/phan-anh/ghi` */
export const takeDownPage = (app: App) =>
  asOfficer(app, (officer, context) =>
    mayTakeDown(officer) ? show(app, officer, context, { channel: 'phone', about: 'place' }) : notFoundPage(context),
  );

/** POST `/lam-viec/phan-anh/ghi`: written faithfully for whoever calls, comes or writes (NĐ 20/2008/NĐ-CP art. 7). */
export const takeDown = (app: App) =>
  asOfficer(app, async (officer, context) => {
    const form = readForm(context);
    const { language } = officer.visitor;
    const say = speaker(language);
    const text = (name: string, most = 300) => form.text(name).slice(0, most);
    const notKept = form.files.flatMap(({ refusal }) => (refusal ? [{ ...refusal, field: 'photos' }] : []));
    if (notKept[0]) return show(app, officer, context, form.values, notKept[0]);
    const uploads = form.files.flatMap(({ stored, fileName }) => (stored ? [{ ...stored, fileName }] : []));
    const sent = await app.feedback.submit(
      officer.actor,
      {
        channel: (channels as readonly FeedbackChannel[]).find((one) => one === form.text('channel')) ?? 'phone',
        about: text('about'),
        field: text('field'),
        text: text('text', 8000),
        place: text('place'),
        communeId: text('communeId'),
        aboutUnitId: text('aboutUnitId'),
        procedureCode: text('procedureCode'),
        files: await app.feedback.clean(uploads),
        reporter: {
          anonymous: form.text('anonymous') === 'yes',
          name: text('name'),
          phone: text('phone'),
          email: text('email'),
          address: text('address'),
          accountId: null,
          language: 'vi',
        },
      },
      form.call(officer.visitor).key,
    );
    if (!sent.ok) return show(app, officer, context, form.values, sent.refusal);
    const secret = await app.feedback.secretOf(sent.value.reporterId);
    const title = say('Đã ghi phản ánh', 'Taken down');
    return context.html(
      <WorkspacePage officer={officer} title={title}>
        <Done title={title} />
        <p>
          {say('Mã phản ánh', 'Code')}
          <br />
          <BigCode>{sent.value.code}</BigCode>
        </p>
        <p>
          {say('Mã bí mật', 'Secret')}
          <br />
          <BigCode>{secret}</BigCode>
        </p>
        <Alert language={language} tone="warning">
          <p>
            {say(
              'Đọc hai mã cho người phản ánh ghi lại. Trang này chỉ hiện một lần.',
              'Read both to the person, who writes them down. This page is shown once.',
            )}
          </p>
        </Alert>
        <p>
          <ButtonLink href={localHref(language, path)}>{say('Ghi phản ánh khác', 'Take down another')}</ButtonLink>{' '}
          <ButtonLink variant="secondary" href={localHref(language, `/lam-viec/viec/${sent.value.caseId}`)}>
            {say('Mở phản ánh này', 'Open it')}
          </ButtonLink>
        </p>
      </WorkspacePage>,
    );
  });

async function show(
  app: App,
  officer: Officer,
  context: Context<WebEnv>,
  values: Readonly<Record<string, string>>,
  refusal?: Refusal,
) {
  const { language, csrfToken } = officer.visitor;
  const say = speaker(language);
  const { tree } = officer.ground;
  const procedures = await app.procedures.search({});
  const error = refusal && {
    ...(refusal.field ? { field: refusal.field } : {}),
    message: refusalSentence(refusal, language),
  };
  const shared = (name: string) => ({
    language,
    name,
    value: values[name] ?? '',
    error: error?.field === name ? error.message : undefined,
  });
  const agencies = [...tree.values()].filter((unit) => isAgency(unit) && unit.validTo === null);
  const optionOf = (unit: (typeof agencies)[number]) => ({
    value: unit.id,
    label: textIn(language, unit.name),
    group: unit.tier === 'commune' ? textIn(language, tree.get(unit.parentId ?? '')?.name ?? unit.name) : undefined,
  });
  const title = say('Ghi phản ánh', 'Take feedback down');
  return context.html(
    <WorkspacePage officer={officer} title={title} hasErrors={error !== undefined}>
      <ErrorSummary language={language} errors={error ? [error] : []} />
      <h1>{title}</h1>
      <p class="lead">
        {say(
          'Ghi đúng lời người dân, qua điện thoại, trực tiếp hoặc thư.',
          'Write what the person says, by telephone, in person or by mail.',
        )}
      </p>
      <Form csrfToken={csrfToken} action={localHref(language, path)} files hidden={{ key: secretToken() }}>
        <Choice
          {...shared('channel')}
          legend={say('Nhận qua', 'Came by')}
          inline
          options={channels.map((one) => ({ value: one, label: textIn(language, channelWords[one]) }))}
        />
        <Choice
          {...shared('about')}
          legend={say('Về', 'About')}
          options={feedbackAbouts
            .filter((about) => about !== 'dossier')
            .map((about) => ({ value: about, label: textIn(language, aboutWords[about]) }))}
        />
        <Select
          {...shared('field')}
          label={say('Lĩnh vực', 'Field')}
          options={app.feedback.fields.map(({ code, name }) => ({ value: code, label: textIn(language, name) }))}
        />
        <Field {...shared('text')} kind="long-text" label={say('Sự việc', 'What happened')} />
        <Grid>
          <Select
            {...shared('communeId')}
            label={say('Phường, xã, thị trấn', 'Ward, commune or township')}
            optional
            typeahead
            options={agencies.filter(({ tier }) => tier === 'commune').map(optionOf)}
          />
          <Field {...shared('place')} label={say('Vị trí', 'Place')} optional />
          <Select
            {...shared('aboutUnitId')}
            label={say('Nói về sở, ngành, quận, huyện', 'About a department or district')}
            optional
            options={agencies.filter(({ tier }) => tier !== 'commune').map(optionOf)}
          />
          <Select
            {...shared('procedureCode')}
            label={say('Thủ tục', 'Procedure')}
            optional
            typeahead
            options={procedures.map(({ definition }) => ({
              value: definition.code,
              label: textIn(language, definition.name),
            }))}
          />
        </Grid>
        <PaperFileField {...shared('photos')} label={say('Ảnh, tệp kèm theo', 'Photos, files')} optional multiple />
        <h2>{say('Người phản ánh', 'Who reports')}</h2>
        <Checkbox
          language={language}
          name="anonymous"
          checked={values.anonymous === 'yes'}
          error={error?.field === 'anonymous' ? error.message : undefined}
          label={say('Không cho biết tên', 'Anonymous')}
        />
        <Grid>
          <Field {...shared('name')} label={say('Họ và tên', 'Full name')} noRequire />
          <Field {...shared('phone')} kind="phone" label={say('Số điện thoại', 'Telephone')} noRequire />
          <Field {...shared('email')} kind="email" label={say('Thư điện tử', 'E-mail')} optional />
          <Field {...shared('address')} label={say('Địa chỉ', 'Address')} optional />
        </Grid>
        <Button>{say('Ghi phản ánh', 'Take it down')}</Button>
      </Form>
    </WorkspacePage>,
    (refusal ? refusalStatus(refusal) : 200) as ContentfulStatusCode,
  );
}
