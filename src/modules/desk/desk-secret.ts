import { isTrackingSecret, trackingSecret } from '#modules/dossiers/index.ts';

/** What a browser keeps to open a booking again, so that it need not keep a telephone number. */
export const bookingSecret = (installationKey: string, bookingId: string): string =>
  trackingSecret(installationKey, `booking ${bookingId}`);

export const isBookingSecret = (installationKey: string, bookingId: string, typed: string): boolean =>
  isTrackingSecret(installationKey, `booking ${bookingId}`, typed);

/** What opens the rating of a dossier and nothing else of it: it may stand in a QR on paper. */
export const ratingSecret = (installationKey: string, caseId: string): string =>
  trackingSecret(installationKey, `rating ${caseId}`);

export const isRatingSecret = (installationKey: string, caseId: string, typed: string): boolean =>
  isTrackingSecret(installationKey, `rating ${caseId}`, typed);
