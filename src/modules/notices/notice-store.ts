import { sql } from 'kysely';
import type { Language } from '#kernel/text.ts';
import type { Database } from '#platform/database/connection.ts';
import { newId } from '#platform/random.ts';
import type { Addressee, NoticeChannel, SendingChannel } from './rules/addressees.ts';
import type { NoticeTemplate } from './rules/notice-templates.ts';
import type { OfficerTemplate } from './rules/officer-notices.ts';
import type { NamedFacts, WrittenNotice } from './rules/write-notice.ts';

/** A journal entry that nobody has looked at for notices. */
export interface DueEntry {
  readonly id: number;
  readonly caseId: string;
  readonly seq: number;
}

/** Takes one entry out of the queue for the time of the transaction; another worker gets another. */
export async function lockDueEntry(db: Database, at: Temporal.Instant): Promise<DueEntry | undefined> {
  const { rows } = await sql<DueEntry>`
    select id, case_id as "caseId", seq from notice_due
    where not_before is null or not_before <= ${at}::timestamptz
    order by id limit 1 for update skip locked`.execute(db);
  return rows[0];
}

export async function deleteDueEntry(db: Database, id: number): Promise<void> {
  await sql`delete from notice_due where id = ${id}`.execute(db);
}

export async function putOffDueEntry(db: Database, id: number, until: Temporal.Instant): Promise<void> {
  await sql`update notice_due set not_before = ${until}::timestamptz where id = ${id}`.execute(db);
}

export interface NewNotice extends Addressee {
  readonly caseId: string;
  readonly seq: number;
  readonly template: NoticeTemplate;
  readonly accountId: string | null;
  readonly facts: NamedFacts;
}

/** In the pages a notice is there at once; by another channel it waits. One that is there already stays as it is. */
export async function insertNotices(db: Database, notices: readonly NewNotice[], at: Temporal.Instant): Promise<void> {
  const rows = notices.map((notice) => ({ ...notice, id: newId() }));
  await sql`
    insert into notice (id, case_id, seq, template, channel, language, account_id, recipient, facts, made_at, state, next_try_at, sent_at)
    select id, "caseId", seq, template, channel, language, "accountId", recipient, facts, ${at}::timestamptz,
      case when channel = 'in-app' then 'sent' else 'waiting' end,
      case when channel <> 'in-app' then ${at}::timestamptz end,
      case when channel = 'in-app' then ${at}::timestamptz end
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (
      id uuid, "caseId" uuid, seq integer, template text, channel text, language text, "accountId" uuid, recipient text, facts jsonb
    )
    on conflict (case_id, seq, template, channel, coalesce(account_id, '00000000-0000-0000-0000-000000000000')) do nothing`.execute(
    db,
  );
}

/** A notice to whoever holds a post, in whole words. */
export interface OfficerTold {
  readonly caseId: string;
  readonly seq: number;
  readonly template: OfficerTemplate;
  readonly accountId: string;
  readonly language: Language;
  /** Null: in the pages. */
  readonly email: string | null;
  readonly written: WrittenNotice;
  /** Address of the page, without the origin. */
  readonly follow: string;
}

/** In the pages at once; the mail waits to be sent. One that is there already stays as it is. */
export async function insertOfficerNotice(db: Database, told: OfficerTold, at: Temporal.Instant): Promise<void> {
  const { written, follow, email } = told;
  const moment = at.toString();
  await sql`
    insert into notice (id, case_id, seq, template, channel, language, account_id, recipient, facts, made_at, state, next_try_at,
      sent_at, for_officer)
    values (${newId()}::uuid, ${told.caseId}::uuid, ${told.seq}, ${told.template}, ${email === null ? 'in-app' : 'email'},
      ${told.language}, ${told.accountId}::uuid, ${email}, ${JSON.stringify({ written, follow })}::jsonb, ${moment}::timestamptz,
      ${email === null ? 'sent' : 'waiting'}, ${email === null ? null : moment}::timestamptz,
      ${email === null ? moment : null}::timestamptz, true)
    on conflict (case_id, seq, template, channel, coalesce(account_id, '00000000-0000-0000-0000-000000000000')) do nothing`.execute(
    db,
  );
}

/** What an officer was told, in words and where it leads. */
export interface ToldOfficer {
  readonly id: string;
  readonly madeAt: Temporal.Instant;
  readonly written: WrittenNotice;
  readonly follow: string;
}

/** What the holder of an account was told at work, newest first. */
export async function listNoticesOfOfficer(
  db: Database,
  accountId: string,
  most: number,
): Promise<readonly ToldOfficer[]> {
  const { rows } = await sql<ToldOfficer>`
    select n.id, n.made_at as "madeAt", n.facts -> 'written' as written, n.facts ->> 'follow' as follow
    from notice n where n.account_id = ${accountId}::uuid and n.for_officer and n.channel = 'in-app'
    order by n.made_at desc, n.id desc limit ${most}`.execute(db);
  return rows;
}

/** A notice of something that is no dossier: its words are written whole by whoever asks for it. */
export interface WordsNotice {
  readonly bookingId: string;
  readonly template: 'visit-reminder';
  readonly channel: 'sms' | 'zalo';
  readonly language: Language;
  readonly recipient: string;
  readonly words: string;
}

export async function insertWordsNotice(db: Database, notice: WordsNotice, at: Temporal.Instant): Promise<void> {
  await sql`
    insert into notice (id, booking_id, template, channel, language, recipient, facts, words, made_at, state, next_try_at)
    values (${newId()}::uuid, ${notice.bookingId}::uuid, ${notice.template}, ${notice.channel}, ${notice.language},
      ${notice.recipient}, '{}'::jsonb, ${notice.words}, ${at}::timestamptz, 'waiting', ${at}::timestamptz)`.execute(
    db,
  );
}

/** A notice to one who reported something: whole words for a mail, short ones for a telephone. */
export interface ReporterNotice {
  readonly reporterId: string;
  readonly template: string;
  readonly channel: SendingChannel;
  readonly language: Language;
  readonly recipient: string;
  readonly written: WrittenNotice;
  readonly short: string;
  /** Address of the page, without the origin. */
  readonly follow: string;
}

export async function insertReporterNotice(db: Database, notice: ReporterNotice, at: Temporal.Instant): Promise<void> {
  const { written, follow } = notice;
  await sql`
    insert into notice (id, feedback_reporter_id, template, channel, language, recipient, facts, words, made_at, state, next_try_at)
    values (${newId()}::uuid, ${notice.reporterId}::uuid, ${notice.template}, ${notice.channel}, ${notice.language},
      ${notice.recipient}, ${JSON.stringify({ written, follow })}::jsonb, ${notice.short}, ${at.toString()}::timestamptz,
      'waiting', ${at.toString()}::timestamptz)`.execute(db);
}

/** A notice that a worker has in hand. */
export interface ClaimedNotice {
  readonly id: string;
  readonly caseId: string | null;
  readonly emailProofId: string | null;
  readonly accountId: string | null;
  readonly template: string;
  readonly channel: SendingChannel;
  readonly language: Language;
  readonly recipient: string;
  readonly facts: NamedFacts & Partial<Pick<ReporterNotice, 'written' | 'follow'>>;
  /** Written whole when it was made; null where template and facts say it. */
  readonly words: string | null;
  readonly attempts: number;
  readonly madeAt: Temporal.Instant;
}

/**
 * Takes notices in hand, counted as attempted before anything leaves: a worker that dies in the middle has used up an attempt,
 * so a notice that kills its worker is given up in the end.
 */
export async function claimNotices(
  db: Database,
  channels: readonly SendingChannel[],
  most: number,
  at: Temporal.Instant,
  until: Temporal.Instant,
): Promise<readonly ClaimedNotice[]> {
  const { rows } = await sql<ClaimedNotice>`
    update notice set attempts = attempts + 1, claimed_until = ${until}::timestamptz
    where id in (
      select id from notice
      where state = 'waiting' and next_try_at <= ${at}::timestamptz and channel = any(${channels}::text[])
        and (claimed_until is null or claimed_until <= ${at}::timestamptz)
      order by next_try_at limit ${most} for update skip locked
    )
    returning id, case_id as "caseId", email_proof_id as "emailProofId", account_id as "accountId", template, channel, language,
      recipient, facts, words, attempts, made_at as "madeAt"`.execute(db);
  return rows;
}

/** Only by the worker that has it in hand: one that was taken for dead says nothing any more. */
export async function markSent(db: Database, { id, attempts }: ClaimedNotice, at: Temporal.Instant): Promise<void> {
  await sql`
    update notice set state = 'sent', sent_at = ${at}::timestamptz, next_try_at = null, claimed_until = null, fault = null
    where id = ${id}::uuid and state = 'waiting' and attempts = ${attempts}`.execute(db);
}

/** @param next null: given up */
export async function markNotSent(
  db: Database,
  { id, attempts }: ClaimedNotice,
  fault: string,
  next: Temporal.Instant | null,
): Promise<void> {
  await sql`
    update notice set state = case when ${next}::timestamptz is null then 'failed' else 'waiting' end,
      next_try_at = ${next}::timestamptz, claimed_until = null, fault = ${fault}
    where id = ${id}::uuid and state = 'waiting' and attempts = ${attempts}`.execute(db);
}

/** @returns false when it has not failed (any more) */
export async function reopenNotice(
  db: Database,
  id: string,
  accountId: string,
  at: Temporal.Instant,
): Promise<boolean> {
  const { rows } = await sql`
    update notice set state = 'waiting', attempts = 0, next_try_at = ${at}::timestamptz, fault = null,
      tried_again_by = ${accountId}::uuid, tried_again_at = ${at}::timestamptz
    where id = ${id}::uuid and state = 'failed' returning id`.execute(db);
  return rows.length > 0;
}

/** A notice with what became of it. */
export interface Notice {
  readonly id: string;
  readonly caseId: string;
  readonly seq: number;
  readonly template: NoticeTemplate;
  readonly channel: NoticeChannel;
  readonly language: Language;
  readonly recipient: string | null;
  readonly facts: NamedFacts;
  readonly madeAt: Temporal.Instant;
  readonly state: 'waiting' | 'sent' | 'failed';
  readonly attempts: number;
  readonly nextTryAt: Temporal.Instant | null;
  readonly sentAt: Temporal.Instant | null;
  readonly fault: string | null;
}

const columns = sql`n.id, n.case_id as "caseId", n.seq, n.template, n.channel, n.language, n.recipient, n.facts,
  n.made_at as "madeAt", n.state, n.attempts, n.next_try_at as "nextTryAt", n.sent_at as "sentAt", n.fault`;

export async function listNoticesOfCase(db: Database, caseId: string): Promise<readonly Notice[]> {
  const { rows } = await sql<Notice>`
    select ${columns} from notice n where n.case_id = ${caseId}::uuid and not n.for_officer
    order by n.seq, n.template, array_position(array['in-app', 'email', 'sms', 'zalo'], n.channel)`.execute(db);
  return rows;
}

/** What the account was told in its pages, newest first. */
export async function listNoticesOfAccount(db: Database, accountId: string, most: number): Promise<readonly Notice[]> {
  const { rows } = await sql<Notice>`
    select ${columns} from notice n where n.account_id = ${accountId}::uuid and not n.for_officer and n.channel = 'in-app'
    order by n.made_at desc, n.id desc limit ${most}`.execute(db);
  return rows;
}

/** Given up, of dossiers that were received below these units, newest first. */
export async function listFailedNotices(
  db: Database,
  jurisdiction: readonly string[],
  most: number,
): Promise<readonly Notice[]> {
  const { rows } = await sql<Notice>`
    select ${columns} from notice n join cases c on c.id = n.case_id
    where n.state = 'failed' and not n.for_officer and exists (
      select 1 from unit u join unnest(${jurisdiction}::text[]) as j (path) on u.path = j.path or u.path like j.path || '/%'
      where u.id = c.receiving_unit_id or u.id = c.receiving_unit_id || '.desk')
    order by n.made_at desc, n.id limit ${most}`.execute(db);
  return rows;
}

export async function findNotice(db: Database, id: string): Promise<Notice | undefined> {
  const { rows } = await sql<Notice>`
    select ${columns} from notice n where n.id = ${id}::uuid and n.case_id is not null and not n.for_officer`.execute(
    db,
  );
  return rows[0];
}
