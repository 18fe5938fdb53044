import { sql } from 'kysely';
import type { Database } from '#platform/database/connection.ts';

/** One letter that urges. */
export interface Urging {
  readonly id: string;
  readonly number: string;
  readonly agencyId: string;
  readonly note: string;
  readonly answerBy: Temporal.PlainDate;
  readonly by: string;
  readonly byName: string;
}

/** @returns false when the agency used the number before */
export async function insertUrging(db: Database, urging: Urging, at: Temporal.Instant): Promise<boolean> {
  const { rows } = await sql`
    insert into urging (id, number, agency_id, note, answer_by, issued_at, issued_by, issued_by_name)
    values (${urging.id}::uuid, ${urging.number}, ${urging.agencyId}, ${urging.note}, ${urging.answerBy.toString()}::date,
      ${at.toString()}::timestamptz, ${urging.by}::uuid, ${urging.byName})
    on conflict (agency_id, number) do nothing returning id`.execute(db);
  return rows.length > 0;
}

/** The case as it is held now: whoever holds it has to answer. */
export async function insertUrgedCase(db: Database, urgingId: string, caseId: string, seq: number): Promise<void> {
  await sql`
    insert into urged_case (urging_id, case_id, unit_id, role, account_id, seq)
    select ${urgingId}::uuid, id, coalesce(handed_to_unit_id, holder_unit_id), holder_role, holder_account_id, ${seq}
    from cases where id = ${caseId}::uuid and holder_unit_id is not null`.execute(db);
}

/** @returns the unit that was urged and whether it answered */
export async function findUrgedCase(db: Database, urgingId: string, caseId: string) {
  const { rows } = await sql<{ unitId: string; answered: boolean }>`
    select unit_id as "unitId", answered_at is not null as answered from urged_case
    where urging_id = ${urgingId}::uuid and case_id = ${caseId}::uuid`.execute(db);
  return rows[0];
}

/** @returns false when another answered first */
export async function updateAnswer(
  db: Database,
  which: { readonly urgingId: string; readonly caseId: string },
  answer: string,
  by: string,
  at: Temporal.Instant,
): Promise<boolean> {
  const { rows } = await sql`
    update urged_case set answer = ${answer}, answered_by = ${by}, answered_at = ${at.toString()}::timestamptz
    where urging_id = ${which.urgingId}::uuid and case_id = ${which.caseId}::uuid and answered_at is null
    returning case_id`.execute(db);
  return rows.length > 0;
}
