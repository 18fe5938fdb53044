import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import type { App } from '#app.ts';
import { accepted, type Result, refused } from '#kernel/result.ts';
import type { Booking } from '#modules/desk/index.ts';
import { type GuessThrottle, networkOf } from '#surfaces/web/guess-throttle.ts';
import { type Visitor, visitorOf, type WebEnv } from '#surfaces/web/visitor.ts';
import { keepCookie, type ShellOptions } from '#surfaces/web/web-shell.ts';

const cookie = 'motcua_booking';
const keptSeconds = 30 * 60;

type Found = Result<Booking, 'booking-not-found' | 'too-many-tries'>;

/** Wrong tries are counted, and too many have to wait. */
async function guarded(
  app: App,
  throttle: GuessThrottle,
  address: string,
  look: () => Promise<Booking | undefined>,
): Promise<Found> {
  const from = networkOf(address);
  const minutes = throttle.waitMinutes(from, app.now());
  if (minutes > 0) return refused('too-many-tries', { minutes });
  const found = await look();
  if (found) return accepted(found);
  throttle.noteWrong(from, app.now());
  return refused('booking-not-found', {}, 'code');
}

/** The booking with this code: its telephone number opens it, and whoever made it while signed in needs no number. */
export function findBooking(
  app: App,
  throttle: GuessThrottle,
  { address, actor }: Visitor,
  code: string,
  phone: string,
): Promise<Found> {
  return guarded(app, throttle, address, async () => {
    if (code.length > 40 || phone.length > 40) return undefined;
    const own = actor?.accountId ? await app.desk.ownBooking(actor.accountId, code) : undefined;
    return own ?? app.desk.booking(code, phone);
  });
}

export function keepBooking(context: Context, code: string, secret: string, options: ShellOptions): void {
  keepCookie(context, cookie, `${code}.${secret}`, { ...options, maxAge: keptSeconds });
}

/** The booking this browser made, or has shown code and telephone number of; checked again every time. */
export async function provenBooking(
  app: App,
  throttle: GuessThrottle,
  context: Context<WebEnv>,
): Promise<Booking | undefined> {
  const [code = '', secret = ''] = (getCookie(context, cookie) ?? '').split('.');
  if (!code || !secret) return undefined;
  const found = await guarded(app, throttle, visitorOf(context).address, () => app.desk.keptBooking(code, secret));
  return found.ok ? found.value : undefined;
}
