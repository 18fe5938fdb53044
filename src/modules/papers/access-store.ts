import { sql } from 'kysely';
import type { Database } from '#platform/database/connection.ts';

/** One look into a person's papers, as they read it. */
export interface PaperAccess {
  readonly keptPaperId: string;
  readonly act: 'listed' | 'opened' | 'used';
  readonly basis: 'owner' | 'case' | 'consent' | 'law';
  readonly name: string;
  readonly unitId: string | null;
  readonly caseId: string | null;
  readonly caseCode: string | null;
  readonly clause: string | null;
  readonly reason: string | null;
  readonly at: Temporal.Instant;
}

export interface AccessToLog
  extends Pick<PaperAccess, 'act' | 'basis' | 'name' | 'unitId' | 'caseId' | 'clause' | 'reason'> {
  readonly accountId: string | null;
}

/** Who opens one paper again and again within minutes looked once: a page shows a picture and its file. */
const sameLookMinutes = 10;

export async function insertAccess(
  db: Database,
  keptPaperIds: readonly string[],
  access: AccessToLog,
  at: Temporal.Instant,
): Promise<void> {
  if (keptPaperIds.length === 0) return;
  await sql`
    insert into paper_access (kept_paper_id, act, basis, account_id, name, unit_id, case_id, clause, reason, at)
    select id, ${access.act}, ${access.basis}, ${access.accountId}::uuid, ${access.name}, ${access.unitId}::text,
      ${access.caseId}::uuid, ${access.clause}::text, ${access.reason}::text, ${at.toString()}::timestamptz
    from unnest(${keptPaperIds}::uuid[]) as wanted (id)
    where not exists (
      select from paper_access a where a.kept_paper_id = wanted.id and a.act = ${access.act} and a.basis = ${access.basis}
        and a.account_id is not distinct from ${access.accountId}::uuid and a.case_id is not distinct from ${access.caseId}::uuid
        and a.reason is not distinct from ${access.reason}::text
        and a.at > ${at.subtract({ minutes: sameLookMinutes }).toString()}::timestamptz
        and a.at <= ${at.toString()}::timestamptz)`.execute(db);
}

/** Who looked at, or used, some papers, newest first. */
export async function listAccess(db: Database, keptPaperIds: readonly string[]): Promise<readonly PaperAccess[]> {
  const { rows } = await sql<PaperAccess>`
    select a.kept_paper_id as "keptPaperId", a.act, a.basis, a.name, a.unit_id as "unitId", a.case_id as "caseId",
      coalesce(c.code, c.reference) as "caseCode", a.clause, a.reason, a.at
    from paper_access a left join cases c on c.id = a.case_id
    where a.kept_paper_id = any(${keptPaperIds}::uuid[]) order by a.at desc, a.id desc limit 1000`.execute(db);
  return rows;
}
