import { sql } from 'kysely';
import type { EntryActor } from '#case-engine/rules/journal.ts';
import type { Dong } from '#kernel/money.ts';
import type { Database } from '#platform/database/connection.ts';
import { newId } from '#platform/random.ts';
import type { PaperContent } from './paper/paper-content.ts';

export type PaymentWay = 'cash' | 'transfer' | 'gateway' | 'elsewhere';
export type RefundWay = 'cash' | 'transfer' | 'gateway';

/** The till of an officer on a day: where cash goes in and out. */
export interface CashTill {
  readonly officerAccountId: string;
  readonly on: Temporal.PlainDate;
}

export interface PaymentDraft {
  readonly billId: string;
  readonly amount: Dong;
  readonly way: PaymentWay;
  readonly incomingId?: string;
  readonly till?: CashTill;
  readonly tendered?: Dong;
  readonly voucher?: string;
  readonly receivedAt: Temporal.Instant;
  readonly recordedAt: Temporal.Instant;
  readonly by: EntryActor;
}

export async function insertPayment(db: Database, payment: PaymentDraft): Promise<string> {
  const id = newId();
  await sql`
    insert into payment (id, bill_id, amount, way, incoming_id, received_at, recorded_at, by, officer_account_id, cash_on,
      tendered, voucher)
    values (${id}::uuid, ${payment.billId}::uuid, ${payment.amount.toString()}::bigint, ${payment.way},
      ${payment.incomingId ?? null}::uuid, ${payment.receivedAt.toString()}::timestamptz,
      ${payment.recordedAt.toString()}::timestamptz, ${JSON.stringify(payment.by)}::jsonb,
      ${payment.till?.officerAccountId ?? null}::uuid, ${payment.till?.on.toString() ?? null}::date,
      ${payment.tendered?.toString() ?? null}::bigint, ${payment.voucher ?? null})`.execute(db);
  return id;
}

export interface RefundDraft {
  readonly paymentId?: string;
  readonly incomingId?: string;
  readonly amount: Dong;
  readonly way: RefundWay;
  readonly source?: string;
  readonly externalId?: string;
  readonly reason: string;
  readonly clause: string;
  readonly owedAgain: boolean;
  readonly refundedAt: Temporal.Instant;
  readonly recordedAt: Temporal.Instant;
  readonly by: EntryActor;
  readonly till?: CashTill;
}

export async function insertRefund(db: Database, refund: RefundDraft): Promise<string> {
  const id = newId();
  await sql`
    insert into refund (id, payment_id, incoming_id, amount, way, source, external_id, reason, clause, owed_again,
      refunded_at, recorded_at, by, officer_account_id, cash_on)
    values (${id}::uuid, ${refund.paymentId ?? null}::uuid, ${refund.incomingId ?? null}::uuid,
      ${refund.amount.toString()}::bigint, ${refund.way}, ${refund.source ?? null}, ${refund.externalId ?? null},
      ${refund.reason}, ${refund.clause}, ${refund.owedAgain}, ${refund.refundedAt.toString()}::timestamptz,
      ${refund.recordedAt.toString()}::timestamptz, ${JSON.stringify(refund.by)}::jsonb,
      ${refund.till?.officerAccountId ?? null}::uuid, ${refund.till?.on.toString() ?? null}::date)`.execute(db);
  return id;
}

/** BL: receipts (biên lai). PH: refund slips (phiếu hoàn). */
export type PaperBook = 'BL' | 'PH';

export interface DuesPaper {
  readonly id: string;
  readonly agencyId: string;
  readonly book: PaperBook;
  readonly year: number;
  readonly number: number;
  readonly content: PaperContent;
  readonly issuedAt: Temporal.Instant;
}

/**
 * Issues a paper with the next number of its agency, book and year. The count is held until the transaction ends, so that
 * a number taken back with a failed payment goes to the next one: no gap, no double.
 */
export async function insertPaper(
  db: Database,
  paper: Pick<DuesPaper, 'agencyId' | 'book' | 'year' | 'content' | 'issuedAt'> & {
    readonly paymentId?: string;
    readonly refundId?: string;
  },
): Promise<Pick<DuesPaper, 'id' | 'number'>> {
  const id = newId();
  const counted = await sql<{ last: number }>`
    insert into dues_paper_count as c (agency_id, book, year, last) values (${paper.agencyId}, ${paper.book}, ${paper.year}, 1)
    on conflict (agency_id, book, year) do update set last = c.last + 1
    returning last`.execute(db);
  const number = counted.rows[0]?.last ?? 0;
  await sql`
    insert into dues_paper (id, agency_id, book, year, number, payment_id, refund_id, issued_at, content)
    values (${id}::uuid, ${paper.agencyId}, ${paper.book}, ${paper.year}, ${number}, ${paper.paymentId ?? null}::uuid,
      ${paper.refundId ?? null}::uuid, ${paper.issuedAt.toString()}::timestamptz, ${JSON.stringify(paper.content)}::jsonb)`.execute(
    db,
  );
  return { id, number };
}

/** `0000012/2021-BL`: how the number of a paper is written. */
export const paperNumber = ({ book, year, number }: Pick<DuesPaper, 'book' | 'year' | 'number'>): string =>
  `${String(number).padStart(7, '0')}/${year}-${book}`;

export interface LedgerRow {
  readonly id: string;
  readonly kind: 'payment' | 'refund';
  readonly billCode: string | null;
  readonly amount: Dong;
  readonly way: PaymentWay;
  readonly at: Temporal.Instant;
  readonly byName: string;
  readonly byAccountId: string | null;
  /** What is left of a payment to be given back. */
  readonly left: Dong;
  readonly reason: string;
  readonly paperId: string | null;
  readonly paperNumber: string | null;
}

/** Payments and refunds of a dossier in the order of time. */
export async function listLedger(db: Database, caseId: string): Promise<readonly LedgerRow[]> {
  const { rows } = await sql<Omit<LedgerRow, 'amount' | 'left'> & { amount: number; left: string } & PaperRow>`
    select p.id, 'payment' as kind, b.code as "billCode", p.amount, p.way, p.received_at as at, p.by->>'name' as "byName",
      p.by->>'accountId' as "byAccountId",
      p.amount - coalesce((select sum(r.amount) from refund r where r.payment_id = p.id), 0) as left, '' as reason,
      d.id as "paperId", d.book, d.year, d.number
    from payment p join bill b on b.id = p.bill_id left join dues_paper d on d.payment_id = p.id
    where b.case_id = ${caseId}::uuid
    union all
    select r.id, 'refund', b.code, r.amount, r.way, r.refunded_at, r.by->>'name', r.by->>'accountId', 0, r.reason, d.id, d.book, d.year, d.number
    from refund r left join payment p on p.id = r.payment_id left join incoming_money i on i.id = r.incoming_id
      join bill b on b.id = coalesce(p.bill_id, i.bill_id) left join dues_paper d on d.refund_id = r.id
    where b.case_id = ${caseId}::uuid
    order by at, id`.execute(db);
  return rows.map(({ book, year, number, ...row }) => ({
    ...row,
    amount: BigInt(row.amount),
    left: BigInt(row.left),
    paperNumber: book === null ? null : paperNumber({ book, year, number }),
  }));
}

type PaperRow = { book: PaperBook; year: number; number: number } | { book: null; year: null; number: null };

/** A receipt or slip with the dossier it belongs to, so that the reader's right can be asked, and the slips that cancel it. */
export interface FoundPaper extends DuesPaper {
  readonly caseId: string;
  readonly cancelledBy: readonly { readonly year: number; readonly number: number; readonly amount: number }[];
}

export async function findPaper(db: Database, id: string): Promise<FoundPaper | undefined> {
  const { rows } = await sql<FoundPaper>`
    select d.id, d.agency_id as "agencyId", d.book, d.year, d.number, d.content, d.issued_at as "issuedAt", b.case_id as "caseId",
      (select coalesce(jsonb_agg(jsonb_build_object('year', s.year, 'number', s.number, 'amount', t.amount)
          order by s.year, s.number), '[]')
        from refund t join dues_paper s on s.refund_id = t.id where t.payment_id = d.payment_id) as "cancelledBy"
    from dues_paper d
      left join refund r on r.id = d.refund_id
      left join payment p on p.id = coalesce(d.payment_id, r.payment_id)
      left join incoming_money i on i.id = r.incoming_id
      join bill b on b.id = coalesce(p.bill_id, i.bill_id)
    where d.id = ${id}::uuid`.execute(db);
  return rows[0];
}

interface LockedPayment {
  readonly billId: string;
  readonly caseId: string;
  readonly way: PaymentWay;
  readonly receipt: Pick<DuesPaper, 'book' | 'year' | 'number'> | null;
}

/** A payment with what is left of it, held until the transaction ends. */
export async function lockPayment(
  db: Database,
  id: string,
): Promise<(LockedPayment & { readonly left: Dong }) | undefined> {
  await sql`select 1 from payment where id = ${id}::uuid for update`.execute(db);
  const { rows } = await sql<LockedPayment & { left: string }>`
    select p.bill_id as "billId", b.case_id as "caseId", p.way,
      (select jsonb_build_object('book', d.book, 'year', d.year, 'number', d.number) from dues_paper d
        where d.payment_id = p.id) as receipt,
      p.amount - coalesce((select sum(r.amount) from refund r where r.payment_id = p.id), 0) as left
    from payment p join bill b on b.id = p.bill_id where p.id = ${id}::uuid`.execute(db);
  return rows[0] && { ...rows[0], left: BigInt(rows[0].left) };
}

/** A receipt or slip of a day, as the desk lists it. */
export interface PaperOfDay extends Pick<DuesPaper, 'id' | 'book' | 'year' | 'number' | 'issuedAt'> {
  readonly caseId: string | null;
  readonly payerName: string;
  readonly amount: Dong;
  readonly way: PaymentWay;
}

/** The receipts and slips that an agency issued from one moment to another, in the order of their numbers. */
export async function listPapersBetween(
  db: Database,
  agencyId: string,
  { from, until }: { readonly from: Temporal.Instant; readonly until: Temporal.Instant },
): Promise<readonly PaperOfDay[]> {
  const { rows } = await sql<Omit<PaperOfDay, 'amount'> & { amount: string }>`
    select d.id, d.book, d.year, d.number, d.issued_at as "issuedAt", b.case_id as "caseId",
      d.content->'subject'->>'payerName' as "payerName", d.content->>'amount' as amount, d.content->>'way' as way
    from dues_paper d
      left join refund r on r.id = d.refund_id
      left join payment p on p.id = coalesce(d.payment_id, r.payment_id)
      left join incoming_money i on i.id = r.incoming_id
      left join bill b on b.id = coalesce(p.bill_id, i.bill_id)
    where d.agency_id = ${agencyId} and d.issued_at >= ${from.toString()}::timestamptz
      and d.issued_at < ${until.toString()}::timestamptz
    order by d.book, d.number limit 1000`.execute(db);
  return rows.map((row) => ({ ...row, amount: BigInt(row.amount) }));
}
