import type { Context } from 'hono';
import type { App } from '#app.ts';
import type { Refusal } from '#kernel/result.ts';
import { Alert, Button, ErrorSummary, Field, Form, localHref, speaker } from '#surfaces/ui/index.ts';
import { readForm } from '#surfaces/web/read-form.ts';
import { notFoundPage } from '#surfaces/web/refusal-page.tsx';
import { refusalSentence } from '#surfaces/web/refusals.ts';
import type { WebEnv } from '#surfaces/web/visitor.ts';
import { asOfficer, type Officer } from './officer.ts';
import { WorkspacePage } from './workspace-page.tsx';

const path = '/lam-viec/xac-thuc';

/** `/lam-viec/xac-thuc`: the person stands at the desk with their card; their account then sees what hangs on their number. */
export const proveIdentityPage = (app: App) =>
  asOfficer(app, (officer, context) =>
    officer.desks.length === 0 ? notFoundPage(context) : show(officer, context, { done: context.req.query('xong') }),
  );

export const proveIdentity = (app: App) =>
  asOfficer(app, async (officer, context) => {
    const form = readForm(context);
    const given = {
      signInName: form.text('signInName'),
      personalId: form.text('personalId'),
      seen: form.text('seen'),
    };
    const done = await app.people.proveIdentity(officer.actor, given);
    if (!done.ok) return show(officer, context, { values: form.values, refusal: done.refusal });
    const address = `${path}?xong=${encodeURIComponent(done.value.name)}`;
    return context.redirect(localHref(officer.visitor.language, address), 303);
  });

function show(
  officer: Officer,
  context: Context<WebEnv>,
  given: { values?: Readonly<Record<string, string>>; refusal?: Refusal; done?: string | undefined },
) {
  const { language, csrfToken } = officer.visitor;
  const say = speaker(language);
  const { values = {}, refusal } = given;
  const title = say('Xác thực danh tính công dân', 'Prove a citizen’s identity');
  const error = refusal && refusalSentence(refusal, language);
  const field = refusal?.field ?? 'personalId';
  const errorAt = (name: string) => (name === field ? error : undefined);
  return context.html(
    <WorkspacePage officer={officer} title={title} hasErrors={Boolean(refusal)}>
      <ErrorSummary language={language} errors={error ? [{ field, message: error }] : []} />
      {given.done ? (
        <Alert language={language} tone="success" live title={say('Đã xác thực', 'Proven')}>
          <p>{given.done}</p>
        </Alert>
      ) : null}
      <h1>{title}</h1>
      <p class="lead">
        {say(
          'Khi người đó có mặt cùng thẻ căn cước. Từ đó tài khoản thấy giấy tờ nộp tại quầy và kết quả theo số định danh; không hoàn tác được.',
          'With the person and their card before you. From then on the account sees papers and results of that number; this cannot be undone.',
        )}
      </p>
      <Form csrfToken={csrfToken} action={localHref(language, path)}>
        <Field
          language={language}
          name="signInName"
          label={say('Tên đăng nhập hoặc số điện thoại của tài khoản', 'Sign-in name or telephone of the account')}
          value={values.signInName ?? ''}
          error={errorAt('signInName')}
        />
        <Field
          language={language}
          name="personalId"
          kind="code"
          width="medium"
          label={say('Số định danh trên thẻ', 'Number on the card')}
          value={values.personalId ?? ''}
          error={errorAt('personalId')}
        />
        <Field
          language={language}
          name="seen"
          label={say('Giấy tờ đã xem', 'What you saw')}
          hint={say(
            'Ví dụ: thẻ Căn cước công dân cấp ngày 20/06/2021',
            'For example: identity card issued on 20/06/2021',
          )}
          value={values.seen ?? ''}
          error={errorAt('seen')}
        />
        <Button>{say('Tôi đã thấy người và thẻ, xác thực', 'I saw the person and the card: prove')}</Button>
      </Form>
    </WorkspacePage>,
    refusal ? 422 : 200,
  );
}
