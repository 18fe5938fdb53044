import { sql } from 'kysely';
import type { Database } from '#platform/database/connection.ts';
import type { TextDeed } from './rules/edit-outline.ts';
import type { ReportOutline } from './rules/report-outline.ts';

/** One change of the text, with what stood there before. */
export interface ReportChange {
  readonly revision: number;
  readonly deed: TextDeed;
  readonly sectionId: string;
  readonly blockId: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly requestId: string | null;
  readonly changedByName: string;
  readonly changedAt: Temporal.Instant;
}

/** Writes the text as it is after a change, with the change. */
export async function writeChange(
  db: Database,
  caseId: string,
  outline: ReportOutline,
  change: Omit<ReportChange, 'changedAt' | 'changedByName'>,
  by: { readonly accountId: string; readonly name: string },
  at: Temporal.Instant,
): Promise<void> {
  await sql`
    insert into report_change (case_id, revision, deed, section_id, block_id, before, after, request_id, changed_by,
      changed_by_name, changed_at)
    values (${caseId}::uuid, ${change.revision}, ${change.deed}, ${change.sectionId}, ${change.blockId}, ${change.before},
      ${change.after}, ${change.requestId}::uuid, ${by.accountId}::uuid, ${by.name}, ${at.toString()}::timestamptz)`.execute(
    db,
  );
  await sql`
    update report set outline = ${JSON.stringify(outline)}::jsonb, revision = ${change.revision}
    where case_id = ${caseId}::uuid`.execute(db);
}

/** Every change of the text, the latest first. */
export async function listChanges(db: Database, caseId: string): Promise<readonly ReportChange[]> {
  const { rows } = await sql<ReportChange>`
    select revision, deed, section_id as "sectionId", block_id as "blockId", before, after, request_id as "requestId",
      changed_by_name as "changedByName", changed_at as "changedAt"
    from report_change where case_id = ${caseId}::uuid order by revision desc`.execute(db);
  return rows;
}
