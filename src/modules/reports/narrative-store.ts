import { sql } from 'kysely';
import type { Database } from '#platform/database/connection.ts';
import type { SectionWritten } from './rules/reporting-facts.ts';

/** Keeps what a unit is writing; an empty text takes its section away. */
export async function saveNarratives(
  db: Database,
  requestId: string,
  sections: readonly SectionWritten[],
  by: string,
  at: Temporal.Instant,
): Promise<void> {
  for (const { sectionId, words } of sections) {
    if (words === '')
      await sql`delete from report_narrative where request_id = ${requestId}::uuid and section_id = ${sectionId}`.execute(
        db,
      );
    else
      await sql`
        insert into report_narrative (request_id, section_id, words, saved_by_name, saved_at)
        values (${requestId}::uuid, ${sectionId}, ${words}, ${by}, ${at.toString()}::timestamptz)
        on conflict (request_id, section_id) do update set words = excluded.words,
          saved_by_name = excluded.saved_by_name, saved_at = excluded.saved_at`.execute(db);
  }
}

export async function listNarratives(db: Database, requestId: string): Promise<readonly SectionWritten[]> {
  const { rows } = await sql<SectionWritten>`
    select section_id as "sectionId", words from report_narrative where request_id = ${requestId}::uuid
    order by section_id`.execute(db);
  return rows;
}
