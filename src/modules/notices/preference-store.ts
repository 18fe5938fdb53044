import { sql } from 'kysely';
import type { Language } from '#kernel/text.ts';
import type { Database } from '#platform/database/connection.ts';
import { newId } from '#platform/random.ts';
import type { NoticePreference } from './rules/addressees.ts';

/** How an account wants to be told; before it chose, in its pages alone, in Vietnamese. The telephone is the account's own. */
export async function findPreference(db: Database, accountId: string): Promise<NoticePreference> {
  const { rows } = await sql<NoticePreference>`
    select coalesce(p.language, 'vi') as language, coalesce(p.channels, '{}') as channels,
      case when p.account_id is null then a.email else p.email end as email,
      p.email_proved_at is not null as "isEmailProved", a.phone, coalesce(p.left_out, '{}') as "leftOut"
    from account a left join notice_preference p on p.account_id = a.id
    where a.id = ${accountId}::uuid`.execute(db);
  if (!rows[0]) throw new Error(`no account ${accountId}`);
  return rows[0];
}

type Chosen = Pick<NoticePreference, 'language' | 'channels' | 'email' | 'leftOut'>;

/** Another address is not proved. */
export async function savePreference(
  db: Database,
  accountId: string,
  { language, channels, email, leftOut }: Chosen,
  at: Temporal.Instant,
): Promise<void> {
  await sql`
    insert into notice_preference as p (account_id, language, channels, email, left_out, changed_at)
    values (${accountId}::uuid, ${language}, ${channels}::text[], ${email}, ${leftOut}::text[], ${at}::timestamptz)
    on conflict (account_id) do update set language = excluded.language, channels = excluded.channels, email = excluded.email,
      email_proved_at = case when p.email = excluded.email then p.email_proved_at end,
      left_out = excluded.left_out, changed_at = excluded.changed_at`.execute(db);
}

export interface EmailProof {
  readonly id: string;
  readonly accountId: string;
  readonly email: string;
  readonly endsAt: Temporal.Instant;
  readonly provedAt: Temporal.Instant | null;
}

/** How many proofs the account asked for since a moment. */
export async function countEmailProofs(db: Database, accountId: string, since: Temporal.Instant): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from email_proof
    where account_id = ${accountId}::uuid and asked_at > ${since}::timestamptz`.execute(db);
  return rows[0]?.count ?? 0;
}

/** The proof and the mail that asks for it, in one statement. */
export async function insertEmailProof(
  db: Database,
  accountId: string,
  email: string,
  language: Language,
  at: Temporal.Instant,
  endsAt: Temporal.Instant,
): Promise<void> {
  await sql`
    with proof as (
      insert into email_proof (id, account_id, email, asked_at, ends_at)
      values (${newId()}::uuid, ${accountId}::uuid, ${email}, ${at}::timestamptz, ${endsAt}::timestamptz) returning id
    )
    insert into notice (id, email_proof_id, template, channel, language, account_id, recipient, facts, made_at, state, next_try_at)
    select ${newId()}::uuid, id, 'email-proof', 'email', ${language}, ${accountId}::uuid, ${email}, '{}', ${at}::timestamptz,
      'waiting', ${at}::timestamptz
    from proof`.execute(db);
}

export async function findEmailProof(db: Database, id: string): Promise<EmailProof | undefined> {
  const { rows } = await sql<EmailProof>`
    select id, account_id as "accountId", email, ends_at as "endsAt", proved_at as "provedAt"
    from email_proof where id = ${id}::uuid`.execute(db);
  return rows[0];
}

/** @returns false when the account has taken another address since */
export async function proveAddress(db: Database, proof: EmailProof, at: Temporal.Instant): Promise<boolean> {
  const { rows } = await sql`
    with proved as (
      update notice_preference set email_proved_at = coalesce(email_proved_at, ${at}::timestamptz)
      where account_id = ${proof.accountId}::uuid and email = ${proof.email} returning account_id
    )
    update email_proof set proved_at = coalesce(proved_at, ${at}::timestamptz)
    where id = ${proof.id}::uuid and exists (select 1 from proved) returning id`.execute(db);
  return rows.length > 0;
}
