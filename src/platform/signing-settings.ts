import { join, resolve } from 'node:path';
import { StartRefused } from './start-refused.ts';

/** Where the keys are that sign results, and whom a checker trusts. */
export interface SigningSettings {
  /**
   * demo: keys and a root of our own are made in the data folder. pkcs12: one file a position in a folder.
   * remote: a service with the API of the Cloud Signature Consortium. none: results wait.
   */
  readonly keys: 'demo' | 'pkcs12' | 'remote' | 'none';
  /** Of the key files, and of the demo's. */
  readonly folder: string;
  readonly password: string;
  readonly serviceUrl: string;
  readonly serviceToken: string;
  readonly timestampUrl: string | undefined;
  readonly longTerm: boolean;
  /** Certificates that a checked signature may lead to: .pem, .crt, .cer. */
  readonly rootsFolder: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Published, like every password of the demo city. */
const demoPassword = 'motcua-demo-2021';

/** @throws StartRefused naming the first wrong setting and how to put it right */
export function readSigningSettings(environment: Environment, dataFolder: string, demo: boolean): SigningSettings {
  const keys = environment.MOTCUA_SIGNING || (demo ? 'demo' : 'none');
  if (keys !== 'demo' && keys !== 'pkcs12' && keys !== 'remote' && keys !== 'none') {
    throw new StartRefused(`MOTCUA_SIGNING is "${keys}": set it to demo, pkcs12, remote or none.`);
  }
  const folder = resolve(environment.MOTCUA_SIGNING_FOLDER || join(dataFolder, 'signing'));
  const password = environment.MOTCUA_SIGNING_PASSWORD || (keys === 'demo' ? demoPassword : '');
  if (keys === 'pkcs12' && password === '') {
    throw new StartRefused('MOTCUA_SIGNING is pkcs12: set MOTCUA_SIGNING_PASSWORD to the password of the key files.');
  }
  const serviceToken = environment.MOTCUA_SIGNING_TOKEN ?? '';
  if (keys === 'remote' && !/^[\x21-\x7e]+$/.test(serviceToken)) {
    throw new StartRefused('MOTCUA_SIGNING is remote: set MOTCUA_SIGNING_TOKEN to the token of the signing service.');
  }
  return {
    keys,
    folder,
    password,
    serviceUrl: keys === 'remote' ? (readUrl('MOTCUA_SIGNING_URL', environment.MOTCUA_SIGNING_URL, true) ?? '') : '',
    serviceToken,
    timestampUrl: readUrl('MOTCUA_TIMESTAMP_URL', environment.MOTCUA_TIMESTAMP_URL, false),
    longTerm: environment.MOTCUA_SIGNING_LONG_TERM === '1',
    rootsFolder: resolve(environment.MOTCUA_TRUSTED_ROOTS || join(dataFolder, 'trusted-roots')),
  };
}

function readUrl(name: string, text: string | undefined, needed: boolean): string | undefined {
  if (!text && !needed) return undefined;
  if (!text || !/^https?:\/\/\S+$/.test(text) || !URL.canParse(text)) {
    throw new StartRefused(
      `${name} is "${text ?? ''}": set it to the address of the service, as in https://sign.example.vn/csc/v1.`,
    );
  }
  return text.replace(/\/$/, '');
}
