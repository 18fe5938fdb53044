import { sql } from 'kysely';
import { sha256 } from '#kernel/hash.ts';
import type { Json } from '#kernel/json.ts';
import type { Database } from '#platform/database/connection.ts';
import { secretToken } from '#platform/random.ts';
import type { CleanedFile } from './clean-photos.ts';

/** What a person has typed between the steps of a report. */
export interface FeedbackDraft {
  readonly given: Readonly<Record<string, string>>;
  readonly files: readonly CleanedFile[];
  /** Sent already: the report it became. */
  readonly reporterId: string | null;
}

/** @returns the secret the browser keeps; the table has its hash */
export async function startFeedbackDraft(
  db: Database,
  given: Readonly<Record<string, string>>,
  at: Temporal.Instant,
): Promise<string> {
  const secret = secretToken();
  await sql`insert into feedback_draft (secret_hash, given, files, made_at)
    values (${sha256(secret)}, ${JSON.stringify(given)}::jsonb, '[]'::jsonb, ${at.toString()}::timestamptz)`.execute(
    db,
  );
  return secret;
}

export async function findFeedbackDraft(db: Database, secret: string): Promise<FeedbackDraft | undefined> {
  const { rows } = await sql<FeedbackDraft>`
    select given, files, reporter_id as "reporterId" from feedback_draft where secret_hash = ${sha256(secret)}`.execute(
    db,
  );
  return rows[0];
}

export async function saveFeedbackDraft(
  db: Database,
  secret: string,
  change: Partial<Omit<FeedbackDraft, 'reporterId'>>,
): Promise<void> {
  const { given, files } = change;
  await sql`
    update feedback_draft set
      given = given || ${JSON.stringify(given ?? {})}::jsonb,
      files = coalesce(${files ? JSON.stringify(files as unknown as Json) : null}::jsonb, files)
    where secret_hash = ${sha256(secret)} and reporter_id is null`.execute(db);
}

/** It was sent: what was typed is forgotten, what it became is kept for the page that says so. */
export async function endFeedbackDraft(db: Database, secret: string, reporterId: string): Promise<void> {
  await sql`
    update feedback_draft set given = '{}'::jsonb, files = '[]'::jsonb, reporter_id = ${reporterId}::uuid
    where secret_hash = ${sha256(secret)}`.execute(db);
}

/** Nobody comes back to what was typed days ago. */
export async function deleteOldDrafts(db: Database, at: Temporal.Instant): Promise<void> {
  await sql`delete from feedback_draft where made_at < ${at.subtract({ hours: 72 }).toString()}::timestamptz`.execute(
    db,
  );
}
