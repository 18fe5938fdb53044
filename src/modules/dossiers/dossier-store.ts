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

export interface DossierPaper extends Omit<HandedPaper, 'keptPaperId' | 'compared'> {
  readonly id: string;
  readonly originalSeen: boolean;
  readonly addedAt: Temporal.Instant;
  /** Where it is kept for its owner, when it is. */
  readonly keptPaperId: string | null;
  /** Taken out of the owner's kept papers. */
  readonly reused: boolean;
  /** Who signed off that the electronic copy says what the paper says. */
  readonly digitised: { readonly name: string; readonly byName: string; readonly at: string } | null;
}

/** A paper on its way into a dossier, with the id it will have. */
export interface PaperToAdd extends HandedPaper {
  readonly id: string;
  readonly reused?: boolean;
}

export async function insertPapers(
  db: Database,
  caseId: string,
  papers: readonly PaperToAdd[],
  at: Temporal.Instant,
): Promise<void> {
  if (papers.length === 0) return;
  await sql`
    insert into dossier_paper (id, case_id, document_id, file_name, sha256, size_bytes, media_type, added_at,
      original_seen, kept_paper_id, reused)
    select id, ${caseId}::uuid, "documentId", "fileName", sha256, "sizeBytes", "mediaType", ${at.toString()}::timestamptz,
      coalesce(compared, false), "keptPaperId", coalesce(reused, false)
    from jsonb_to_recordset(${JSON.stringify(papers)}::jsonb)
      as paper (id uuid, "documentId" text, "fileName" text, sha256 text, "sizeBytes" bigint, "mediaType" text,
        compared boolean, "keptPaperId" uuid, reused boolean)`.execute(db);
}

export async function listPapers(db: Database, caseId: string): Promise<readonly DossierPaper[]> {
  const { rows } = await sql<DossierPaper>`
    select p.id, p.document_id as "documentId", p.file_name as "fileName", p.sha256, p.size_bytes as "sizeBytes",
      p.media_type as "mediaType", p.original_seen or d.paper_id is not null as "originalSeen", p.added_at as "addedAt",
      p.kept_paper_id as "keptPaperId", p.reused,
      case when d.paper_id is null then null else jsonb_build_object('name', d.name, 'byName', d.by_name, 'at', d.at) end as digitised
    from dossier_paper p left join digitisation d on d.paper_id = p.id
    where p.case_id = ${caseId}::uuid order by p.added_at, p.id`.execute(db);
  return rows;
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
