import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { getPath } from 'hono/utils/url';
import type { App } from '#app.ts';
import { refused } from '#kernel/result.ts';
import { secretToken } from '#platform/random.ts';
import { splitLanguage } from '#surfaces/ui/index.ts';
import { PassingFiles, type PassingKind, UploadThrottle } from './passing-files.ts';
import { readBody } from './read-form.ts';
import { faultPage, notFoundPage, showRefusal } from './refusal-page.tsx';
import { securityHeaders } from './security-headers.ts';
import { staleFormPage } from './stale-form-page.tsx';
import type { Visitor, WebEnv } from './visitor.ts';

export interface ShellOptions {
  /** The origin that browsers see, when it is not the one of the request. */
  readonly publicUrl?: string | undefined;
  /** The origin of its own from which papers go out, when there is one. */
  readonly papersUrl?: string | undefined;
}

export const sessionCookie = 'motcua_session';
export const formCookie = 'motcua_form';

/** Pages about a person are for nobody's index. */
const personal =
  /^\/(ho-so-cua-toi|tai-khoan|nop-ho-so\/[^/]+\/|tra-cuu\/ket-qua|lam-viec|dat-lich\/lich-hen|danh-gia|so-thu-tu|kiosk|man-hinh)/;

/** Routes are written once: `/en/thu-tuc` is routed as `/thu-tuc`. */
export const pathWithoutLanguage = (request: Request): string => splitLanguage(getPath(request)).path;

/** What stands around every page: who looks, in which language, which headers, and that a form is really ours. */
export function webShell(app: App, routes: (router: Hono<WebEnv>) => void, options: ShellOptions = {}): Hono<WebEnv> {
  const router = new Hono<WebEnv>({ getPath: pathWithoutLanguage });
  router.use(securityHeaders(options), knowVisitor(app, options), checkForm(app, options));
  routes(router);
  router.notFound((context) => notFoundPage(context));
  router.onError((error, context) => faultPage(context, error));
  return router;
}

const isSecure = (context: Context, { publicUrl }: ShellOptions): boolean =>
  (publicUrl ?? context.req.url).startsWith('https:');

/** A cookie that only this server reads. @param maxAge seconds; without it, until the browser closes */
export function keepCookie(
  context: Context,
  name: string,
  value: string,
  options: ShellOptions & { readonly maxAge?: number; readonly path?: string } = {},
): void {
  setCookie(context, name, value, {
    httpOnly: true,
    sameSite: 'Lax',
    path: options.path ?? '/',
    secure: isSecure(context, options),
    ...(options.maxAge === undefined ? {} : { maxAge: options.maxAge }),
  });
}

function knowVisitor(app: App, options: ShellOptions): MiddlewareHandler<WebEnv> {
  return async (context, next) => {
    const session = getCookie(context, sessionCookie);
    const kept = getCookie(context, formCookie);
    const csrfToken = kept && /^[\w-]{43}$/.test(kept) ? kept : secretToken();
    const { pathname, search } = new URL(context.req.url);
    const { language, path } = splitLanguage(pathname);
    const actor = session && session.length < 200 ? await app.people.findActorBySession(session) : undefined;
    const visitor: Visitor = {
      language,
      path: path + search,
      actor: actor ?? null,
      csrfToken,
      address: addressOf(context),
    };
    context.set('visitor', visitor);
    if (csrfToken !== kept) keepCookie(context, formCookie, csrfToken, options);
    await next();
    if (!context.res.headers.has('cache-control')) context.header('cache-control', 'no-store');
    if (personal.test(path)) context.header('x-robots-tag', 'noindex');
  };
}

function addressOf(context: Context): string {
  const incoming = (context.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming;
  return incoming?.socket?.remoteAddress ?? 'unknown';
}

function checkForm(app: App, options: ShellOptions): MiddlewareHandler<WebEnv> {
  const throttle = new UploadThrottle();
  return async (context, next) => {
    if (['GET', 'HEAD', 'OPTIONS'].includes(context.req.method)) return next();
    if (!isSameOrigin(context, options)) return showRefusal(context, refused('form-from-elsewhere').refusal);
    const passing = passingKind(context.get('visitor').path.split('?')[0] ?? '');
    if (passing) return readPassing(app, { throttle, kind: passing }, context, next);
    // without the cookie the token is new, and no form can hold it yet
    const form = await readBody(context.req.raw, context.get('visitor').csrfToken, app.files);
    if (!form.ok && form.stale && form.stale.length > 0) return staleFormPage(context, form.stale);
    if (!form.ok) return showRefusal(context, form.refusal);
    context.set('form', form.value);
    return next();
  };
}

/** What is sent here is looked at and forgotten: it never reaches the store. */
function passingKind(path: string): PassingKind | undefined {
  if (path === '/kiem-tra') return 'pdf';
  return /^\/lam-viec\/so\/[a-z0-9-]+\/nhap$/.test(path) ? 'table' : undefined;
}

async function readPassing(
  app: App,
  { throttle, kind }: { readonly throttle: UploadThrottle; readonly kind: PassingKind },
  context: Context<WebEnv>,
  next: () => Promise<void>,
) {
  const { address, csrfToken } = context.get('visitor');
  const minutes = throttle.begin(address, app.now());
  if (minutes > 0) return showRefusal(context, refused('too-many-checks', { minutes }).refusal);
  try {
    const files = new PassingFiles(kind);
    const form = await readBody(context.req.raw, csrfToken, files);
    if (!form.ok) return showRefusal(context, form.refusal);
    context.set('form', form.value);
    context.set('passing', files);
    await next();
    return undefined;
  } finally {
    throttle.end();
  }
}

/** The browser says where a form was sent from; a request that says nothing is not from one of our pages. */
function isSameOrigin(context: Context, { publicUrl }: ShellOptions): boolean {
  const site = context.req.header('sec-fetch-site');
  if (site !== undefined && site !== 'same-origin') return false;
  const origin = context.req.header('origin');
  if (origin === undefined) return site === 'same-origin';
  if (publicUrl !== undefined && origin === publicUrl) return true;
  const host = context.req.header('host') ?? new URL(context.req.url).host;
  return URL.canParse(origin) && new URL(origin).host === host;
}
