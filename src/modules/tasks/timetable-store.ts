import { sql } from 'kysely';
import type { CaseState } from '#case-engine/rules/case-state.ts';
import type { Database } from '#platform/database/connection.ts';
import type { TaskWish } from './assign-tasks.ts';
import type { TaskPost } from './rules/open-task.ts';
import type { TaskGiver } from './rules/task-facts.ts';

/** Open tasks due between two moments: those a ladder of reminders can concern. */
export async function listTasksDue(
  db: Database,
  from: Temporal.Instant,
  until: Temporal.Instant,
  after: string,
): Promise<readonly CaseState[]> {
  const { rows } = await sql<{ folded: CaseState }>`
    select folded from cases where kind = 'task' and open and due_at between ${from.toString()}::timestamptz and
      ${until.toString()}::timestamptz and id > ${after}::uuid order by id limit 200`.execute(db);
  return rows.map(({ folded }) => folded);
}

/** A duty that comes back. */
export interface RecurringDuty {
  readonly id: string;
  readonly sourceId: string;
  readonly every: 'month' | 'quarter';
  readonly dueWorkingDays: number;
  readonly opening: Omit<TaskWish, 'deadline'> & {
    readonly giver: Exclude<TaskGiver, 'lead-unit'>;
    readonly follower: TaskPost;
    readonly agencyId: string;
    readonly secret: boolean;
  };
  readonly firstOn: string;
  readonly untilOn: string | null;
}

const duty = sql`id, source_id as "sourceId", every, due_working_days as "dueWorkingDays", opening,
  first_on::text as "firstOn", until_on::text as "untilOn"`;

export async function insertDuty(db: Database, one: RecurringDuty, by: string, at: Temporal.Instant): Promise<void> {
  await sql`insert into recurring_duty (id, source_id, every, due_working_days, opening, first_on, until_on, recorded_by, recorded_at)
    values (${one.id}::uuid, ${one.sourceId}::uuid, ${one.every}, ${one.dueWorkingDays}, ${JSON.stringify(one.opening)}::jsonb,
      ${one.firstOn}::date, ${one.untilOn}::date, ${by}::uuid, ${at.toString()}::timestamptz)`.execute(db);
}

/** The duties that stand on a day. */
export async function listDuties(db: Database, day: Temporal.PlainDate): Promise<readonly RecurringDuty[]> {
  const { rows } = await sql<RecurringDuty>`
    select ${duty} from recurring_duty
    where first_on <= ${day.toString()}::date and coalesce(until_on, 'infinity') >= ${day.toString()}::date
    order by recorded_at`.execute(db);
  return rows;
}

/** The duties an agency gave, the last recorded first. */
export async function listDutiesOf(db: Database, agencyIds: readonly string[]): Promise<readonly RecurringDuty[]> {
  const { rows } = await sql<RecurringDuty>`
    select ${duty} from recurring_duty where opening->>'agencyId' = any(${agencyIds}::text[])
    order by recorded_at desc limit 200`.execute(db);
  return rows;
}

export async function isPeriodMade(db: Database, dutyId: string, period: string): Promise<boolean> {
  const { rows } = await sql`select from recurring_task where duty_id = ${dutyId}::uuid and period = ${period}`.execute(
    db,
  );
  return rows.length > 0;
}

/** @throws when the period was made by another program meanwhile: the whole transaction goes */
export async function insertRecurringTask(db: Database, dutyId: string, period: string, caseId: string): Promise<void> {
  await sql`insert into recurring_task (duty_id, period, case_id) values (${dutyId}::uuid, ${period}, ${caseId}::uuid)`.execute(
    db,
  );
}

/** The late cases of a kind by the unit that holds them, where none was raised this week. */
export async function listLateByUnit(
  db: Database,
  cause: string,
  week: Temporal.PlainDate,
  now: Temporal.Instant,
): Promise<readonly { readonly unitId: string; readonly count: number; readonly caseIds: readonly string[] }[]> {
  const { rows } = await sql<{ unitId: string; count: number; caseIds: readonly string[] }>`
    select holder_unit_id as "unitId", count(*)::int as count, (array_agg(id::text order by due_at, id))[1:20] as "caseIds"
    from cases where open and kind = ${cause} and due_at <= ${now.toString()}::timestamptz
      and late_at <= ${now.toString()}::timestamptz
      and not exists (select from raised_task r where r.unit_id = holder_unit_id and r.cause = ${cause}
        and r.week = ${week.toString()}::date)
    group by holder_unit_id`.execute(db);
  return rows;
}

export async function insertRaisedTask(
  db: Database,
  raised: {
    readonly unitId: string;
    readonly cause: string;
    readonly week: Temporal.PlainDate;
    readonly caseId: string;
  },
): Promise<void> {
  await sql`insert into raised_task (unit_id, cause, week, case_id)
    values (${raised.unitId}, ${raised.cause}, ${raised.week.toString()}::date, ${raised.caseId}::uuid)`.execute(db);
}

/** What cases are called, for those attached to a task. */
export async function listCodes(db: Database, caseIds: readonly string[]) {
  const { rows } = await sql<{ caseId: string; code: string; kind: string }>`
    select id as "caseId", coalesce(code, folded->'facts'->>'rootCode', reference) as code, kind
    from cases where id = any(${caseIds}::uuid[])`.execute(db);
  return rows;
}
