import { sql } from 'kysely';
import { isId } from '#kernel/id.ts';
import type { Refusal } from '#kernel/result.ts';
import type { Database } from '#platform/database/connection.ts';
import type { EntryValues } from './rules/register-definition.ts';

/** A row of the file that can be entered. */
export interface GoodRow {
  readonly row: number;
  readonly unitId: string;
  readonly entered: EntryValues;
}

/** Something wrong with one cell or with a whole row. */
export interface BadLine {
  readonly row: number;
  readonly refusal: Refusal;
}

/** A file that was looked at: nothing of it is entered before the officer says so. */
export interface RegisterImport {
  readonly id: string;
  readonly registerId: string;
  readonly accountId: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly lookedAt: Temporal.Instant;
  readonly good: readonly GoodRow[];
  readonly bad: readonly BadLine[];
  readonly enteredCount: number | null;
}

export async function insertImport(db: Database, looked: Omit<RegisterImport, 'enteredCount'>): Promise<void> {
  await sql`
    insert into register_import (id, register_id, account_id, file_name, sha256, looked_at, good, bad)
    values (${looked.id}::uuid, ${looked.registerId}, ${looked.accountId}::uuid, ${looked.fileName}, ${looked.sha256},
      ${looked.lookedAt.toString()}::timestamptz, ${JSON.stringify(looked.good)}::jsonb, ${JSON.stringify(looked.bad)}::jsonb)`.execute(
    db,
  );
}

/** @param locked for whoever enters it: a second press waits, and finds it entered */
export async function findImport(
  db: Database,
  id: string,
  accountId: string,
  locked = false,
): Promise<RegisterImport | undefined> {
  if (!isId(id)) return undefined;
  const { rows } = await sql<{
    id: string;
    register_id: string;
    account_id: string;
    file_name: string;
    sha256: string;
    looked_at: Temporal.Instant;
    good: GoodRow[];
    bad: BadLine[];
    entered_count: number | null;
  }>`
    select id, register_id, account_id, file_name, sha256, looked_at, good, bad, entered_count from register_import
    where id = ${id}::uuid and account_id = ${accountId}::uuid ${locked ? sql`for update` : sql``}`.execute(db);
  const row = rows[0];
  return (
    row && {
      id: row.id,
      registerId: row.register_id,
      accountId: row.account_id,
      fileName: row.file_name,
      sha256: row.sha256,
      lookedAt: row.looked_at,
      good: row.good,
      bad: row.bad,
      enteredCount: row.entered_count,
    }
  );
}

export async function updateImportEntered(
  db: Database,
  id: string,
  at: Temporal.Instant,
  count: number,
): Promise<void> {
  await sql`update register_import set entered_at = ${at.toString()}::timestamptz, entered_count = ${count}
    where id = ${id}::uuid`.execute(db);
}
