import { sql } from 'kysely';
import type { CaseState } from '#case-engine/rules/case-state.ts';
import type { Text } from '#kernel/text.ts';
import type { Database } from '#platform/database/connection.ts';

export async function takeInspectionNumber(db: Database): Promise<number> {
  const { rows } = await sql<{ number: number }>`select nextval('inspection_number')::int as number`.execute(db);
  return rows[0]?.number ?? 0;
}

/** The tasks that carry remedies, by their ids. */
export async function listRemedies(db: Database, taskIds: readonly string[]): Promise<readonly CaseState[]> {
  const { rows } = await sql<{ folded: CaseState }>`
    select folded from cases where id = any(${taskIds}::uuid[])`.execute(db);
  return rows.map(({ folded }) => folded);
}

/** Which inspections: of agencies, of a unit, in a state. */
export interface InspectionQuery {
  readonly agencyIds: readonly string[];
  /** Units whose own inspections are listed beside them. */
  readonly unitIds: readonly string[];
  readonly year: number;
}

/** The inspections of a year that an agency makes, or that concern a unit, by their day. */
export async function listInspections(db: Database, query: InspectionQuery): Promise<readonly CaseState[]> {
  const { rows } = await sql<{ folded: CaseState }>`
    select c.folded from cases c
    where c.kind = 'inspection' and (c.folded->'facts'->>'year')::int = ${query.year}
      and (c.receiving_unit_id = any(${query.agencyIds}::text[])
        or c.folded->'facts'->>'unitId' = any(${query.unitIds}::text[]))
    order by c.due_at, c.id limit 600`.execute(db);
  return rows.map(({ folded }) => folded);
}

/** What is public of an inspection: what was looked at, where, and how much of it is mended. Persons never are. */
export interface PublicInspection {
  readonly code: string;
  readonly subject: Text;
  readonly unitId: string;
  readonly conclusion: string;
  readonly concludedOn: string;
  readonly findings: number;
  readonly mended: number;
  readonly late: number;
}

const remedies = (now: Temporal.Instant) => sql`
  lateral (
    select count(*)::int as findings,
      count(*) filter (where f->>'taskId' is null or t.state = 'completed')::int as mended,
      count(*) filter (where t.open and t.late_at <= ${now.toString()}::timestamptz)::int as late
    from jsonb_array_elements(coalesce(c.folded->'facts'->'findings', '[]'::jsonb)) f
      left join cases t on t.id = (f->>'taskId')::uuid
  ) r`;

/** Concluded inspections, the last first. Self-inspections are the unit's own affair. */
export async function listPublicInspections(
  db: Database,
  now: Temporal.Instant,
  after?: string,
): Promise<readonly PublicInspection[]> {
  const { rows } = await sql<PublicInspection>`
    select c.code, c.folded->'facts'->'checklist'->'name' as subject, c.folded->'facts'->>'unitId' as "unitId",
      c.folded->'facts'->'conclusion'->>'number' as conclusion, c.folded->'facts'->'conclusion'->>'on' as "concludedOn",
      r.findings, r.mended, r.late
    from cases c cross join ${remedies(now)}
    where c.kind = 'inspection' and c.state in ('concluded', 'closed') and c.folded->'facts'->'conclusion' is not null
      and not (c.folded->'facts'->>'self')::boolean and ${after ? sql`c.code < ${after}` : sql`true`}
    order by c.code desc limit 50`.execute(db);
  return rows;
}

/** The figures of inspections in a span: how many, of how many units, findings open, mended, late. */
export interface InspectionCounts {
  readonly inspections: number;
  readonly units: number;
  readonly findings: number;
  readonly mended: number;
  readonly open: number;
  readonly late: number;
}

/** The door for figures: inspections concluded in a span, as their findings stand now. */
export async function countInspections(
  db: Database,
  span: { readonly from: Temporal.PlainDate; readonly until: Temporal.PlainDate },
  now: Temporal.Instant,
): Promise<InspectionCounts> {
  const { rows } = await sql<InspectionCounts>`
    select count(*)::int as inspections, count(distinct c.folded->'facts'->>'unitId')::int as units,
      coalesce(sum(r.findings), 0)::int as findings, coalesce(sum(r.mended), 0)::int as mended,
      coalesce(sum(r.findings - r.mended), 0)::int as open, coalesce(sum(r.late), 0)::int as late
    from cases c cross join ${remedies(now)}
    where c.kind = 'inspection' and c.state in ('concluded', 'closed')
      and (c.folded->'facts'->'conclusion'->>'on') between ${span.from.toString()} and ${span.until.toString()}`.execute(
    db,
  );
  const row = rows[0];
  if (!row) throw new Error('a count gives a row');
  return row;
}
