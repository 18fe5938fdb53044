import { once } from 'node:events';
import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, resolve } from 'node:path';
import { type PaperSettings, readPaperSettings } from './paper-settings.ts';
import { readSigningSettings, type SigningSettings } from './signing-settings.ts';
import { StartRefused } from './start-refused.ts';

/** How this program is set up, read once from the environment. */
export interface Settings {
  readonly port: number;
  readonly host: string;
  /** Absolute path of the folder that keeps the embedded database and the files. */
  readonly dataFolder: string;
  /** The PostgreSQL server to use; undefined = the embedded one in the data folder. */
  readonly databaseUrl: string | undefined;
  /** The origin that people's browsers see, without a slash at the end, when it is not http://HOST:PORT. */
  readonly publicUrl: string | undefined;
  /** Load the demo city: the default with the embedded database only. */
  readonly demo: boolean;
  /** With the demo city's people come dossiers of its last weeks. */
  readonly demoDossiers: boolean;
  /** The local moment (Asia/Ho_Chi_Minh) the clock starts at, for demonstrations. */
  readonly clockStart: Temporal.PlainDateTime | undefined;
  readonly papers: PaperSettings;
  /** The mail server and the address mail comes from; undefined: no mail is sent. */
  readonly mail: { readonly url: string; readonly from: string } | undefined;
  /** Gateways of short messages, each with the key its requests are signed with. */
  readonly sms: GatewaySettings | undefined;
  readonly zalo: GatewaySettings | undefined;
  readonly signing: SigningSettings;
  /** The payment gateway; undefined: online payment is not offered. */
  readonly payments: (GatewaySettings & { readonly merchant: string }) | undefined;
}

export interface GatewaySettings {
  readonly url: string;
  readonly key: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** @throws StartRefused naming the first wrong setting and how to put it right */
export function readSettings(environment: Environment): Settings {
  const databaseUrl = readDatabaseUrl(environment.DATABASE_URL);
  const publicUrl = readPublicUrl(environment.MOTCUA_PUBLIC_URL);
  const dataFolder = resolve(environment.MOTCUA_DATA || './data');
  const demo = readDemo(environment.MOTCUA_DEMO, databaseUrl === undefined);
  return {
    port: readPort(environment.PORT),
    host: environment.HOST?.trim() || '127.0.0.1',
    dataFolder,
    databaseUrl,
    publicUrl,
    demo,
    demoDossiers: demo && environment.MOTCUA_DEMO !== 'people',
    papers: readPaperSettings(environment, publicUrl),
    clockStart: readClockStart(environment.MOTCUA_CLOCK),
    mail: readMail(environment.MOTCUA_SMTP_URL, environment.MOTCUA_MAIL_FROM),
    sms: readGateway('SMS', environment.MOTCUA_SMS_URL, environment.MOTCUA_SMS_KEY),
    zalo: readGateway('ZALO', environment.MOTCUA_ZALO_URL, environment.MOTCUA_ZALO_KEY),
    signing: readSigningSettings(environment, dataFolder, demo),
    payments: readPayments(environment),
  };
}

function readPayments(environment: Environment): Settings['payments'] {
  const { MOTCUA_GATEWAY_URL, MOTCUA_GATEWAY_KEY, MOTCUA_GATEWAY_MERCHANT } = environment;
  const gateway = readGateway('GATEWAY', MOTCUA_GATEWAY_URL, MOTCUA_GATEWAY_KEY);
  const merchant = MOTCUA_GATEWAY_MERCHANT?.trim() || 'motcua';
  if (gateway && !/^[\w.-]{1,40}$/.test(merchant)) {
    throw new StartRefused(
      `MOTCUA_GATEWAY_MERCHANT is "${merchant}": set it to the name the gateway knows the city by, letters and digits only.`,
    );
  }
  return gateway && { url: gateway.url.replace(/\/$/, ''), key: gateway.key, merchant };
}

function readPort(text: string | undefined): number {
  if (text === undefined || text === '') return 3000;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (!(port <= 65535)) {
    throw new StartRefused(
      `PORT is "${text}": set it to a whole number from 0 (any free port) to 65535, as in PORT=3000.`,
    );
  }
  return port;
}

function readDatabaseUrl(text: string | undefined): string | undefined {
  if (text === undefined || text === '') return undefined;
  // the address itself is not repeated in the sentence: it usually holds a password
  if (!/^postgres(ql)?:\/\/\S+$/.test(text) || !URL.canParse(text)) {
    throw new StartRefused(
      'DATABASE_URL is not the address of a PostgreSQL server: write it as postgres://user:password@host:5432/database, or leave it out to use the embedded database.',
    );
  }
  return text;
}

function readPublicUrl(text: string | undefined): string | undefined {
  if (text === undefined || text === '') return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.pathname !== '/' || url.search !== '' || url.hash !== '') {
    throw new StartRefused(
      `MOTCUA_PUBLIC_URL is "${text}": set it to the address that browsers use, without a path, as in https://motcua.example.vn.`,
    );
  }
  return url.origin;
}

function readDemo(text: string | undefined, embedded: boolean): boolean {
  if (text === undefined || text === '') return embedded;
  if (text !== '0' && text !== '1' && text !== 'people') {
    throw new StartRefused(
      `MOTCUA_DEMO is "${text}": set it to 1 to load the demo city, to people for its sign-ins without dossiers, or to 0 to start empty.`,
    );
  }
  return text !== '0';
}

function readClockStart(text: string | undefined): Temporal.PlainDateTime | undefined {
  if (text === undefined || text === '') return undefined;
  try {
    if (/[Zz]|[+-]\d\d:?\d\d$|\[/.test(text)) throw new RangeError('not a local moment');
    return Temporal.PlainDateTime.from(text);
  } catch {
    throw new StartRefused(
      `MOTCUA_CLOCK is "${text}": set it to a local date and time without a zone, as in 2021-11-05T09:30, or leave it out to use the real time.`,
    );
  }
}

function readMail(url: string | undefined, from: string | undefined): Settings['mail'] {
  if (!url && !from) return undefined;
  // the address itself is not repeated in the sentence: it usually holds a password
  if (!url || !/^smtps?:\/\/\S+$/.test(url) || !URL.canParse(url)) {
    throw new StartRefused(
      'MOTCUA_SMTP_URL is not the address of a mail server: write it as smtp://user:password@host:587 or smtps://…, or leave out both it and MOTCUA_MAIL_FROM to send no mail.',
    );
  }
  if (!from || !/^([^<>@]+<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/.test(from)) {
    throw new StartRefused(
      `MOTCUA_MAIL_FROM is "${from ?? ''}": set it to the address mail comes from, as in Một Cửa <khong-tra-loi@example.vn>.`,
    );
  }
  return { url, from };
}

function readGateway(name: string, url: string | undefined, key: string | undefined): GatewaySettings | undefined {
  if (!url && !key) return undefined;
  if (!url || !URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol) || !key || key.length < 16) {
    throw new StartRefused(
      `MOTCUA_${name}_URL and MOTCUA_${name}_KEY belong together: the http(s) address of the gateway and a key of at least 16 characters; leave out both to send nothing by it.`,
    );
  }
  return { url, key };
}

/**
 * Makes the data folder when it is not there.
 * @throws StartRefused when it cannot be made or written to
 */
export function prepareDataFolder(folder: string): void {
  try {
    makeFolder(folder);
    if (!statSync(folder).isDirectory()) throw new Error('not a folder');
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch {
    throw new StartRefused(
      `The data folder ${folder} cannot be written to: give this user the right to write there, or set MOTCUA_DATA to another folder.`,
    );
  }
}

/** One folder after the other: the recursive mkdir of Node never returns where the system answers oddly, as under /proc. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  if (dirname(folder) !== folder) makeFolder(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

/**
 * The sentence for an error of `server.listen`, or the error itself when no setting would help.
 * Use: `server.on('error', (error) => stop(listenError(error, settings)))`.
 */
export function listenError(error: unknown, settings: Pick<Settings, 'host' | 'port'>): unknown {
  const code = (error as { code?: unknown } | null)?.code;
  if (code === 'EADDRINUSE') {
    return new StartRefused(
      `Port ${settings.port} on ${settings.host} is already taken: stop the program that uses it, or set PORT to another number.`,
    );
  }
  if (code === 'EACCES') {
    return new StartRefused(
      `This user may not listen on port ${settings.port}: set PORT to a number above 1023, as in PORT=3000.`,
    );
  }
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    return new StartRefused(
      `This machine has no address "${settings.host}": set HOST to 127.0.0.1, to 0.0.0.0, or to one of its own addresses.`,
    );
  }
  return error;
}

/** Stops the start before anything is loaded when the port cannot be had: nobody waits for a city that then does not open. */
export async function checkAddress({ host, port }: Pick<Settings, 'host' | 'port'>): Promise<void> {
  const probe = createServer();
  try {
    probe.listen(port, host);
    await once(probe, 'listening');
  } catch (error) {
    throw listenError(error, { host, port });
  } finally {
    probe.close();
  }
}
