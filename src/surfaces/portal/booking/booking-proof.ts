import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import type { App } from '#app.ts';
import { accepted, type Result, refused } from '#kernel/result.ts';
import type { Booking } from '#modules/desk/index.ts';
import { visitorOf, type WebEnv } from '#surfaces/web/visitor.ts';
import { keepCookie, type ShellOptions } from '#surfaces/web/web-shell.ts';
import { type GuessThrottle, networkOf } from '../tracking-proof.ts';

const cookie = 'motcua_booking';
const keptSeconds = 30 * 60;

/** The booking whose code and secret are given; wrong ones are counted, and too many have to wait. */
export async function findBooking(
  app: App,
  throttle: GuessThrottle,
  address: string,
  code: string,
  secret: string,
): Promise<Result<Booking, 'booking-not-found' | 'too-many-tries'>> {
  const from = networkOf(address);
  const minutes = throttle.waitMinutes(from, app.now());
  if (minutes > 0) return refused('too-many-tries', { minutes });
  const found = code.length <= 40 && secret.length <= 20 ? await app.desk.booking(code, secret) : undefined;
  if (found) return accepted(found);
  throttle.noteWrong(from, app.now());
  return refused('booking-not-found', {}, 'code');
}

export function keepBooking(context: Context, code: string, secret: string, options: ShellOptions): void {
  keepCookie(context, cookie, `${code}.${secret}`, { ...options, maxAge: keptSeconds });
}

/** The booking this browser made, or has shown code and secret of; checked again every time. */
export async function provenBooking(
  app: App,
  throttle: GuessThrottle,
  context: Context<WebEnv>,
): Promise<Booking | undefined> {
  const [code = '', secret = ''] = (getCookie(context, cookie) ?? '').split('.');
  if (!code || !secret) return undefined;
  const found = await findBooking(app, throttle, visitorOf(context).address, code, secret);
  return found.ok ? found.value : undefined;
}
