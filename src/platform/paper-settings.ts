import type { BucketSettings } from './s3-place.ts';
import { StartRefused } from './start-refused.ts';
import type { ScannerAddress } from './virus-scanner.ts';

/** Where papers lie, who scans them, and from which address they go out. */
export interface PaperSettings {
  /** The bucket of the files; undefined = the folder `files` of the data folder. */
  readonly s3: BucketSettings | undefined;
  /** clamd; undefined = files are not scanned. */
  readonly scanner: { readonly address: ScannerAddress; readonly whenDown: 'refuse' | 'hold' } | undefined;
  /** The origin of its own from which papers go out; undefined = the origin of the pages, with hardened headers. */
  readonly papersUrl: string | undefined;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** @throws StartRefused naming the first wrong setting and how to put it right */
export function readPaperSettings(environment: Environment, publicUrl: string | undefined): PaperSettings {
  return {
    s3: readS3(environment),
    scanner: readScanner(environment.MOTCUA_CLAMD, environment.MOTCUA_CLAMD_DOWN),
    papersUrl: readPapersUrl(environment.MOTCUA_PAPERS_URL, publicUrl),
  };
}

function readS3(environment: Environment): BucketSettings | undefined {
  const endpoint = environment.MOTCUA_S3_ENDPOINT?.trim();
  if (!endpoint) return undefined;
  const url = URL.canParse(endpoint) ? new URL(endpoint) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.search !== '' || url.username !== '') {
    throw new StartRefused(
      `MOTCUA_S3_ENDPOINT is "${endpoint}": set it to the address of the bucket, as in https://s3.example.vn/motcua-papers.`,
    );
  }
  const accessKey = environment.MOTCUA_S3_ACCESS_KEY?.trim();
  const secretKey = environment.MOTCUA_S3_SECRET_KEY?.trim();
  if (!accessKey || !secretKey) {
    throw new StartRefused('With MOTCUA_S3_ENDPOINT set MOTCUA_S3_ACCESS_KEY and MOTCUA_S3_SECRET_KEY too.');
  }
  const region = environment.MOTCUA_S3_REGION?.trim() || 'us-east-1';
  return { endpoint: endpoint.replace(/\/$/, ''), region, accessKey, secretKey };
}

function readScanner(text: string | undefined, down: string | undefined): PaperSettings['scanner'] {
  const whenDown = down?.trim() || 'refuse';
  if (whenDown !== 'refuse' && whenDown !== 'hold') {
    throw new StartRefused(
      `MOTCUA_CLAMD_DOWN is "${down}": set it to refuse (an upload that cannot be scanned is refused) or to hold (it is kept and cannot be opened until it was scanned).`,
    );
  }
  const given = text?.trim();
  if (!given) return undefined;
  const path = /^unix:(\/.+)$/.exec(given)?.[1];
  if (path) return { address: { path }, whenDown };
  const [, host, port] = /^tcp:\/\/(\[[\da-fA-F:]+\]|[^\s:/]+):(\d{1,5})$/.exec(given) ?? [];
  if (!host || !(Number(port) >= 1 && Number(port) <= 65535)) {
    throw new StartRefused(
      `MOTCUA_CLAMD is "${given}": set it to where clamd listens, as in tcp://127.0.0.1:3310 or unix:/run/clamav/clamd.ctl.`,
    );
  }
  return { address: { host: host.replace(/^\[|\]$/g, ''), port: Number(port) }, whenDown };
}

function readPapersUrl(text: string | undefined, publicUrl: string | undefined): string | undefined {
  if (text === undefined || text === '') return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.pathname !== '/' || url.search !== '' || url.hash !== '') {
    throw new StartRefused(
      `MOTCUA_PAPERS_URL is "${text}": set it to an address of its own for papers, without a path, as in https://giayto.example.vn.`,
    );
  }
  if (url.origin === publicUrl) {
    throw new StartRefused(
      'MOTCUA_PAPERS_URL is the same as MOTCUA_PUBLIC_URL: give papers another host name or port, or leave it out.',
    );
  }
  return url.origin;
}
