import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { demoSignIns, signIn } from '#modules/people/index.ts';
import { freshDatabase } from '../../../tests/on-database.ts';

const database = await freshDatabase({ size: 2 });
const folder = await mkdtemp(join(tmpdir(), 'motcua-year-'));
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true });
});

async function cityYear(...args: string[]): Promise<{ code: number | null; told: string }> {
  const program = fileURLToPath(new URL('../../../bin/motcua.mjs', import.meta.url));
  const env = {
    ...process.env,
    DATABASE_URL: database.connectionString,
    MOTCUA_DATA: folder,
    MOTCUA_DEMO: 'people',
    MOTCUA_CLOCK: '2021-11-01T08:30',
  };
  const child = spawn(process.execPath, [program, 'city-year', ...args], { env });
  let told = '';
  child.stdout.on('data', (text) => (told += text));
  child.stderr.on('data', (text) => (told += text));
  const code = await new Promise<number | null>((done) => child.on('close', done));
  return { code, told };
}

test('a demo city that is given its year first has its sign-ins afterwards', async () => {
  const { code, told } = await cityYear('--scale', '0.0002', '--only', 'tasks');
  expect([code, told]).toEqual([0, expect.stringContaining('the people of the demo city')]);
  const { password, accounts } = demoSignIns();
  for (const { signInName } of accounts.slice(0, 2)) {
    const who = { name: signInName, password, address: '127.0.0.1' };
    const signedIn = await signIn(database.db, who, Temporal.Instant.from('2021-11-01T02:00:00Z'));
    expect([signInName, signedIn.ok]).toEqual([signInName, true]);
  }
});
