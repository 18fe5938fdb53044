import { sql } from 'kysely';
import type { CaseState } from '#case-engine/rules/case-state.ts';
import { foldEntry, type JournalEntry } from '#case-engine/rules/journal.ts';
import { localDay, toInstant } from '#kernel/zone.ts';
import type { Database } from '#platform/database/connection.ts';
import type { PublishedMonth } from './rules/publication.ts';

/**
 * The tasks an agency gave as they stood at a moment, told by their journals: those given since the year began, and those
 * that were still open when it began.
 */
export async function listTasksAsOf(
  db: Database,
  agencyId: string,
  cutoff: Temporal.Instant,
): Promise<readonly CaseState[]> {
  const at = cutoff.toString();
  const yearBegan = toInstant(
    localDay(cutoff.subtract({ milliseconds: 1 }))
      .with({ month: 1, day: 1 })
      .toPlainDateTime(),
  ).toString();
  const { rows } = await sql<Pick<JournalEntry, 'seq' | 'verb' | 'effect'> & { caseId: string; at: Temporal.Instant }>`
    select j.case_id as "caseId", j.seq, j.verb, j.effect, j.at
    from task t join cases c on c.id = t.case_id join journal j on j.case_id = t.case_id
    where c.receiving_unit_id = ${agencyId} and not t.secret and t.giver <> 'party-committee'
      and t.given_at < ${at}::timestamptz and j.at < ${at}::timestamptz
      and (t.given_at >= ${yearBegan}::timestamptz or c.ended_at is null or c.ended_at >= ${yearBegan}::timestamptz)
    order by j.case_id, j.seq`.execute(db);
  const states = new Map<string, CaseState>();
  for (const row of rows) {
    const entry = { ...row, at: row.at.toString(), hash: '' } as unknown as JournalEntry;
    states.set(row.caseId, foldEntry('task', states.get(row.caseId) ?? null, entry));
  }
  return [...states.values()];
}

/** @returns false when the month is published already */
export async function insertPublication(
  db: Database,
  month: string,
  cutoff: Temporal.Instant,
  at: Temporal.Instant,
  by: string,
  content: PublishedMonth,
): Promise<boolean> {
  const { rows } = await sql`
    insert into task_publication (month, cutoff_at, published_at, published_by, content)
    values (${`${month}-01`}::date, ${cutoff.toString()}::timestamptz, ${at.toString()}::timestamptz, ${by},
      ${JSON.stringify(content)}::jsonb)
    on conflict (month) do nothing returning month`.execute(db);
  return rows.length > 0;
}

/** A published month with who published it when. */
export interface Publication {
  readonly publishedAt: Temporal.Instant;
  readonly publishedBy: string;
  readonly content: PublishedMonth;
}

export async function findPublication(db: Database, month: string): Promise<Publication | undefined> {
  const { rows } = await sql<Publication>`
    select published_at as "publishedAt", published_by as "publishedBy", content
    from task_publication where month = ${`${month}-01`}::date`.execute(db);
  return rows[0];
}

/** The months that are published, the last first. */
export async function listPublications(
  db: Database,
): Promise<readonly { readonly month: string; readonly all: number; readonly late: number }[]> {
  const { rows } = await sql<{ month: string; all: number; late: number }>`
    select to_char(month, 'YYYY-MM') as month, (content->'counts'->>'all')::int as all,
      (content->'counts'->>'overdue')::int + (content->'counts'->>'done-late')::int as late
    from task_publication order by task_publication.month desc`.execute(db);
  return rows;
}
