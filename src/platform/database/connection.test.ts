import { sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { freshDatabase } from '../../../tests/on-database.ts';
import { StartRefused } from '../start-refused.ts';
import { checkServer, connect, plannedAnew } from './connection.ts';

const database = await freshDatabase({ empty: true });
afterAll(database.drop);
const { pool, db } = database;

async function read(expression: string): Promise<unknown> {
  return (await pool.query(`select ${expression} as value`)).rows[0].value;
}

async function roundTrip(type: string, value: unknown): Promise<unknown> {
  return (await pool.query(`select $1::${type} as value`, [value])).rows[0].value;
}

test('a date is a PlainDate, the same day in every time zone', async () => {
  expect(await read("date '2021-02-08'")).toEqual(Temporal.PlainDate.from('2021-02-08'));
  expect(String(await roundTrip('date', Temporal.PlainDate.from('2021-02-08')))).toBe('2021-02-08');
});

test('a moment is an Instant and comes back as it was given', async () => {
  const moment = Temporal.Instant.from('2021-11-05T02:30:00.123456Z');
  expect(moment.equals((await roundTrip('timestamptz', moment)) as Temporal.Instant)).toBe(true);
  expect(String(await read("timestamptz '1945-09-02 14:00+07'"))).toBe('1945-09-02T07:00:00Z');
});

test('what is finer than a microsecond is cut off, not rounded into the future', async () => {
  const moment = Temporal.Instant.from('2021-11-05T02:30:00.123456999Z');
  expect(String(await roundTrip('timestamptz', moment))).toBe('2021-11-05T02:30:00.123456Z');
});

test('the server keeps the plan of a statement that comes again, never of one that is planned anew', async () => {
  const client = await pool.connect();
  try {
    for (const text of ['select $1::int as one', `${plannedAnew} select $1::int as other`]) {
      for (const value of [1, 2, 3]) await client.query(text, [value]);
    }
    const { rows } = await client.query(`select statement from pg_prepared_statements where statement ~ 'one|other'`);
    expect(rows).toEqual([{ statement: 'select $1::int as one' }]);
  } finally {
    client.release();
  }
});

test('local moments and times of day are Temporal values too', async () => {
  const local = Temporal.PlainDateTime.from('2021-02-17T17:00');
  expect(String(await roundTrip('timestamp', local))).toBe('2021-02-17T17:00:00');
  expect(String(await roundTrip('time', Temporal.PlainTime.from('08:00')))).toBe('08:00:00');
});

test('lists of Temporal values go both ways, with gaps', async () => {
  const days = [Temporal.PlainDate.from('2021-02-08'), null, Temporal.PlainDate.from('2021-02-09')];
  expect(((await roundTrip('date[]', days)) as unknown[]).map(String)).toEqual(['2021-02-08', 'null', '2021-02-09']);
  expect(await read('array[1, null, 2]::bigint[]')).toEqual([1, null, 2]);
});

test('a bigint column is a number while that is exact, and a fault when it is not', async () => {
  expect(await read('9007199254740991::bigint')).toBe(Number.MAX_SAFE_INTEGER);
  await expect(read('9007199254740992::bigint')).rejects.toThrow(RangeError);
  expect(await roundTrip('bigint', 12_500_000_000n)).toBe(12_500_000_000);
  expect(await read('count(*)')).toBe(1);
});

test('a connection goes on after a value that could not be read', async () => {
  await expect(read('9007199254740992::bigint')).rejects.toThrow(RangeError);
  expect(await read('1')).toBe(1);
});

test('a numeric keeps all its digits as text', async () => {
  expect(await read('12345678901234567890.12')).toBe('12345678901234567890.12');
});

test('Kysely reads and writes the same values', async () => {
  const day = Temporal.PlainDate.from('2024-02-29');
  const { rows } = await sql<{ day: Temporal.PlainDate }>`select ${day}::date + 1 as day`.execute(db);
  expect(String(rows[0]?.day)).toBe('2024-03-01');
});

test('JSON is written as JSON and read as a value', async () => {
  expect(await roundTrip('jsonb', { name: 'Đống Đa', list: [1, 'a'] })).toEqual({ name: 'Đống Đa', list: [1, 'a'] });
  expect(await roundTrip('jsonb', JSON.stringify([1, 2]))).toEqual([1, 2]);
});

test('sessions count days by the time of the city', async () => {
  expect(await read("current_setting('TimeZone')")).toBe('Asia/Ho_Chi_Minh');
});

test('the application is no superuser, so that row-level security holds for it', async () => {
  expect(await read('(select rolsuper or rolbypassrls from pg_roles where rolname = current_user)')).toBe(false);
});

test('the server listens on this machine only', async () => {
  expect(await read("current_setting('listen_addresses')")).toBe('127.0.0.1');
});

test('closing ends every connection, whichever way they were used', async () => {
  for (const used of ['pool', 'kysely'] as const) {
    const one = connect(database.connectionString);
    await (used === 'pool' ? one.pool.query('select 1') : sql`select 1`.execute(one.db));
    await one.close();
    expect(one.pool.ended).toBe(true);
    expect(one.pool.totalCount).toBe(0);
  }
});

test('a server that runs and lets us in is accepted', async () => {
  await expect(checkServer(database.connectionString)).resolves.toBeUndefined();
});

test.each([
  ['nobody listens', (url: string) => url.replace(/:\d+\//, ':1/'), /cannot be reached/],
  ['the host does not exist', (url: string) => url.replace('127.0.0.1', 'no-such-host.invalid'), /cannot be reached/],
  ['the password is wrong', (url: string) => url.replace(/:[0-9a-f]{48}@/, ':wrong@'), /does not accept the user/],
  ['the database is missing', (url: string) => url.replace(/\/t_\w+$/, '/missing'), /has no database "missing"/],
])('when %s the start stops with one sentence without the password', async (_, change, sentence) => {
  const failure = await checkServer(change(database.connectionString)).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(StartRefused);
  expect(String(failure)).toMatch(sentence);
  expect(String(failure)).not.toContain(new URL(database.connectionString).password);
});
