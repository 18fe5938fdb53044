import { sql } from 'kysely';
import type { Json } from '#kernel/json.ts';
import type { Database } from '#platform/database/connection.ts';
import type { HandedPaper } from './rules/move-data.ts';
import type { Party } from './rules/open-dossier.ts';

/**
 * The next number of an agency's day. The row is locked until the transaction ends, so a number that is taken back
 * with a failed acceptance is given to the next one: no gap, no double.
 * @returns undefined when all 9,999 are used
 */
export async function takeNextNumber(
  db: Database,
  agencyId: string,
  onDay: Temporal.PlainDate,
): Promise<number | undefined> {
  const { rows } = await sql<{ last: number }>`
    insert into dossier_count as c (agency_id, on_day, last) values (${agencyId}, ${onDay.toString()}::date, 1)
    on conflict (agency_id, on_day) do update set last = c.last + 1 where c.last < 9999
    returning last`.execute(db);
  return rows[0]?.last;
}

export interface StoredAnswer {
  readonly id: string;
  /** The question as the citizen read it. */
  readonly question: string;
  readonly answer: Json;
  /** The answer as the citizen read it: the label of a choice, a written date. */
  readonly shown: string;
}

export interface DossierRow {
  readonly caseId: string;
  readonly procedureVersionId: number;
  readonly channel: 'online' | 'desk' | 'post';
  readonly submitter: Party;
  readonly ownerName: string;
  readonly answers: readonly StoredAnswer[];
}

export async function insertDossier(db: Database, dossier: DossierRow): Promise<void> {
  await sql`
    insert into dossier (case_id, procedure_version_id, channel, submitter, owner_name, answers)
    values (${dossier.caseId}::uuid, ${dossier.procedureVersionId}, ${dossier.channel},
      ${JSON.stringify(dossier.submitter)}::jsonb, ${dossier.ownerName}, ${JSON.stringify(dossier.answers)}::jsonb)`.execute(
    db,
  );
}

export async function findDossierRow(db: Database, caseId: string): Promise<DossierRow | undefined> {
  const { rows } = await sql<DossierRow>`
    select case_id as "caseId", procedure_version_id as "procedureVersionId", channel, submitter,
      owner_name as "ownerName", answers
    from dossier where case_id = ${caseId}::uuid`.execute(db);
  return rows[0];
}

export interface DossierPaper extends HandedPaper {
  readonly id: string;
  readonly originalSeen: boolean;
  readonly addedAt: Temporal.Instant;
}

export async function insertPapers(
  db: Database,
  caseId: string,
  papers: readonly HandedPaper[],
  at: Temporal.Instant,
): Promise<void> {
  if (papers.length === 0) return;
  await sql`
    insert into dossier_paper (id, case_id, document_id, file_name, sha256, size_bytes, media_type, added_at)
    select gen_random_uuid(), ${caseId}::uuid, "documentId", "fileName", sha256, "sizeBytes", "mediaType", ${at.toString()}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(papers)}::jsonb)
      as paper ("documentId" text, "fileName" text, sha256 text, "sizeBytes" bigint, "mediaType" text)`.execute(db);
}

export async function listPapers(db: Database, caseId: string): Promise<readonly DossierPaper[]> {
  const { rows } = await sql<DossierPaper>`
    select id, document_id as "documentId", file_name as "fileName", sha256, size_bytes as "sizeBytes",
      media_type as "mediaType", original_seen as "originalSeen", added_at as "addedAt"
    from dossier_paper where case_id = ${caseId}::uuid order by added_at, id`.execute(db);
  return rows;
}

export async function findPaper(db: Database, caseId: string, paperId: string): Promise<DossierPaper | undefined> {
  return (await listPapers(db, caseId)).find((paper) => paper.id === paperId);
}

/** The case a code or reference names, however it was typed. */
export async function findCaseIdByCode(db: Database, typed: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select id from cases where kind = 'dossier' and (code = ${typed} or reference = ${typed})`.execute(db);
  return rows[0]?.id;
}

/** The key with which the secrets of this installation are derived; made once, by the database. */
export async function getInstallationKey(db: Database): Promise<string> {
  const { rows } = await sql<{ key: string }>`select secret_key as key from installation`.execute(db);
  const key = rows[0]?.key;
  if (!key) throw new Error('the installation has no key: migration 0005 makes it');
  return key;
}
