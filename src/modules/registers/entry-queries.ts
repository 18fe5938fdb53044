import { type RawBuilder, sql } from 'kysely';
import { isId } from '#kernel/id.ts';
import { fold } from '#kernel/vietnamese.ts';
import type { Database } from '#platform/database/connection.ts';
import type { EntryAct, EntryStanding, EvidenceFile } from './entry-store.ts';
import type { EntryValues } from './rules/register-definition.ts';

/** An entry as it stands now. */
export interface RegisterEntry {
  readonly id: string;
  readonly registerId: string;
  readonly unitId: string;
  readonly unitPath: string;
  readonly latestVersion: number;
  /** The version that counts; null when none was approved yet, or it was withdrawn. */
  readonly countingVersion: number | null;
  readonly standing: EntryStanding;
  readonly entered: EntryValues;
  readonly recordedAt: Temporal.Instant;
  readonly changedAt: Temporal.Instant;
}

/** One version of an entry: what was said, by whom, when and why. */
export interface EntryVersion {
  readonly version: number;
  readonly act: EntryAct;
  readonly standing: EntryStanding;
  readonly entered: EntryValues;
  readonly evidence: readonly EvidenceFile[];
  readonly reason: string;
  readonly recordedAt: Temporal.Instant;
  readonly accountId: string;
  readonly accountName: string;
}

interface EntryRow {
  id: string;
  register_id: string;
  unit_id: string;
  unit_path: string;
  latest_version: number;
  counting_version: number | null;
  standing: EntryStanding;
  entered: EntryValues;
  recorded_at: Temporal.Instant;
  changed_at: Temporal.Instant;
}

const entryOf = (row: EntryRow): RegisterEntry => ({
  id: row.id,
  registerId: row.register_id,
  unitId: row.unit_id,
  unitPath: row.unit_path,
  latestVersion: row.latest_version,
  countingVersion: row.counting_version,
  standing: row.standing,
  entered: row.entered,
  recordedAt: row.recorded_at,
  changedAt: row.changed_at,
});

/** What is asked of a register. */
export interface EntryQuery {
  readonly registerId: string;
  /** Ids of units: entries about them and what lies below. */
  readonly unitIds: readonly string[];
  readonly words?: string;
  readonly standing?: EntryStanding;
  /** Fields with one of several values. */
  readonly where?: Readonly<Record<string, string>>;
  /** The published side: what counts, in the version that counts. */
  readonly counting?: boolean;
  /** The id of the last entry seen. */
  readonly after?: string;
  readonly limit: number;
}

function conditions(query: EntryQuery): RawBuilder<unknown> {
  const entered = query.counting ? sql`v.entered` : sql`e.entered`;
  const all = [
    sql`e.register_id = ${query.registerId}`,
    sql`string_to_array(e.unit_path, '/') && ${query.unitIds}::text[]`,
    ...(query.counting ? [sql`e.counting_version is not null`] : []),
    ...(query.standing ? [sql`e.standing = ${query.standing}`] : []),
    ...fold(query.words ?? '')
      .split(/\s+/)
      .filter((word) => word !== '')
      .slice(0, 8)
      .map((word) => sql`e.search like ${`%${word.replaceAll(/[\\%_]/g, '\\$&')}%`}`),
    ...Object.entries(query.where ?? {}).map(([field, value]) => sql`${entered} ->> ${field} = ${value}`),
  ];
  return sql.join(all, sql` and `);
}

const versionThatCounts = sql`left join register_version v on v.entry_id = e.id and v.version = e.counting_version`;

/** Entries newest first, a page by key. */
export async function listEntries(db: Database, query: EntryQuery): Promise<readonly RegisterEntry[]> {
  const { rows } = await sql<EntryRow>`
    select e.id, e.register_id, e.unit_id, e.unit_path, e.latest_version, e.counting_version, e.standing,
      ${query.counting ? sql`v.entered` : sql`e.entered`} as entered, e.recorded_at, e.changed_at
    from register_entry e ${query.counting ? versionThatCounts : sql``}
    where ${conditions(query)} and (${query.after ?? null}::uuid is null or e.id < ${query.after ?? null}::uuid)
    order by e.id desc limit ${query.limit}`.execute(db);
  return rows.map(entryOf);
}

/** How many entries a question has, up to `most`. */
export async function countEntries(
  db: Database,
  query: Omit<EntryQuery, 'limit' | 'after'>,
  most = 100_000,
): Promise<number> {
  const { rows } = await sql<{ entries: number }>`
    select count(*) as entries from (
      select from register_entry e ${query.counting ? versionThatCounts : sql``}
      where ${conditions({ ...query, limit: 0 })} limit ${most}) found`.execute(db);
  return Number(rows[0]?.entries ?? 0);
}

/** How many entries of each register count and wait, below the units a person may read. */
export async function countByRegister(
  db: Database,
  asked: readonly { readonly registerId: string; readonly unitIds: readonly string[] }[],
): Promise<ReadonlyMap<string, { readonly counting: number; readonly proposed: number }>> {
  const pairs = asked.flatMap(({ registerId, unitIds }) => unitIds.map((unitId) => ({ registerId, unitId })));
  const { rows } = await sql<{ register_id: string; counting: number; proposed: number }>`
    select e.register_id, count(*) filter (where e.counting_version is not null) as counting,
      count(*) filter (where e.standing = 'proposed') as proposed
    from register_entry e
    where exists (
      select from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as a ("registerId" text, "unitId" text)
      where a."registerId" = e.register_id and a."unitId" = any(string_to_array(e.unit_path, '/')))
    group by 1`.execute(db);
  return new Map(
    rows.map((row) => [row.register_id, { counting: Number(row.counting), proposed: Number(row.proposed) }]),
  );
}

export async function findEntry(db: Database, id: string): Promise<RegisterEntry | undefined> {
  if (!isId(id)) return undefined;
  const { rows } = await sql<EntryRow>`
    select id, register_id, unit_id, unit_path, latest_version, counting_version, standing, entered, recorded_at, changed_at
    from register_entry where id = ${id}::uuid`.execute(db);
  return rows[0] && entryOf(rows[0]);
}

/** The entry that a form made before, when it is sent again. */
export async function findEntryMadeBy(db: Database, madeBy: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`select id from register_entry where made_by = ${madeBy}`.execute(db);
  return rows[0]?.id;
}

/** The keys of a register that are taken already, among these. */
export async function findTakenKeys(
  db: Database,
  registerId: string,
  keys: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ duplicate_key: string }>`
    select duplicate_key from register_entry
    where register_id = ${registerId} and duplicate_key = any(${keys}::text[])`.execute(db);
  return new Set(rows.map((row) => row.duplicate_key));
}

/** Every version of an entry, the first first. */
export async function listVersions(db: Database, entryId: string): Promise<readonly EntryVersion[]> {
  const { rows } = await sql<{
    version: number;
    act: EntryAct;
    standing: EntryStanding;
    entered: EntryValues;
    evidence: EvidenceFile[];
    reason: string;
    recorded_at: Temporal.Instant;
    account_id: string;
    account_name: string;
  }>`
    select version, act, standing, entered, evidence, reason, recorded_at, account_id, account_name
    from register_version where entry_id = ${entryId}::uuid order by version`.execute(db);
  return rows.map((row) => ({
    version: row.version,
    act: row.act,
    standing: row.standing,
    entered: row.entered,
    evidence: row.evidence,
    reason: row.reason,
    recordedAt: row.recorded_at,
    accountId: row.account_id,
    accountName: row.account_name,
  }));
}
