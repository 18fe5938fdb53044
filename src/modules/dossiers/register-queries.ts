import { sql } from 'kysely';
import { toInstant } from '#kernel/zone.ts';
import type { Database } from '#platform/database/connection.ts';
import { newId } from '#platform/random.ts';
import type { Party } from './rules/open-dossier.ts';

/** Which dossiers of a register: all, those still being worked on, those with a result, those whose result was late. */
export const registerStandings = ['all', 'open', 'settled', 'late'] as const;
export type RegisterStanding = (typeof registerStandings)[number];

/** The part of an agency's register that is asked for: from a day to a day, both included, by the day of entry. */
export interface RegisterQuery {
  readonly agencyId: string;
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
  readonly procedureCode: string;
  readonly standing: RegisterStanding;
}

/** A line of the register (form 06). */
export interface RegisterRow {
  readonly year: number;
  readonly number: number;
  readonly caseId: string;
  readonly code: string;
  readonly procedureCode: string;
  readonly procedure: string;
  readonly versionId: number;
  readonly submitter: Party;
  readonly owner: string;
  readonly receivedAt: Temporal.Instant;
  readonly firstDueAt: Temporal.Instant | null;
  readonly reappointedTo: string | null;
  readonly transferredAt: Temporal.Instant | null;
  readonly settledAt: Temporal.Instant | null;
  readonly returned: { readonly at?: string; readonly method?: string; readonly receivedBy?: string } | null;
  readonly state: string;
  readonly timeliness: 'early' | 'on-time' | 'late' | null;
}

/** How a part of the register adds up. */
export interface RegisterTotals {
  readonly all: number;
  readonly early: number;
  readonly onTime: number;
  readonly late: number;
  readonly returned: number;
  readonly open: number;
}

function wanted(query: RegisterQuery) {
  const from = toInstant(query.from.toPlainDateTime()).toString();
  const until = toInstant(query.to.add({ days: 1 }).toPlainDateTime()).toString();
  const standing = {
    all: sql`true`,
    open: sql`c.open`,
    settled: sql`c.timeliness is not null`,
    late: sql`c.timeliness = 'late'`,
  }[query.standing];
  return sql`s.agency_id = ${query.agencyId} and s.form = '01' and s.year between ${query.from.year} and ${query.to.year}
    and s.taken_at >= ${from}::timestamptz and s.taken_at < ${until}::timestamptz and c.kind = 'dossier' and ${standing}
    and ${query.procedureCode ? sql`c.type_code = ${query.procedureCode}` : sql`true`}`;
}

export async function countRegister(db: Database, query: RegisterQuery): Promise<RegisterTotals> {
  const { rows } = await sql<RegisterTotals>`
    select count(*)::int as all, count(*) filter (where c.timeliness = 'early')::int as early,
      count(*) filter (where c.timeliness = 'on-time')::int as "onTime",
      count(*) filter (where c.timeliness = 'late')::int as late,
      count(*) filter (where c.state = 'returned')::int as returned, count(*) filter (where c.open)::int as open
    from slip s join cases c on c.id = s.case_id where ${wanted(query)}`.execute(db);
  const totals = rows[0];
  if (!totals) throw new Error('a count gives a row');
  return totals;
}

/** Lines in the order of the book: `limit` of them after `after`, or after as many as `skip`. */
export async function listRegister(
  db: Database,
  query: RegisterQuery,
  part: { readonly limit: number; readonly skip?: number; readonly after?: Pick<RegisterRow, 'year' | 'number'> },
): Promise<readonly RegisterRow[]> {
  const after = part.after ? sql`(s.year, s.number) > (${part.after.year}, ${part.after.number})` : sql`true`;
  const { rows } = await sql<RegisterRow>`
    select s.year, s.number, c.id as "caseId", c.code, c.type_code as "procedureCode",
      c.folded->'facts'->'procedure'->>'vi' as procedure, d.procedure_version_id as "versionId", d.submitter,
      d.owner_name as owner, c.accepted_at as "receivedAt", c.first_due_at as "firstDueAt",
      c.folded->'clock'->>'reappointedTo' as "reappointedTo",
      (select min(j.at) from journal j where j.case_id = c.id and j.verb = 'forward') as "transferredAt",
      case when c.timeliness is not null then c.ended_at end as "settledAt",
      c.folded->'facts'->'returned' as returned, c.state, c.timeliness
    from slip s join cases c on c.id = s.case_id join dossier d on d.case_id = c.id
    where ${wanted(query)} and ${after}
    order by s.year, s.number
    limit ${part.limit} offset ${part.skip ?? 0}`.execute(db);
  return rows;
}

/** A print of a volume of the register: what was asked for, who, when, the how-manieth. */
export interface RegisterPrint extends RegisterQuery {
  readonly id: string;
  readonly volume: number;
  readonly nth: number;
  readonly printedBy: string;
  readonly printedAt: Temporal.Instant;
}

const choiceOf = ({ procedureCode, standing }: RegisterQuery): string => `${standing} ${procedureCode}`.trim();

export async function insertRegisterPrint(
  db: Database,
  print: Omit<RegisterPrint, 'id' | 'nth'> & { readonly accountId: string | null },
): Promise<string> {
  const { agencyId, volume, printedBy, printedAt, accountId } = print;
  const id = newId();
  const [from, to, choice] = [print.from.toString(), print.to.toString(), choiceOf(print)];
  await db.transaction().execute(async (transaction) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`register print ${agencyId}`}, 0))`.execute(transaction);
    await sql`
      insert into register_print
        (id, agency_id, from_on, to_on, choice, volume, nth, printed_by_account, printed_by, printed_at)
      select ${id}::uuid, ${agencyId}, ${from}::date, ${to}::date, ${choice}, ${volume},
        coalesce((select max(nth) from register_print where agency_id = ${agencyId} and from_on = ${from}::date
          and to_on = ${to}::date and choice = ${choice} and volume = ${volume}), 0) + 1,
        ${accountId}::uuid, ${printedBy}, ${printedAt.toString()}::timestamptz`.execute(transaction);
  });
  return id;
}

export async function findRegisterPrint(db: Database, id: string): Promise<RegisterPrint | undefined> {
  const { rows } = await sql<Omit<RegisterPrint, 'procedureCode' | 'standing'> & { choice: string }>`
    select id, agency_id as "agencyId", from_on as "from", to_on as "to", choice, volume, nth,
      printed_by as "printedBy", printed_at as "printedAt"
    from register_print where id = ${id}::uuid`.execute(db);
  const row = rows[0];
  if (!row) return undefined;
  const { choice, ...print } = row;
  const [standing = 'all', procedureCode = ''] = choice.split(' ');
  return { ...print, procedureCode, standing: standing as RegisterStanding };
}
