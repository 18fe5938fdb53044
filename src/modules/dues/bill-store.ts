import { sql } from 'kysely';
import type { EntryActor } from '#case-engine/rules/journal.ts';
import type { Dong } from '#kernel/money.ts';
import type { Database } from '#platform/database/connection.ts';
import { newId } from '#platform/random.ts';
import { writeBillCode } from './rules/bill-code.ts';
import { type DuesLine, owedOf } from './rules/dues-of.ts';

/** What a person owes for a dossier, with what came in on it. */
export interface Bill {
  readonly id: string;
  readonly code: string;
  readonly caseId: string;
  /** procedure: the fee or charge of the procedure; obligation: named by another body while the dossier is worked on. */
  readonly reason: 'procedure' | 'obligation';
  readonly agencyId: string;
  readonly payeeUnitId: string;
  readonly basis: string;
  readonly total: Dong;
  /** What was paid and not taken back again. */
  readonly paid: Dong;
  /** What we gave back for good: it is not owed again. */
  readonly givenBack: Dong;
  readonly isEnded: boolean;
  readonly issuedAt: Temporal.Instant;
  readonly lines: readonly DuesLine[];
}

/** What a bill still asks for. */
export const outstandingOf = (bill: Pick<Bill, 'total' | 'paid' | 'isEnded'>): Dong =>
  bill.isEnded ? 0n : bill.total - bill.paid;

export interface BillDraft extends Pick<Bill, 'caseId' | 'reason' | 'agencyId' | 'payeeUnitId' | 'basis' | 'lines'> {
  readonly at: Temporal.Instant;
  readonly by: EntryActor;
}

/** Writes a bill with its lines. */
export async function insertBill(
  db: Database,
  draft: BillDraft,
): Promise<{ readonly id: string; readonly code: string; readonly total: Dong }> {
  const id = newId();
  const next = await sql<{ number: number }>`select nextval('bill_number') as number`.execute(db);
  const code = writeBillCode(next.rows[0]?.number ?? 0);
  const total = draft.lines.reduce((sum, line) => sum + owedOf(line), 0n);
  const lines = draft.lines.map((line, index) => ({
    line: index + 1,
    item_id: line.itemId,
    kind: line.kind,
    label: line.label,
    amount: line.amount.toString(),
    reduction: line.reduction.toString(),
    reduced_for: line.reducedFor,
    why: line.why,
    source: line.source,
  }));
  await sql`
    with written as (
      insert into bill (id, code, case_id, reason, agency_id, payee_unit_id, basis, total, issued_at, issued_by)
      values (${id}::uuid, ${code}, ${draft.caseId}::uuid, ${draft.reason}, ${draft.agencyId}, ${draft.payeeUnitId},
        ${draft.basis}, ${total.toString()}::bigint, ${draft.at.toString()}::timestamptz, ${JSON.stringify(draft.by)}::jsonb)
      returning id
    )
    insert into bill_line (bill_id, line, item_id, kind, label, amount, reduction, reduced_for, why, source)
    select written.id, l.line, l.item_id, l.kind, l.label, l.amount, l.reduction, l.reduced_for, l.why, l.source
    from written, jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as l (line smallint, item_id text, kind text,
      label jsonb, amount bigint, reduction bigint, reduced_for text, why jsonb, source text)`.execute(db);
  return { id, code, total };
}

interface BillRow extends Omit<Bill, 'total' | 'paid' | 'givenBack' | 'lines'> {
  readonly total: number;
  readonly paid: number;
  readonly givenBack: string;
  readonly lines: readonly (Omit<DuesLine, 'amount' | 'reduction'> & { amount: number; reduction: number })[];
}

const selectBills = sql`
  select b.id, b.code, b.case_id as "caseId", b.reason, b.agency_id as "agencyId", b.payee_unit_id as "payeeUnitId",
    b.basis, b.total, bill_paid(b.id) as paid, exists (select 1 from bill_end e where e.bill_id = b.id) as "isEnded",
    b.issued_at as "issuedAt",
    (select coalesce(sum(r.amount), 0) from refund r join payment p on p.id = r.payment_id
      where p.bill_id = b.id and not r.owed_again) as "givenBack",
    (select coalesce(jsonb_agg(jsonb_build_object('itemId', l.item_id, 'kind', l.kind, 'label', l.label, 'amount', l.amount,
      'reduction', l.reduction, 'reducedFor', l.reduced_for, 'why', l.why, 'source', l.source) order by l.line), '[]')
      from bill_line l where l.bill_id = b.id) as lines
  from bill b`;

const billOf = (row: BillRow): Bill => ({
  ...row,
  total: BigInt(row.total),
  paid: BigInt(row.paid),
  givenBack: BigInt(row.givenBack),
  lines: row.lines.map((line) => ({ ...line, amount: BigInt(line.amount), reduction: BigInt(line.reduction) })),
});

/** The bills of a dossier in the order in which they were issued, the ended ones too. */
export async function listBills(db: Database, caseId: string): Promise<readonly Bill[]> {
  const { rows } =
    await sql<BillRow>`${selectBills} where b.case_id = ${caseId}::uuid order by b.issued_at, b.id`.execute(db);
  return rows.map(billOf);
}

export async function findBill(db: Database, code: string): Promise<Bill | undefined> {
  const { rows } = await sql<BillRow>`${selectBills} where b.code = ${code}`.execute(db);
  return rows[0] && billOf(rows[0]);
}

export async function findBillById(db: Database, id: string): Promise<Bill | undefined> {
  const { rows } = await sql<BillRow>`${selectBills} where b.id = ${id}::uuid`.execute(db);
  return rows[0] && billOf(rows[0]);
}

/** The bill as it is now, held until the transaction ends: whoever else pays it waits. */
export async function lockBill(db: Database, id: string): Promise<Bill | undefined> {
  await sql`select 1 from bill where id = ${id}::uuid for update`.execute(db);
  return findBillById(db, id);
}

export async function insertBillEnd(
  db: Database,
  end: { billId: string; at: Temporal.Instant; by: EntryActor; reason: string; replacedBy: string | null },
): Promise<void> {
  await sql`
    insert into bill_end (bill_id, at, by, reason, replaced_by)
    values (${end.billId}::uuid, ${end.at.toString()}::timestamptz, ${JSON.stringify(end.by)}::jsonb, ${end.reason},
      ${end.replacedBy}::uuid)`.execute(db);
}

/** Bills of an agency that still ask for something, the oldest first. */
export async function listOutstanding(db: Database, agencyId: string, most: number): Promise<readonly Bill[]> {
  const { rows } = await sql<BillRow>`${selectBills}
    where b.agency_id = ${agencyId} and not exists (select 1 from bill_end e where e.bill_id = b.id)
      and bill_paid(b.id) < b.total
    order by b.issued_at, b.id limit ${most}`.execute(db);
  return rows.map(billOf);
}
