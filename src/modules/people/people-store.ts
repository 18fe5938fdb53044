import { sql } from 'kysely';
import type { HeldPost, Role } from '#case-engine/rules/authority.ts';
import type { Text } from '#kernel/text.ts';
import { ZONE } from '#kernel/zone.ts';
import type { Database } from '#platform/database/connection.ts';
import type { PasswordOwner } from './rules/password-rule.ts';

export type AccountKind = 'citizen' | 'officer' | 'system';

export interface Account {
  readonly id: string;
  readonly kind: AccountKind;
  readonly signInName: string;
  readonly name: string;
  readonly passwordHash: string | null;
  readonly personalId: string | null;
  readonly phone: string | null;
  readonly email: string | null;
}

export interface PostHolding {
  readonly id: string;
  readonly postId: string;
  readonly accountId: string;
  readonly from: Temporal.Instant;
  readonly until: Temporal.Instant | null;
  readonly decision: string;
}

/** When a post really empowers: as long as it is held, exists, and its unit is in force. */
const empowered = sql`(h.held
  * tstzrange(p.valid_from::timestamp at time zone ${sql.lit(ZONE)}, (p.valid_to + 1)::timestamp at time zone ${sql.lit(ZONE)})
  * tstzrange(lower(u.valid)::timestamp at time zone ${sql.lit(ZONE)}, upper(u.valid)::timestamp at time zone ${sql.lit(ZONE)}))`;

/** Adds accounts in one statement. */
export async function insertAccounts(db: Database, accounts: readonly Account[], at: Temporal.Instant): Promise<void> {
  await sql`
    insert into account (id, kind, sign_in_name, name, password_hash, personal_id, phone, email, created_at)
    select id, kind, "signInName", name, "passwordHash", "personalId", phone, email, ${at}::timestamptz
    from json_to_recordset(${JSON.stringify(accounts)}::json) as row (
      id uuid, kind text, "signInName" text, name text, "passwordHash" text, "personalId" text, phone text, email text
    )`.execute(db);
}

/** @returns false when the sign-in name is taken */
export async function insertAccountIfFree(db: Database, account: Account, at: Temporal.Instant): Promise<boolean> {
  const { rows } = await sql`
    insert into account (id, kind, sign_in_name, name, password_hash, personal_id, phone, email, created_at)
    values (${account.id}::uuid, ${account.kind}, ${account.signInName}, ${account.name}, ${account.passwordHash},
      ${account.personalId}, ${account.phone}, ${account.email}, ${at}::timestamptz)
    on conflict (sign_in_name) do nothing returning id`.execute(db);
  return rows.length === 1;
}

type OpenAccount = Pick<Account, 'id' | 'kind' | 'name' | 'passwordHash'>;

export async function selectAccountBySignInName(
  db: Database,
  signInName: string,
  at: Temporal.Instant,
): Promise<OpenAccount | undefined> {
  const { rows } = await sql<OpenAccount>`
    select id, kind, name, password_hash as "passwordHash" from account
    where sign_in_name = ${signInName} and (closed_at is null or closed_at > ${at}::timestamptz)`.execute(db);
  return rows[0];
}

export async function selectAccount(db: Database, id: string, at: Temporal.Instant): Promise<OpenAccount | undefined> {
  const { rows } = await sql<OpenAccount>`
    select id, kind, name, password_hash as "passwordHash" from account
    where id = ${id}::uuid and (closed_at is null or closed_at > ${at}::timestamptz)`.execute(db);
  return rows[0];
}

/** What a new password is compared with. */
export async function selectAccountForPassword(
  db: Database,
  id: string,
  at: Temporal.Instant,
): Promise<(OpenAccount & PasswordOwner) | undefined> {
  const { rows } = await sql<OpenAccount & PasswordOwner>`
    select id, kind, name, password_hash as "passwordHash", sign_in_name as "signInName",
      coalesce(phone, '') as phone, coalesce(personal_id, '') as "personalId"
    from account where id = ${id}::uuid and (closed_at is null or closed_at > ${at}::timestamptz)`.execute(db);
  return rows[0];
}

export async function updatePasswordHash(db: Database, id: string, passwordHash: string): Promise<void> {
  await sql`update account set password_hash = ${passwordHash} where id = ${id}::uuid`.execute(db);
}

/** Every post the account holds, held or will hold, as far as post and unit are in force. */
export async function selectHeldPosts(db: Database, accountId: string): Promise<HeldPost[]> {
  const { rows } = await sql<HeldPost>`
    select p.id as "postId", p.role, u.id as "unitId", u.path as "unitPath",
      lower(${empowered}) as "from", upper(${empowered}) as "until"
    from post_holding h join post p on p.id = h.post_id join unit u on u.id = p.unit_id
    where h.account_id = ${accountId}::uuid and not isempty(${empowered})
    order by u.path, p.id, lower(h.held)`.execute(db);
  return rows;
}

export interface Colleague {
  readonly accountId: string;
  readonly name: string;
  /** Of the post, as on its holder's door. */
  readonly title: Text;
}

/** The officers with this role at exactly this unit at a moment, no other systems; an account once, whatever the number of its posts. */
export async function selectColleagues(
  db: Database,
  unitId: string,
  role: Role,
  at: Temporal.Instant,
): Promise<Colleague[]> {
  const { rows } = await sql<Colleague>`
    select distinct on (a.id) a.id as "accountId", a.name, json_build_object('vi', p.title_vi, 'en', p.title_en) as title
    from post p join unit u on u.id = p.unit_id join post_holding h on h.post_id = p.id join account a on a.id = h.account_id
    where p.unit_id = ${unitId} and p.role = ${role} and a.kind = 'officer' and ${empowered} @> ${at}::timestamptz
      and (a.closed_at is null or a.closed_at > ${at}::timestamptz)
    order by a.id, p.id`.execute(db);
  return rows;
}

/** The path of the unit of a post, when post and unit are in force at the moment. */
export async function selectUnitPathOfPost(
  db: Database,
  postId: string,
  at: Temporal.Instant,
): Promise<string | undefined> {
  const { rows } = await sql<{ path: string }>`
    select u.path from post p join unit u on u.id = p.unit_id,
      lateral (select (${at}::timestamptz at time zone ${sql.lit(ZONE)})::date as day) d
    where p.id = ${postId} and u.valid @> d.day and daterange(p.valid_from, p.valid_to, '[]') @> d.day`.execute(db);
  return rows[0]?.path;
}

export async function insertHoldings(db: Database, holdings: readonly PostHolding[]): Promise<void> {
  const rows = holdings.map(({ from, until, ...rest }) => ({ ...rest, from: `${from}`, until: until && `${until}` }));
  await sql`
    insert into post_holding (id, post_id, account_id, held, decision)
    select id, "postId", "accountId", tstzrange("from", until), decision
    from json_to_recordset(${JSON.stringify(rows)}::json) as row (
      id uuid, "postId" text, "accountId" uuid, "from" timestamptz, until timestamptz, decision text
    )`.execute(db);
}

export async function selectHolding(
  db: Database,
  id: string,
): Promise<(PostHolding & { readonly unitPath: string }) | undefined> {
  const { rows } = await sql<PostHolding & { readonly unitPath: string }>`
    select h.id, h.post_id as "postId", h.account_id as "accountId", lower(h.held) as "from", upper(h.held) as "until",
      h.decision, u.path as "unitPath"
    from post_holding h join post p on p.id = h.post_id join unit u on u.id = p.unit_id
    where h.id = ${id}::uuid`.execute(db);
  return rows[0];
}

export async function updateHoldingEnd(
  db: Database,
  id: string,
  endsAt: Temporal.Instant,
  decision: string,
): Promise<void> {
  await sql`
    update post_holding set held = tstzrange(lower(held), ${endsAt}::timestamptz), end_decision = ${decision}
    where id = ${id}::uuid`.execute(db);
}

export async function insertReading(
  db: Database,
  reading: { readonly accountId: string; readonly caseId: string; readonly reason: string },
  at: Temporal.Instant,
): Promise<void> {
  await sql`
    insert into reading_log (account_id, case_id, reason, at)
    values (${reading.accountId}::uuid, ${reading.caseId}::uuid, ${reading.reason}, ${at}::timestamptz)`.execute(db);
}

/** What an account knows of its person, to fill in the form of a new dossier; empty where it knows nothing. */
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
