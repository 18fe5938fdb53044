import { sql } from 'kysely';
import type { Database } from '#platform/database/connection.ts';
import type { TaskSource } from './rules/task-facts.ts';
import type { TaskPolicy } from './rules/task-policy.ts';

/** A document that gives tasks, as it is recorded. */
export interface SourceRecord extends TaskSource {
  readonly agencyId: string;
  readonly secret: boolean;
  readonly recordedBy: string | null;
}

export async function insertSource(db: Database, source: SourceRecord, at: Temporal.Instant): Promise<void> {
  await sql`insert into task_source (id, number, issued_on, issuer, title, signatory, agency_id, secret, recorded_by, recorded_at)
    values (${source.id}::uuid, ${source.number}, ${source.issuedOn}::date, ${source.issuer}, ${source.title},
      ${source.signatory}, ${source.agencyId}, ${source.secret}, ${source.recordedBy}::uuid, ${at.toString()}::timestamptz)`.execute(
    db,
  );
}

/** The document with what was said of it, for tasks that are made of it later. */
export async function findSource(db: Database, id: string): Promise<SourceRecord | undefined> {
  const { rows } = await sql<SourceRecord>`
    select id, number, issued_on::text as "issuedOn", issuer, title, signatory, agency_id as "agencyId", secret,
      recorded_by as "recordedBy"
    from task_source where id = ${id}::uuid`.execute(db);
  return rows[0];
}

export interface TaskRow {
  readonly caseId: string;
  readonly sourceId: string;
  readonly giver: string;
  readonly leadUnitId: string;
  readonly followerUnitId: string;
  readonly secret: boolean;
}

export async function insertTasks(db: Database, rows: readonly TaskRow[], at: Temporal.Instant): Promise<void> {
  await sql`insert into task (case_id, source_id, giver, lead_unit_id, follower_unit_id, secret, given_at)
    select (r->>'caseId')::uuid, (r->>'sourceId')::uuid, r->>'giver', r->>'leadUnitId', r->>'followerUnitId',
      (r->>'secret')::boolean, ${at.toString()}::timestamptz
    from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) r`.execute(db);
}

/** So many numbers of tasks; a number that a fault swallowed is not given again. */
export async function takeTaskNumbers(db: Database, count: number): Promise<readonly number[]> {
  const { rows } = await sql<{ number: number }>`
    select nextval('task_number')::int as number from generate_series(1, ${count}::int)`.execute(db);
  return rows.map(({ number }) => number);
}

/** What the city decided for a day. */
export async function getTaskPolicy(db: Database, day: Temporal.PlainDate): Promise<TaskPolicy> {
  const { rows } = await sql<{ policy: TaskPolicy }>`
    select policy from task_policy where valid_from <= ${day.toString()}::date order by valid_from desc limit 1`.execute(
    db,
  );
  const row = rows[0];
  if (!row) throw new Error('the migrations give a policy of tasks');
  return row.policy;
}

/** From a day on another policy stands, by a decision. */
export async function insertTaskPolicy(
  db: Database,
  day: Temporal.PlainDate,
  policy: TaskPolicy,
  decision: string,
): Promise<boolean> {
  const { rows } = await sql`insert into task_policy (valid_from, policy, decision)
    values (${day.toString()}::date, ${JSON.stringify(policy)}::jsonb, ${decision})
    on conflict (valid_from) do nothing returning id`.execute(db);
  return rows.length > 0;
}
