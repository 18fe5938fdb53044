import { sql } from 'kysely';
import type { Database } from '#platform/database/connection.ts';
import type { FrozenReport, ReportRestatement } from './rules/frozen-report.ts';

/** A version of a published report: the first is what was signed. */
export interface FrozenVersion<Content = FrozenReport | ReportRestatement> {
  readonly caseId: string;
  readonly version: number;
  readonly content: Content;
  readonly sha256: string;
  readonly reason: string | null;
  readonly frozenByName: string;
  readonly frozenAt: Temporal.Instant;
}

const columns = sql`case_id as "caseId", version, content, sha256, reason, frozen_by_name as "frozenByName",
  frozen_at as "frozenAt"`;

export async function insertFrozen(db: Database, frozen: FrozenVersion, by: string): Promise<void> {
  await sql`
    insert into report_frozen (case_id, version, content, sha256, reason, frozen_by, frozen_by_name, frozen_at)
    values (${frozen.caseId}::uuid, ${frozen.version}, ${JSON.stringify(frozen.content)}::jsonb, ${frozen.sha256},
      ${frozen.reason}, ${by}::uuid, ${frozen.frozenByName}, ${frozen.frozenAt.toString()}::timestamptz)`.execute(db);
}

/** What was signed, then its restatements. */
export async function listFrozen(db: Database, caseId: string): Promise<readonly FrozenVersion[]> {
  const { rows } = await sql<FrozenVersion>`
    select ${columns} from report_frozen where case_id = ${caseId}::uuid order by version`.execute(db);
  return rows;
}

/** A published report in a list. */
export interface PublishedReport {
  readonly caseId: string;
  readonly code: string;
  readonly title: string;
  readonly regime: string;
  readonly from: string;
  readonly to: string;
  readonly number: number;
  readonly notation: string;
  readonly day: string;
  readonly restatements: number;
}

const published = sql`f.case_id as "caseId", c.code, c.title, r.regime, r.period_from::text as "from",
  r.period_to::text as "to", (f.content->>'number')::int as number, f.content->'outline'->>'notation' as notation,
  f.content->>'day' as day,
  (select count(*)::int from report_frozen l where l.case_id = f.case_id and l.version > 1) as restatements
  from report_frozen f join cases c on c.id = f.case_id join report r on r.case_id = f.case_id`;

/** Reports that were signed, the latest first. */
export async function listPublishedReports(db: Database): Promise<readonly PublishedReport[]> {
  const { rows } = await sql<PublishedReport>`
    select ${published} where f.version = 1 order by f.frozen_at desc limit 100`.execute(db);
  return rows;
}

export async function findPublishedReport(db: Database, code: string): Promise<PublishedReport | undefined> {
  const { rows } = await sql<PublishedReport>`
    select ${published} where f.version = 1 and c.code = ${code}`.execute(db);
  return rows[0];
}

/** The papers of a signed report. */
export type ReportPaper = 'report' | 'letter';

/** Signed reports with a paper that is not made yet. */
export async function listUnmade(
  db: Database,
): Promise<readonly (FrozenVersion<FrozenReport> & { readonly paper: ReportPaper })[]> {
  const { rows } = await sql<FrozenVersion<FrozenReport> & { readonly paper: ReportPaper }>`
    select ${columns}, wanted.paper from report_frozen f cross join (values ('report'), ('letter')) as wanted (paper)
    where version = 1 and (wanted.paper = 'report' or f.content ? 'letterText')
      and not exists (select from report_file g where g.case_id = f.case_id and g.paper = wanted.paper)
    order by frozen_at, wanted.paper limit 20`.execute(db);
  return rows;
}

/** @returns false when another made it first */
export async function insertReportFile(
  db: Database,
  { caseId, paper, sha256 }: { readonly caseId: string; readonly paper: ReportPaper; readonly sha256: string },
  at: Temporal.Instant,
): Promise<boolean> {
  const { rows } = await sql`
    insert into report_file (case_id, paper, sha256, made_at)
    values (${caseId}::uuid, ${paper}, ${sha256}, ${at.toString()}::timestamptz)
    on conflict (case_id, paper) do nothing returning case_id`.execute(db);
  return rows.length > 0;
}

export async function findReportFile(
  db: Database,
  caseId: string,
  paper: ReportPaper = 'report',
): Promise<string | undefined> {
  const { rows } = await sql<{ sha256: string }>`
    select sha256 from report_file where case_id = ${caseId}::uuid and paper = ${paper}`.execute(db);
  return rows[0]?.sha256;
}
