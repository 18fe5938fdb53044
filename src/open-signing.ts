import {
  demoKeys,
  demoRootFile,
  type KeySource,
  localKeys,
  pdfSigner,
  readTrustedRoots,
  remoteKeys,
  type Signer,
  type TrustedRoots,
} from '#modules/signatures/index.ts';
import type { SigningSettings } from '#platform/signing-settings.ts';

/** The signer and the roots that the settings ask for. The demo's root and keys are made in its folder at the first start. */
export async function openSigning(
  settings: SigningSettings,
): Promise<{ readonly signer: Signer | undefined; readonly roots: TrustedRoots }> {
  const keys = await keysOf(settings);
  const { timestampUrl, longTerm, rootsFolder, folder } = settings;
  const files = settings.keys === 'demo' ? [demoRootFile(folder)] : [];
  return {
    signer: keys && pdfSigner(keys, { timestampUrl, longTerm }),
    roots: await readTrustedRoots({ folder: rootsFolder, files }),
  };
}

async function keysOf(settings: SigningSettings): Promise<KeySource | undefined> {
  const { folder, password, serviceUrl, serviceToken } = settings;
  switch (settings.keys) {
    case 'demo':
      return demoKeys(folder, password);
    case 'pkcs12':
      return localKeys(folder, password);
    case 'remote':
      return remoteKeys({ url: serviceUrl, token: serviceToken });
    case 'none':
      return undefined;
  }
}
