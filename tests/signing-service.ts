// A signing service of its own process, as a city would have one elsewhere: it holds a key that never leaves it, and a
// timestamp authority beside. Prints {"url", "root"} when it listens. node tests/signing-service.ts TOKEN
import { constants, createHash, createPrivateKey, privateEncrypt, randomBytes, webcrypto } from 'node:crypto';
import { createServer } from 'node:http';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import {
  type CertifiedKey,
  cryptoEngine,
  derOf,
  makeCertificate,
  pemOf,
} from '#modules/signatures/sign/make-certificate.ts';

const token = process.argv[2] ?? '';
const valid = {
  from: Temporal.Instant.from('2020-01-01T00:00:00Z'),
  to: Temporal.Instant.from('2040-01-01T00:00:00Z'),
};
const root = await makeCertificate({ CN: 'Gốc của dịch vụ ký thử', C: 'VN' }, valid);
const held = await makeCertificate({ C: 'VN', O: 'UBND thử', T: 'Chủ tịch', CN: 'Người Ký Từ Xa' }, valid, root);
const timekeeper = await makeCertificate({ CN: 'Dấu thời gian thử', C: 'VN' }, valid, root);
const authorised = new Map<string, string>();
/** Set by /behave: how the service misbehaves next. */
let behaviour = 'well';

const digestInfoOfSha256 = Buffer.from('3031300d060960864801650304020105000420', 'hex');

interface Asked {
  readonly userID?: string;
  readonly SAD?: string;
  readonly hash?: readonly string[];
}

const answers: Readonly<Record<string, (body: Asked) => Promise<object> | object>> = {
  'credentials/list': ({ userID }) => ({ credentialIDs: userID === 'x-00007:chair' ? ['k-1'] : [] }),
  'credentials/info': () => ({
    key: { status: 'enabled', algo: ['1.2.840.113549.1.1.11'], len: 2048 },
    cert: { certificates: [held, root].map(({ certificate }) => Buffer.from(derOf(certificate)).toString('base64')) },
  }),
  'credentials/authorize': ({ hash }) => {
    const activation = randomBytes(16).toString('hex');
    authorised.set(activation, hash?.[0] ?? '');
    return { SAD: activation, expiresIn: 300 };
  },
  'signatures/signHash': async ({ SAD = '', hash }) => {
    const [asked = ''] = hash ?? [];
    if (authorised.get(SAD) !== asked) throw new Error('not authorised');
    authorised.delete(SAD);
    const signed = behaviour === 'wrong' ? createHash('sha256').digest() : Buffer.from(asked, 'base64');
    return { signatures: [(await signDigest(held, signed)).toString('base64')] };
  },
};

/** PKCS#1 over a digest that came from elsewhere: the raw operation, as a hardware module does it. */
async function signDigest(key: CertifiedKey, digest: Buffer): Promise<Buffer> {
  const pkcs8 = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', key.privateKey));
  const privateKey = createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' });
  const info = Buffer.concat([digestInfoOfSha256, digest]);
  return privateEncrypt({ key: privateKey, padding: constants.RSA_PKCS1_PADDING }, info);
}

async function timestamp(query: Uint8Array): Promise<Uint8Array> {
  const asked = pkijs.TimeStampReq.fromBER(new Uint8Array(query).buffer);
  const info = new pkijs.TSTInfo({
    version: 1,
    policy: '1.3.6.1.4.1.99999.1',
    messageImprint: asked.messageImprint,
    serialNumber: new asn1js.Integer({ value: Date.now() % 1_000_000_000 }),
    genTime: new Date('2021-11-05T03:00:00Z'),
    ...(asked.nonce ? { nonce: asked.nonce } : {}),
  });
  const content = info.toSchema().toBER();
  const { certificate, privateKey } = timekeeper;
  const signed = new pkijs.SignedData({
    version: 3,
    encapContentInfo: new pkijs.EncapsulatedContentInfo({
      eContentType: '1.2.840.113549.1.9.16.1.4',
      eContent: new asn1js.OctetString({ valueHex: content }),
    }),
    certificates: [certificate, root.certificate],
    signerInfos: [
      new pkijs.SignerInfo({
        version: 1,
        sid: new pkijs.IssuerAndSerialNumber({
          issuer: certificate.issuer,
          serialNumber: certificate.serialNumber,
        }),
        signedAttrs: new pkijs.SignedAndUnsignedAttributes({
          type: 0,
          attributes: [
            new pkijs.Attribute({
              type: '1.2.840.113549.1.9.3',
              values: [new asn1js.ObjectIdentifier({ value: '1.2.840.113549.1.9.16.1.4' })],
            }),
            new pkijs.Attribute({
              type: '1.2.840.113549.1.9.4',
              values: [
                new asn1js.OctetString({
                  valueHex: new Uint8Array(createHash('sha256').update(Buffer.from(content)).digest()).buffer,
                }),
              ],
            }),
          ],
        }),
      }),
    ],
  });
  await signed.sign(privateKey, 0, 'SHA-256', undefined, cryptoEngine);
  const wrapped = new pkijs.ContentInfo({ contentType: '1.2.840.113549.1.7.2', content: signed.toSchema(true) });
  const answer = new pkijs.TimeStampResp({ status: new pkijs.PKIStatusInfo({ status: 0 }), timeStampToken: wrapped });
  return new Uint8Array(answer.toSchema().toBER());
}

const server = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks);
  try {
    if (request.url === '/timestamp') {
      response.setHeader('content-type', 'application/timestamp-reply');
      return response.end(await timestamp(body));
    }
    if (request.url?.startsWith('/behave/')) {
      behaviour = request.url.slice('/behave/'.length);
      return response.end();
    }
    if (request.headers.authorization !== `Bearer ${token}`) return response.writeHead(401).end();
    if (behaviour === 'down') return response.writeHead(503).end();
    const answer = answers[request.url?.replace('/csc/v1/', '') ?? ''];
    if (!answer) return response.writeHead(404).end();
    response.setHeader('content-type', 'application/json');
    return response.end(JSON.stringify(await answer(JSON.parse(body.toString('utf8')))));
  } catch (error) {
    return response.writeHead(400).end(JSON.stringify({ error: 'invalid_request', error_description: String(error) }));
  }
});
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as { port: number };
  console.log(JSON.stringify({ url: `http://127.0.0.1:${port}`, root: pemOf(derOf(root.certificate)) }));
});
