import type { Context, Handler } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { App } from '#app.ts';
import type { Refusal } from '#kernel/result.ts';
import { aboutWords, checkSubject, type FeedbackField, feedbackAbouts } from '#modules/feedback/index.ts';
import { Button, Choice, Field, FileField, Form, localHref, Select, speaker, textIn } from '#surfaces/ui/index.ts';
import type { GuessThrottle } from '#surfaces/web/guess-throttle.ts';
import { readForm } from '#surfaces/web/read-form.ts';
import { refusalStatus } from '#surfaces/web/refusals.ts';
import { visitorOf, type WebEnv } from '#surfaces/web/visitor.ts';
import type { ShellOptions } from '#surfaces/web/web-shell.ts';
import { provenDossier } from '../tracking-proof.ts';
import { keepReport, type OpenReport, openReport } from './report-draft.ts';
import { errorsIn, ReportPage } from './report-page.tsx';

const mostFiles = 8;

/** GET `/phan-anh/gui`: what it is about, in words and pictures. `?ho-so=1` from the page that follows a dossier. */
export const whatPage =
  (app: App, throttle: GuessThrottle): Handler<WebEnv> =>
  async (context) => {
    const report = await openReport(app, context);
    const dossier = context.req.query('ho-so') ? await provenDossier(app, throttle, context) : undefined;
    const open = report?.draft.reporterId ? undefined : report;
    return show(app, context, open, dossier ? { about: 'dossier', field: 'public-service' } : {}, []);
  };

/** POST `/phan-anh/gui` */
export const saveWhat =
  (app: App, throttle: GuessThrottle, options: ShellOptions): Handler<WebEnv> =>
  async (context) => {
    const form = readForm(context);
    const typed = {
      about: form.text('about'),
      field: form.text('field'),
      text: form.text('text').slice(0, 8000),
    };
    const refusals = form.files.flatMap(({ refusal }) => (refusal ? [{ ...refusal, field: 'photos' }] : []));
    const checked = checkSubject(typed, app.feedback.fields);
    const dossier = typed.about === 'dossier' ? await provenDossier(app, throttle, context) : undefined;
    const report = await keepReport(
      app,
      context,
      { ...typed, ...(dossier ? { dossierId: dossier.caseId, dossierCode: dossier.shownCode } : {}) },
      options,
    );
    const uploads = form.files.flatMap(({ stored, fileName }) => (stored ? [{ ...stored, fileName }] : []));
    const remove = form.text('remove');
    if (uploads.length > 0 || remove) {
      const kept = report.draft.files.filter(({ id }) => id !== remove);
      const files = [...kept, ...(await app.feedback.clean(uploads.slice(0, mostFiles)))].slice(0, mostFiles);
      await app.feedback.saveDraft(report.secret, { files });
    }
    const wrong = checked.ok ? refusals : [checked.refusal, ...refusals];
    if (remove) return context.redirect(localHref(visitorOf(context).language, '/phan-anh/gui'), 303);
    if (wrong.length > 0) return show(app, context, (await openReport(app, context)) ?? report, typed, wrong);
    return context.redirect(localHref(visitorOf(context).language, '/phan-anh/gui/o-dau'), 303);
  };

/** Fields by what they are about, each with the words people use for it. */
function fieldOptions(fields: readonly FeedbackField[], language: 'vi' | 'en') {
  return fields.map((field) => ({ value: field.code, label: textIn(language, field.name) }));
}

function show(
  app: App,
  context: Context<WebEnv>,
  report: OpenReport | undefined,
  typed: Readonly<Record<string, string>>,
  refusals: readonly Refusal[],
) {
  const visitor = visitorOf(context);
  const { language, csrfToken } = visitor;
  const say = speaker(language);
  const { at } = errorsIn(language, refusals);
  const value = (name: string) => typed[name] ?? report?.given(name) ?? '';
  const isDossier = value('about') === 'dossier';
  const files = report?.draft.files ?? [];
  const first = refusals[0];
  return context.html(
    <ReportPage
      visitor={visitor}
      step="gui"
      title={say('Bạn phản ánh việc gì?', 'What is it about?')}
      refusals={refusals}
    >
      <Form csrfToken={csrfToken} action={localHref(language, '/phan-anh/gui')} files>
        <Choice
          language={language}
          name="about"
          legend={say('Về', 'About')}
          value={value('about') || 'place'}
          error={at('about')}
          options={feedbackAbouts
            .filter((about) => about !== 'dossier' || isDossier)
            .map((about) => ({ value: about, label: textIn(language, aboutWords[about]) }))}
        />
        <Select
          language={language}
          name="field"
          label={say('Lĩnh vực', 'Field')}
          value={value('field')}
          error={at('field')}
          options={fieldOptions(app.feedback.fields, language)}
        />
        <Field
          language={language}
          name="text"
          kind="long-text"
          label={say('Sự việc', 'What happened')}
          hint={say(
            'Câu đầu nói gọn việc gì. Đừng ghi tên, số điện thoại của bạn ở đây; bước 3 mới hỏi và không công khai.',
            'Let the first sentence say what it is. Do not write your name or number here; step 3 asks for them and they are never published.',
          )}
          value={value('text')}
          error={at('text')}
          maxLength={8000}
        />
        <FileField
          language={language}
          name="photos"
          label={say('Ảnh, tệp', 'Photos, files')}
          optional
          multiple
          accept=".jpg,.jpeg,.png,.pdf"
          acceptWords="JPG, PNG, PDF"
          maxBytes={19 * 1024 * 1024}
          hint={say(
            'Vị trí, giờ chụp và tên máy trong ảnh được xóa trước khi lưu.',
            'Place, time and device written inside a photo are taken out before it is kept.',
          )}
          error={at('photos')}
        />
        {files.length > 0 ? (
          <ul class="sent-files">
            {files.map(({ id, fileName }) => (
              <li>
                {fileName} <span class="quiet">{say('đã gửi', 'sent')}</span>{' '}
                <button class="link-button" type="submit" name="remove" value={id} formnovalidate>
                  {say('Bỏ tệp', 'Remove')}
                  <span class="ds-sr-only"> {fileName}</span>
                </button>
              </li>
            ))}
          </ul>
        ) : null}
        <Button>{say('Tiếp tục', 'Continue')}</Button>
      </Form>
    </ReportPage>,
    (first ? refusalStatus(first) : 200) as ContentfulStatusCode,
  );
}
