import { createHmac, timingSafeEqual } from 'node:crypto';

/** Derived from the installation's key, so that no table holds it and a mail sent again has the same link. */
function proofToken(installationKey: string, proofId: string): string {
  return createHmac('sha256', installationKey).update(`email proof ${proofId}`).digest('base64url');
}

/** The address of the page that confirms, without origin and language. */
export function proofLink(installationKey: string, proofId: string): string {
  return `/ho-so-cua-toi/thong-bao/xac-nhan/${proofId}/${proofToken(installationKey, proofId)}`;
}

export function isProofToken(installationKey: string, proofId: string, given: string): boolean {
  const right = Buffer.from(proofToken(installationKey, proofId));
  const typed = Buffer.from(given);
  return typed.length === right.length && timingSafeEqual(right, typed);
}
