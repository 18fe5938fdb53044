import { sql } from 'kysely';
import type { Database } from '#platform/database/connection.ts';
import type { StoredFile } from '#platform/file-store.ts';

export type BlobScan = 'not-scanned' | 'clean' | 'held' | 'infected';

export interface BlobRow {
  readonly sha256: string;
  readonly scan: BlobScan;
  readonly virus: string | null;
}

/** Writes down a content before its bytes are put in place; what is known already is renewed, and stays clean once clean. */
export async function insertBlob(db: Database, file: StoredFile, scan: BlobScan): Promise<void> {
  await sql`
    insert into blob as b (sha256, size_bytes, media_type, scan)
    values (${file.sha256}, ${file.sizeBytes}, ${file.mediaType}, ${scan})
    on conflict (sha256) do update set offered_at = now(),
      scan = case when excluded.scan = 'clean' then 'clean' else b.scan end,
      virus = case when excluded.scan = 'clean' then null else b.virus end`.execute(db);
}

export async function findBlob(db: Database, sha256: string): Promise<BlobRow | undefined> {
  const { rows } = await sql<BlobRow>`select sha256, scan, virus from blob where sha256 = ${sha256}`.execute(db);
  return rows[0];
}

export async function updateScan(db: Database, sha256: string, scan: BlobScan, virus: string | null): Promise<void> {
  await sql`update blob set scan = ${scan}, virus = ${virus} where sha256 = ${sha256}`.execute(db);
}

/** Those of some contents that are not there. */
export async function findMissingBlobs(db: Database, sha256s: readonly string[]): Promise<readonly string[]> {
  const { rows } = await sql<{ sha256: string }>`
    select wanted.sha256 from unnest(${sha256s}::text[]) as wanted (sha256)
    where not exists (select from blob where blob.sha256 = wanted.sha256)`.execute(db);
  return rows.map((row) => row.sha256);
}

export async function listHeldBlobs(db: Database): Promise<readonly string[]> {
  const { rows } = await sql<{
    sha256: string;
  }>`select sha256 from blob where scan = 'held' order by offered_at`.execute(db);
  return rows.map((row) => row.sha256);
}

/** Contents nobody offered for so many days, oldest first. */
export async function listOldBlobs(
  db: Database,
  days: number,
  most: number,
): Promise<readonly { readonly sha256: string; readonly sizeBytes: number }[]> {
  const { rows } = await sql<{ sha256: string; sizeBytes: string }>`
    select sha256, size_bytes as "sizeBytes" from blob
    where offered_at <= now() - make_interval(days => ${days}) order by offered_at, sha256 limit ${most}`.execute(db);
  return rows.map(({ sha256, sizeBytes }) => ({ sha256, sizeBytes: Number(sizeBytes) }));
}

/**
 * Which of these contents somebody uses. Asked of every column of the database that holds SHA-256s, so that a table
 * added later is never forgotten, and of the drafts of online filing, which hold theirs in JSON.
 */
export async function findUsedBlobs(db: Database, sha256s: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows: columns } = await sql<{ table: string; column: string }>`
    select distinct c.conrelid::regclass::text as table, a.attname as column
    from pg_constraint c
      join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any(c.conkey)
      join pg_type t on t.oid = a.atttypid
      join pg_class r on r.oid = c.conrelid
    where r.relnamespace = 'public'::regnamespace and r.relname <> 'blob' and t.typname = 'text'
      and (c.contype = 'f' and c.confrelid = 'blob'::regclass
        or c.contype = 'c' and pg_get_constraintdef(c.oid) like '%[0-9a-f]{64}%')`.execute(db);
  const wanted = sql`${sha256s}::text[]`;
  const selects = columns.map(
    ({ table, column }) =>
      sql`select ${sql.ref(column)} as sha256 from ${sql.table(table)} where ${sql.ref(column)} = any(${wanted})`,
  );
  const drafts = sql`
    select paper->>'sha256' from filing_draft, jsonb_array_elements(papers) as paper
    where submitted_case_id is null and paper->>'sha256' = any(${wanted})`;
  const { rows } = await sql<{ sha256: string }>`${sql.join([...selects, drafts], sql` union `)}`.execute(db);
  return new Set(rows.map((row) => row.sha256));
}

/** Takes the row of a content nobody offered for so many days. @returns false when somebody just did */
export async function deleteBlob(db: Database, sha256: string, days: number): Promise<boolean> {
  const { rows } = await sql`
    delete from blob where sha256 = ${sha256} and offered_at <= now() - make_interval(days => ${days})
    returning sha256`.execute(db);
  return rows.length === 1;
}
