import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { connect as connectSocket } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { processLives } from '../folder-lock.ts';
import { StartRefused } from '../start-refused.ts';
import { type EmbeddedServer, findServer, startServer } from './embedded-server.ts';

const serverModule = join(import.meta.dirname, 'embedded-server.ts');
const driver = import.meta.resolve('pg');

let folder: string;
const started: EmbeddedServer[] = [];
const children: ChildProcess[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'motcua-server-'));
});

afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  for (const server of started.splice(0)) await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** With writes forced to disk, as a city runs it. */
async function start(): Promise<EmbeddedServer> {
  const server = await startServer(folder);
  started.push(server);
  return server;
}

/** A program like ours in a process of its own: starts the server and tells each number once the database has acknowledged it. */
function writingProgram(): ChildProcess & { acknowledged: number[] } {
  const code = `
    import { startServer } from ${JSON.stringify(serverModule)};
    import pg from ${JSON.stringify(driver)};
    const server = await startServer(${JSON.stringify(folder)});
    const pool = new pg.Pool({ connectionString: server.connectionString });
    await pool.query('create table if not exists entry (number integer primary key)');
    let next = (await pool.query('select coalesce(max(number), 0) + 1 as next from entry')).rows[0].next;
    await Promise.all(Array.from({ length: 4 }, async () => {
      for (;;) {
        const number = next++;
        await pool.query('insert into entry values ($1)', [number]);
        process.stdout.write(number + '\\n');
      }
    }));`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'pipe'] });
  children.push(child);
  const acknowledged: number[] = [];
  let rest = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    acknowledged.push(...lines.map(Number));
  });
  return Object.assign(child, { acknowledged });
}

async function killAfterSome(program: ReturnType<typeof writingProgram>, rows: number): Promise<void> {
  for (const until = Date.now() + 30_000; program.acknowledged.length < rows; await wait(5)) {
    if (program.exitCode !== null || Date.now() > until) throw new Error('the program does not write');
  }
  const closed = once(program, 'close');
  program.kill('SIGKILL');
  await closed;
}

async function numbersIn(server: EmbeddedServer): Promise<Set<number>> {
  const client = new pg.Client(server.connectionString);
  await client.connect();
  const { rows } = await client.query<{ number: number }>('select number from entry');
  await client.end();
  return new Set(rows.map((row) => row.number));
}

test('a program killed with -9 leaves its server running; the next start takes it over and has every acknowledged row', async () => {
  const all: number[] = [];
  let processId = 0;
  for (let round = 0; round < 3; round++) {
    const program = writingProgram();
    await killAfterSome(program, 100);
    all.push(...program.acknowledged);
    const server = await startServer(folder);
    expect(server.takenOver).toBe(true);
    const kept = await numbersIn(server);
    expect(all.filter((number) => !kept.has(number))).toEqual([]);
    processId = server.processId;
    if (round < 2) await server.stop();
    else started.push(server);
  }
  expect(processLives(processId)).toBe(true);
});

test('program and server both killed with -9: the next start reads the journal and has every acknowledged row', async () => {
  const program = writingProgram();
  await killAfterSome(program, 100);
  const pid = Number(readFileSync(join(folder, 'database/cluster/postmaster.pid'), 'utf8').split('\n')[0]);
  process.kill(pid, 'SIGKILL');
  const server = await start();
  expect(server.takenOver).toBe(false);
  const kept = await numbersIn(server);
  expect(program.acknowledged.filter((number) => !kept.has(number))).toEqual([]);
});

test('a stop ends the server, and the next start is a fresh one with the same data', async () => {
  const first = await startServer(folder);
  const client = new pg.Client(first.connectionString);
  client.on('error', () => undefined); // the stop cuts it
  await client.connect();
  await client.query('create table entry (number integer)');
  await client.query('insert into entry values (7)');
  await first.stop();
  expect(processLives(first.processId)).toBe(false);
  expect(await findServer(folder)).toBeUndefined();
  const second = await start();
  expect(second.takenOver).toBe(false);
  expect(await numbersIn(second)).toEqual(new Set([7]));
});

test('a second program on the same data folder is refused in one sentence and harms nothing', async () => {
  const server = await start();
  const failure = await startServer(folder).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(StartRefused);
  expect(String(failure)).toMatch(/already running on .*MOTCUA_DATA.*\.$/);
  expect(await findServer(folder)).toBe(server.connectionString);
});

test('of programs that start at the same moment exactly one wins', async () => {
  await (await startServer(folder)).stop();
  const results = await Promise.allSettled(Array.from({ length: 4 }, start));
  expect(results.filter((one) => one.status === 'fulfilled').length).toBe(1);
});

test('a process number in postmaster.pid or in the lock that now belongs to another program stops nobody', async () => {
  await (await startServer(folder)).stop();
  const note = `${process.pid}\n/somewhere\n1600000000\n5432\n\n127.0.0.1\n\nready\n`;
  writeFileSync(join(folder, 'database/cluster/postmaster.pid'), note, { mode: 0o600 });
  writeFileSync(join(folder, 'database/running.lock'), JSON.stringify({ pid: process.ppid, startedAt: 'before/1' }));
  expect((await start()).takenOver).toBe(false);
});

test('a start that was killed while it made the database is made good by the next', async () => {
  const program = writingProgram();
  const parts = () => {
    const inside = join(folder, 'database');
    return existsSync(inside) ? readdirSync(inside).filter((name) => name.includes('unfinished')) : [];
  };
  for (const until = Date.now() + 20_000; parts().length < 2; await wait(2)) {
    if (Date.now() > until) throw new Error('the program makes no database');
  }
  const closed = once(program, 'close');
  program.kill('SIGKILL');
  await closed;
  expect(existsSync(join(folder, 'database/cluster'))).toBe(false);
  const first = await startServer(folder);
  expect(first.takenOver).toBe(false);
  await first.stop();
  await start();
  expect(parts()).toEqual([]);
});

test('the passwords are random, kept for their owner only, and needed', async () => {
  const server = await start();
  expect(statSync(join(folder, 'database/passwords.json')).mode & 0o777).toBe(0o600);
  for (const role of ['motcua', 'postgres']) {
    const url = new URL(server.connectionString);
    url.username = role;
    url.password = 'postgres';
    await expect(new pg.Client(url.href).connect()).rejects.toThrow(/password authentication failed/);
  }
});

test('the server cannot be reached from another machine', async () => {
  const server = await start();
  const port = Number(new URL(server.connectionString).port);
  const outside = Object.values(networkInterfaces())
    .flat()
    .filter((one) => one && !one.internal && one.family === 'IPv4');
  for (const address of outside) {
    const socket = connectSocket(port, address!.address);
    const [error] = await once(socket, 'error');
    expect((error as NodeJS.ErrnoException).code).toBe('ECONNREFUSED');
  }
});

test('a data folder of another version of PostgreSQL is left alone', async () => {
  await (await startServer(folder)).stop();
  writeFileSync(join(folder, 'database/cluster/PG_VERSION'), '14\n');
  await expect(startServer(folder)).rejects.toThrow(/made by PostgreSQL 14 and this program brings 18/);
});
