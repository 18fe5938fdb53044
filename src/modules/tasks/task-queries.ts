import { sql } from 'kysely';
import type { CaseState } from '#case-engine/rules/case-state.ts';
import { readPageKey, writePageKey } from '#kernel/page-key.ts';
import { fold } from '#kernel/vietnamese.ts';
import type { Database } from '#platform/database/connection.ts';
import { type TaskStatus, taskStatuses } from './rules/task-status.ts';

/** Which tasks an agency gave: by official state, unit that leads, words. */
export interface TaskListQuery {
  readonly agencyIds: readonly string[];
  readonly show?: TaskStatus | 'to-review' | 'extension-asked' | 'all';
  readonly leadUnitId?: string;
  readonly words?: string;
  readonly now: Temporal.Instant;
  /** `due_at|id` of the last row of the page before. */
  readonly after?: string;
  readonly pageSize?: number;
}

/** When the product that counts was handed in. */
const handedInAt = sql`(c.folded->'facts'->'handedIn'->>'at')::timestamptz`;

/** The same states as `taskStatus`, in SQL: a test holds the two together. */
function statusIs(status: TaskStatus, now: Temporal.Instant) {
  const at = sql`${now.toString()}::timestamptz`;
  switch (status) {
    case 'done-on-time':
      return sql`(c.state = 'completed' and c.timeliness <> 'late')`;
    case 'done-late':
      return sql`(c.state = 'completed' and c.timeliness = 'late')`;
    case 'in-time':
      return sql`(c.open and (case when c.state = 'awaiting-review' then ${handedInAt} else ${at} end) < c.late_at)`;
    case 'overdue':
      return sql`(c.open and (case when c.state = 'awaiting-review' then ${handedInAt} else ${at} end) >= c.late_at)`;
  }
}

function shown(query: TaskListQuery) {
  const { show = 'all', now } = query;
  if (show === 'all') return sql`c.state <> 'recalled'`;
  if (show === 'to-review') return sql`c.open and c.state = 'awaiting-review'`;
  if (show === 'extension-asked') return sql`c.open and c.folded->'facts'->'extension'->>'state' = 'asked'`;
  return statusIs(show, now);
}

function matching(query: TaskListQuery) {
  const words = fold(query.words ?? '').trim();
  const pattern = `%${words.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  return sql`c.kind = 'task' and c.parent_id is null and c.receiving_unit_id = any(${query.agencyIds}::text[])
    and ${query.leadUnitId ? sql`c.folded->'facts'->>'leadUnitId' = ${query.leadUnitId}` : sql`true`}
    and ${words === '' ? sql`true` : sql`c.id in (select case_id from case_search where search like ${pattern})`}`;
}

/** A page of the tasks an agency gave, by their due day. */
export async function listTasks(
  db: Database,
  query: TaskListQuery,
): Promise<{ readonly rows: readonly CaseState[]; readonly next: string | null }> {
  const size = Math.min(query.pageSize ?? 25, 100);
  const key = readPageKey(query.after);
  const after = key ? sql`(c.due_at, c.id) > (${key.at}::timestamptz, ${key.id}::uuid)` : sql`true`;
  const { rows } = await sql<{ folded: CaseState }>`
    select c.folded from cases c where ${matching(query)} and ${shown(query)} and ${after}
    order by c.due_at, c.id limit ${size + 1}`.execute(db);
  const page = rows.slice(0, size).map(({ folded }) => folded);
  const last = page.at(-1);
  return { rows: page, next: rows.length > size && last?.dueAt ? writePageKey(last.dueAt, last.caseId) : null };
}

export type TaskCounts = Readonly<Record<TaskStatus | 'to-review' | 'extension-asked', number>>;

/** How many tasks are in each of the four states, and how many wait for the follower or the giver. */
export async function countTasks(db: Database, query: Omit<TaskListQuery, 'show' | 'after'>): Promise<TaskCounts> {
  const shows = [...taskStatuses, 'to-review', 'extension-asked'] as const;
  const counts = shows.map((show) => sql`count(*) filter (where ${shown({ ...query, show })})::int as ${sql.id(show)}`);
  const { rows } = await sql<TaskCounts>`select ${sql.join(counts)} from cases c where ${matching(query)}`.execute(db);
  const row = rows[0];
  if (!row) throw new Error('a count gives a row');
  return row;
}

/** The units that lead tasks of these agencies. */
export async function listLeadUnits(db: Database, agencyIds: readonly string[]): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct lead_unit_id as id from task join task_source s on s.id = task.source_id
    where s.agency_id = any(${agencyIds}::text[]) order by 1`.execute(db);
  return rows.map(({ id }) => id);
}
