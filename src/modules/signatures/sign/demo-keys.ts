import { webcrypto } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { newId } from '#platform/random.ts';
import { keyFileName, localKeys } from './local-keys.ts';
import {
  type CertifiedKey,
  certificateFromDer,
  derOf,
  makeCertificate,
  pemOf,
  readCertificates,
} from './make-certificate.ts';
import { writePkcs12 } from './pkcs12.ts';
import type { KeySource, SigningPerson } from './signer.ts';

/** The demo's certificates hold for all days a demonstration clock may be set to. */
const valid = {
  from: Temporal.Instant.from('2020-01-01T00:00:00+07:00'),
  to: Temporal.Instant.from('2040-01-01T00:00:00+07:00'),
};

const rootFile = 'demo-root.pem';
const rootKeyFile = 'demo-root.key';

/**
 * Keys of a demo city: a root of its own is made in the folder when the city first starts, a key for a post when it first
 * signs. Nobody outside trusts them, and they never leave the folder.
 */
export async function demoKeys(folder: string, password: string): Promise<KeySource> {
  const root = await rootIn(folder);
  const making = new Map<string, Promise<void>>();
  const local = localKeys(folder, password);
  return {
    async find(person, at) {
      const file = join(folder, keyFileName(person.positionId));
      if (!existsSync(file)) {
        const made = making.get(file) ?? makeKey(file, person, root, password);
        making.set(file, made);
        await made.finally(() => making.delete(file));
      }
      return local.find(person, at);
    },
  };
}

/** The root that the demo's signatures lead to, as a checker is told to trust it. */
export function demoRootFile(folder: string): string {
  return join(folder, rootFile);
}

async function rootIn(folder: string): Promise<CertifiedKey> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if (!existsSync(join(folder, rootKeyFile))) {
    const made = await makeCertificate({ CN: 'Một Cửa - chứng thư trình diễn', O: 'Một Cửa', C: 'VN' }, valid);
    const pkcs8 = await webcrypto.subtle.exportKey('pkcs8', made.privateKey);
    // the key last: a fall between the two makes both anew at the next start
    await writeWhole(join(folder, rootFile), Buffer.from(pemOf(derOf(made.certificate))));
    await writeWhole(join(folder, rootKeyFile), new Uint8Array(pkcs8));
  }
  const [certificate] = readCertificates(await readFile(join(folder, rootFile)));
  if (!certificate) throw new Error(`${rootFile} holds no certificate`);
  const privateKey = await webcrypto.subtle.importKey(
    'pkcs8',
    await readFile(join(folder, rootKeyFile)),
    { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
    false,
    ['sign'],
  );
  return { certificate, privateKey: privateKey as CryptoKey };
}

async function makeKey(file: string, person: SigningPerson, root: CertifiedKey, password: string): Promise<void> {
  const { name, title, organisation } = person;
  const key = await makeCertificate({ C: 'VN', O: organisation, T: title, CN: name }, valid, root);
  const rootAgain = certificateFromDer(derOf(root.certificate));
  await writeWhole(file, await writePkcs12(key, [rootAgain], person.positionId, password));
}

/** Under another name first, so that a fall leaves no half. */
async function writeWhole(file: string, content: Uint8Array): Promise<void> {
  const arriving = `${file}.${newId()}`;
  await writeFile(arriving, content, { mode: 0o600, flush: true });
  await rename(arriving, file);
}
