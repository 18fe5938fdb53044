import { sql } from 'kysely';
import type { CaseState } from '#case-engine/rules/case-state.ts';
import type { Database } from '#platform/database/connection.ts';

/** A plan or directive, how many measures it has, and how they stand. */
export interface PlanProgress {
  readonly id: string;
  readonly number: string;
  readonly issuedOn: string;
  readonly title: string;
  readonly measures: number;
  readonly done: number;
  readonly late: number;
}

/**
 * The documents an agency gave tasks by, the last first: a plan is a document, its measures are tasks, so how far it is, is
 * counted and not reported. Late are measures that are open after their day.
 */
export async function listPlans(
  db: Database,
  agencyIds: readonly string[],
  now: Temporal.Instant,
): Promise<readonly PlanProgress[]> {
  const { rows } = await sql<PlanProgress>`
    select s.id, s.number, s.issued_on::text as "issuedOn", s.title, p.measures, p.done, p.late
    from task_source s cross join lateral (
      select count(*) filter (where c.state <> 'recalled')::int as measures,
        count(*) filter (where c.state = 'completed')::int as done,
        count(*) filter (where c.open and c.late_at <= ${now.toString()}::timestamptz)::int as late
      from task t join cases c on c.id = t.case_id where t.source_id = s.id
    ) p
    where s.agency_id = any(${agencyIds}::text[]) and p.measures > 0
    order by s.recorded_at desc limit 100`.execute(db);
  return rows;
}

/** The measures of one document in the order of its paragraphs, for whoever gives for its agency. */
export async function listMeasures(
  db: Database,
  sourceId: string,
  agencyIds: readonly string[],
): Promise<readonly CaseState[]> {
  const { rows } = await sql<{ folded: CaseState }>`
    select c.folded from task_source s join task t on t.source_id = s.id join cases c on c.id = t.case_id
    where s.id = ${sourceId}::uuid and s.agency_id = any(${agencyIds}::text[]) and c.state <> 'recalled'
    order by c.code limit 1000`.execute(db);
  return rows.map(({ folded }) => folded);
}
