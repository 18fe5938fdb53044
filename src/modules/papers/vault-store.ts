import { type RawBuilder, sql } from 'kysely';
import type { Text } from '#kernel/text.ts';
import type { Database } from '#platform/database/connection.ts';
import { newId } from '#platform/random.ts';
import type { KeptPaper, PaperConsent, PaperOwner } from './rules/kept-paper.ts';

/** A paper to be kept for a person. */
export interface PaperToKeep extends PaperOwner {
  readonly kind: 'handed-in' | 'result';
  readonly documentCode: string;
  readonly name: Text;
  readonly fileName: string;
  readonly sha256: string;
  readonly fromCaseId: string;
  readonly keptOn: Temporal.PlainDate;
  readonly validUntil: Temporal.PlainDate | null;
}

/** Keeps it once: the same paper of the same dossier again gives the id it has. */
export async function insertKeptPaper(db: Database, paper: PaperToKeep): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    insert into kept_paper (id, owner_personal_id, owner_account_id, kind, document_code, name, file_name, sha256,
      size_bytes, media_type, from_case_id, kept_on, valid_until)
    select ${newId()}::uuid, ${paper.personalId}, ${paper.accountId}::uuid, ${paper.kind}, ${paper.documentCode},
      ${JSON.stringify(paper.name)}::jsonb, ${paper.fileName}, b.sha256, b.size_bytes, b.media_type,
      ${paper.fromCaseId}::uuid, ${paper.keptOn.toString()}::date, ${paper.validUntil?.toString() ?? null}::date
    from blob b where b.sha256 = ${paper.sha256}
    on conflict on constraint kept_paper_once do nothing
    returning id`.execute(db);
  if (rows[0]) return rows[0].id;
  const { rows: before } = await sql<{ id: string }>`
    select id from kept_paper where owner_personal_id is not distinct from ${paper.personalId}
      and owner_account_id is not distinct from ${paper.accountId}::uuid and kind = ${paper.kind}
      and document_code = ${paper.documentCode} and sha256 = ${paper.sha256}
      and from_case_id = ${paper.fromCaseId}::uuid`.execute(db);
  const id = before[0]?.id;
  if (!id) throw new Error(`no file is kept as ${paper.sha256}`);
  return id;
}

export async function insertPaperEnd(db: Database, id: string, reason: string, at: Temporal.Instant): Promise<void> {
  await sql`
    insert into kept_paper_end (kept_paper_id, reason, ended_at) values (${id}::uuid, ${reason}, ${at.toString()}::timestamptz)
    on conflict (kept_paper_id) do nothing`.execute(db);
}

export async function insertPaperEndByFile(
  db: Database,
  sha256: string,
  reason: string,
  at: Temporal.Instant,
): Promise<void> {
  await sql`
    insert into kept_paper_end (kept_paper_id, reason, ended_at)
    select id, ${reason}, ${at.toString()}::timestamptz from kept_paper where sha256 = ${sha256} and kind = 'result'
    on conflict (kept_paper_id) do nothing`.execute(db);
}

const shown = sql`k.id, k.kind, k.document_code as "documentCode", k.name, k.file_name as "fileName", k.sha256,
  k.size_bytes::float8 as "sizeBytes", k.media_type as "mediaType", k.from_case_id as "fromCaseId",
  coalesce(c.code, c.reference) as "fromCode", k.kept_on as "keptOn", k.valid_until as "validUntil", e.reason as "endReason"
  from kept_paper k join cases c on c.id = k.from_case_id left join kept_paper_end e on e.kept_paper_id = k.id`;

/** By number, or by account; an owner who is neither has nothing. */
const owned = ({ personalId, accountId }: PaperOwner): RawBuilder<unknown> =>
  sql`(k.owner_personal_id = ${personalId} or k.owner_account_id = ${accountId}::uuid)`;

/** The papers kept for a person, newest first. */
export async function listKeptPapers(db: Database, owner: PaperOwner): Promise<readonly KeptPaper[]> {
  const { rows } = await sql<KeptPaper>`
    select ${shown} where ${owned(owner)} order by k.kept_on desc, k.id desc limit 500`.execute(db);
  return rows;
}

/** One of them; undefined when it is not theirs. */
export async function findKeptPaper(db: Database, owner: PaperOwner, id: string): Promise<KeptPaper | undefined> {
  const { rows } = await sql<KeptPaper>`select ${shown} where k.id = ${id}::uuid and ${owned(owner)}`.execute(db);
  return rows[0];
}

export interface ConsentToGive {
  readonly keptPaperId: string;
  readonly caseId: string;
  readonly unitId: string;
  readonly givenByName: string;
  readonly givenByAccountId: string | null;
  readonly writtenByAccountId: string | null;
  readonly until: Temporal.PlainDate | null;
}

export async function insertConsent(db: Database, consent: ConsentToGive, at: Temporal.Instant): Promise<void> {
  await sql`
    insert into paper_consent (id, kept_paper_id, purpose, case_id, unit_id, given_by_name, given_by_account_id,
      written_by_account_id, given_at, until)
    values (${newId()}::uuid, ${consent.keptPaperId}::uuid, 'settle-dossier', ${consent.caseId}::uuid, ${consent.unitId},
      ${consent.givenByName}, ${consent.givenByAccountId}::uuid, ${consent.writtenByAccountId}::uuid,
      ${at.toString()}::timestamptz, ${consent.until?.toString() ?? null}::date)`.execute(db);
}

export async function insertWithdrawal(
  db: Database,
  consentId: string,
  accountId: string,
  at: Temporal.Instant,
): Promise<boolean> {
  const { rows } = await sql`
    insert into paper_consent_withdrawal (consent_id, by_account_id, withdrawn_at)
    values (${consentId}::uuid, ${accountId}::uuid, ${at.toString()}::timestamptz)
    on conflict (consent_id) do nothing returning consent_id`.execute(db);
  return rows.length === 1;
}

/** Consents for some papers, or for a dossier, newest first. */
export async function listConsents(
  db: Database,
  of: { readonly keptPaperIds: readonly string[] } | { readonly caseId: string },
): Promise<readonly PaperConsent[]> {
  const which =
    'caseId' in of ? sql`s.case_id = ${of.caseId}::uuid` : sql`s.kept_paper_id = any(${of.keptPaperIds}::uuid[])`;
  const { rows } = await sql<PaperConsent>`
    select s.id, s.kept_paper_id as "keptPaperId", s.case_id as "caseId", coalesce(c.code, c.reference) as "caseCode",
      s.unit_id as "unitId", s.given_by_name as "givenByName", s.written_by_account_id is not null as "atDesk",
      s.given_at as "givenAt", s.until, w.withdrawn_at as "withdrawnAt"
    from paper_consent s join cases c on c.id = s.case_id left join paper_consent_withdrawal w on w.consent_id = s.id
    where ${which} order by s.given_at desc, s.id desc`.execute(db);
  return rows;
}
