import { randomBytes, webcrypto } from 'node:crypto';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';

/** Names of object identifiers in a distinguished name. */
const attributeTypes = { CN: '2.5.4.3', T: '2.5.4.12', O: '2.5.4.10', OU: '2.5.4.11', C: '2.5.4.6' } as const;

export type CertificateName = Partial<Record<keyof typeof attributeTypes, string>>;

export interface CertifiedKey {
  readonly certificate: pkijs.Certificate;
  readonly privateKey: CryptoKey;
}

const engine = new pkijs.CryptoEngine({ name: 'node', crypto: webcrypto as unknown as Crypto });
export const cryptoEngine: pkijs.ICryptoEngine = engine;
pkijs.setEngine('node', engine);

const keyKind = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  publicExponent: new Uint8Array([1, 0, 1]),
  modulusLength: 2048,
};

/**
 * A certificate with a new key of its own, RSA 2048 as the state's certificates have.
 * @param issuer who certifies; without one the certificate is a root and certifies itself
 */
export async function makeCertificate(
  subject: CertificateName,
  valid: { readonly from: Temporal.Instant; readonly to: Temporal.Instant },
  issuer?: CertifiedKey,
): Promise<CertifiedKey> {
  const keys = (await webcrypto.subtle.generateKey(keyKind, true, ['sign', 'verify'])) as CryptoKeyPair;
  const certificate = new pkijs.Certificate();
  certificate.version = 2;
  certificate.serialNumber = new asn1js.Integer({ valueHex: serialNumber() });
  certificate.subject = nameOf(subject);
  certificate.issuer = issuer?.certificate.subject ?? certificate.subject;
  certificate.notBefore.value = new Date(valid.from.epochMilliseconds);
  certificate.notAfter.value = new Date(valid.to.epochMilliseconds);
  certificate.extensions = extensionsOf(issuer === undefined);
  await certificate.subjectPublicKeyInfo.importKey(keys.publicKey, engine);
  await certificate.sign(issuer?.privateKey ?? keys.privateKey, 'SHA-256', engine);
  return { certificate, privateKey: keys.privateKey };
}

function serialNumber(): ArrayBuffer {
  const bytes = randomBytes(16);
  bytes[0] = (bytes[0]! & 0x7f) | 0x40; // positive, and of full length
  return new Uint8Array(bytes).buffer;
}

/** Each attribute a set of its own, in order: as one set they would be one name with many values, which others show oddly. */
function nameOf(written: CertificateName): pkijs.RelativeDistinguishedNames {
  const sets = Object.entries(written).map(([type, value]) => {
    const text = type === 'C' ? new asn1js.PrintableString({ value }) : new asn1js.Utf8String({ value });
    const named = new pkijs.AttributeTypeAndValue({
      type: attributeTypes[type as keyof typeof attributeTypes],
      value: text,
    });
    return new asn1js.Set({ value: [named.toSchema()] });
  });
  return pkijs.RelativeDistinguishedNames.fromBER(new asn1js.Sequence({ value: sets }).toBER());
}

/** A root may certify and nothing else; the others may sign and bear no authority (RFC 5280, 4.2.1). */
function extensionsOf(isRoot: boolean): pkijs.Extension[] {
  const basic = new pkijs.BasicConstraints(isRoot ? { cA: true, pathLenConstraint: 0 } : { cA: false });
  // bits from the left: digitalSignature, nonRepudiation | keyCertSign, cRLSign
  const usage = new asn1js.BitString({
    valueHex: new Uint8Array([isRoot ? 0x06 : 0xc0]).buffer,
    unusedBits: isRoot ? 1 : 6,
  });
  return [
    new pkijs.Extension({ extnID: '2.5.29.19', critical: true, extnValue: basic.toSchema().toBER() }),
    new pkijs.Extension({ extnID: '2.5.29.15', critical: true, extnValue: usage.toBER() }),
  ];
}

export function derOf(certificate: pkijs.Certificate): Uint8Array {
  return new Uint8Array(certificate.toSchema(true).toBER());
}

export function pemOf(der: Uint8Array): string {
  const lines = Buffer.from(der)
    .toString('base64')
    .replaceAll(/(.{64})/g, '$1\n')
    .trimEnd();
  return `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`;
}

export function certificateFromDer(der: Uint8Array): pkijs.Certificate {
  return pkijs.Certificate.fromBER(new Uint8Array(der).buffer);
}

/** The certificates of a PEM file, or of a DER file. */
export function readCertificates(content: Uint8Array): readonly pkijs.Certificate[] {
  const text = Buffer.from(content).toString('latin1');
  const blocks = [...text.matchAll(/-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]+)-----END CERTIFICATE-----/g)];
  if (blocks.length === 0) return [certificateFromDer(content)];
  return blocks.map(([, base64 = '']) => certificateFromDer(Buffer.from(base64, 'base64')));
}
