import { createHmac, timingSafeEqual } from 'node:crypto';

/** No 0/O, 1/I/L, 5/S: it is read from paper and typed on a phone. */
const alphabet = '234679ACDEFGHJKMNPQRTUVWXYZ';

/** The secret printed on a receipt: eight letters derived from the installation's key, the same at every reprint. */
export function trackingSecret(installationKey: string, caseId: string): string {
  const digest = createHmac('sha256', installationKey).update(`tracking ${caseId}`).digest();
  return Array.from({ length: 8 }, (_, index) => alphabet[digest.readUInt16BE(index * 2) % alphabet.length]).join('');
}

/** Compares what was typed without telling by time how much of it was right. */
export function isTrackingSecret(installationKey: string, caseId: string, typed: string): boolean {
  const right = Buffer.from(trackingSecret(installationKey, caseId));
  const given = Buffer.from(typed.toUpperCase().replaceAll(/[\s-]/g, '').padEnd(right.length).slice(0, right.length));
  return given.length === right.length && timingSafeEqual(right, given);
}
