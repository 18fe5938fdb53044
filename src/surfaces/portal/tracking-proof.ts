import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import type { App } from '#app.ts';
import { accepted, type Result, refused } from '#kernel/result.ts';
import { type GuessThrottle, networkOf } from '#surfaces/web/guess-throttle.ts';
import { visitorOf, type WebEnv } from '#surfaces/web/visitor.ts';
import { keepCookie, type ShellOptions } from '#surfaces/web/web-shell.ts';

const cookie = 'motcua_tracking';
/** Long enough to answer a supplement, short enough for a shared computer. */
const keptSeconds = 30 * 60;

export type Tracked = NonNullable<Awaited<ReturnType<App['dossiers']['track']>>>;

/** The dossier whose code and secret are given; wrong ones are counted, and too many have to wait. */
export async function trackDossier(
  app: App,
  throttle: GuessThrottle,
  address: string,
  code: string,
  secret: string,
): Promise<Result<Tracked, 'dossier-not-found' | 'too-many-tries'>> {
  const from = networkOf(address);
  const minutes = throttle.waitMinutes(from, app.now());
  if (minutes > 0) return refused('too-many-tries', { minutes });
  const found = code.length <= 60 && secret.length <= 20 ? await app.dossiers.track(code, secret) : undefined;
  if (found) return accepted(found);
  throttle.noteWrong(from, app.now());
  return refused('dossier-not-found');
}

/** Keeps what was shown to be known, for the pages that follow. */
export function keepProof(context: Context, code: string, secret: string, options: ShellOptions): void {
  keepCookie(context, cookie, Buffer.from(JSON.stringify([code, secret])).toString('base64url'), {
    ...options,
    maxAge: keptSeconds,
  });
}

/** The dossier this browser has shown code and secret of; checked again every time. */
export async function provenDossier(
  app: App,
  throttle: GuessThrottle,
  context: Context<WebEnv>,
): Promise<Tracked | undefined> {
  const [code, secret] = readProof(getCookie(context, cookie));
  if (!code || !secret) return undefined;
  const tracked = await trackDossier(app, throttle, visitorOf(context).address, code, secret);
  return tracked.ok ? tracked.value : undefined;
}

function readProof(kept: string | undefined): readonly string[] {
  try {
    const proof: unknown = JSON.parse(Buffer.from(kept ?? '', 'base64url').toString('utf8'));
    return Array.isArray(proof) && proof.every((part) => typeof part === 'string') ? proof : [];
  } catch {
    return [];
  }
}
