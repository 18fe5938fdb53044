import type { X509Certificate } from 'node:crypto';
import { type SignatureFinding, type SignatureVerdict, verdictOf } from '../rules/signature-verdict.ts';
import { checkCms } from './check-cms.ts';
import { provenMoment } from './check-timestamp.ts';
import { findPath, type TrustedRoots } from './find-path.ts';
import { type FoundSignature, findSignatures } from './find-signatures.ts';

/** A file that was looked at. */
export interface CheckedPdf {
  readonly verdict: SignatureVerdict;
  /** In the order of what they cover; undefined for one that cannot be read. */
  readonly signatures: readonly (SignatureFinding | undefined)[];
}

/**
 * Checks every signature of a PDF: what it covers, the digest, the signature itself, the way to a trusted root, whether the
 * certificates held at the moment of signing, the timestamp. Offline: whether a certificate was revoked by its issuer is not asked.
 * @param now stands for the moment of signing where the file says none
 */
export function checkPdf(pdf: Uint8Array, roots: TrustedRoots, now: Temporal.Instant): CheckedPdf {
  const signatures = findSignatures(pdf).map((found) => findingOf(pdf, found, roots, now));
  return { verdict: verdictOf(signatures), signatures };
}

function findingOf(
  pdf: Uint8Array,
  found: FoundSignature,
  roots: TrustedRoots,
  now: Temporal.Instant,
): SignatureFinding | undefined {
  const covered = [pdf.subarray(0, found.gapStart), pdf.subarray(found.gapEnd, found.coversTo)];
  const checked = found.cms && checkCms(found.cms, covered);
  if (!found.cms || !checked) return undefined;
  const proven = checked.timestampToken && provenMoment(checked.timestampToken, found.cms, roots);
  const signedAt = proven ?? checked.claimedAt;
  return {
    signer: namesIn(checked.certificate.subject),
    issuer: namesIn(checked.certificate.issuer).name,
    signedAt,
    timeProven: proven !== undefined,
    intact: checked.intact,
    coversAll: found.coversTo === pdf.byteLength,
    path: findPath(checked.certificate, checked.others, roots, signedAt ?? now),
  };
}

/** Node writes a distinguished name one attribute a line, with backslashes before signs of its own. */
function namesIn(distinguishedName: X509Certificate['subject']): SignatureFinding['signer'] {
  const lines = distinguishedName.split('\n');
  const read = (type: string) =>
    lines
      .find((line) => line.startsWith(`${type}=`))
      ?.slice(type.length + 1)
      .replaceAll(/\\(.)/g, '$1')
      .normalize('NFC') ?? '';
  return { name: read('CN'), title: read('title'), organisation: read('O') };
}
