import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { freshDatabase } from '../../../tests/on-database.ts';
import { describeSchema } from './describe-schema.ts';
import { describeTypes } from './describe-types.ts';

const database = await freshDatabase({ empty: true });
afterAll(database.drop);

await database.pool.query(`
  create extension pg_trgm;
  create type shape as enum ('round', 'square');
  create domain dong as bigint check (value >= 0);
  create table owner (id uuid primary key, name text collate "C" not null check (name <> ''));
  create table thing (
    id bigint generated always as identity primary key,
    owner_id uuid references owner (id),
    shape shape not null,
    price dong not null,
    facts jsonb not null default '{}',
    more jsonb,
    born_on date not null,
    seen_at timestamptz[],
    made_at timestamptz not null default now(),
    doubled bigint generated always as (price * 2) stored
  );
  create index thing_by_owner on thing (owner_id) where born_on > '2020-01-01';
  comment on table thing is 'a thing';
  alter table thing enable row level security;
  create policy own on thing for select using (owner_id is not null);
  create function fold(t text) returns text language sql immutable as $$ select lower(t) $$;
  create function guard() returns trigger language plpgsql as $$ begin raise 'no'; end $$;
  create trigger no_delete before delete on thing for each row execute function guard();
  create view named as select id, name from owner;
`);

test('the description names everything a migration can make, and nothing of an extension', async () => {
  const text = await describeSchema(database.pool);
  for (const part of [
    'create extension pg_trgm;',
    "create type shape as enum ('round', 'square');",
    'create domain dong as bigint',
    'name text collate "C" not null',
    'id bigint generated always as identity not null',
    'constraint thing_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES owner(id)',
    'CREATE INDEX thing_by_owner ON public.thing',
    'alter table thing enable row level security;',
    'create policy own on thing as permissive for select to public using ((owner_id IS NOT NULL));',
    'CREATE OR REPLACE FUNCTION public.fold(t text)',
    'CREATE TRIGGER no_delete BEFORE DELETE',
    'create view named as',
    "comment on table thing is 'a thing';",
  ]) {
    expect(text).toContain(part);
  }
  expect(text).not.toContain('show_trgm');
  expect(await describeSchema(database.pool)).toBe(text);
});

test('the types say how each column is read and written', async () => {
  const text = await describeTypes(database.pool);
  for (const part of [
    'export interface ThingTable {',
    '  born_on: Temporal.PlainDate;',
    '  doubled: ColumnType<number | null, never, never>;',
    '  facts: ColumnType<unknown, string | undefined, string>;',
    '  more: ColumnType<unknown, string | null | undefined, string | null>;',
    '  id: ColumnType<number, never, never>;',
    '  made_at: ColumnType<Temporal.Instant, Temporal.Instant | undefined, Temporal.Instant>;',
    '  owner_id: string | null;',
    '  price: ColumnType<number, number | bigint, number | bigint>;',
    '  seen_at: Temporal.Instant[] | null;',
    "  shape: 'round' | 'square';",
    '  named: NamedTable;',
  ]) {
    expect(text).toContain(part);
  }
});

test('schema.sql and schema.ts are those of the migrations', async () => {
  const migrated = await freshDatabase();
  try {
    const hint = 'run: node src/platform/database/write-schema.ts';
    const root = join(import.meta.dirname, '../../..');
    expect(await describeSchema(migrated.pool), hint).toBe(readFileSync(join(root, 'schema.sql'), 'utf8'));
    expect(await describeTypes(migrated.pool), hint).toBe(readFileSync(join(import.meta.dirname, 'schema.ts'), 'utf8'));
  } finally {
    await migrated.drop();
  }
});
