import { sql } from 'kysely';
import { readPageKey, writePageKey } from '#kernel/page-key.ts';
import type { Text } from '#kernel/text.ts';
import type { Database } from '#platform/database/connection.ts';

/** Which late or nearly late cases: of any kind, held in a set of units. */
export interface FollowUpQuery {
  readonly kinds: readonly string[];
  /** Units that hold them; null is the whole city. */
  readonly unitIds: readonly string[] | null;
  readonly show: 'late' | 'soon';
  readonly now: Temporal.Instant;
  readonly soonUntil: Temporal.Instant;
  /** `due_at|id` of the last row of the page before. */
  readonly after?: string;
  readonly pageSize?: number;
}

/** A case that is late or about to be, with how often it was urged. */
export interface FollowUpRow {
  readonly caseId: string;
  readonly kind: string;
  readonly code: string;
  readonly title: string;
  readonly subject: Text | null;
  readonly typeCode: string;
  readonly state: string;
  readonly holderUnitId: string;
  readonly holderRole: string;
  readonly holderName: string | null;
  readonly handOverTo: string | null;
  readonly receivingUnitId: string;
  readonly dueAt: Temporal.Instant;
  readonly lateAt: Temporal.Instant;
  readonly urged: number;
  readonly urgedAt: Temporal.Instant | null;
  readonly unanswered: number;
}

function where(query: FollowUpQuery) {
  const now = sql`${query.now.toString()}::timestamptz`;
  const soon = sql`${query.soonUntil.toString()}::timestamptz`;
  // Late is never before due: the bound on due_at lets the index of open cases by their day stop early. Lateness is asked of the
  // difference, because of two bounds on moments that go together PostgreSQL expects next to no rows, and sorts thousands.
  const when =
    query.show === 'late'
      ? sql`c.due_at <= ${now} and c.late_at - c.due_at <= ${now} - c.due_at`
      : sql`c.due_at > ${now}::timestamptz - interval '1 day' and c.due_at <= ${soon} and c.late_at > ${now}`;
  return sql`c.open and ${when} and c.kind = any(${query.kinds}::text[])
    and ${query.unitIds === null ? sql`true` : sql`c.holder_unit_id = any(${query.unitIds}::text[])`}`;
}

/** What nobody who follows an agency should list: secret tasks, which only their own units see. */
const notSecret = sql`(c.kind not in ('task', 'task-part') or not coalesce((c.folded->'facts'->>'secret')::boolean, false))`;

/** A page of what is late or nearly so, oldest due moment first, paged by key. */
export async function listFollowUp(
  db: Database,
  query: FollowUpQuery,
): Promise<{ readonly rows: readonly FollowUpRow[]; readonly next: string | null }> {
  const size = Math.min(query.pageSize ?? 50, 200);
  const key = readPageKey(query.after);
  const after = key ? sql`(c.due_at, c.id) > (${key.at}::timestamptz, ${key.id}::uuid)` : sql`true`;
  const { rows } = await sql<FollowUpRow>`
    with page as (
      select c.* from cases c where ${where(query)} and ${notSecret} and ${after} order by c.due_at, c.id limit ${size + 1}
    )
    select c.id as "caseId", c.kind, coalesce(c.code, c.folded->'facts'->>'rootCode', c.reference) as code, c.title,
      coalesce(c.folded->'facts'->'procedure', c.folded->'facts'->'subject') as subject, c.type_code as "typeCode", c.state,
      c.holder_unit_id as "holderUnitId", c.holder_role as "holderRole", c.folded->'holder'->>'name' as "holderName",
      c.handed_to_unit_id as "handOverTo", c.receiving_unit_id as "receivingUnitId", c.due_at as "dueAt",
      c.late_at as "lateAt", u.urged, u.urged_at as "urgedAt", u.unanswered
    from page c left join lateral (
      select count(*)::int as urged, max(g.issued_at) as urged_at,
        count(*) filter (where k.answered_at is null)::int as unanswered
      from urged_case k join urging g on g.id = k.urging_id where k.case_id = c.id
    ) u on true
    order by c.due_at, c.id`.execute(db);
  const page = rows.slice(0, size);
  const last = page.at(-1);
  return { rows: page, next: rows.length > size && last ? writePageKey(last.dueAt, last.caseId) : null };
}

/** Counting stops here: beyond it the exact number tells nobody what to do. */
export const countedUpTo = 1000;

/** How many there are, up to a thousand. */
export async function countFollowUp(db: Database, query: Omit<FollowUpQuery, 'after' | 'pageSize'>): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (
      select from cases c where ${where(query)} limit ${countedUpTo + 1}
    ) counted`.execute(db);
  return rows[0]?.count ?? 0;
}

/** Who was urged how often since a moment, and how many letters are not answered. */
export async function listUrgedUnits(
  db: Database,
  unitIds: readonly string[] | null,
  since: Temporal.Instant,
): Promise<readonly { readonly unitId: string; readonly urged: number; readonly unanswered: number }[]> {
  const { rows } = await sql<{ unitId: string; urged: number; unanswered: number }>`
    select k.unit_id as "unitId", count(*)::int as urged, count(*) filter (where k.answered_at is null)::int as unanswered
    from urging g join urged_case k on k.urging_id = g.id
    where g.issued_at >= ${since.toString()}::timestamptz
      and ${unitIds === null ? sql`true` : sql`k.unit_id = any(${unitIds}::text[])`}
    group by k.unit_id order by count(*) desc, k.unit_id limit 50`.execute(db);
  return rows;
}

/** A letter that urges a case, as the unit that was urged reads it. */
export interface UrgedCase {
  readonly urgingId: string;
  readonly caseId: string;
  readonly kind: string;
  readonly code: string;
  readonly title: string;
  readonly number: string;
  readonly note: string;
  readonly agencyId: string;
  readonly issuedByName: string;
  readonly issuedAt: Temporal.Instant;
  readonly answerBy: string;
  readonly unitId: string;
  readonly answer: string | null;
  readonly answeredBy: string | null;
  readonly answeredAt: Temporal.Instant | null;
}

const letter = sql`k.urging_id as "urgingId", k.case_id as "caseId", c.kind,
  coalesce(c.code, c.folded->'facts'->>'rootCode', c.reference) as code, c.title, g.number, g.note,
  g.agency_id as "agencyId", g.issued_by_name as "issuedByName", g.issued_at as "issuedAt", g.answer_by::text as "answerBy",
  k.unit_id as "unitId", k.answer, k.answered_by as "answeredBy", k.answered_at as "answeredAt"`;

/** What units have to answer, what is due first, first. */
export async function listToAnswer(db: Database, unitIds: readonly string[]): Promise<readonly UrgedCase[]> {
  const { rows } = await sql<UrgedCase>`
    select ${letter} from urged_case k join urging g on g.id = k.urging_id join cases c on c.id = k.case_id
    where k.unit_id = any(${unitIds}::text[]) and k.answered_at is null order by g.answer_by, k.case_id limit 50`.execute(
    db,
  );
  return rows;
}

/** The letters of agencies with their answers, the last first. */
export async function listLetters(db: Database, agencyIds: readonly string[]): Promise<readonly UrgedCase[]> {
  const { rows } = await sql<UrgedCase>`
    select ${letter} from (
      select * from urging where agency_id = any(${agencyIds}::text[]) order by issued_at desc limit 20
    ) g join urged_case k on k.urging_id = g.id join cases c on c.id = k.case_id
    order by g.issued_at desc, k.case_id limit 200`.execute(db);
  return rows;
}
