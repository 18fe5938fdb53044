import type { Context, Handler } from 'hono';
import { getCookie } from 'hono/cookie';
import type { App } from '#app.ts';
import type { Refusal } from '#kernel/result.ts';
import { secretToken } from '#platform/random.ts';
import { Button, ErrorSummary, Field, Form, localHref, speaker } from '#surfaces/ui/index.ts';
import { type FormRead, readForm } from '#surfaces/web/read-form.ts';
import { refusalSentence, refusalStatus } from '#surfaces/web/refusals.ts';
import { visitorOf, type WebEnv } from '#surfaces/web/visitor.ts';
import { formCookie, keepCookie, type ShellOptions, sessionCookie } from '#surfaces/web/web-shell.ts';
import { PortalPage } from './portal-page.tsx';

/** Where to go after sign-in: a page of ours and nothing else. */
export function safeReturn(asked: string | undefined): string | undefined {
  return asked && /^\/(?![/\\])[\w\-./?=&%]{0,300}$/.test(asked) ? asked : undefined;
}

/** Where someone lands who asked for no page: officers at their work, citizens at their dossiers. */
const landing = (kind: string): string => (kind === 'citizen' ? '/ho-so-cua-toi' : '/lam-viec');

export const signInPage: Handler<WebEnv> = (context) => {
  const { actor, language } = visitorOf(context);
  const back = safeReturn(context.req.query('ve'));
  if (actor) return context.redirect(localHref(language, back ?? landing(actor.kind)), 303);
  return context.html(showSignIn(context, back));
};

export const signIn =
  (app: App, options: ShellOptions): Handler<WebEnv> =>
  async (context) => {
    const { address } = visitorOf(context);
    const form = readForm(context);
    const back = safeReturn(form.text('ve'));
    const signedIn = await app.people.signIn(
      form.text('signInName'),
      form.untrimmed('password'),
      address,
      getCookie(context, sessionCookie),
    );
    if (!signedIn.ok) {
      return context.html(
        showSignIn(context, back, form.text('signInName'), signedIn.refusal),
        refusalStatus(signedIn.refusal) as 401,
      );
    }
    openSession(context, signedIn.value.token, options);
    return context.redirect(afterSignIn(context, signedIn.value.kind, back), 303);
  };

/** A new session, and a new form token: what was known before sign-in opens nothing after it. */
function openSession(context: Context<WebEnv>, token: string, options: ShellOptions): void {
  keepCookie(context, sessionCookie, token, options);
  keepCookie(context, formCookie, secretToken(), options);
}

function afterSignIn(context: Context<WebEnv>, kind: string, back: string | undefined): string {
  const { language } = visitorOf(context);
  const isTheirs = back !== undefined && (kind === 'citizen') !== back.startsWith('/lam-viec');
  return localHref(language, isTheirs ? back : landing(kind));
}

function showSignIn(context: Context<WebEnv>, back: string | undefined, name = '', refusal?: Refusal) {
  const visitor = visitorOf(context);
  const { language } = visitor;
  const say = speaker(language);
  const error = refusal && refusalSentence(refusal, language);
  const register = `/dang-ky${back ? `?ve=${encodeURIComponent(back)}` : ''}`;
  return (
    <PortalPage visitor={visitor} title={say('Đăng nhập', 'Sign in')} hasErrors={error !== undefined}>
      <ErrorSummary language={language} errors={error ? [{ field: 'signInName', message: error }] : []} />
      <h1>{say('Đăng nhập', 'Sign in')}</h1>
      <Form csrfToken={visitor.csrfToken} action={localHref(language, '/dang-nhap')} hidden={back ? { ve: back } : {}}>
        <Field
          language={language}
          name="signInName"
          label={say('Tên đăng nhập', 'Sign-in name')}
          hint={say(
            'Người dân có thể dùng số điện thoại đã đăng ký',
            'Citizens may use the telephone number they registered',
          )}
          value={name}
          error={error}
          width="medium"
          autocomplete="username"
          maxLength={100}
        />
        <Field
          language={language}
          name="password"
          kind="password"
          label={say('Mật khẩu', 'Password')}
          width="medium"
          autocomplete="current-password"
          maxLength={128}
        />
        <Button>{say('Đăng nhập', 'Sign in')}</Button>
      </Form>
      <p>
        {say('Chưa có tài khoản? ', 'No account yet? ')}
        <a href={localHref(language, register)}>{say('Đăng ký', 'Register')}</a>
      </p>
      <p class="quiet">
        {say('Không cần tài khoản để ', 'You need no account to ')}
        <a href={localHref(language, '/thu-tuc')}>
          {say('xem thủ tục và nộp hồ sơ', 'read about procedures and file')}
        </a>
        {say(' hoặc ', ' or to ')}
        <a href={localHref(language, '/tra-cuu')}>{say('theo dõi hồ sơ', 'follow a dossier')}</a>.
      </p>
    </PortalPage>
  );
}

export const signOut =
  (app: App, options: ShellOptions): Handler<WebEnv> =>
  async (context) => {
    const token = getCookie(context, sessionCookie);
    if (token) await app.people.signOut(token);
    keepCookie(context, sessionCookie, '', { ...options, maxAge: 0 });
    keepCookie(context, formCookie, secretToken(), options);
    return context.redirect(localHref(visitorOf(context).language, '/'), 303);
  };

export const registerPage: Handler<WebEnv> = (context) =>
  context.html(showRegister(context, safeReturn(context.req.query('ve'))));

export const register =
  (app: App, options: ShellOptions): Handler<WebEnv> =>
  async (context) => {
    const { address } = visitorOf(context);
    const form = readForm(context);
    const back = safeReturn(form.text('ve'));
    const given = {
      name: form.text('name'),
      personalId: form.text('personalId'),
      phone: form.text('phone'),
      email: form.text('email'),
      signInName: form.text('signInName') || form.text('phone').replaceAll(/[\s.-]/g, ''),
      password: form.untrimmed('password'),
      address,
    };
    const registered = await app.people.registerCitizen(given);
    if (!registered.ok) {
      return context.html(
        showRegister(context, back, form, registered.refusal),
        refusalStatus(registered.refusal) as 422,
      );
    }
    const signedIn = await app.people.signIn(
      given.signInName,
      given.password,
      address,
      getCookie(context, sessionCookie),
    );
    if (!signedIn.ok) return context.redirect(localHref(visitorOf(context).language, '/dang-nhap'), 303);
    openSession(context, signedIn.value.token, options);
    return context.redirect(afterSignIn(context, 'citizen', back), 303);
  };

function showRegister(context: Context<WebEnv>, back: string | undefined, form?: FormRead, refusal?: Refusal) {
  const visitor = visitorOf(context);
  const { language } = visitor;
  const say = speaker(language);
  const error = refusal && refusalSentence(refusal, language);
  const asked = (name: string) => ({
    language,
    name,
    value: form?.text(name),
    error: refusal?.field === name ? error : undefined,
  });
  return (
    <PortalPage
      visitor={visitor}
      title={say('Đăng ký tài khoản', 'Register')}
      hasErrors={error !== undefined}
      back={{ href: localHref(language, '/dang-nhap'), label: say('Đăng nhập', 'Sign in') }}
    >
      <ErrorSummary language={language} errors={error ? [{ field: refusal?.field, message: error }] : []} />
      <h1>{say('Đăng ký tài khoản người dân', 'Register as a citizen')}</h1>
      <p class="lead">
        {say(
          'Có tài khoản, bạn không phải ghi lại thông tin mỗi lần nộp và xem được toàn bộ hồ sơ của mình.',
          'With an account you need not fill in your details again, and you see the whole of your dossiers.',
        )}
      </p>
      <Form csrfToken={visitor.csrfToken} action={localHref(language, '/dang-ky')} hidden={back ? { ve: back } : {}}>
        <Field {...asked('name')} label={say('Họ, chữ đệm và tên', 'Full name')} autocomplete="name" maxLength={100} />
        <Field
          {...asked('personalId')}
          kind="number"
          width="medium"
          label={say('Số định danh cá nhân', 'Personal identification number')}
          hint={say('12 chữ số trên thẻ căn cước công dân', 'The 12 digits on your citizen identity card')}
          maxLength={20}
        />
        <Field
          {...asked('phone')}
          kind="phone"
          width="medium"
          label={say('Số điện thoại', 'Telephone number')}
          hint={say(
            'Cũng là tên đăng nhập, nếu bạn không chọn tên khác',
            'Also your sign-in name, unless you choose another',
          )}
          maxLength={20}
        />
        <Field {...asked('email')} kind="email" optional label={say('Thư điện tử', 'Email')} maxLength={254} />
        <Field
          {...asked('signInName')}
          optional
          width="medium"
          label={say('Tên đăng nhập khác', 'Another sign-in name')}
          autocomplete="username"
          maxLength={60}
        />
        <Field
          {...asked('password')}
          value=""
          kind="password"
          width="medium"
          label={say('Mật khẩu', 'Password')}
          hint={say(
            'Ít nhất 10 ký tự. Một câu dễ nhớ là tốt nhất.',
            'At least 10 characters. A sentence you remember is best.',
          )}
          autocomplete="new-password"
          maxLength={128}
        />
        <Button>{say('Đăng ký', 'Register')}</Button>
      </Form>
    </PortalPage>
  );
}
