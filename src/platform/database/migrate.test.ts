import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../tests/on-database.ts';
import { migrate, pendingMigrations, readMigrations } from './migrate.ts';

const folders: string[] = [];
const databases: FreshDatabase[] = [];
let database: FreshDatabase;
let folder: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'motcua-migrations-'));
  folders.push(folder);
  database = await freshDatabase({ empty: true });
  databases.push(database);
  write('0001_first.sql', 'create table first (id integer primary key);\ncreate index on first (id desc);\n');
  write('0002_second.sql', 'alter table first add column name text;\n');
});

afterAll(async () => {
  for (const one of databases) await one.drop();
  for (const one of folders) rmSync(one, { recursive: true });
});

function write(name: string, sql: string): void {
  writeFileSync(join(folder, name), sql);
}

test('migrations are applied in order, once', async () => {
  expect((await pendingMigrations(database.pool, folder)).map((one) => one.name)).toEqual(['first', 'second']);
  expect((await migrate(database.pool, { folder })).map((one) => one.number)).toEqual([1, 2]);
  expect(await migrate(database.pool, { folder })).toEqual([]);
  expect(await pendingMigrations(database.pool, folder)).toEqual([]);
});

test('several programs that start at once apply every migration once', async () => {
  const counts = await Promise.all(Array.from({ length: 4 }, () => migrate(database.pool, { folder })));
  expect(counts.flat().length).toBe(2);
});

test('a migration that fails leaves nothing of itself, keeps those before, and is named', async () => {
  write('0003_third.sql', 'create table third (id integer);\nselect 1 / 0;\n');
  await expect(migrate(database.pool, { folder })).rejects.toThrow(/0003_third\.sql: division by zero/);
  const { rows } = await database.pool.query(
    "select to_regclass('first') is not null as first, to_regclass('third') as third",
  );
  expect(rows[0]).toEqual({ first: true, third: null });
  expect((await pendingMigrations(database.pool, folder)).map((one) => one.number)).toEqual([3]);
});

test('a migration that was changed after it was applied stops the start', async () => {
  await migrate(database.pool, { folder });
  write('0001_first.sql', 'create table other (id integer);\n');
  await expect(migrate(database.pool, { folder })).rejects.toThrow(
    /^The file migrations\/0001_first\.sql was changed .+\.$/,
  );
});

test('line ends of another system are no change', async () => {
  await migrate(database.pool, { folder });
  write('0002_second.sql', 'alter table first add column name text;\r\n');
  expect(await migrate(database.pool, { folder })).toEqual([]);
});

test('a database newer than the program stops the start', async () => {
  await migrate(database.pool, { folder });
  rmSync(join(folder, '0002_second.sql'));
  await expect(migrate(database.pool, { folder })).rejects.toThrow(/newer than this program .*0002_second\.sql/);
  await expect(pendingMigrations(database.pool, folder)).rejects.toThrow(/newer than this program/);
});

test('a migration slipped in before the last one stops the start', async () => {
  rmSync(join(folder, '0001_first.sql'));
  write('0002_second.sql', 'create table first (id integer);\n');
  await migrate(database.pool, { folder });
  write('0001_first.sql', 'select 1;\n');
  await expect(migrate(database.pool, { folder })).rejects.toThrow(/0001_first\.sql comes before/);
});

test('two migrations of one number, or a file with another name, are a fault of the program', async () => {
  write('0002_third.sql', 'select 1;\n');
  await expect(readMigrations(folder)).rejects.toThrow(/two migrations have the number 0002/);
  rmSync(join(folder, '0002_third.sql'));
  write('3.sql', 'select 1;\n');
  await expect(readMigrations(folder)).rejects.toThrow(/3\.sql is not named/);
});
