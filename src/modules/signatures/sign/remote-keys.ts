import { createHash, verify, X509Certificate } from 'node:crypto';
import type { Signer as PdfKey } from '@libpdf/core';
import * as z from 'zod';
import { accepted, refused } from '#kernel/result.ts';
import type { KeySource } from './signer.ts';

export interface RemotePlace {
  /** Up to and including the version: `https://sign.example.vn/csc/v1`. */
  readonly url: string;
  /** Bearer token of this installation at the service. */
  readonly token: string;
  readonly timeoutMilliseconds?: number;
}

const base64 = z.base64().max(40_000);
const credentialList = z.object({ credentialIDs: z.array(z.string().max(500)).max(100) });
const credentialInfo = z.object({
  key: z.object({ status: z.string(), algo: z.array(z.string()) }),
  cert: z.object({ certificates: z.array(base64).min(1).max(10) }),
});
const authorisation = z.object({ SAD: z.string().min(1).max(20_000) });
const signatures = z.object({ signatures: z.array(base64).length(1) });

const sha256Oid = '2.16.840.1.101.3.4.2.1';
const signAlgorithms = { RSA: '1.2.840.113549.1.1.11', EC: '1.2.840.10045.4.3.2' } as const;

/**
 * Keys at a signing service with the API of the Cloud Signature Consortium (v1): only a digest goes out, only a signature
 * comes back. It is checked against the certificate before it enters a document.
 * A service that is down or answers oddly is a fault: it throws, and the result waits to be signed.
 */
export function remoteKeys(service: RemotePlace): KeySource {
  const ask = <Answer>(method: string, body: object, answer: z.ZodType<Answer>) => post(service, method, body, answer);
  return {
    async find({ positionId, title }) {
      const listed = await ask('credentials/list', { userID: positionId }, credentialList);
      const [credentialID] = listed.credentialIDs;
      if (credentialID === undefined) return refused('signer-has-no-certificate', { title });
      const { key, cert } = await ask(
        'credentials/info',
        { credentialID, certificates: 'chain', certInfo: false },
        credentialInfo,
      );
      if (key.status !== 'enabled') return refused('signer-has-no-certificate', { title });
      const [certificate, ...chain] = cert.certificates.map((text) => new Uint8Array(Buffer.from(text, 'base64')));
      if (!certificate) throw new Error('the signing service gave no certificate');
      const keyType = key.algo.some((oid) => oid.startsWith('1.2.840.10045')) ? 'EC' : 'RSA';
      const pdfKey: PdfKey = {
        certificate,
        certificateChain: chain,
        keyType,
        signatureAlgorithm: keyType === 'EC' ? 'ECDSA' : 'RSASSA-PKCS1-v1_5',
        async sign(data) {
          const hash = [createHash('sha256').update(data).digest('base64')];
          const { SAD } = await ask('credentials/authorize', { credentialID, numSignatures: 1, hash }, authorisation);
          const signed = await ask(
            'signatures/signHash',
            { credentialID, SAD, hash, hashAlgo: sha256Oid, signAlgo: signAlgorithms[keyType] },
            signatures,
          );
          const signature = Buffer.from(signed.signatures[0] ?? '', 'base64');
          if (!verify('sha256', data, new X509Certificate(certificate).publicKey, signature)) {
            throw new Error('the signing service gave a signature that its certificate does not bear out');
          }
          return new Uint8Array(signature);
        },
      };
      return accepted(pdfKey);
    },
  };
}

async function post<Answer>(
  { url, token, timeoutMilliseconds = 20_000 }: RemotePlace,
  method: string,
  body: object,
  answer: z.ZodType<Answer>,
): Promise<Answer> {
  const response = await fetch(`${url}/${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify(body),
    redirect: 'error',
    signal: AbortSignal.timeout(timeoutMilliseconds),
  });
  if (!response.ok) throw new Error(`the signing service answered ${response.status} to ${method}`);
  const parsed = answer.safeParse(await response.json());
  if (!parsed.success) throw new Error(`the signing service answered ${method} in another form than agreed`);
  return parsed.data;
}
