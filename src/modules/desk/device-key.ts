import { createHmac, timingSafeEqual } from 'node:crypto';
import { isTrackingSecret, trackingSecret } from '#modules/dossiers/index.ts';

/** What a device at the desk shows to be one: derived from the installation's key, so no table holds it. */
export function deviceKey(installationKey: string, device: string): string {
  return createHmac('sha256', installationKey).update(`device ${device}`).digest('base64url').slice(0, 32);
}

export function isDeviceKey(installationKey: string, device: string, given: string): boolean {
  const right = Buffer.from(deviceKey(installationKey, device));
  const typed = Buffer.from(given.padEnd(right.length).slice(0, right.length));
  return typed.length === right.length && timingSafeEqual(right, typed);
}

/** What opens a booking beside its code. */
export const bookingSecret = (installationKey: string, bookingId: string): string =>
  trackingSecret(installationKey, `booking ${bookingId}`);

export const isBookingSecret = (installationKey: string, bookingId: string, typed: string): boolean =>
  isTrackingSecret(installationKey, `booking ${bookingId}`, typed);

/** What opens the rating of a dossier and nothing else of it: it may stand in a QR on paper. */
export const ratingSecret = (installationKey: string, caseId: string): string =>
  trackingSecret(installationKey, `rating ${caseId}`);

export const isRatingSecret = (installationKey: string, caseId: string, typed: string): boolean =>
  isTrackingSecret(installationKey, `rating ${caseId}`, typed);
