import { sql } from 'kysely';
import type { CaseState } from '#case-engine/rules/case-state.ts';
import type { Text } from '#kernel/text.ts';
import type { Database } from '#platform/database/connection.ts';
import type { FrozenRound } from './rules/frozen-round.ts';
import type { IndexFrame } from './rules/index-frame.ts';

/** A round beside its case: the frame it was opened with, and its days. */
export interface RoundRecord {
  readonly caseId: string;
  readonly frame: IndexFrame;
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
  readonly asOf: Temporal.Instant;
}

export async function takeRoundNumber(db: Database): Promise<number> {
  const { rows } = await sql<{ number: number }>`select nextval('index_round_number')::int as number`.execute(db);
  return rows[0]?.number ?? 1;
}

export async function insertRound(db: Database, round: RoundRecord, at: Temporal.Instant): Promise<void> {
  await sql`
    insert into index_round (case_id, frame_id, frame, period_from, period_to, as_of, opened_at)
    values (${round.caseId}::uuid, ${round.frame.id}, ${JSON.stringify(round.frame)}::jsonb, ${round.from.toString()}::date,
      ${round.to.toString()}::date, ${round.asOf.toString()}::timestamptz, ${at.toString()}::timestamptz)`.execute(db);
}

export async function findRound(db: Database, caseId: string): Promise<RoundRecord | undefined> {
  const { rows } = await sql<Omit<RoundRecord, 'from' | 'to'> & { from: string; to: string }>`
    select case_id as "caseId", frame, period_from::text as "from", period_to::text as "to", as_of as "asOf"
    from index_round where case_id = ${caseId}::uuid`.execute(db);
  const row = rows[0];
  return row && { ...row, from: Temporal.PlainDate.from(row.from), to: Temporal.PlainDate.from(row.to) };
}

/** The code of a round of a frame that is running over some of these days. */
export async function findRunningRound(
  db: Database,
  frameId: string,
  days: { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate },
): Promise<string | undefined> {
  const { rows } = await sql<{ code: string }>`
    select c.code from index_round r join cases c on c.id = r.case_id
    where r.frame_id = ${frameId} and c.open and r.period_from <= ${days.to.toString()}::date
      and r.period_to >= ${days.from.toString()}::date limit 1`.execute(db);
  return rows[0]?.code;
}

/** The sheets of a round. */
export async function listSheets(db: Database, roundId: string): Promise<readonly CaseState[]> {
  const { rows } = await sql<{ folded: CaseState }>`
    select folded from cases where root_id = ${roundId}::uuid and kind = 'index-sheet' order by id limit 800`.execute(
    db,
  );
  return rows.map(({ folded }) => folded);
}

/** A round as lists show it: how far its sheets are. */
export interface RoundRow {
  readonly state: CaseState;
  readonly sheets: number;
  readonly sent: number;
  readonly scored: number;
  readonly late: number;
}

/** The rounds that were opened, the latest first. */
export async function listRounds(db: Database, now: Temporal.Instant): Promise<readonly RoundRow[]> {
  const { rows } = await sql<RoundRow>`
    select c.folded as state, p.sheets, p.sent, p.scored, p.late
    from index_round r join cases c on c.id = r.case_id
      cross join lateral (
        select count(*)::int as sheets, count(*) filter (where q.state <> 'scoring')::int as sent,
          count(*) filter (where q.state = 'scored')::int as scored,
          count(*) filter (where q.open and q.late_at <= ${now.toString()}::timestamptz)::int as late
        from cases q where q.root_id = c.id and q.kind = 'index-sheet'
      ) p
    order by r.opened_at desc limit 50`.execute(db);
  return rows;
}

/** Open sheets that some units hold or are about, by their day. */
export async function listOwnSheets(db: Database, unitIds: readonly string[]): Promise<readonly CaseState[]> {
  const { rows } = await sql<{ folded: CaseState }>`
    select folded from cases
    where kind = 'index-sheet' and open
      and (holder_unit_id = any(${unitIds}::text[]) or receiving_unit_id = any(${unitIds}::text[]))
    order by due_at, id limit 200`.execute(db);
  return rows.map(({ folded }) => folded);
}

/** Open sheets that fall due around a moment, or whose day is over, by the order of their ids. */
export async function listSheetsDue(
  db: Database,
  from: Temporal.Instant,
  until: Temporal.Instant,
  after: string,
): Promise<readonly CaseState[]> {
  const { rows } = await sql<{ folded: CaseState }>`
    select folded from cases
    where kind = 'index-sheet' and open and id > ${after}::uuid
      and due_at between ${from.toString()}::timestamptz and ${until.toString()}::timestamptz
    order by id limit 200`.execute(db);
  return rows.map(({ folded }) => folded);
}

/** What was published of a round. */
export interface PublishedRound {
  readonly caseId: string;
  readonly content: FrozenRound;
  readonly sha256: string;
  readonly closedAt: Temporal.Instant;
}

export async function insertFrozenRound(
  db: Database,
  { caseId, content, sha256, closedAt }: PublishedRound,
  by: { readonly accountId: string | null; readonly name: string },
): Promise<void> {
  await sql`
    insert into index_round_frozen (case_id, content, sha256, closed_by, closed_by_name, closed_at)
    values (${caseId}::uuid, ${JSON.stringify(content)}::jsonb, ${sha256}, ${by.accountId}::uuid, ${by.name},
      ${closedAt.toString()}::timestamptz)`.execute(db);
}

/** A published round in a list. */
export interface PublishedRoundRow {
  readonly code: string;
  readonly title: Text;
  readonly frameId: string;
  readonly from: string;
  readonly to: string;
  readonly sha256: string;
  readonly closedAt: Temporal.Instant;
}

/** Published rounds, the latest first. */
export async function listPublishedRounds(db: Database): Promise<readonly PublishedRoundRow[]> {
  const { rows } = await sql<PublishedRoundRow>`
    select c.code, f.content -> 'title' as title, r.frame_id as "frameId", r.period_from::text as "from",
      r.period_to::text as "to", f.sha256, f.closed_at as "closedAt"
    from index_round_frozen f join cases c on c.id = f.case_id join index_round r on r.case_id = f.case_id
    order by f.closed_at desc limit 20`.execute(db);
  return rows;
}

export async function findPublishedRound(db: Database, code: string): Promise<PublishedRound | undefined> {
  const { rows } = await sql<PublishedRound>`
    select f.case_id as "caseId", f.content, f.sha256, f.closed_at as "closedAt"
    from index_round_frozen f join cases c on c.id = f.case_id where c.code = ${code}`.execute(db);
  return rows[0];
}

/** Places of agencies in the round of the same frame that was published last before this one. */
export async function findPlacesBefore(db: Database, caseId: string): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ unitId: string; rank: number }>`
    with before as (
      select f.content from index_round_frozen f join index_round r on r.case_id = f.case_id
      where r.frame_id = (select frame_id from index_round where case_id = ${caseId}::uuid)
        and f.closed_at < (select closed_at from index_round_frozen where case_id = ${caseId}::uuid)
      order by f.closed_at desc limit 1
    )
    select s ->> 'unitId' as "unitId", (s ->> 'rank')::int as rank
    from before cross join lateral jsonb_array_elements(content -> 'sheets') s where s ->> 'rank' is not null`.execute(
    db,
  );
  return new Map(rows.map(({ unitId, rank }) => [unitId, rank]));
}

/** What was published, by a moment, of the round of a frame whose period ends within some days. */
export async function findRoundOfDays(
  db: Database,
  frameId: string,
  days: { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate; readonly asOf: Temporal.Instant },
): Promise<FrozenRound | undefined> {
  const { rows } = await sql<{ content: FrozenRound }>`
    select f.content from index_round_frozen f join index_round r on r.case_id = f.case_id
    where r.frame_id = ${frameId} and r.period_to between ${days.from.toString()}::date and ${days.to.toString()}::date
      and f.closed_at <= ${days.asOf.toString()}::timestamptz
    order by r.period_to desc, f.closed_at desc limit 1`.execute(db);
  return rows[0]?.content;
}

/** A file that proves a self-score. */
export interface ScoreFile {
  readonly id: string;
  readonly sheetId: string;
  readonly criterionId: string;
  readonly sha256: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
}

/** Of some contents those that were handed in just now: nobody proves a score with a file of others whose hash they know. */
export async function countFreshBlobs(db: Database, hashes: readonly string[]): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from blob
    where sha256 = any(${hashes}::text[]) and offered_at >= now() - interval '1 hour'`.execute(db);
  return rows[0]?.count ?? 0;
}

export async function insertScoreFiles(db: Database, files: readonly ScoreFile[], at: Temporal.Instant): Promise<void> {
  for (const file of files)
    await sql`
      insert into index_evidence (id, sheet_id, criterion_id, sha256, file_name, media_type, size_bytes, added_at)
      values (${file.id}::uuid, ${file.sheetId}::uuid, ${file.criterionId}, ${file.sha256}, ${file.fileName},
        ${file.mediaType}, ${file.sizeBytes}, ${at.toString()}::timestamptz)`.execute(db);
}

export async function findScoreFile(db: Database, sheetId: string, id: string): Promise<ScoreFile | undefined> {
  const { rows } = await sql<ScoreFile>`
    select id, sheet_id as "sheetId", criterion_id as "criterionId", sha256, file_name as "fileName",
      media_type as "mediaType", size_bytes::int as "sizeBytes"
    from index_evidence where sheet_id = ${sheetId}::uuid and id = ${id}::uuid`.execute(db);
  return rows[0];
}
