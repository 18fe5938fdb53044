import type { JsonObject } from '#kernel/json.ts';
import { accepted, type Result, refused } from '#kernel/result.ts';
import type { Database } from '#platform/database/connection.ts';
import { findMissingBlobs } from './blob-store.ts';
import { type CaseUpload, insertCaseFiles } from './case-file-store.ts';

/** What a ticket stands for; undefined when nobody was given it. */
export type UploadOf = (ticket: string) => CaseUpload | undefined;

/**
 * Keeps the files that come with a move, in its transaction. They are named by tickets, so that only who uploaded one can hand
 * it in; the journal names them by id.
 */
export async function keepCaseFiles(
  db: Database,
  caseId: string,
  { files: tickets, ...said }: JsonObject,
  uploadOf: UploadOf,
  at: Temporal.Instant,
): Promise<Result<JsonObject, 'case-file-unknown'>> {
  const uploads = ((tickets ?? []) as readonly string[]).map(uploadOf);
  if (uploads.length === 0) return accepted(said);
  const known = uploads.flatMap((upload) => upload ?? []);
  const missing = await findMissingBlobs(
    db,
    known.map(({ sha256 }) => sha256),
  );
  if (known.length < uploads.length || missing.length > 0) return refused('case-file-unknown', {}, 'files');
  return accepted({ ...said, files: [...(await insertCaseFiles(db, caseId, known, at))] });
}
