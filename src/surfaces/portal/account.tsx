import type { Context, Handler } from 'hono';
import { getCookie } from 'hono/cookie';
import type { App } from '#app.ts';
import type { Refusal } from '#kernel/result.ts';
import { Alert, Button, ErrorSummary, Field, Form, localHref, speaker } from '#surfaces/ui/index.ts';
import { readForm } from '#surfaces/web/read-form.ts';
import { refusalSentence, refusalStatus } from '#surfaces/web/refusals.ts';
import { visitorOf, type WebEnv } from '#surfaces/web/visitor.ts';
import { sessionCookie } from '#surfaces/web/web-shell.ts';
import { PortalPage, signInPath } from './portal-page.tsx';

/** `/tai-khoan`: one's own account; for citizens and officers alike. */
export const accountPage: Handler<WebEnv> = (context) => {
  const { actor, language, path } = visitorOf(context);
  if (!actor?.accountId) return context.redirect(localHref(language, signInPath(path)), 303);
  return context.html(showAccount(context, undefined, context.req.query('da-doi') === 'mat-khau'));
};

/** POST `/tai-khoan`: a new password, by whoever knows the present one. */
export const changePassword =
  (app: App): Handler<WebEnv> =>
  async (context) => {
    const { actor, language, address, path } = visitorOf(context);
    const sessionToken = getCookie(context, sessionCookie);
    if (!actor?.accountId || !sessionToken) return context.redirect(localHref(language, signInPath(path)), 303);
    const form = readForm(context);
    const changed = await app.people.changePassword({
      accountId: actor.accountId,
      present: form.untrimmed('present'),
      wanted: form.untrimmed('wanted'),
      address,
      sessionToken,
    });
    if (changed.ok) return context.redirect(localHref(language, '/tai-khoan?da-doi=mat-khau'), 303);
    return context.html(showAccount(context, changed.refusal, false), refusalStatus(changed.refusal) as 422);
  };

function showAccount(context: Context<WebEnv>, refusal: Refusal | undefined, isDone: boolean) {
  const visitor = visitorOf(context);
  const { language, actor } = visitor;
  const say = speaker(language);
  const message = refusal && refusalSentence(refusal, language);
  const field = refusal?.field ?? 'present';
  const errorAt = (name: string) => (field === name ? message : undefined);
  const home = actor?.kind === 'officer' ? '/lam-viec' : '/ho-so-cua-toi';
  return (
    <PortalPage
      visitor={{ ...visitor, path: '/tai-khoan' }}
      title={say('Tài khoản', 'Account')}
      hasErrors={message !== undefined}
      back={{
        href: localHref(language, home),
        label: actor?.kind === 'officer' ? say('Việc cần làm', 'Work') : say('Hồ sơ của tôi', 'My dossiers'),
      }}
    >
      <ErrorSummary language={language} errors={message ? [{ field, message }] : []} />
      {isDone ? (
        <Alert language={language} tone="success" live title={say('Đã đổi mật khẩu', 'The password is changed')}>
          <p>
            {say(
              'Các thiết bị khác đang đăng nhập bằng tài khoản này đã bị đăng xuất.',
              'Every other device that was signed in with this account is signed out.',
            )}
          </p>
        </Alert>
      ) : null}
      <h1>{say('Tài khoản', 'Account')}</h1>
      <p class="lead">{actor?.name}</p>
      <h2>{say('Đổi mật khẩu', 'Change the password')}</h2>
      <Form csrfToken={visitor.csrfToken} action={localHref(language, '/tai-khoan')}>
        <Field
          language={language}
          name="present"
          kind="password"
          width="medium"
          label={say('Mật khẩu hiện tại', 'Present password')}
          error={errorAt('present')}
          autocomplete="current-password"
          maxLength={128}
        />
        <Field
          language={language}
          name="wanted"
          kind="password"
          width="medium"
          label={say('Mật khẩu mới', 'New password')}
          hint={say(
            'Ít nhất 10 ký tự. Một câu dễ nhớ là tốt nhất.',
            'At least 10 characters. A sentence you remember is best.',
          )}
          error={errorAt('wanted')}
          autocomplete="new-password"
          maxLength={128}
        />
        <Button>{say('Đổi mật khẩu', 'Change the password')}</Button>
      </Form>
    </PortalPage>
  );
}
