import { sql } from 'kysely';
import type { Database } from '#platform/database/connection.ts';
import type { HandInForm, PaperHandIn } from './rules/paper-hand-in.ts';

/** A paper as it lay on the table of the desk. */
export interface HandedIn {
  readonly documentId: string;
  readonly form: HandInForm;
  readonly copies: number;
  readonly comparedByName: string | null;
}

export async function insertHandIns(
  db: Database,
  caseId: string,
  handIns: readonly PaperHandIn[],
  officer: { readonly accountId: string | null; readonly name: string },
  at: Temporal.Instant,
): Promise<void> {
  if (handIns.length === 0) return;
  await sql`
    insert into paper_hand_in (case_id, document_id, form, copies, compared_by_account_id, compared_by_name, handed_at)
    select ${caseId}::uuid, "documentId", form, copies, case when compared then ${officer.accountId}::uuid end,
      case when compared then ${officer.name} end, ${at.toString()}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(handIns)}::jsonb)
      as row ("documentId" text, form text, copies integer, compared boolean)`.execute(db);
}

export async function listHandIns(db: Database, caseId: string): Promise<readonly HandedIn[]> {
  const { rows } = await sql<HandedIn>`
    select document_id as "documentId", form, copies, compared_by_name as "comparedByName"
    from paper_hand_in where case_id = ${caseId}::uuid order by document_id`.execute(db);
  return rows;
}

export interface DigitisationRow {
  readonly paperId: string;
  readonly name: string;
  readonly sha256: string;
  readonly byAccountId: string;
  readonly byName: string;
  readonly unitId: string;
}

/** @returns false when it was signed off before */
export async function insertDigitisation(db: Database, row: DigitisationRow, at: Temporal.Instant): Promise<boolean> {
  const { rows } = await sql`
    insert into digitisation (paper_id, name, sha256, by_account_id, by_name, unit_id, at)
    values (${row.paperId}::uuid, ${row.name}, ${row.sha256}, ${row.byAccountId}::uuid, ${row.byName}, ${row.unitId},
      ${at.toString()}::timestamptz)
    on conflict (paper_id) do nothing returning paper_id`.execute(db);
  return rows.length === 1;
}
