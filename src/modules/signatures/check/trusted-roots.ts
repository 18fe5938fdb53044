import { X509Certificate } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { derOf, readCertificates } from '../sign/make-certificate.ts';
import type { TrustedRoots } from './find-path.ts';

/** The roots in files: every `.pem`, `.crt`, `.cer` of a folder, and single files. A folder that is not there holds none. */
export async function readTrustedRoots(places: {
  readonly folder?: string | undefined;
  readonly files?: readonly string[];
}): Promise<TrustedRoots> {
  const { folder, files = [] } = places;
  const names = folder ? await readdir(folder).catch(() => []) : [];
  const inFolder = names.filter((name) => /\.(pem|crt|cer)$/i.test(name)).map((name) => join(folder ?? '', name));
  const contents = await Promise.all([...inFolder, ...files].map((file) => readFile(file)));
  return contents
    .flatMap((content) => readCertificates(content))
    .map((certificate) => new X509Certificate(Buffer.from(derOf(certificate))));
}
