import { webcrypto } from 'node:crypto';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import { type CertifiedKey, cryptoEngine, derOf } from './make-certificate.ts';

const iterationCount = 100_000;
/** BMPString: what PKCS#12 calls a friendly name. */
const friendlyName = '1.2.840.113549.1.9.20';
const localKeyId = '1.2.840.113549.1.9.21';

/** A key with its certificates as PKCS#12, the key under AES-256 and PBKDF2, the whole under an HMAC of the password. */
export async function writePkcs12(
  key: CertifiedKey,
  chain: readonly pkijs.Certificate[],
  name: string,
  password: string,
): Promise<Uint8Array> {
  const pkcs8 = await webcrypto.subtle.exportKey('pkcs8', key.privateKey);
  const secret = toBytes(password);
  const id = new asn1js.OctetString({ valueHex: new Uint8Array([1]).buffer });
  const attributes = [
    new pkijs.Attribute({ type: friendlyName, values: [new asn1js.BmpString({ value: name })] }),
    new pkijs.Attribute({ type: localKeyId, values: [id] }),
  ];
  const shrouded = new pkijs.PKCS8ShroudedKeyBag({ parsedValue: pkijs.PrivateKeyInfo.fromBER(pkcs8) });
  const keyBag = new pkijs.SafeBag({
    bagId: '1.2.840.113549.1.12.10.1.2',
    bagValue: shrouded,
    bagAttributes: attributes,
  });
  const certificateBags = [key.certificate, ...chain].map(
    (certificate, index) =>
      new pkijs.SafeBag({
        bagId: '1.2.840.113549.1.12.10.1.3',
        bagValue: new pkijs.CertBag({
          parsedValue: pkijs.Certificate.fromBER(new Uint8Array(derOf(certificate)).buffer),
        }),
        ...(index === 0 ? { bagAttributes: attributes } : {}),
      }),
  );
  await shrouded.makeInternalValues(
    {
      password: secret,
      contentEncryptionAlgorithm: { name: 'AES-CBC', length: 256 } as never,
      hmacHashAlgorithm: 'SHA-256',
      iterationCount,
    },
    cryptoEngine,
  );
  const safe = new pkijs.AuthenticatedSafe({
    parsedValue: {
      safeContents: [
        { privacyMode: 0, value: new pkijs.SafeContents({ safeBags: [keyBag] }) },
        { privacyMode: 0, value: new pkijs.SafeContents({ safeBags: certificateBags }) },
      ],
    },
  });
  await safe.makeInternalValues({ safeContents: [{}, {}] }, cryptoEngine);
  const pfx = new pkijs.PFX({ parsedValue: { integrityMode: 0, authenticatedSafe: safe } });
  await pfx.makeInternalValues(
    {
      password: secret,
      iterations: iterationCount,
      pbkdf2HashAlgorithm: { name: 'SHA-256' },
      hmacHashAlgorithm: 'SHA-256',
    },
    cryptoEngine,
  );
  return new Uint8Array(pfx.toSchema().toBER());
}

const toBytes = (text: string): ArrayBuffer => new Uint8Array(Buffer.from(text, 'utf8')).buffer;
