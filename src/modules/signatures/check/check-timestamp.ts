import { createHash } from 'node:crypto';
import * as pkijs from 'pkijs';
import { checkCms, signatureValueOf } from './check-cms.ts';
import { findPath, type TrustedRoots } from './find-path.ts';

const timestampInfo = '1.2.840.113549.1.9.16.1.4';
const digests: Readonly<Record<string, string>> = {
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};

/** The moment a timestamp proves for a signature; undefined when it proves none: not readable, not over it, by nobody trusted. */
export function provenMoment(
  token: Uint8Array,
  signedCms: Uint8Array,
  roots: TrustedRoots,
): Temporal.Instant | undefined {
  const checked = checkCms(token);
  if (!checked?.intact || !checked.inside) return undefined;
  let info: pkijs.TSTInfo;
  try {
    const contentInfo = pkijs.ContentInfo.fromBER(new Uint8Array(token).buffer);
    const data = new pkijs.SignedData({ schema: contentInfo.content });
    if (data.encapContentInfo.eContentType !== timestampInfo) return undefined;
    info = pkijs.TSTInfo.fromBER(new Uint8Array(checked.inside).buffer);
  } catch {
    return undefined;
  }
  const digest = digests[info.messageImprint.hashAlgorithm.algorithmId];
  if (!digest) return undefined;
  const imprint = Buffer.from(info.messageImprint.hashedMessage.getValue());
  if (!createHash(digest).update(signatureValueOf(signedCms)).digest().equals(imprint)) return undefined;
  const at = Temporal.Instant.fromEpochMilliseconds(info.genTime.getTime());
  return findPath(checked.certificate, checked.others, roots, at) === 'trusted' ? at : undefined;
}
