import { type RawBuilder, sql } from 'kysely';
import type { SigningForm } from '#modules/organisation/index.ts';
import type { Database } from '#platform/database/connection.ts';
import type { ResultPaper } from './result-paper.ts';

/** One version of a result, as the register has it. */
export interface ResultRecord {
  readonly id: string;
  readonly code: string;
  readonly version: number;
  readonly caseId: string | null;
  readonly unitId: string;
  readonly number: number;
  readonly year: number;
  readonly content: ResultPaper;
  readonly signerAccountId: string;
  readonly signerName: string;
  readonly signerPositionId: string;
  readonly signingForm: SigningForm;
  readonly block: readonly string[];
  readonly delegationId: string | null;
  readonly decidedAt: Temporal.Instant;
  readonly validFrom: Temporal.PlainDate;
  readonly validUntil: Temporal.PlainDate | null;
  readonly changeReason: string | null;
  readonly signedAt: Temporal.Instant | null;
  /** SHA-256 of the signed file in the store. */
  readonly file: string | null;
}

export interface ResultRevocation {
  readonly revokedAt: Temporal.Instant;
  readonly reason: string;
  readonly decisionNumber: string;
  readonly revokedByName: string;
  readonly revokedByTitle: string;
}

const columns = sql`r.id, r.code, r.version, r.case_id as "caseId", r.unit_id as "unitId", r.number, r.year, r.content,
  r.signer_account_id as "signerAccountId", r.signer_name as "signerName", r.signer_position_id as "signerPositionId",
  r.signing_form as "signingForm", r.signature_block as block, r.delegation_id as "delegationId",
  r.decided_at as "decidedAt", r.valid_from as "validFrom", r.valid_until as "validUntil",
  r.change_reason as "changeReason", r.signed_at as "signedAt", r.file`;

/**
 * Enters a result with the next number of its agency's year; the count's row is locked until the transaction ends, so that no
 * number is lost or given twice.
 * @returns the number
 */
export async function insertResult(
  db: Database,
  result: Omit<ResultRecord, 'number' | 'signedAt' | 'file'>,
): Promise<number> {
  const { rows } = await sql<{ number: number }>`
    with counted as (
      insert into result_count as c (unit_id, year, last) values (${result.unitId}, ${result.year}, 1)
      on conflict (unit_id, year) do update set last = c.last + 1 returning last
    )
    insert into result (id, code, version, case_id, unit_id, number, year, content, signer_account_id, signer_name,
      signer_position_id, signing_form, signature_block, delegation_id, decided_at, valid_from, valid_until, change_reason)
    select ${result.id}::uuid, ${result.code}, ${result.version}::int, ${result.caseId}::uuid, ${result.unitId},
      counted.last, ${result.year}::int, ${JSON.stringify(result.content)}::jsonb, ${result.signerAccountId}::uuid,
      ${result.signerName}, ${result.signerPositionId}, ${result.signingForm}, ${result.block}::text[],
      ${result.delegationId}::uuid, ${result.decidedAt.toString()}::timestamptz, ${result.validFrom.toString()}::date,
      ${result.validUntil?.toString() ?? null}::date, ${result.changeReason}
    from counted returning number`.execute(db);
  return rows[0]!.number;
}

async function select(db: Database, rest: RawBuilder<unknown>): Promise<readonly ResultRecord[]> {
  return (await sql<ResultRecord>`select ${columns} from result r ${rest}`.execute(db)).rows;
}

/** All versions, oldest first. */
export const selectResults = (db: Database, code: string) => select(db, sql`where r.code = ${code} order by r.version`);

export const selectResultsOfCase = (db: Database, caseId: string) =>
  select(db, sql`where r.case_id = ${caseId}::uuid order by r.decided_at, r.version`);

export async function selectResultByFile(db: Database, file: string): Promise<ResultRecord | undefined> {
  return (await select(db, sql`where r.file = ${file}`))[0];
}

/** Whichever result waits longest to be signed and nobody is signing now; locked until the transaction ends. */
export async function lockResultToSign(
  db: Database,
  which: { readonly caseId: string } | { readonly code: string } | { readonly notTriedSince: readonly string[] },
): Promise<ResultRecord | undefined> {
  const meant =
    'caseId' in which
      ? sql`r.case_id = ${which.caseId}::uuid`
      : 'code' in which
        ? sql`r.code = ${which.code}`
        : sql`r.id <> all(${which.notTriedSince}::uuid[])`;
  const waiting = await select(
    db,
    sql`where r.file is null and ${meant} order by r.attempts, r.decided_at limit 1 for update skip locked`,
  );
  return waiting[0];
}

export async function updateResultSigned(
  db: Database,
  id: string,
  signed: { readonly at: Temporal.Instant; readonly file: string },
): Promise<void> {
  await sql`
    update result set signed_at = ${signed.at.toString()}::timestamptz, file = ${signed.file}, last_fault = null
    where id = ${id}::uuid`.execute(db);
}

export async function updateResultFault(db: Database, id: string, fault: string): Promise<void> {
  await sql`
    update result set attempts = attempts + 1, last_fault = ${fault.slice(0, 500)}
    where id = ${id}::uuid and file is null`.execute(db);
}

export async function selectRevocation(db: Database, code: string): Promise<ResultRevocation | undefined> {
  const { rows } = await sql<ResultRevocation>`
    select revoked_at as "revokedAt", reason, decision_number as "decisionNumber", revoked_by_name as "revokedByName",
      revoked_by_title as "revokedByTitle"
    from result_revocation where code = ${code}`.execute(db);
  return rows[0];
}

/** @returns false when it was revoked before */
export async function insertRevocation(
  db: Database,
  code: string,
  revocation: ResultRevocation & { readonly revokedBy: string },
): Promise<boolean> {
  const { rows } = await sql`
    insert into result_revocation (code, revoked_at, reason, decision_number, revoked_by, revoked_by_name, revoked_by_title)
    values (${code}, ${revocation.revokedAt.toString()}::timestamptz, ${revocation.reason}, ${revocation.decisionNumber},
      ${revocation.revokedBy}::uuid, ${revocation.revokedByName}, ${revocation.revokedByTitle})
    on conflict (code) do nothing returning code`.execute(db);
  return rows.length === 1;
}
