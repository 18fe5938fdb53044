import { sql } from 'kysely';
import type { Database } from '#platform/database/connection.ts';
import { newId } from '#platform/random.ts';
import type { NumberedForm, SlipForm, SlipNumber } from './rules/slips.ts';

/**
 * The next number of a form in an agency's book of the year, taken for a dossier. The book is locked until the transaction
 * of the move ends: a move that fails gives its number back to the next one.
 */
export async function takeSlipNumber(
  db: Database,
  book: { readonly form: NumberedForm; readonly agencyId: string; readonly year: number },
  caseId: string,
  at: Temporal.Instant,
): Promise<SlipNumber> {
  const { form, agencyId, year } = book;
  const { rows } = await sql<{ number: number }>`
    with counted as (
      insert into slip_count as c (agency_id, form, year, last) values (${agencyId}, ${form}, ${year}, 1)
      on conflict (agency_id, form, year) do update set last = c.last + 1
      returning last)
    insert into slip (agency_id, form, year, number, case_id, taken_at)
    select ${agencyId}, ${form}, ${year}, last, ${caseId}::uuid, ${at.toString()}::timestamptz from counted
    returning number`.execute(db);
  const number = rows[0]?.number;
  if (number === undefined) throw new Error('a book has a next number');
  return { form, agencyId, year, number };
}

/** A print of a slip by an officer: who, when, and the how-manieth it is. */
export interface SlipPrint {
  readonly id: string;
  readonly form: SlipForm;
  readonly seq: number;
  /** 1 for the first. */
  readonly nth: number;
  readonly entries: number;
  readonly printedBy: string;
  readonly printedAt: Temporal.Instant;
}

/** Records a print. Two at once of the same dossier wait for each other, so that each has its own place in the count. */
export async function insertSlipPrint(
  db: Database,
  caseId: string,
  print: Omit<SlipPrint, 'id' | 'nth'> & { readonly accountId: string | null },
): Promise<SlipPrint> {
  const { form, seq, entries, printedBy, printedAt, accountId } = print;
  const id = newId();
  const nth = await db.transaction().execute(async (transaction) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`slip print ${caseId}`}, 0))`.execute(transaction);
    const { rows } = await sql<{ nth: number }>`
      insert into slip_print (id, case_id, form, seq, nth, entries, printed_by_account, printed_by, printed_at)
      select ${id}::uuid, ${caseId}::uuid, ${form}, ${seq},
        coalesce((select max(nth) from slip_print where case_id = ${caseId}::uuid and form = ${form} and seq = ${seq}), 0) + 1,
        ${entries}, ${accountId}::uuid, ${printedBy}, ${printedAt.toString()}::timestamptz
      returning nth`.execute(transaction);
    return rows[0]?.nth ?? 1;
  });
  return { id, form, seq, nth, entries, printedBy, printedAt };
}

/** The prints of a dossier's slips, newest first. */
export async function listSlipPrints(db: Database, caseId: string): Promise<readonly SlipPrint[]> {
  const { rows } = await sql<SlipPrint>`
    select id, form, seq, nth, entries, printed_by as "printedBy", printed_at as "printedAt"
    from slip_print where case_id = ${caseId}::uuid order by printed_at desc, nth desc`.execute(db);
  return rows;
}
