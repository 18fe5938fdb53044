import { sql } from 'kysely';
import type { Database } from '#platform/database/connection.ts';
import type { AccountKind } from './people-store.ts';
import type { PastTries } from './rules/throttle.ts';

/** A try is counted for the name as compared and for the address as counted. */
export interface Try {
  readonly act: 'sign-in' | 'registration';
  readonly signInName: string;
  readonly address: string;
}

/** Until the transaction ends no other try of this name or from this address is looked at. */
export async function lockTries(db: Database, { signInName, address }: Try): Promise<void> {
  await sql`
    select pg_advisory_xact_lock(key) from (
      select distinct hashtextextended(words, 0) as key
      from unnest(${[`sign-in name ${signInName}`, `sign-in address ${address}`]}::text[]) words order by key
    ) keys`.execute(db);
}

/**
 * The tries that count against this one. A success clears the wrong tries made before it from its own address. Where a
 * person has signed in before, only wrong tries from there count, so that a stranger elsewhere cannot shut them out.
 */
export async function selectPastTries(
  db: Database,
  { signInName, address }: Try,
  since: Temporal.Instant,
  knownSince: Temporal.Instant,
): Promise<PastTries> {
  const { rows } = await sql<{ of: 'name' | 'address'; at: Temporal.Instant }>`
    select 'name' as of, a.at from sign_in_attempt a
    where a.act = 'sign-in' and a.sign_in_name = ${signInName} and a.at > ${since}::timestamptz and not a.succeeded
      and (a.address = ${address} or not exists (
        select from sign_in_attempt known
        where known.sign_in_name = ${signInName} and known.address = ${address} and known.succeeded
          and known.act = 'sign-in' and known.at > ${knownSince}::timestamptz))
      and not exists (
        select from sign_in_attempt later
        where later.sign_in_name = ${signInName} and later.address = a.address and later.succeeded and later.id > a.id)
    union all
    (select 'address', a.at from sign_in_attempt a
    where a.address = ${address} and a.at > ${since}::timestamptz and (a.act = 'registration' or not a.succeeded)
    order by a.at desc limit 100)`.execute(db);
  const momentsOf = (of: 'name' | 'address') => rows.filter((row) => row.of === of).map((row) => row.at);
  return { ofName: momentsOf('name'), ofAddress: momentsOf('address') };
}

export async function insertTry(
  db: Database,
  { act, signInName, address }: Try,
  at: Temporal.Instant,
): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into sign_in_attempt (act, sign_in_name, address, at, succeeded)
    values (${act}, ${signInName}, ${address}, ${at}::timestamptz, false) returning id`.execute(db);
  return rows[0]!.id;
}

export async function markTrySucceeded(db: Database, id: number): Promise<void> {
  await sql`update sign_in_attempt set succeeded = true where id = ${id}`.execute(db);
}

/** Forgets what is older than `before`, some rows at a time: where people signed in from is nobody's business for long. */
export async function deleteOldTries(db: Database, before: Temporal.Instant): Promise<void> {
  await sql`
    delete from sign_in_attempt
    where id in (select id from sign_in_attempt order by id limit 100) and at < ${before}::timestamptz`.execute(db);
}

export interface SessionRow {
  readonly tokenHash: string;
  readonly accountId: string;
  readonly startedAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
}

export async function insertSession(db: Database, session: SessionRow): Promise<void> {
  await sql`
    insert into session (token_hash, account_id, started_at, seen_at, ends_at)
    values (${session.tokenHash}, ${session.accountId}::uuid, ${session.startedAt}::timestamptz,
      ${session.startedAt}::timestamptz, ${session.endsAt}::timestamptz)`.execute(db);
}

export async function deleteSession(db: Database, tokenHash: string): Promise<void> {
  await sql`delete from session where token_hash = ${tokenHash}`.execute(db);
}

/** Every session of the account but one. */
export async function deleteOtherSessions(db: Database, accountId: string, keptHash: string): Promise<void> {
  await sql`delete from session where account_id = ${accountId}::uuid and token_hash <> ${keptHash}`.execute(db);
}

export async function deleteEndedSessions(db: Database, accountId: string, at: Temporal.Instant): Promise<void> {
  await sql`delete from session where account_id = ${accountId}::uuid and ends_at <= ${at}::timestamptz`.execute(db);
}

export interface SignedInAccount {
  readonly id: string;
  readonly kind: AccountKind;
  readonly name: string;
}

/** The open account behind a session that has not ended and was seen after `idleSince`. */
export async function selectAccountBySession(
  db: Database,
  tokenHash: string,
  at: Temporal.Instant,
  idleSince: Temporal.Instant,
): Promise<(SignedInAccount & { readonly seenAt: Temporal.Instant }) | undefined> {
  const { rows } = await sql<SignedInAccount & { readonly seenAt: Temporal.Instant }>`
    select a.id, a.kind, a.name, s.seen_at as "seenAt" from session s join account a on a.id = s.account_id
    where s.token_hash = ${tokenHash} and s.ends_at > ${at}::timestamptz and s.seen_at > ${idleSince}::timestamptz
      and (a.closed_at is null or a.closed_at > ${at}::timestamptz)`.execute(db);
  return rows[0];
}

export async function updateSessionSeen(db: Database, tokenHash: string, at: Temporal.Instant): Promise<void> {
  await sql`
    update session set seen_at = ${at}::timestamptz
    where token_hash = ${tokenHash} and seen_at < ${at}::timestamptz`.execute(db);
}

export interface AccessTokenRow {
  readonly tokenHash: string;
  readonly accountId: string;
  readonly label: string;
  readonly createdAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
}

export async function insertAccessToken(db: Database, token: AccessTokenRow): Promise<void> {
  await sql`
    insert into access_token (token_hash, account_id, label, created_at, ends_at)
    values (${token.tokenHash}, ${token.accountId}::uuid, ${token.label}, ${token.createdAt}::timestamptz,
      ${token.endsAt}::timestamptz)`.execute(db);
}

export async function selectAccountByAccessToken(
  db: Database,
  tokenHash: string,
  at: Temporal.Instant,
): Promise<SignedInAccount | undefined> {
  const { rows } = await sql<SignedInAccount>`
    select a.id, a.kind, a.name from access_token t join account a on a.id = t.account_id
    where t.token_hash = ${tokenHash} and t.ends_at > ${at}::timestamptz
      and (a.closed_at is null or a.closed_at > ${at}::timestamptz)`.execute(db);
  return rows[0];
}
