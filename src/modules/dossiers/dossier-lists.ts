import { sql } from 'kysely';
import { listWork, type WorkListQuery, type WorkRow } from '#case-engine/work-list.ts';
import type { Text } from '#kernel/text.ts';
import type { Database } from '#platform/database/connection.ts';
import { dossierKinds } from './rules/dossier-family.ts';

/** One row of a list of dossiers, ordered by the clock. */
export interface DossierListRow extends Omit<WorkRow, 'typeCode' | 'subject'> {
  readonly procedureCode: string;
  readonly procedure: Text;
}

/** Which dossiers, and the parts other agencies have in them. */
export type DossierListQuery = Omit<WorkListQuery, 'kinds' | 'typeCode'>;

const kinds = dossierKinds.map(({ kind }) => kind);

/** A page of the dossiers someone works on. */
export async function listDossiers(
  db: Database,
  query: DossierListQuery,
): Promise<{ readonly rows: readonly DossierListRow[]; readonly next: string | null }> {
  const { rows, next } = await listWork(db, { ...query, kinds });
  return {
    rows: rows.map(({ typeCode, subject, ...row }) => ({
      ...row,
      procedureCode: typeCode,
      procedure: subject ?? { vi: '', en: '' },
    })),
    next,
  };
}

/** The dossiers of an account, newest first. */
export async function listOwnDossiers(db: Database, accountId: string): Promise<readonly DossierListRow[]> {
  const { rows } = await sql<DossierListRow>`
    select c.id as "caseId", c.kind, null as part, c.code, c.reference, c.title, c.type_code as "procedureCode",
      c.folded->'facts'->'procedure' as procedure, c.state, null as "stepName",
      c.holder_unit_id as "holderUnitId", c.holder_role as "holderRole", null as "holderName",
      c.receiving_unit_id as "receivingUnitId", c.due_at as "dueAt", c.late_at as "lateAt", c.step_due_at as "stepDueAt",
      c.opened_at as "openedAt", null as "handOverTo"
    from cases c where c.kind = 'dossier' and c.owner_account_id = ${accountId}::uuid
    order by c.opened_at desc limit 200`.execute(db);
  return rows;
}
