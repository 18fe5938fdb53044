import { sql } from 'kysely';
import type { CaseState } from '#case-engine/rules/case-state.ts';
import type { Language } from '#kernel/text.ts';
import type { Database } from '#platform/database/connection.ts';
import type { FeedbackPolicy } from './rules/feedback-policy.ts';
import type { FeedbackAbout, FeedbackChannel } from './rules/feedback-words.ts';

/** What the city decided for a day. */
export async function getFeedbackPolicy(db: Database, day: Temporal.PlainDate): Promise<FeedbackPolicy> {
  const { rows } = await sql<{ policy: FeedbackPolicy }>`
    select policy from feedback_policy where valid_from <= ${day.toString()}::date order by valid_from desc limit 1`.execute(
    db,
  );
  const row = rows[0];
  if (!row) throw new Error('the reference data give a policy of feedback');
  return row.policy;
}

export async function insertFeedbackPolicy(
  db: Database,
  validFrom: Temporal.PlainDate,
  policy: FeedbackPolicy,
  decision: string,
): Promise<void> {
  await sql`insert into feedback_policy (valid_from, policy, decision)
    values (${validFrom.toString()}::date, ${JSON.stringify(policy)}::jsonb, ${decision})
    on conflict (valid_from) do nothing`.execute(db);
}

/** The next number; one that a fault swallowed is not given again. */
export async function takeFeedbackNumber(db: Database): Promise<number> {
  const { rows } = await sql<{ number: number }>`select nextval('feedback_number')::int as number`.execute(db);
  return rows[0]?.number ?? 0;
}

/** What feedback is found by. */
export interface FeedbackRow {
  readonly caseId: string;
  readonly channel: FeedbackChannel;
  readonly about: FeedbackAbout;
  readonly field: string;
  readonly communeId: string | null;
  readonly procedureCode: string | null;
  readonly aboutCaseId: string | null;
  readonly point: readonly [number, number] | null;
  readonly words: string;
}

export async function insertFeedback(db: Database, row: FeedbackRow, at: Temporal.Instant): Promise<void> {
  await sql`
    insert into feedback (case_id, channel, about, field, commune_id, procedure_code, about_case_id, latitude, longitude, words, received_at)
    values (${row.caseId}::uuid, ${row.channel}, ${row.about}, ${row.field}, ${row.communeId}, ${row.procedureCode},
      ${row.aboutCaseId}::uuid, ${row.point?.[0] ?? null}, ${row.point?.[1] ?? null}, ${row.words}, ${at.toString()}::timestamptz)`.execute(
    db,
  );
}

/** An officer put it into another field. */
export async function updateFeedbackField(db: Database, caseId: string, field: string): Promise<void> {
  await sql`update feedback set field = ${field} where case_id = ${caseId}::uuid`.execute(db);
}

/** Who reported, as they wrote themselves down. */
export interface Reporter {
  readonly id: string;
  readonly caseId: string;
  readonly firstCaseId: string;
  readonly accountId: string | null;
  readonly anonymous: boolean;
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly address: string;
  readonly language: Language;
  readonly channel: FeedbackChannel;
  readonly joinedAt: Temporal.Instant;
}

const reporterColumns = sql`id, case_id as "caseId", first_case_id as "firstCaseId", account_id as "accountId", anonymous, name,
  phone, email, address, language, channel, joined_at as "joinedAt"`;

export async function insertReporter(db: Database, one: Reporter): Promise<void> {
  await sql`
    insert into feedback_reporter (id, case_id, first_case_id, account_id, anonymous, name, phone, email, address, language, channel, joined_at)
    values (${one.id}::uuid, ${one.caseId}::uuid, ${one.firstCaseId}::uuid, ${one.accountId}::uuid, ${one.anonymous}, ${one.name},
      ${one.phone}, ${one.email}, ${one.address}, ${one.language}, ${one.channel}, ${one.joinedAt.toString()}::timestamptz)`.execute(
    db,
  );
}

/** Everyone who reported a case, those of merged ones included, the first first. */
export async function listReporters(db: Database, caseId: string): Promise<readonly Reporter[]> {
  const { rows } = await sql<Reporter>`
    select ${reporterColumns} from feedback_reporter where case_id = ${caseId}::uuid order by joined_at, id`.execute(
    db,
  );
  return rows;
}

/** Those who may hold the secret of a code: who reported it, or first reported it before it was merged. */
export async function listReportersByCode(db: Database, code: string): Promise<readonly Reporter[]> {
  const { rows } = await sql<Reporter>`
    select ${reporterColumns} from feedback_reporter
    where case_id = (select id from cases where code = ${code} and kind = 'feedback')
      or first_case_id = (select id from cases where code = ${code} and kind = 'feedback')`.execute(db);
  return rows;
}

export async function findReporter(db: Database, id: string): Promise<Reporter | undefined> {
  const { rows } = await sql<Reporter>`
    select ${reporterColumns} from feedback_reporter where id = ${id}::uuid`.execute(db);
  return rows[0];
}

/** The people of a merged case follow the other one. */
export async function moveReporters(db: Database, fromCaseId: string, toCaseId: string): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    update feedback_reporter set case_id = ${toCaseId}::uuid where case_id = ${fromCaseId}::uuid returning id`.execute(
    db,
  );
  await sql`update feedback set merged_into = ${toCaseId}::uuid where case_id = ${fromCaseId}::uuid`.execute(db);
  return rows.length;
}

/** A file that came with feedback, or with its answer. */
export interface FeedbackFile {
  readonly id: string;
  readonly caseId: string;
  readonly givenBy: 'reporter' | 'answer';
  readonly sha256: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  /** A photograph without metadata. */
  readonly isClean: boolean;
}

export async function insertFeedbackFiles(
  db: Database,
  files: readonly FeedbackFile[],
  at: Temporal.Instant,
): Promise<void> {
  if (files.length === 0) return;
  await sql`
    insert into feedback_file (id, case_id, given_by, sha256, file_name, media_type, size_bytes, is_clean, added_at)
    select (f->>'id')::uuid, (f->>'caseId')::uuid, f->>'givenBy', f->>'sha256', f->>'fileName', f->>'mediaType',
      (f->>'sizeBytes')::bigint, (f->>'isClean')::boolean, ${at.toString()}::timestamptz
    from jsonb_array_elements(${JSON.stringify(files)}::jsonb) f`.execute(db);
}

const fileColumns = sql`id, case_id as "caseId", given_by as "givenBy", sha256, file_name as "fileName", media_type as "mediaType",
  size_bytes::int as "sizeBytes", is_clean as "isClean"`;

export async function listFeedbackFiles(db: Database, caseId: string): Promise<readonly FeedbackFile[]> {
  const { rows } = await sql<FeedbackFile>`
    select ${fileColumns} from feedback_file where case_id = ${caseId}::uuid order by added_at, id`.execute(db);
  return rows;
}

export async function findFeedbackIdByCode(db: Database, code: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select id from cases where kind = 'feedback' and (code = ${code} or reference = ${code})`.execute(db);
  return rows[0]?.id;
}

/** Open cases due between two moments: those a rung of the ladder can concern. */
export async function listFeedbackDue(
  db: Database,
  from: Temporal.Instant,
  until: Temporal.Instant,
  after: string,
): Promise<readonly CaseState[]> {
  const { rows } = await sql<{ folded: CaseState }>`
    select folded from cases where kind = 'feedback' and open and state <> 'awaiting-info'
      and due_at between ${from.toString()}::timestamptz and ${until.toString()}::timestamptz and id > ${after}::uuid
    order by id limit 200`.execute(db);
  return rows.map(({ folded }) => folded);
}

/** Answered, and nobody has said anything in time. */
export async function listFeedbackToClose(db: Database, at: Temporal.Instant): Promise<readonly CaseState[]> {
  const { rows } = await sql<{ folded: CaseState }>`
    select folded from cases where kind = 'feedback' and state = 'answered'
      and (folded->'facts'->>'closesAt')::timestamptz <= ${at.toString()}::timestamptz limit 200`.execute(db);
  return rows.map(({ folded }) => folded);
}
