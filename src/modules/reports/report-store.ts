import { sql } from 'kysely';
import type { CaseState } from '#case-engine/rules/case-state.ts';
import type { Database } from '#platform/database/connection.ts';
import type { ReportOutline } from './rules/report-outline.ts';

/** A report beside its case: which days, and the text people work on. */
export interface ReportRecord {
  readonly caseId: string;
  readonly regime: string;
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
  readonly asOf: Temporal.Instant;
  readonly cutOffs: Readonly<Record<string, string>>;
  readonly outline: ReportOutline | null;
  readonly revision: number;
}

export async function takeReportNumbers(db: Database, count: number): Promise<readonly number[]> {
  const { rows } = await sql<{ number: number }>`
    select nextval('report_number')::int as number from generate_series(1, ${count})`.execute(db);
  return rows.map(({ number }) => number);
}

export async function insertReport(
  db: Database,
  report: Omit<ReportRecord, 'revision'>,
  at: Temporal.Instant,
): Promise<void> {
  await sql`
    insert into report (case_id, regime, period_from, period_to, as_of, cut_offs, outline, opened_at)
    values (${report.caseId}::uuid, ${report.regime}, ${report.from.toString()}::date, ${report.to.toString()}::date,
      ${report.asOf.toString()}::timestamptz, ${JSON.stringify(report.cutOffs)}::jsonb,
      ${JSON.stringify(report.outline)}::jsonb, ${at.toString()}::timestamptz)`.execute(db);
}

export async function findReport(db: Database, caseId: string, lock = false): Promise<ReportRecord | undefined> {
  const { rows } = await sql<Omit<ReportRecord, 'from' | 'to'> & { from: string; to: string }>`
    select case_id as "caseId", regime, period_from::text as "from", period_to::text as "to", as_of as "asOf",
      cut_offs as "cutOffs", nullif(outline, 'null'::jsonb) as outline, revision
    from report where case_id = ${caseId}::uuid ${lock ? sql`for update` : sql``}`.execute(db);
  const row = rows[0];
  return row && { ...row, from: Temporal.PlainDate.from(row.from), to: Temporal.PlainDate.from(row.to) };
}

/** The next number of a kind of paper in a year; taken in the transaction that uses it, so that none is lost. */
export async function takePaperNumber(db: Database, year: number, notation: string): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    insert into report_series (year, notation, last) values (${year}, ${notation}, 1)
    on conflict (year, notation) do update set last = report_series.last + 1 returning last`.execute(db);
  return rows[0]?.last ?? 1;
}

/** Parts or opinions of a report, its own first, then those below them. */
export async function listMembers(
  db: Database,
  rootId: string,
  kind: 'report-request' | 'report-opinion',
): Promise<readonly CaseState[]> {
  const { rows } = await sql<{ folded: CaseState }>`
    select folded from cases where root_id = ${rootId}::uuid and kind = ${kind}
    order by parent_id <> ${rootId}::uuid, due_at, id limit 800`.execute(db);
  return rows.map(({ folded }) => folded);
}

/** A report as lists show it: how far its parts are. */
export interface ReportRow {
  readonly state: CaseState;
  readonly asked: number;
  readonly sent: number;
  readonly accepted: number;
  readonly late: number;
}

/** The reports that were opened, the latest first. */
export async function listReports(db: Database, now: Temporal.Instant): Promise<readonly ReportRow[]> {
  const { rows } = await sql<ReportRow>`
    select c.folded as state, p.asked, p.sent, p.accepted, p.late
    from report r join cases c on c.id = r.case_id
      cross join lateral (
        select count(*)::int as asked, count(*) filter (where q.state = 'sent')::int as sent,
          count(*) filter (where q.state = 'accepted')::int as accepted,
          count(*) filter (where q.state in ('asked', 'returned') and q.late_at <= ${now.toString()}::timestamptz)::int as late
        from cases q where q.root_id = c.id and q.kind = 'report-request'
      ) p
    order by r.opened_at desc limit 50`.execute(db);
  return rows;
}

/** The report with this code, whatever became of it. */
export async function findReportByCode(db: Database, code: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select c.id from cases c join report r on r.case_id = c.id where c.code = ${code}`.execute(db);
  return rows[0]?.id;
}

/** Open parts and opinions that some units hold, gather or must answer an objection of, by their day. */
export async function listOwnParts(db: Database, unitIds: readonly string[]): Promise<readonly CaseState[]> {
  const { rows } = await sql<{ folded: CaseState }>`
    select folded from cases
    where kind in ('report-request', 'report-opinion') and open
      and (holder_unit_id = any(${unitIds}::text[]) or receiving_unit_id = any(${unitIds}::text[])
        or (folded->'facts'->'definitionOwner'->>'unitId' = any(${unitIds}::text[])
          and jsonb_path_exists(folded, '$.facts.objections[*] ? (!exists(@.answer))')))
    order by due_at, id limit 100`.execute(db);
  return rows.map(({ folded }) => folded);
}

/** How many parts were asked for and sent on time, of periods whose parts fell due in a span: a figure of its own. */
export async function countReporting(
  db: Database,
  span: { readonly from: Temporal.PlainDate; readonly until: Temporal.PlainDate },
  unitPath: string,
  asOf: Temporal.Instant,
): Promise<{ readonly asked: number; readonly onTime: number }> {
  const { rows } = await sql<{ asked: number; onTime: number }>`
    select count(*)::int as asked,
      count(*) filter (where (c.folded->'facts'->>'sentAt')::timestamptz <= c.due_at
        and (c.folded->'facts'->>'sentAt')::timestamptz <= ${asOf.toString()}::timestamptz)::int as "onTime"
    from cases c join unit u on u.id = c.receiving_unit_id
    where c.kind = 'report-request' and c.state <> 'called-off' and c.opened_at <= ${asOf.toString()}::timestamptz
      and (c.due_at at time zone 'Asia/Ho_Chi_Minh')::date between ${span.from.toString()}::date and ${span.until.toString()}::date
      and (u.path = ${unitPath} or u.path like ${`${unitPath}/%`})`.execute(db);
  return rows[0] ?? { asked: 0, onTime: 0 };
}

/** Parts that fall due around a moment and wait for their unit. */
export async function listPartsDue(
  db: Database,
  from: Temporal.Instant,
  until: Temporal.Instant,
  after: string,
): Promise<readonly CaseState[]> {
  const { rows } = await sql<{ folded: CaseState }>`
    select folded from cases
    where kind in ('report-request', 'report-opinion') and open and state in ('asked', 'returned')
      and due_at between ${from.toString()}::timestamptz and ${until.toString()}::timestamptz and id > ${after}::uuid
    order by id limit 200`.execute(db);
  return rows.map(({ folded }) => folded);
}

/** The same unit's part of another period of the regime, the last one asked for; called off ones are none. */
export async function findPartOfDays(
  db: Database,
  { receivingUnitId, facts }: CaseState,
  days: { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate },
): Promise<CaseState | undefined> {
  const { rows } = await sql<{ folded: CaseState }>`
    select folded from cases
    where receiving_unit_id = ${receivingUnitId} and kind = 'report-request' and state <> 'called-off'
      and folded->'facts'->>'regime' = ${String(facts.regime)}
      and folded->'facts'->'period'->>'from' = ${days.from.toString()}
      and folded->'facts'->'period'->>'to' = ${days.to.toString()}
    order by opened_at desc limit 1`.execute(db);
  return rows[0]?.folded;
}
