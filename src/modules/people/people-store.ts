import { sql } from 'kysely';
import type { Actor, HeldPost, Role } from '#case-engine/rules/authority.ts';
import type { Database } from '#platform/database/connection.ts';
import type { FailedAttempts } from './rules/throttle.ts';

/** An account as sign-in needs it. */
export interface Account {
  readonly accountId: string;
  readonly kind: 'citizen' | 'officer' | 'system';
  readonly name: string;
  readonly passwordHash: string | null;
}

export interface NewAccount extends Account {
  readonly signInName: string;
  readonly personalId: string | null;
  readonly phone: string | null;
  readonly email: string | null;
}

/** @returns false when the sign-in name is taken */
export async function insertAccounts(
  db: Database,
  accounts: readonly NewAccount[],
  at: Temporal.Instant,
): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    insert into account (id, kind, sign_in_name, name, password_hash, personal_id, phone, email, created_at)
    select "accountId", kind, "signInName", name, "passwordHash", "personalId", phone, email, ${at}
    from jsonb_to_recordset(${JSON.stringify(accounts)}::jsonb) as account (
      "accountId" uuid, kind text, "signInName" text, name text, "passwordHash" text, "personalId" text, phone text, email text)
    on conflict (sign_in_name) do nothing returning id`.execute(db);
  return rows.length === accounts.length;
}

export async function insertHoldings(
  db: Database,
  holdings: readonly { readonly postId: string; readonly accountId: string }[],
  from: Temporal.Instant,
  decision: string,
): Promise<void> {
  await sql`
    insert into post_holding (id, post_id, account_id, held, decision)
    select gen_random_uuid(), "postId", "accountId", tstzrange(${from}, null), ${decision}
    from jsonb_to_recordset(${JSON.stringify(holdings)}::jsonb) as holding ("postId" text, "accountId" uuid)`.execute(
    db,
  );
}

export async function findAccountByName(db: Database, signInName: string): Promise<Account | undefined> {
  const { rows } = await sql<Account>`
    select id as "accountId", kind, name, password_hash as "passwordHash" from account
    where sign_in_name = ${signInName} and closed_at is null`.execute(db);
  return rows[0];
}

/** Failures since the last success of the name, within the window. */
export async function countFailures(
  db: Database,
  signInName: string,
  address: string,
  since: Temporal.Instant,
): Promise<FailedAttempts> {
  const { rows } = await sql<FailedAttempts>`
    select count(*) filter (where sign_in_name = ${signInName} and at > coalesce((
        select max(s.at) from sign_in_attempt s where s.sign_in_name = ${signInName} and s.succeeded), '-infinity'))::int as "ofName",
      count(*) filter (where address = ${address})::int as "ofAddress",
      max(at) as latest
    from sign_in_attempt
    where at > ${since} and not succeeded and (sign_in_name = ${signInName} or address = ${address})`.execute(db);
  return rows[0] ?? { ofName: 0, ofAddress: 0, latest: null };
}

export async function insertAttempt(
  db: Database,
  attempt: { readonly signInName: string; readonly address: string; readonly succeeded: boolean },
  at: Temporal.Instant,
): Promise<void> {
  await sql`insert into sign_in_attempt (sign_in_name, address, at, succeeded)
    values (${attempt.signInName}, ${attempt.address}, ${at}, ${attempt.succeeded})`.execute(db);
}

export async function insertSession(
  db: Database,
  session: { readonly tokenHash: string; readonly accountId: string; readonly endsAt: Temporal.Instant },
  at: Temporal.Instant,
): Promise<void> {
  await sql`insert into session (token_hash, account_id, started_at, seen_at, ends_at)
    values (${session.tokenHash}, ${session.accountId}::uuid, ${at}, ${at}, ${session.endsAt})`.execute(db);
}

export async function deleteSession(db: Database, tokenHash: string): Promise<void> {
  await sql`delete from session where token_hash = ${tokenHash}`.execute(db);
}

export async function insertToken(
  db: Database,
  token: {
    readonly tokenHash: string;
    readonly accountId: string;
    readonly label: string;
    readonly endsAt: Temporal.Instant;
  },
  at: Temporal.Instant,
): Promise<void> {
  await sql`insert into access_token (token_hash, account_id, label, created_at, ends_at)
    values (${token.tokenHash}, ${token.accountId}::uuid, ${token.label}, ${at}, ${token.endsAt})`.execute(db);
}

/** The actor behind a session or a bearer token that is not over, with every post held. One look at the database. */
export async function findActor(
  db: Database,
  by: 'session' | 'access_token',
  tokenHash: string,
  at: Temporal.Instant,
): Promise<Actor | undefined> {
  const { rows } = await sql<{
    accountId: string;
    kind: Actor['kind'];
    name: string;
    posts: { postId: string; role: Role; unitId: string; unitPath: string; from: string; until: string | null }[];
  }>`
    select a.id as "accountId", a.kind, a.name, coalesce((
      select jsonb_agg(jsonb_build_object('postId', p.id, 'role', p.role, 'unitId', p.unit_id, 'unitPath', u.path,
        'from', lower(h.held), 'until', upper(h.held)))
      from post_holding h join post p on p.id = h.post_id join unit u on u.id = p.unit_id
      where h.account_id = a.id and h.held @> ${at}::timestamptz), '[]') as posts
    from ${sql.table(by)} t join account a on a.id = t.account_id
    where t.token_hash = ${tokenHash} and t.ends_at > ${at} and a.closed_at is null`.execute(db);
  const row = rows[0];
  return row && { ...row, posts: row.posts.map(heldPost) };
}

function heldPost(post: {
  postId: string;
  role: Role;
  unitId: string;
  unitPath: string;
  from: string;
  until: string | null;
}): HeldPost {
  return {
    ...post,
    from: Temporal.Instant.from(post.from),
    until: post.until === null ? null : Temporal.Instant.from(post.until),
  };
}

/** Someone who holds a role at a unit, to whom a dossier can be given. */
export interface Colleague {
  readonly accountId: string;
  readonly name: string;
  readonly title: string;
}

export async function selectColleagues(
  db: Database,
  unitId: string,
  role: Role,
  at: Temporal.Instant,
): Promise<readonly Colleague[]> {
  const { rows } = await sql<Colleague>`
    select distinct on (a.id) a.id as "accountId", a.name, p.title_vi as title
    from post_holding h join post p on p.id = h.post_id join account a on a.id = h.account_id
    where p.unit_id = ${unitId} and p.role = ${role} and h.held @> ${at}::timestamptz and a.closed_at is null
    order by a.id`.execute(db);
  return rows;
}

export async function insertReading(
  db: Database,
  reading: { readonly accountId: string; readonly caseId: string; readonly reason: string },
  at: Temporal.Instant,
): Promise<void> {
  await sql`insert into reading_log (account_id, case_id, reason, at)
    values (${reading.accountId}::uuid, ${reading.caseId}::uuid, ${reading.reason}, ${at})`.execute(db);
}

/** What an account knows of its person, to fill in the form of a new dossier. */
export interface PersonalFacts {
  readonly name: string;
  readonly personalId: string;
  readonly phone: string;
  readonly email: string;
}

export async function findPersonalFacts(db: Database, accountId: string): Promise<PersonalFacts | undefined> {
  const { rows } = await sql<PersonalFacts>`
    select name, coalesce(personal_id, '') as "personalId", coalesce(phone, '') as phone, coalesce(email, '') as email
    from account where id = ${accountId}::uuid`.execute(db);
  return rows[0];
}
