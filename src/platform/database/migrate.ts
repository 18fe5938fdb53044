import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import { StartRefused } from '../start-refused.ts';

/** One step of the database's shape: migrations/NNNN_name.sql. */
export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sha256: string;
  readonly sql: string;
}

export interface MigrateOptions {
  readonly folder?: string;
  readonly onProgress?: (migration: Pick<Migration, 'number' | 'name'>) => void;
}

interface Applied {
  readonly number: number;
  readonly name: string;
  readonly sha256: string;
}

export const migrationsFolder: string = join(import.meta.dirname, '../../../migrations');

/** Any number that nothing else in this database locks on. */
const lockKey = 7_301_954_220;

/** The migrations of a folder in order. @throws Error when two have one number or a file is not named NNNN_name.sql */
export async function readMigrations(folder: string = migrationsFolder): Promise<Migration[]> {
  const migrations: Migration[] = [];
  for (const file of (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()) {
    const [, number, name] = /^(\d{4})_([a-z0-9-]+)\.sql$/.exec(file) ?? [];
    if (!number || !name) throw new Error(`migrations/${file} is not named like 0001_first-tables.sql`);
    // the same text whatever line ends the checkout wrote
    const sql = (await readFile(join(folder, file), 'utf8')).replaceAll('\r\n', '\n');
    if (migrations.at(-1)?.number === Number(number)) throw new Error(`two migrations have the number ${number}`);
    migrations.push({ number: Number(number), name, sha256: createHash('sha256').update(sql).digest('hex'), sql });
  }
  return migrations;
}

/**
 * Brings the database to the shape this program expects, one transaction a step, one start at a time.
 * @returns the migrations that were applied now
 * @throws StartRefused when the database is newer than the program or a migration was changed after it was applied
 */
export async function migrate(pool: pg.Pool, options: MigrateOptions = {}): Promise<Migration[]> {
  const migrations = await readMigrations(options.folder);
  const appliedNow: Migration[] = [];
  const client = await pool.connect();
  try {
    for (;;) {
      await client.query('begin');
      // held by the transaction, not the session, so that it also works through a connection pooler
      await client.query('select pg_advisory_xact_lock($1)', [lockKey]);
      await client.query(
        `create table if not exists migration (
          number integer primary key,
          name text not null,
          sha256 text not null,
          applied_at timestamptz not null default now()
        )`,
      );
      const next = pendingOf(migrations, await readApplied(client))[0];
      if (next) {
        options.onProgress?.(next);
        await apply(client, next);
      }
      await client.query('commit');
      if (!next) return appliedNow;
      appliedNow.push(next);
    }
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

async function apply(client: pg.PoolClient, migration: Migration): Promise<void> {
  const { number, name, sha256, sql } = migration;
  try {
    await client.query(sql);
  } catch (error) {
    (error as Error).message = `migration ${fileOf(migration)}: ${(error as Error).message}`;
    throw error;
  }
  await client.query('insert into migration (number, name, sha256) values ($1, $2, $3)', [number, name, sha256]);
}

/**
 * The migrations that are still to be applied: none when the database is ready.
 * @throws StartRefused as `migrate` does
 */
export async function pendingMigrations(pool: pg.Pool, folder?: string): Promise<Migration[]> {
  const migrations = await readMigrations(folder);
  const { rows } = await pool.query("select to_regclass('migration') is not null as exists");
  return rows[0].exists ? pendingOf(migrations, await readApplied(pool)) : migrations;
}

async function readApplied(client: pg.Pool | pg.PoolClient): Promise<Applied[]> {
  return (await client.query<Applied>('select number, name, sha256 from migration order by number')).rows;
}

function pendingOf(migrations: readonly Migration[], applied: readonly Applied[]): Migration[] {
  for (const old of applied) {
    const own = migrations.find((migration) => migration.number === old.number);
    if (!own) {
      throw new StartRefused(
        `The database is newer than this program (it has the migration ${fileOf(old)}): start the newer program, or restore a backup made before it.`,
      );
    }
    if (own.sha256 !== old.sha256) {
      throw new StartRefused(
        `The file migrations/${fileOf(own)} was changed after it was applied to this database: put it back as it was and write the change as a new migration.`,
      );
    }
  }
  const last = applied.at(-1)?.number ?? 0;
  const late = migrations.find((m) => m.number < last && !applied.some((old) => old.number === m.number));
  if (late) {
    throw new StartRefused(
      `The file migrations/${fileOf(late)} comes before a migration that this database already has: give it a number after the last one.`,
    );
  }
  return migrations.filter((migration) => migration.number > last);
}

function fileOf(migration: Pick<Migration, 'number' | 'name'>): string {
  return `${String(migration.number).padStart(4, '0')}_${migration.name}.sql`;
}
