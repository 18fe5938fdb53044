import { constants, createHash, verify, X509Certificate } from 'node:crypto';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';

/** What a CMS structure says and whether it is true of the content. */
export interface CheckedCms {
  /** The content is the one that was signed, and the signature is by the key of the certificate. */
  readonly intact: boolean;
  readonly certificate: X509Certificate;
  /** Everything that came along, to build a path from. */
  readonly others: readonly X509Certificate[];
  /** As the signer says; nobody proves it. */
  readonly claimedAt: Temporal.Instant | null;
  /** A timestamp over the signature, unchecked. */
  readonly timestampToken: Uint8Array | undefined;
  /** The content, when it is inside. */
  readonly inside: Uint8Array | undefined;
}

const oid = {
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  timestamp: '1.2.840.113549.1.9.16.2.14',
} as const;

/** Digests in use; SHA-1 can be forged and proves nothing. */
const digests: Readonly<Record<string, string>> = {
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};

const pss = '1.2.840.113549.1.1.10';

/**
 * Checks one CMS signature (RFC 5652, with the attributes of CAdES that PAdES asks for).
 * @param content what was signed, in pieces; not given, the content inside is meant
 * @returns undefined when it is not readable, has no certificate, more than one signer, or a digest that proves nothing
 */
export function checkCms(der: Uint8Array, content?: readonly Uint8Array[]): CheckedCms | undefined {
  let data: pkijs.SignedData;
  try {
    const info = pkijs.ContentInfo.fromBER(new Uint8Array(der).buffer);
    if (info.contentType !== oid.signedData) return undefined;
    data = new pkijs.SignedData({ schema: info.content });
  } catch {
    return undefined;
  }
  const [signer] = data.signerInfos;
  if (!signer || data.signerInfos.length !== 1 || !signer.signedAttrs) return undefined;
  const digest = digests[signer.digestAlgorithm.algorithmId];
  if (!digest) return undefined;
  const certificates = (data.certificates ?? []).filter((item) => item instanceof pkijs.Certificate);
  const own = certificates.find((certificate) => isMeant(certificate, signer.sid));
  const certificate = own && x509Of(own);
  if (!own || !certificate) return undefined;

  const inside = data.encapContentInfo.eContent?.getValue();
  const pieces = content ?? (inside ? [new Uint8Array(inside)] : []);
  const hash = createHash(digest);
  for (const piece of pieces) hash.update(piece);
  const claimed = attribute(signer.signedAttrs, oid.messageDigest);
  const sameContent = claimed instanceof asn1js.OctetString && hash.digest().equals(Buffer.from(claimed.getValue()));
  const type = attribute(signer.signedAttrs, oid.contentType);
  const sameType =
    type instanceof asn1js.ObjectIdentifier && type.valueBlock.toString() === data.encapContentInfo.eContentType;
  return {
    intact: sameContent && sameType && isSignedBy(signer, digest, certificate) && namesCertificate(signer, certificate),
    certificate,
    others: certificates.filter((other) => other !== own).flatMap((other) => x509Of(other) ?? []),
    claimedAt: momentOf(attribute(signer.signedAttrs, oid.signingTime)),
    timestampToken: tokenOf(signer.unsignedAttrs),
    inside: inside && new Uint8Array(inside),
  };
}

/** The value of the signature, which a timestamp is over. */
export function signatureValueOf(der: Uint8Array): Uint8Array {
  const info = pkijs.ContentInfo.fromBER(new Uint8Array(der).buffer);
  const data = new pkijs.SignedData({ schema: info.content });
  return new Uint8Array(data.signerInfos[0]?.signature.getValue() ?? new ArrayBuffer());
}

function isMeant(certificate: pkijs.Certificate, sid: unknown): boolean {
  if (!(sid instanceof pkijs.IssuerAndSerialNumber)) return false;
  return certificate.serialNumber.isEqual(sid.serialNumber) && certificate.issuer.isEqual(sid.issuer);
}

function isSignedBy(signer: pkijs.SignerInfo, digest: string, { publicKey }: X509Certificate): boolean {
  const attributes = signer.signedAttrs?.encodedValue;
  if (!attributes || attributes.byteLength === 0) return false;
  // they lie in the structure as [0]; what is signed is the SET (RFC 5652, 5.4)
  const signed = Buffer.from(attributes.slice(0));
  signed[0] = 0x31;
  const signature = Buffer.from(signer.signature.getValue());
  const key =
    signer.signatureAlgorithm.algorithmId === pss
      ? { key: publicKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_AUTO }
      : publicKey;
  try {
    return verify(digest, signed, key, signature);
  } catch {
    return false;
  }
}

/** The attribute that ties the signature to one certificate (ESS, RFC 5035): where it is, it must name this one. */
function namesCertificate(signer: pkijs.SignerInfo, certificate: X509Certificate): boolean {
  const value = attribute(signer.signedAttrs, oid.signingCertificateV2);
  if (value === undefined) return true;
  const hash = createHash('sha256').update(certificate.raw).digest('hex');
  // only SHA-256, the default, is written without naming itself; other digests are named and compared in their own length
  const others = ['sha384', 'sha512'].map((name) => createHash(name).update(certificate.raw).digest('hex'));
  const written = Buffer.from(value.toBER()).toString('hex');
  return [hash, ...others].some((each) => written.includes(each));
}

function attribute(
  attributes: pkijs.SignedAndUnsignedAttributes | undefined,
  type: string,
): asn1js.BaseBlock | undefined {
  const found = attributes?.attributes.filter((each) => each.type === type) ?? [];
  // one attribute with one value; two would let each reader choose another
  return found.length === 1 && found[0]?.values.length === 1 ? (found[0].values[0] as asn1js.BaseBlock) : undefined;
}

function momentOf(value: asn1js.BaseBlock | undefined): Temporal.Instant | null {
  if (!(value instanceof asn1js.UTCTime) && !(value instanceof asn1js.GeneralizedTime)) return null;
  return Temporal.Instant.fromEpochMilliseconds(value.toDate().getTime());
}

function tokenOf(attributes: pkijs.SignedAndUnsignedAttributes | undefined): Uint8Array | undefined {
  const value = attribute(attributes, oid.timestamp);
  return value && new Uint8Array(value.toBER());
}

function x509Of(certificate: pkijs.Certificate): X509Certificate | undefined {
  try {
    return new X509Certificate(Buffer.from(certificate.toSchema(true).toBER()));
  } catch {
    return undefined;
  }
}
