import { sql } from 'kysely';
import type { Database } from '#platform/database/connection.ts';

export async function upsertFeed(
  db: Database,
  accountId: string,
  secretHash: string,
  at: Temporal.Instant,
): Promise<void> {
  await sql`insert into calendar_feed (account_id, secret_hash, made_at)
    values (${accountId}::uuid, ${secretHash}, ${at.toString()}::timestamptz)
    on conflict (account_id) do update set secret_hash = excluded.secret_hash, made_at = excluded.made_at`.execute(db);
}

export async function findFeedOwner(db: Database, secretHash: string): Promise<string | undefined> {
  const { rows } = await sql<{ accountId: string }>`
    select account_id as "accountId" from calendar_feed where secret_hash = ${secretHash}`.execute(db);
  return rows[0]?.accountId;
}

/**
 * What a person holds, and what waits at their posts for nobody in particular, open, soonest first. Titles of dossiers are
 * names of citizens and do not leave by such an address: their code stands alone.
 */
export async function listFeedCases(db: Database, accountId: string, at: Temporal.Instant) {
  const { rows } = await sql<{ caseId: string; kind: string; code: string; title: string; dueAt: Temporal.Instant }>`
    with mine as (
      select p.unit_id, p.role from post_holding h join post p on p.id = h.post_id
      where h.account_id = ${accountId}::uuid and h.held @> ${at.toString()}::timestamptz
    )
    select c.id as "caseId", c.kind, coalesce(c.code, c.folded->'facts'->>'rootCode', c.reference) as code,
      case when c.kind in ('task', 'task-part', 'inspection') and not coalesce((c.folded->'facts'->>'secret')::boolean, false)
        then c.title else '' end as title, c.due_at as "dueAt"
    from cases c
    where c.open and (c.holder_account_id = ${accountId}::uuid
      or (c.holder_account_id is null and (c.holder_unit_id, c.holder_role) in (select unit_id, role from mine)))
    order by c.due_at limit 500`.execute(db);
  return rows;
}
