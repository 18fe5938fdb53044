import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import type { App } from '#app.ts';
import { refused } from '#kernel/result.ts';
import type { DeskDevice, DeviceKind } from '#modules/desk/index.ts';
import { localHref } from '#surfaces/ui/index.ts';
import { showRefusal } from '#surfaces/web/refusal-page.tsx';
import { visitorOf, type WebEnv } from '#surfaces/web/visitor.ts';
import { keepCookie, type ShellOptions } from '#surfaces/web/web-shell.ts';

/** Each kind has a cookie of its own: one computer may be kiosk and display at a small desk. */
const cookieOf = (kind: DeviceKind): string => `motcua_${kind}`;
/** A device stands for years; it is revoked when the desk wants it. */
const keptSeconds = 365 * 24 * 3600;

/** Which device is asked for: its kind, its desk, of a tablet the counter. */
export interface DevicePlace {
  readonly kind: DeviceKind;
  readonly deskId: string;
  readonly counterNumber?: number;
}

const isAt = (device: DeskDevice, { kind, deskId, counterNumber }: DevicePlace): boolean =>
  device.kind === kind && device.deskId === deskId && device.counterNumber === (counterNumber ?? null);

/** Whether this browser is that device. */
export async function isEnrolled(app: App, context: Context<WebEnv>, place: DevicePlace): Promise<boolean> {
  const key = getCookie(context, cookieOf(place.kind)) ?? '';
  if (!key || key.length > 60) return false;
  const device = await app.desk.device(key);
  return device !== undefined && isAt(device, place);
}

/** An address with `?khoa=…` makes the browser that opens it the device, then goes to the plain address. */
export async function enrolHere(
  app: App,
  context: Context<WebEnv>,
  place: DevicePlace,
  path: string,
  options: ShellOptions,
): Promise<Response | undefined> {
  const key = context.req.query('khoa');
  if (key === undefined) return undefined;
  const device = key.length < 60 ? await app.desk.device(key) : undefined;
  if (!device || !isAt(device, place)) return showRefusal(context, refused('device-not-enrolled').refusal);
  keepCookie(context, cookieOf(place.kind), key, { ...options, maxAge: keptSeconds });
  return context.redirect(localHref(visitorOf(context).language, path), 303);
}
