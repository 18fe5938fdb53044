import { sql } from 'kysely';
import type { Database } from '#platform/database/connection.ts';
import type { EntryValues } from './rules/register-definition.ts';

/** A file that proves an entry. */
export interface EvidenceFile {
  readonly sha256: string;
  readonly fileName: string;
  readonly sizeBytes: number;
  readonly mediaType: string;
}

export type EntryStanding = 'proposed' | 'in-force' | 'withdrawn';
export type EntryAct = 'record' | 'correct' | 'approve' | 'withdraw';

/** Who writes a version, by which post, when and why. */
export interface WrittenBy {
  readonly accountId: string;
  readonly accountName: string;
  readonly postId: string | null;
  readonly at: Temporal.Instant;
  readonly reason: string;
}

/** An entry that was not there before. */
export interface NewEntry {
  readonly id: string;
  readonly registerId: string;
  readonly unitId: string;
  readonly unitPath: string;
  readonly standing: 'proposed' | 'in-force';
  readonly entered: EntryValues;
  readonly evidence: readonly EvidenceFile[];
  readonly search: string;
  readonly duplicateKey: string;
  readonly madeBy: string | null;
  readonly by: WrittenBy;
}

/** Entries with their first versions, in one statement. @returns the ids of those made: what is there already is left out */
export async function insertEntries(db: Database, entries: readonly NewEntry[]): Promise<ReadonlySet<string>> {
  if (entries.length === 0) return new Set();
  const given = entries.map(({ by, ...entry }) => ({
    id: entry.id,
    register_id: entry.registerId,
    unit_id: entry.unitId,
    unit_path: entry.unitPath,
    standing: entry.standing,
    entered: entry.entered,
    evidence: entry.evidence,
    search: entry.search,
    duplicate_key: entry.duplicateKey,
    made_by: entry.madeBy,
    reason: by.reason,
    recorded_at: by.at.toString(),
    account_id: by.accountId,
    account_name: by.accountName,
    post_id: by.postId,
  }));
  const { rows } = await sql<{ id: string }>`
    with given as (
      select * from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as g (id uuid, register_id text, unit_id text,
        unit_path text, standing text, entered jsonb, evidence jsonb, search text, duplicate_key text, made_by text,
        reason text, recorded_at timestamptz, account_id uuid, account_name text, post_id text)
    ), made as (
      insert into register_entry (id, register_id, unit_id, unit_path, latest_version, counting_version, standing, entered,
        search, duplicate_key, recorded_at, changed_at, made_by)
      select id, register_id, unit_id, unit_path, 1, case when standing = 'in-force' then 1 end, standing, entered,
        search, duplicate_key, recorded_at, recorded_at, made_by from given
      on conflict do nothing
      returning id
    ), written as (
      insert into register_version (entry_id, version, register_id, act, standing, entered, evidence, reason, recorded_at,
        account_id, account_name, post_id)
      select id, 1, register_id, 'record', standing, entered, evidence, reason, recorded_at, account_id, account_name, post_id
      from given join made using (id)
    ), proven as (
      insert into register_evidence (sha256, entry_id)
      select distinct file ->> 'sha256', id from given join made using (id), jsonb_array_elements(evidence) as file
    )
    select id from made`.execute(db);
  return new Set(rows.map(({ id }) => id));
}

/** A further version of an entry. */
export interface NextVersion {
  readonly entryId: string;
  /** The version it follows: when another was faster nothing is written. */
  readonly seen: number;
  readonly act: Exclude<EntryAct, 'record'>;
  readonly standing: EntryStanding;
  readonly entered: EntryValues;
  readonly evidence: readonly EvidenceFile[];
  readonly search: string;
  readonly duplicateKey: string;
  readonly by: WrittenBy;
}

/** @returns the number of the version, `changed` when another was faster, `duplicate` when the key is another entry's */
export async function appendVersion(db: Database, next: NextVersion): Promise<number | 'changed' | 'duplicate'> {
  const { by, standing } = next;
  const isOver = standing === 'withdrawn';
  try {
    const { rows } = await sql<{ version: number }>`
      with changed as (
        update register_entry set latest_version = latest_version + 1,
          counting_version = case ${standing}::text when 'in-force' then latest_version + 1 when 'proposed' then counting_version end,
          standing = ${standing}, entered = ${JSON.stringify(next.entered)}::jsonb, search = ${next.search},
          duplicate_key = ${isOver ? null : next.duplicateKey}, changed_at = ${by.at.toString()}::timestamptz
        where id = ${next.entryId}::uuid and latest_version = ${next.seen}
        returning id, register_id, latest_version
      ), proven as (
        insert into register_evidence (sha256, entry_id)
        select distinct file ->> 'sha256', id
        from changed, jsonb_array_elements(${JSON.stringify(next.evidence)}::jsonb) as file
        on conflict do nothing
      )
      insert into register_version (entry_id, version, register_id, act, standing, entered, evidence, reason, recorded_at,
        account_id, account_name, post_id)
      select id, latest_version, register_id, ${next.act}, ${standing}, ${JSON.stringify(next.entered)}::jsonb,
        ${JSON.stringify(next.evidence)}::jsonb, ${by.reason}, ${by.at.toString()}::timestamptz, ${by.accountId}::uuid,
        ${by.accountName}, ${by.postId}
      from changed returning version`.execute(db);
    return rows[0]?.version ?? 'changed';
  } catch (error) {
    if ((error as { constraint?: string }).constraint === 'register_entry_once') return 'duplicate';
    throw error;
  }
}
