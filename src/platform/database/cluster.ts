import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, chown, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { StartRefused } from '../start-refused.ts';
import type { PostgresBinaries } from './postgres-binaries.ts';
import type { SystemUser } from './system-user.ts';

/** The folders and files of one embedded database. */
export interface ClusterPlace {
  /** Everything below lies in here. */
  readonly folder: string;
  /** PostgreSQL's own data folder. */
  readonly cluster: string;
  readonly passwordFile: string;
  readonly lockFile: string;
  readonly logFile: string;
}

export interface ClusterPasswords {
  /** Of the role `postgres`, which only this folder uses. */
  readonly administrator: string;
  /** Of the role `motcua`, which owns the database and is no superuser. */
  readonly application: string;
}

export function clusterPlace(dataFolder: string): ClusterPlace {
  const folder = join(dataFolder, 'database');
  return {
    folder,
    cluster: join(folder, 'cluster'),
    passwordFile: join(folder, 'passwords.json'),
    lockFile: join(folder, 'running.lock'),
    logFile: join(folder, 'server.log'),
  };
}

/**
 * How a program that runs as `user` names its working folder.
 * Root's folders are closed to the server's user; its own working folder is reachable all the same, by this name, on Linux.
 */
export function nameOfWorkingFolder(user: SystemUser | undefined, folder: string): string {
  return user && process.platform === 'linux' ? '/proc/self/cwd' : folder;
}

/** What PostgreSQL's programs see: settings of another server of this machine must not reach them. */
export function cleanEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG)/.test(name)));
}

/**
 * Makes the cluster when there is none; killed in the middle, the next start makes it anew.
 * @returns the passwords, kept readable for the owner only
 * @throws StartRefused when the cluster is of another version of PostgreSQL, without its passwords, or cannot be made
 */
export async function prepareCluster(
  place: ClusterPlace,
  binaries: PostgresBinaries,
  user: SystemUser | undefined,
  options: { forTests: boolean },
): Promise<ClusterPasswords> {
  if (existsSync(place.cluster)) {
    const version = (await readFile(join(place.cluster, 'PG_VERSION'), 'utf8')).trim();
    if (Number(version) !== binaries.majorVersion) {
      throw new StartRefused(
        `The database in ${place.cluster} was made by PostgreSQL ${version} and this program brings ${binaries.majorVersion}: start the program it was made with, make a backup there, and restore it here.`,
      );
    }
    await clearUnfinished(place);
    return readPasswords(place);
  }
  const passwords = { administrator: randomBytes(24).toString('hex'), application: randomBytes(24).toString('hex') };
  await writeFile(place.passwordFile, JSON.stringify(passwords), { mode: 0o600 });
  await chmod(place.passwordFile, 0o600);

  // A name of its own each time: of a start that was killed, initdb may still be writing.
  await clearUnfinished(place);
  const unfinished = `${place.cluster}.unfinished-${process.pid}-${Date.now()}`;
  const firstPassword = `${unfinished}.password`;
  await mkdir(unfinished, { mode: 0o700 });
  await writeFile(firstPassword, `${passwords.administrator}\n`, { mode: 0o600 });
  if (user) {
    await chown(unfinished, user.uid, user.gid);
    await chown(firstPassword, user.uid, user.gid);
  }
  try {
    await initialise(binaries.initdb, unfinished, firstPassword, user, options);
  } finally {
    await rm(firstPassword, { force: true });
  }
  await rename(unfinished, place.cluster);
  return passwords;
}

async function clearUnfinished(place: ClusterPlace): Promise<void> {
  for (const name of await readdir(place.folder)) {
    if (!name.startsWith(`${basename(place.cluster)}.unfinished`)) continue;
    // what cannot be cleared now, because it is still being written, is cleared by the next start
    await rm(join(place.folder, name), { recursive: true, force: true }).catch(() => undefined);
  }
}

/** @throws StartRefused when the file is lost: nobody can know the passwords any more */
export async function readPasswords(place: ClusterPlace): Promise<ClusterPasswords> {
  try {
    return JSON.parse(await readFile(place.passwordFile, 'utf8')) as ClusterPasswords;
  } catch {
    throw new StartRefused(
      `The passwords of the embedded database cannot be read from ${place.passwordFile}: put that file back from your backup, and start as the user who started first.`,
    );
  }
}

async function initialise(
  initdb: string,
  folder: string,
  passwordFile: string,
  user: SystemUser | undefined,
  options: { forTests: boolean },
): Promise<void> {
  const name = nameOfWorkingFolder(user, folder);
  let said = '';
  // Sorting and letter case come from PostgreSQL itself and are the same on every machine; the machine's own
  // locale only tells the text search which characters are letters, where it has one for UTF-8.
  for (const ctype of ['C.UTF-8', 'en_US.UTF-8', 'C']) {
    said = await run(
      initdb,
      [
        `--pgdata=${name}`,
        '--username=postgres',
        `--pwfile=${name}/../${basename(passwordFile)}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--locale=C',
        `--lc-ctype=${ctype}`,
        '--no-instructions',
        ...(options.forTests ? ['--no-sync'] : []),
      ],
      folder,
      user,
    );
    if (said === '') return;
    if (!said.includes('invalid locale')) break;
  }
  throw new StartRefused(`The embedded database could not be made in ${folder}: ${lastLine(said)}`);
}

/** @returns nothing when the program ended well, else what it said */
function run(program: string, parameters: string[], folder: string, user: SystemUser | undefined): Promise<string> {
  return new Promise((done) => {
    const child = spawn(program, parameters, {
      ...user,
      cwd: folder,
      env: cleanEnvironment(),
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    child.on('error', (error) => done(error.message));
    child.on('close', (code) => done(code === 0 ? '' : said || `it ended with ${code}`));
  });
}

export function lastLine(text: string): string {
  const lines = text.split('\n').filter((line) => /error|fatal|denied|could not/i.test(line));
  return (lines.at(-1) ?? text.trim().split('\n').at(-1) ?? '').trim();
}
