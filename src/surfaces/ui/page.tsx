import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import type { Language } from '#kernel/text.ts';
import { assetUrl } from './assets.ts';
import { localHref, speaker } from './speaker.ts';
import { Wordmark } from './wordmark.tsx';

export interface NavItem {
  /** Already in the page's language. */
  readonly href: string;
  readonly label: string;
  readonly current?: boolean | undefined;
}

/** Who is signed in. */
export interface Account {
  readonly name: string;
  /** Post and unit of an officer, said under the name. */
  readonly post?: string | undefined;
  readonly href?: string | undefined;
  readonly signOut: { readonly action: string; readonly csrfToken: string };
}

export interface PageProps {
  language: Language;
  /** Title of the page without the product's name. */
  title: string;
  /** Path with query and without language prefix: the link to the other language keeps it. */
  path: string;
  /**
   * `portal` (default) for citizens, `workspace` for officers (denser, wider); without header and footer: `print`, `kiosk` (touched
   * by anyone, very large), `screen` (read from afar).
   */
  variant?: 'portal' | 'workspace' | 'print' | 'kiosk' | 'screen' | undefined;
  /** The page is asked for anew after so many seconds; `withoutScript`: only where no script does better. */
  refresh?: { readonly seconds: number; readonly href?: string; readonly withoutScript?: boolean } | undefined;
  nav?: readonly NavItem[] | undefined;
  account?: Account | undefined;
  /** Where to sign in, when nobody is. */
  signInHref?: string | undefined;
  /** One page back, above the heading. */
  back?: { readonly href: string; readonly label?: string | undefined } | undefined;
  description?: string | undefined;
  /** The form came back with refusals: said first in the title. */
  hasErrors?: boolean | undefined;
  /** Wide content: tables and lists that need the whole width. */
  wide?: boolean | undefined;
  /** JSON-LD of the page, an object. */
  structuredData?: unknown;
  /** Links and text at the left of the footer, above the product's line. */
  footer?: Child;
  /** Name of the city that runs it, shown beside the wordmark. */
  city?: string | undefined;
  children?: Child;
}

/** The whole HTML document. The only place that knows head, header and footer. */
export function Page(props: PageProps) {
  const { language, variant = 'portal' } = props;
  const say = speaker(language);
  const isBare = variant === 'print' || variant === 'kiosk' || variant === 'screen';
  const isDevice = variant === 'kiosk' || variant === 'screen';
  const errors = props.hasErrors ? say('Lỗi: ', 'Error: ') : '';
  return (
    <>
      {raw('<!DOCTYPE html>')}
      <html lang={language}>
        <head>
          <meta charset="utf-8" />
          <title>{`${errors}${props.title} · Một Cửa`}</title>
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <meta name="theme-color" content="#fbf8f3" media="(prefers-color-scheme: light)" />
          <meta name="theme-color" content="#171513" media="(prefers-color-scheme: dark)" />
          {props.description ? <meta name="description" content={props.description} /> : null}
          <meta name="format-detection" content="telephone=no" />
          <link rel="preload" href={assetUrl('be-vietnam-pro-400.woff2')} as="font" type="font/woff2" crossorigin="" />
          <link rel="stylesheet" href={assetUrl('site.css')} />
          {isDevice ? <link rel="stylesheet" href={assetUrl('device.css')} /> : null}
          <Refresh refresh={props.refresh} />
          <link rel="icon" href={assetUrl('mark.svg')} type="image/svg+xml" />
          {isBare ? null : (
            <link rel="alternate" hreflang={other(language)} href={localHref(other(language), props.path)} />
          )}
          <script type="module" src={assetUrl('site.js')} />
          {variant === 'workspace' ? <script type="module" src={assetUrl('workspace.js')} /> : null}
          {variant === 'workspace' ? <script type="module" src={assetUrl('draft.js')} /> : null}
          {isDevice ? <script type="module" src={assetUrl('device.js')} /> : null}
          {props.structuredData === undefined ? null : (
            <script type="application/ld+json">{raw(jsonForHtml(props.structuredData))}</script>
          )}
        </head>
        <body class={variant}>
          <a class="ds-skip-link" href="#content">
            {say('Tới nội dung chính', 'Skip to main content')}
          </a>
          {isBare ? null : <Header {...props} />}
          <main
            id="content"
            class={props.wide || isDevice || variant === 'workspace' ? 'wide' : undefined}
            tabindex={-1}
          >
            {props.back ? (
              <p class="back">
                <a href={props.back.href}>{props.back.label ?? say('Quay lại', 'Back')}</a>
              </p>
            ) : null}
            {props.children}
          </main>
          <Again refresh={props.refresh} />
          {isBare ? null : <Footer {...props} />}
        </body>
      </html>
    </>
  );
}

function Refresh({ refresh }: Pick<PageProps, 'refresh'>) {
  if (!refresh) return null;
  const { seconds, href } = refresh;
  const meta = <meta http-equiv="refresh" content={href ? `${seconds}; url=${href}` : String(seconds)} />;
  return <noscript>{meta}</noscript>;
}

/** With script the page is asked for anew only after so long without a touch or a key: nobody is interrupted while reading. */
function Again({ refresh }: Pick<PageProps, 'refresh'>) {
  if (!refresh || refresh.withoutScript) return null;
  return <span hidden data-refresh-after={String(refresh.seconds)} data-refresh-to={refresh.href} />;
}

function Header(props: PageProps) {
  const { language } = props;
  const say = speaker(language);
  const home = props.variant === 'workspace' ? '/lam-viec' : '/';
  return (
    <header class="site-header">
      <div class="site-bar">
        <a class="home" href={localHref(language, home)}>
          <Wordmark />
          {props.city ? <span class="city">{props.city}</span> : null}
        </a>
        <div class="site-tools">
          <a
            class="language"
            href={localHref(other(language), props.path)}
            lang={other(language)}
            hreflang={other(language)}
          >
            {say('English', 'Tiếng Việt')}
          </a>
          <SignInState {...props} />
        </div>
      </div>
      {props.nav && props.nav.length > 0 ? (
        <nav class="site-nav" aria-label={say('Chính', 'Main')}>
          <ul>
            {props.nav.map((item) => (
              <li>
                <a href={item.href} aria-current={item.current ? 'page' : undefined}>
                  {item.label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      ) : null}
    </header>
  );
}

function SignInState(props: PageProps) {
  const say = speaker(props.language);
  const { account } = props;
  if (!account) {
    return props.signInHref ? <a href={props.signInHref}>{say('Đăng nhập', 'Sign in')}</a> : null;
  }
  const name = account.href ? <a href={account.href}>{account.name}</a> : <span>{account.name}</span>;
  return (
    <div class="account">
      <span class="who">
        {name}
        {account.post ? <span class="post">{account.post}</span> : null}
      </span>
      <form method="post" action={account.signOut.action}>
        <input type="hidden" name="csrf" value={account.signOut.csrfToken} />
        <button class="link-button" type="submit">
          {say('Đăng xuất', 'Sign out')}
        </button>
      </form>
    </div>
  );
}

function Footer(props: PageProps) {
  const say = speaker(props.language);
  return (
    <footer class="site-footer">
      <div>
        {props.footer}
        <p>
          {say(
            'Một Cửa là phần mềm nguồn mở giúp thành phố giải quyết thủ tục và chịu trách nhiệm về từng ngày hẹn.',
            'Một Cửa is open-source software with which a city handles administrative procedures and answers for every day it promised.',
          )}
        </p>
      </div>
    </footer>
  );
}

function other(language: Language): Language {
  return language === 'vi' ? 'en' : 'vi';
}

/** JSON inside a script element: `<` written so that no text can end the element. */
function jsonForHtml(data: unknown): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}
