import { sql } from 'kysely';
import type { Database } from '#platform/database/connection.ts';
import { newId } from '#platform/random.ts';

/** A file that was uploaded, before it belongs to anything. */
export interface CaseUpload {
  readonly sha256: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
}

/** A file that came with a move of a case. */
export interface CaseFile extends CaseUpload {
  readonly id: string;
  readonly caseId: string;
}

/** @returns their ids, in order */
export async function insertCaseFiles(
  db: Database,
  caseId: string,
  uploads: readonly CaseUpload[],
  at: Temporal.Instant,
): Promise<readonly string[]> {
  if (uploads.length === 0) return [];
  const files = uploads.map((upload) => ({ ...upload, id: newId() }));
  await sql`
    insert into case_file (id, case_id, sha256, file_name, media_type, size_bytes, added_at)
    select (f->>'id')::uuid, ${caseId}::uuid, f->>'sha256', f->>'fileName', f->>'mediaType', (f->>'sizeBytes')::bigint,
      ${at.toString()}::timestamptz
    from jsonb_array_elements(${JSON.stringify(files)}::jsonb) f`.execute(db);
  return files.map(({ id }) => id);
}

/** The files of cases, oldest first. */
export async function listCaseFiles(db: Database, caseIds: readonly string[]): Promise<readonly CaseFile[]> {
  const { rows } = await sql<CaseFile>`
    select id, case_id as "caseId", sha256, file_name as "fileName", media_type as "mediaType", size_bytes::int as "sizeBytes"
    from case_file where case_id = any(${[...caseIds]}::uuid[]) order by added_at, id`.execute(db);
  return rows;
}
