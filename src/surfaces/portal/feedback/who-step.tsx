import type { Context, Handler } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { App } from '#app.ts';
import type { Actor } from '#case-engine/rules/authority.ts';
import type { Refusal } from '#kernel/result.ts';
import {
  type FeedbackAbout,
  type LikelyDuplicate,
  otherLaw,
  type ReporterTyped,
  recogniseLaw,
  wordsOf,
} from '#modules/feedback/index.ts';
import { secretToken } from '#platform/random.ts';
import { Alert, Button, Checkbox, Choice, Field, Form, localHref, speaker, textIn } from '#surfaces/ui/index.ts';
import type { GuessThrottle } from '#surfaces/web/guess-throttle.ts';
import { type FormRead, readForm } from '#surfaces/web/read-form.ts';
import { refusalStatus } from '#surfaces/web/refusals.ts';
import { type Visitor, visitorOf, type WebEnv } from '#surfaces/web/visitor.ts';
import { provenDossier } from '../tracking-proof.ts';
import { duplicateWords } from './feedback-words.ts';
import { type OpenReport, openReport } from './report-draft.ts';
import { errorsIn, ReportPage } from './report-page.tsx';

const nobody: Actor = { kind: 'citizen', accountId: null, name: '', posts: [] };

/** GET `/phan-anh/gui/ai-gui`: what may be the same already, what may belong to another law, and who reports. */
export const whoPage =
  (app: App): Handler<WebEnv> =>
  async (context) => {
    const report = await openReport(app, context);
    if (!report?.given('text') || report.draft.reporterId) return toStart(context);
    return show(app, context, report, {}, []);
  };

/** POST `/phan-anh/gui/ai-gui`: sends it, or joins one that is there. */
export const sendReport =
  (app: App, throttle: GuessThrottle): Handler<WebEnv> =>
  async (context) => {
    const visitor = visitorOf(context);
    const at = (path: string) => localHref(visitor.language, path);
    const report = await openReport(app, context);
    if (report?.draft.reporterId) return context.redirect(at('/phan-anh/da-gui'), 303);
    if (!report?.given('text')) return toStart(context);
    const form = readForm(context);
    const reporter = reporterIn(form, visitor);
    const join = form.text('join');
    const call = form.call(visitor);
    const sent =
      join && join !== 'new'
        ? await app.feedback.join(
            {
              code: join,
              channel: 'portal',
              text: report.given('text'),
              files: report.draft.files,
              reporter,
            },
            call,
          )
        : await submit(app, throttle, context, report, reporter, call.key);
    if (!sent.ok) return show(app, context, report, form.values, [sent.refusal]);
    await app.feedback.endDraft(report.secret, sent.value.reporterId);
    return context.redirect(at('/phan-anh/da-gui'), 303);
  };

async function submit(
  app: App,
  throttle: GuessThrottle,
  context: Context<WebEnv>,
  report: OpenReport,
  reporter: ReporterTyped,
  key: ReturnType<FormRead['call']>['key'],
) {
  const { given } = report;
  // the secret of the dossier is asked again: what the draft says of it proves nothing
  const dossier = given('about') === 'dossier' ? await provenDossier(app, throttle, context) : undefined;
  const shown = dossier && (await app.dossiers.page({ ...nobody, shownSecretOf: dossier.caseId }, dossier.caseId));
  const { actor } = visitorOf(context);
  return app.feedback.submit(
    actor?.kind === 'citizen' ? actor : nobody,
    {
      channel: 'portal',
      about: given('about'),
      field: given('field'),
      text: given('text'),
      place: given('place'),
      communeId: given('communeId'),
      aboutUnitId: given('aboutUnitId'),
      procedureCode: given('procedureCode'),
      latitude: given('latitude'),
      longitude: given('longitude'),
      aboutDossier:
        dossier && shown
          ? { caseId: dossier.caseId, code: dossier.shownCode, agencyId: shown.state.receivingUnitId }
          : null,
      files: report.draft.files,
      reporter,
    },
    key,
  );
}

function reporterIn(form: FormRead, { actor, language }: Visitor): ReporterTyped {
  return {
    anonymous: form.text('anonymous') === 'yes',
    name: form.text('name').slice(0, 200),
    phone: form.text('phone').slice(0, 50),
    email: form.text('email').slice(0, 254),
    address: form.text('address').slice(0, 300),
    accountId: actor?.kind === 'citizen' ? actor.accountId : null,
    language,
  };
}

const toStart = (context: Context<WebEnv>) =>
  context.redirect(localHref(visitorOf(context).language, '/phan-anh/gui'), 303);

function duplicatesOf(app: App, { given }: OpenReport): Promise<readonly LikelyDuplicate[]> {
  const [latitude, longitude] = [given('latitude'), given('longitude')].map((one) => Number(one.replace(',', '.')));
  return app.feedback.duplicates({
    words: wordsOf({ title: '', text: given('text'), place: given('place') }),
    field: given('field'),
    communeId: given('communeId') || null,
    point: latitude && longitude ? [latitude, longitude] : null,
  });
}

async function show(
  app: App,
  context: Context<WebEnv>,
  report: OpenReport,
  typed: Readonly<Record<string, string>>,
  refusals: readonly Refusal[],
) {
  const visitor = visitorOf(context);
  const { language, csrfToken, actor } = visitor;
  const say = speaker(language);
  const { at } = errorsIn(language, refusals);
  const [duplicates, policy, known] = await Promise.all([
    report.given('about') === 'place' ? duplicatesOf(app, report) : [],
    app.feedback.policy(),
    actor?.kind === 'citizen' && actor.accountId ? app.people.personalFacts(actor.accountId) : undefined,
  ]);
  const value = (name: string) => typed[name] ?? String((known as Record<string, unknown> | undefined)?.[name] ?? '');
  const law = recogniseLaw(report.given('text'));
  const mayBeAnonymous = policy.anonymousAbout.includes(report.given('about') as FeedbackAbout);
  const first = refusals[0];
  return context.html(
    <ReportPage visitor={visitor} step="gui/ai-gui" title={say('Ai phản ánh?', 'Who reports it?')} refusals={refusals}>
      {law ? (
        <Alert
          language={language}
          tone="warning"
          title={say('Việc này có thể theo luật khác', 'This may belong to another law')}
        >
          <p>{textIn(language, otherLaw(law).sentence)}</p>
          <p>
            {say(
              'Bạn vẫn gửi được; cán bộ sẽ xem và hướng dẫn.',
              'You may send it all the same; an officer will look and tell you how.',
            )}
          </p>
        </Alert>
      ) : null}
      <Form csrfToken={csrfToken} action={localHref(language, '/phan-anh/gui/ai-gui')} hidden={{ key: secretToken() }}>
        {duplicates.length > 0 ? (
          <Choice
            language={language}
            name="join"
            legend={say('Có người đã phản ánh việc này chưa?', 'Has someone reported this already?')}
            hint={say(
              'Cùng phản ánh thì nhanh hơn: bạn có mã bí mật riêng và được báo như người đầu tiên.',
              'Joining is quicker: you get a secret of your own and are told like the first one.',
            )}
            value={typed.join ?? 'new'}
            error={at('join')}
            options={[
              ...duplicates.map(({ item }) => ({
                value: item.code,
                label: say(`Cùng phản ánh: ${item.title}`, `Join: ${item.title}`),
                hint: textIn(language, duplicateWords(item)),
              })),
              { value: 'new', label: say('Việc khác, gửi mới', 'Something else, send a new one') },
            ]}
          />
        ) : null}
        {mayBeAnonymous ? (
          <Checkbox
            language={language}
            name="anonymous"
            checked={typed.anonymous === 'yes'}
            error={at('anonymous')}
            label={say('Tôi không muốn cho biết tên', 'I do not want to give my name')}
            hint={say(
              'Bạn theo dõi bằng mã bí mật. Có thư điện tử thì được báo qua thư.',
              'You follow it with a secret. With an e-mail address you are told by mail.',
            )}
          />
        ) : (
          <p class="quiet">
            {say(
              'Loại phản ánh này phải có họ tên và cách liên hệ (Nghị định 20/2008/NĐ-CP, Điều 7).',
              'This kind of feedback needs a name and a way to reach you (NĐ 20/2008, art. 7).',
            )}
          </p>
        )}
        <Field
          language={language}
          name="name"
          label={say('Họ và tên', 'Full name')}
          noRequire
          autocomplete="name"
          value={value('name')}
          error={at('name')}
        />
        <Field
          language={language}
          name="phone"
          kind="phone"
          width="medium"
          label={say('Số điện thoại', 'Telephone')}
          noRequire
          value={value('phone')}
          error={at('phone')}
        />
        <Field
          language={language}
          name="email"
          kind="email"
          label={say('Thư điện tử', 'E-mail')}
          optional
          value={value('email')}
          error={at('email')}
        />
        <Field
          language={language}
          name="address"
          label={say('Địa chỉ', 'Address')}
          optional
          autocomplete="street-address"
          value={value('address')}
          error={at('address')}
        />
        <p class="quiet">
          {say(
            'Tên, số điện thoại và địa chỉ chỉ cán bộ xử lý đọc được, không bao giờ công khai.',
            'Name, number and address are read by those who handle it only, and never published.',
          )}
        </p>
        <Button>{say('Gửi phản ánh', 'Send')}</Button>
      </Form>
    </ReportPage>,
    (first ? refusalStatus(first) : 200) as ContentfulStatusCode,
  );
}
