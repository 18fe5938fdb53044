import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import type { App } from '#app.ts';
import type { FeedbackDraft } from '#modules/feedback/index.ts';
import { keepCookie, type ShellOptions } from '#surfaces/web/web-shell.ts';

const cookie = 'motcua_report';
/** Long enough to write it down in peace, short enough for a shared computer. */
const keptSeconds = 2 * 3600;

/** What this browser has begun to report. */
export interface OpenReport {
  readonly secret: string;
  readonly draft: FeedbackDraft;
  /** What was typed for a field, empty when nothing was. */
  given(name: string): string;
}

export async function openReport(app: App, context: Context): Promise<OpenReport | undefined> {
  const secret = getCookie(context, cookie) ?? '';
  const draft = /^[\w-]{43}$/.test(secret) ? await app.feedback.draft(secret) : undefined;
  return draft && { secret, draft, given: (name) => draft.given[name] ?? '' };
}

/** Begins a report, or goes on with the one this browser has begun and not sent. */
export async function keepReport(
  app: App,
  context: Context,
  given: Readonly<Record<string, string>>,
  options: ShellOptions,
): Promise<OpenReport> {
  const known = await openReport(app, context);
  if (known && known.draft.reporterId === null) {
    await app.feedback.saveDraft(known.secret, { given });
    const all = { ...known.draft.given, ...given };
    return { ...known, draft: { ...known.draft, given: all }, given: (name) => all[name] ?? '' };
  }
  const secret = await app.feedback.startDraft(given);
  keepCookie(context, cookie, secret, { ...options, maxAge: keptSeconds, path: '/' });
  return { secret, draft: { given, files: [], reporterId: null }, given: (name) => given[name] ?? '' };
}
