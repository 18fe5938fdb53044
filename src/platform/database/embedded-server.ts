import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, readlinkSync, realpathSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { totalmem } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { lockFolder, processLives } from '../folder-lock.ts';
import { prepareDataFolder } from '../settings.ts';
import { StartRefused } from '../start-refused.ts';
import {
  type ClusterPasswords,
  type ClusterPlace,
  cleanEnvironment,
  clusterPlace,
  lastLine,
  nameOfWorkingFolder,
  prepareCluster,
  readPasswords,
} from './cluster.ts';
import { type PostgresBinaries, preparePostgres } from './postgres-binaries.ts';
import { type SystemUser, serverUser } from './system-user.ts';

/** A running PostgreSQL of our own, on loopback, with passwords of its own. */
export interface EmbeddedServer {
  /** As the role `motcua`, which owns the database `motcua` and is no superuser (row-level security holds for it). */
  readonly connectionString: string;
  /** As the superuser, for tests and for making databases. */
  readonly administratorConnectionString: string;
  readonly processId: number;
  /** True when it was left running by a program that was killed. */
  readonly takenOver: boolean;
  /** Ends the server in good order: open connections are cut, everything acknowledged is kept. */
  stop(): Promise<void>;
}

export interface EmbeddedServerOptions {
  /** Writes are not forced to disk: faster, and lost when the machine falls. Never for a city's data. */
  readonly forTests?: boolean;
  /** Told what is going on, for a person who waits. */
  readonly onProgress?: (what: string) => void;
}

interface RunningServer {
  readonly pid: number;
  readonly port: number;
}

/**
 * Starts the embedded server of a data folder, or takes over the one that a killed program left running.
 * @throws StartRefused when another program runs on the folder or PostgreSQL cannot run here
 */
export async function startServer(dataFolder: string, options: EmbeddedServerOptions = {}): Promise<EmbeddedServer> {
  prepareDataFolder(dataFolder);
  const place = clusterPlace(dataFolder);
  prepareDataFolder(place.folder);
  const lock = lockFolder(dataFolder, place.lockFile);
  const progress = options.onProgress ?? (() => undefined);
  const forTests = options.forTests ?? false;
  try {
    const user = await serverUser(place.cluster);
    const binaries = await preparePostgres(user);
    progress('preparing the database');
    const passwords = await prepareCluster(place, binaries, user, { forTests });
    const left = await findRunning(place, passwords);
    progress(left ? 'taking over the database server that was left running' : 'starting the database server');
    const running = left ?? (await launch(place, binaries, user, passwords, forTests));
    await ensureApplication(running.port, passwords);
    return {
      connectionString: addressOf('motcua', passwords.application, running.port, 'motcua'),
      administratorConnectionString: addressOf('postgres', passwords.administrator, running.port, 'postgres'),
      processId: running.pid,
      takenOver: left !== undefined,
      stop: async () => {
        await end(place, binaries, running.pid);
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/**
 * The address of the server that runs on a data folder now, for commands beside the running program.
 * @returns undefined when none runs; then `startServer` may be used
 */
export async function findServer(dataFolder: string): Promise<string | undefined> {
  const place = clusterPlace(dataFolder);
  if (!statSync(place.cluster, { throwIfNoEntry: false })) return undefined;
  const passwords = await readPasswords(place);
  const running = await findRunning(place, passwords);
  return running && addressOf('motcua', passwords.application, running.port, 'motcua');
}

/** The server that postmaster.pid names, when it lives, is of this folder and answers to our password. */
async function findRunning(place: ClusterPlace, passwords: ClusterPasswords): Promise<RunningServer | undefined> {
  const file = join(place.cluster, 'postmaster.pid');
  // it may be starting (reading the journal after a fall) or ending: wait for either to be over
  for (const until = Date.now() + 120_000; Date.now() < until; await wait(100)) {
    const noted = readNote(file);
    if (!noted || !processLives(noted.pid)) return undefined;
    if (isSomebodyElse(noted.pid, place)) {
      // the number was given to another process since; PostgreSQL would believe itself running
      rmSync(file, { force: true });
      return undefined;
    }
    const state = Number.isNaN(noted.port) ? 'not-yet' : await ask(noted.port, passwords);
    if (state === 'ready') return noted;
    if (state === 'foreign') break;
    if (state === 'no-answer' && process.platform !== 'linux') return undefined; // let PostgreSQL judge its own file
  }
  throw new StartRefused(
    `A PostgreSQL server runs on ${place.cluster} but does not answer to this program: stop the process whose number is the first line of ${file}, and start again.`,
  );
}

function readNote(file: string): RunningServer | undefined {
  try {
    const lines = readFileSync(file, 'utf8').split('\n');
    const pid = Number(lines[0]);
    return pid > 0 ? { pid, port: Number(lines[3] || Number.NaN) } : undefined;
  } catch {
    return undefined;
  }
}

function isSomebodyElse(pid: number, place: ClusterPlace): boolean {
  if (process.platform !== 'linux') return false;
  try {
    return readlinkSync(`/proc/${pid}/cwd`) !== realpathSync(place.cluster);
  } catch (error) {
    // another user's process; the cluster is ours, so its server would be ours too
    return (error as NodeJS.ErrnoException).code === 'EACCES';
  }
}

async function ask(port: number, passwords: ClusterPasswords): Promise<'ready' | 'not-yet' | 'no-answer' | 'foreign'> {
  const client = new pg.Client(addressOf('postgres', passwords.administrator, port, 'postgres'));
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.end();
    return 'ready';
  } catch (error) {
    const code = (error as { code?: string }).code ?? '';
    if (code === '28P01' || code === '28000') return 'foreign';
    return code === '57P03' ? 'not-yet' : 'no-answer';
  }
}

const megabyte = 2 ** 20;

/**
 * How much memory and log the server may take, by the machine it runs on: an eighth of the memory for pages of tables, at most
 * 2 GB, so that a laptop stays one. A year of a city is loaded with few checkpoints, and disks without arms seek at no cost.
 */
function sizesFor(memory: number, forTests: boolean): Readonly<Record<string, string>> {
  if (forTests) return { shared_buffers: '128MB', max_wal_size: '1GB' };
  const pages = Math.min(2048, Math.max(128, Math.floor(memory / 8 / megabyte)));
  return {
    shared_buffers: `${pages}MB`,
    effective_cache_size: `${Math.floor(memory / 2 / megabyte)}MB`,
    work_mem: '16MB',
    maintenance_work_mem: `${pages / 2}MB`,
    max_wal_size: '4GB',
    checkpoint_timeout: '15min',
    random_page_cost: '1.1',
  };
}

async function launch(
  place: ClusterPlace,
  binaries: PostgresBinaries,
  user: SystemUser | undefined,
  passwords: ClusterPasswords,
  forTests: boolean,
): Promise<RunningServer> {
  let said = '';
  for (let attempt = 0; attempt < 20; attempt++) {
    const port = await freePort();
    const log = openSync(place.logFile, isLong(place.logFile) ? 'w' : 'a', 0o600);
    const from = statSync(place.logFile).size;
    const settings = {
      listen_addresses: '127.0.0.1',
      port: String(port),
      unix_socket_directories: '',
      max_connections: '100',
      ...sizesFor(totalmem(), forTests),
      timezone: 'UTC',
      // no values of a row in the log, where personal data has no place
      log_error_verbosity: 'terse',
      log_parameter_max_length_on_error: '0',
      log_line_prefix: '%m [%p] ',
      ...(forTests ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } : { fsync: 'on' }),
    };
    // Detached, with a log file for a voice: neither Ctrl-C in the terminal nor our own death ends it half-way.
    const child = spawn(
      binaries.postgres,
      [
        '-D',
        nameOfWorkingFolder(user, place.cluster),
        ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
      ],
      {
        ...user,
        cwd: place.cluster,
        env: cleanEnvironment(),
        detached: true,
        stdio: ['ignore', log, log],
        windowsHide: true,
      },
    );
    closeSync(log);
    child.unref();
    let ended = false;
    child.once('exit', () => {
      ended = true;
    });
    child.once('error', (error) => {
      ended = true;
      said = error.message;
    });
    // after a fall it first reads its journal, which may take minutes: wait as long as it lives
    while (!ended) {
      if ((await ask(port, passwords)) === 'ready' && !ended) return { pid: child.pid!, port };
      await wait(20);
    }
    said = readFileSync(place.logFile).subarray(from).toString() || said;
    // the port was taken in the meantime, or the last workers of a killed server have not gone yet: try again
    if (!/could not bind|could not create any TCP|shared memory block|lock file ".*" already exists/i.test(said)) break;
    await wait(250);
  }
  throw new StartRefused(
    `The embedded database server does not start (${lastLine(said)}): look into ${place.logFile}, put right what it names, and start again.`,
  );
}

function isLong(file: string): boolean {
  return (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > 10_000_000;
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => done(port));
    });
  });
}

/** The role and the database of the application; asked at every start, because a kill may have come between the two. */
async function ensureApplication(port: number, passwords: ClusterPasswords): Promise<void> {
  const client = new pg.Client(addressOf('postgres', passwords.administrator, port, 'postgres'));
  await client.connect();
  try {
    const role = await client.query("select from pg_roles where rolname = 'motcua'");
    if (role.rowCount === 0) {
      await client.query(`create role motcua login password ${client.escapeLiteral(passwords.application)}`);
    }
    const database = await client.query("select from pg_database where datname = 'motcua'");
    if (database.rowCount === 0) await client.query('create database motcua owner motcua');
  } finally {
    await client.end();
  }
}

async function end(place: ClusterPlace, binaries: PostgresBinaries, pid: number): Promise<void> {
  if (readNote(join(place.cluster, 'postmaster.pid'))?.pid !== pid || !processLives(pid)) return;
  if (process.platform === 'win32') {
    spawn(binaries.pgCtl, ['stop', '-D', place.cluster, '-m', 'fast', '-W'], { stdio: 'ignore', windowsHide: true });
  } else {
    process.kill(pid, 'SIGINT'); // PostgreSQL's "fast" shutdown
  }
  while (processLives(pid)) await wait(20);
}

function addressOf(role: string, password: string, port: number, database: string): string {
  return `postgres://${role}:${password}@127.0.0.1:${port}/${database}`;
}
