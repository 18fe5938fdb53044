import type { Actor } from '#case-engine/rules/authority.ts';
import { accepted, type Result, refused } from '#kernel/result.ts';
import {
  accountSource,
  billCodeIn,
  deskPost,
  findBill,
  findReceivingAccount,
  insertIncoming,
  readStatement,
} from '#modules/dues/index.ts';
import type { CityGround } from '#modules/organisation/index.ts';
import type { Database } from '#platform/database/connection.ts';
import type { DuesMoveRefusal } from './collect-dues.ts';
import { payDues } from './pay-dues.ts';

/** What became of the lines of a statement. */
export interface StatementTaken {
  /** Lines taken in for the first time. */
  readonly taken: number;
  /** Lines that were there before: the same statement may be pasted again. */
  readonly known: number;
  readonly paid: number;
  /** Came in, and waits for a person to say what it is for. */
  readonly waiting: number;
}

/** The bank tells it, no officer decides it. */
const bank: Actor = { kind: 'system', accountId: null, name: 'Sao kê ngân hàng', posts: [] };

/**
 * Takes in a bank's statement: each line once, however often it is pasted; what names a bill pays it, the rest waits in a list.
 * Money that went out is not taken in here: refunds are recorded where they are ordered, and compared by reconciliation.
 */
export async function importStatement(
  db: Database,
  ground: CityGround,
  actor: Actor,
  wish: { readonly agencyId: string; readonly statement: string },
  at: Temporal.Instant,
): Promise<Result<StatementTaken, DuesMoveRefusal>> {
  if (!deskPost(actor, wish.agencyId, at)) return refused('dues-not-yours');
  const account = await findReceivingAccount(db, wish.agencyId);
  if (!account) return refused('account-not-set-up');
  const lines = readStatement(wish.statement);
  if (!lines.ok) return lines;
  const counted = { taken: 0, known: 0, paid: 0, waiting: 0 };
  for (const { kind, text, ...line } of lines.value) {
    if (kind !== 'paid') continue;
    const code = billCodeIn(text);
    const bill = code ? await findBill(db, code) : undefined;
    const source = accountSource(account);
    const money = {
      ...line,
      way: 'transfer' as const,
      source,
      agencyId: wish.agencyId,
      text,
      billId: bill?.id ?? null,
    };
    const { id, isNew } = await insertIncoming(db, money, at);
    if (isNew) counted.taken++;
    else counted.known++;
    const paid = bill ? await payDues(db, ground, bank, { incomingId: id }, at) : undefined;
    if (paid?.ok) counted.paid++;
    else if (isNew) counted.waiting++;
  }
  return accepted(counted);
}
