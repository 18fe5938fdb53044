import { createHash } from 'node:crypto';
import type { IdempotencyKey } from '#case-engine/case-store.ts';
import { isTrackingSecret, trackingSecret } from '#modules/dossiers/index.ts';
import { newId } from '#platform/random.ts';

/** The secret of one who reported, derived from the installation's key: no table holds it. */
export const reporterSecret = (installationKey: string, reporterId: string): string =>
  trackingSecret(installationKey, reporterId);

export const isReporterSecret = (installationKey: string, reporterId: string, typed: string): boolean =>
  isTrackingSecret(installationKey, reporterId, typed);

/** A form that is sent twice reports once: the same key makes the same person. */
export function reporterIdFor(key: IdempotencyKey | undefined): string {
  if (!key) return newId();
  const hash = createHash('sha256').update(`reporter ${key.caller} ${key.key}`).digest('hex');
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-a${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}
