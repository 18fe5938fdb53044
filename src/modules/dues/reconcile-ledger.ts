import type { Actor } from '#case-engine/rules/authority.ts';
import { accepted, type Result, refused } from '#kernel/result.ts';
import { localDay, toInstant } from '#kernel/zone.ts';
import type { Database } from '#platform/database/connection.ts';
import { findBillById } from './bill-store.ts';
import type { PaymentGateway } from './gateway/payment-gateway.ts';
import { findOrder } from './gateway-store.ts';
import { accountSource, findReceivingAccount } from './receiving-account-store.ts';
import {
  insertReconciliation,
  listLinesWithoutSettlement,
  listMovements,
  type ReconciledPart,
} from './reconciliation-store.ts';
import type { DuesRefusal } from './refusals.ts';
import { billCodeIn } from './rules/bill-code.ts';
import { deskPost } from './rules/desk-post.ts';
import { quarterOf, quarterStart } from './rules/quarter.ts';
import { readStatement } from './rules/read-statement.ts';
import { type LedgerDifference, type MoneyMovement, reconcile } from './rules/reconcile.ts';

export interface ReconcileWish {
  readonly agencyId: string;
  readonly way: 'transfer' | 'gateway';
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
  /** The bank's statement as pasted; the gateway is asked itself. */
  readonly statement: string;
}

/**
 * Compares the ledger of an agency with what its bank or the gateway says of the same days, names every difference, and keeps
 * what it found.
 */
export async function reconcileLedger(
  db: Database,
  gateway: PaymentGateway | undefined,
  actor: Actor,
  wish: ReconcileWish,
  at: Temporal.Instant,
): Promise<Result<readonly LedgerDifference[], DuesRefusal>> {
  const post = deskPost(actor, wish.agencyId, at);
  if (!post) return refused('dues-not-yours');
  const report = wish.way === 'gateway' ? await reportOf(db, gateway, wish) : await statementOf(db, wish);
  if (!report.ok) return report;
  const part: ReconciledPart = { ...wish, source: report.value.source };
  const here = await listMovements(db, part);
  const { there } = report.value;
  const differences = [...reconcile(here, there), ...(await unsettledLines(db, wish, at))];
  const compared = new Set([...here, ...there].map(({ kind, externalId }) => `${kind} ${externalId}`)).size;
  const by = {
    kind: 'officer' as const,
    accountId: actor.accountId,
    name: actor.name,
    unitId: post.unitId,
    role: post.role,
  };
  await insertReconciliation(db, part, { compared, differences }, at, by);
  return accepted(differences);
}

/** What was collected or given back in quarters that are over, by whatever way, and stands in no settlement. */
async function unsettledLines(
  db: Database,
  wish: ReconcileWish,
  at: Temporal.Instant,
): Promise<readonly LedgerDifference[]> {
  const from = toInstant(wish.from.toPlainDateTime());
  const end = toInstant(wish.to.add({ days: 1 }).toPlainDateTime());
  const running = quarterStart(quarterOf(localDay(at)));
  const until = Temporal.Instant.compare(end, running) < 0 ? end : running;
  const lines = await listLinesWithoutSettlement(db, wish.agencyId, { from, until });
  const kind = 'settlement-line-missing' as const;
  return lines.map((here) => ({ kind, externalId: here.externalId, here, there: null }));
}

type Report = { readonly source: string; readonly there: readonly MoneyMovement[] };

async function statementOf(db: Database, wish: ReconcileWish): Promise<Result<Report, DuesRefusal>> {
  const account = await findReceivingAccount(db, wish.agencyId);
  if (!account) return refused('account-not-set-up');
  const lines = readStatement(wish.statement);
  if (!lines.ok) return lines;
  const there = lines.value.map(({ externalId, kind, amount, arrivedAt, text }) => ({
    externalId,
    kind,
    amount,
    on: localDay(arrivedAt),
    billCode: billCodeIn(text) ?? '',
  }));
  return accepted({ source: accountSource(account), there: there.filter(({ on }) => isWithin(on, wish)) });
}

const isWithin = (on: Temporal.PlainDate, { from, to }: ReconcileWish): boolean =>
  Temporal.PlainDate.compare(on, from) >= 0 && Temporal.PlainDate.compare(on, to) <= 0;

/** What the gateway tells of the orders of this agency; money without an order of ours is everybody's to look at. */
async function reportOf(
  db: Database,
  gateway: PaymentGateway | undefined,
  wish: ReconcileWish,
): Promise<Result<Report, DuesRefusal>> {
  if (!gateway) return refused('gateway-not-set-up');
  const report = await gateway.report(wish.from, wish.to);
  if (!report.ok) return report;
  const there: MoneyMovement[] = [];
  for (const { orderId, ...movement } of report.value.filter(({ on }) => isWithin(on, wish))) {
    const order = await findOrder(db, orderId);
    const bill = order && (await findBillById(db, order.billId));
    if (!bill || bill.agencyId === wish.agencyId) there.push({ ...movement, billCode: bill?.code ?? '' });
  }
  return accepted({ source: gateway.name, there });
}
