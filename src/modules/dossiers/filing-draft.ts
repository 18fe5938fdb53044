import { sql } from 'kysely';
import { sha256 } from '#kernel/hash.ts';
import { isId } from '#kernel/id.ts';
import type { Json } from '#kernel/json.ts';
import type { Database } from '#platform/database/connection.ts';
import { newId, secretToken } from '#platform/random.ts';
import type { HandedPaper } from './rules/move-data.ts';
import type { Party } from './rules/open-dossier.ts';

/** A dossier being written online, page by page, kept until it is submitted. Not a case yet: nobody waits for it. */
export interface FilingDraft {
  readonly id: string;
  readonly procedureVersionId: number;
  readonly receiverId: string | null;
  readonly submitter: Partial<Party>;
  readonly answers: Readonly<Record<string, Json>>;
  readonly papers: readonly HandedPaper[];
  readonly submittedCaseId: string | null;
}

/** Starts a draft. The token goes to the citizen's cookie; only its hash is kept. */
export async function startDraft(
  db: Database,
  procedureVersionId: number,
  accountId: string | null,
  at: Temporal.Instant,
): Promise<{ readonly draftId: string; readonly token: string }> {
  const draftId = newId();
  const token = secretToken();
  await sql`insert into filing_draft (id, token_hash, account_id, procedure_version_id, changed_at)
    values (${draftId}::uuid, ${sha256(token)}, ${accountId}::uuid, ${procedureVersionId}, ${at.toString()}::timestamptz)`.execute(
    db,
  );
  return { draftId, token };
}

/** The draft a token opens; an account's own drafts open without it. */
export async function findDraft(
  db: Database,
  draftId: string,
  token: string | undefined,
  accountId: string | null,
): Promise<FilingDraft | undefined> {
  if (!isId(draftId)) return undefined;
  const { rows } = await sql<FilingDraft>`
    select id, procedure_version_id as "procedureVersionId", receiver_id as "receiverId", submitter, answers, papers,
      submitted_case_id as "submittedCaseId"
    from filing_draft
    where id = ${draftId}::uuid
      and (token_hash = ${sha256(token ?? '')} or (account_id is not null and account_id = ${accountId}::uuid))`.execute(
    db,
  );
  return rows[0];
}

/** Keeps what was written so far; the last writer of a field wins, a submitted draft no longer changes. */
export async function saveDraft(
  db: Database,
  draftId: string,
  change: Partial<Pick<FilingDraft, 'receiverId' | 'submitter' | 'answers' | 'papers' | 'submittedCaseId'>>,
  at: Temporal.Instant,
): Promise<void> {
  const json = (value: unknown) => (value === undefined ? null : JSON.stringify(value));
  await sql`
    update filing_draft set
      receiver_id = coalesce(${change.receiverId ?? null}, receiver_id),
      submitter = submitter || coalesce(${json(change.submitter)}::jsonb, '{}'),
      answers = coalesce(${json(change.answers)}::jsonb, answers),
      papers = coalesce(${json(change.papers)}::jsonb, papers),
      submitted_case_id = coalesce(${change.submittedCaseId ?? null}::uuid, submitted_case_id),
      changed_at = ${at.toString()}::timestamptz
    where id = ${draftId}::uuid and submitted_case_id is null`.execute(db);
}

/** Drafts of an account that were not submitted, newest first. */
export async function listDrafts(db: Database, accountId: string) {
  const { rows } = await sql<{ id: string; procedureVersionId: number; changedAt: Temporal.Instant }>`
    select id, procedure_version_id as "procedureVersionId", changed_at as "changedAt" from filing_draft
    where account_id = ${accountId}::uuid and submitted_case_id is null order by changed_at desc limit 50`.execute(db);
  return rows;
}
