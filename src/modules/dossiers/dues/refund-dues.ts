import { type CommandCall, type MoveAnswer, recordEntries } from '#case-engine/record-entries.ts';
import type { Actor } from '#case-engine/rules/authority.ts';
import { entryActor } from '#case-engine/rules/entry-actor.ts';
import { mayMove } from '#case-engine/rules/open-moves.ts';
import { readDong } from '#kernel/money.ts';
import { accepted, type Result, refused } from '#kernel/result.ts';
import { accountSource, findReceivingAccount, giveBack, listLedger } from '#modules/dues/index.ts';
import type { Database } from '#platform/database/connection.ts';
import { dossierKindIfKnown } from '../rules/dossier-family.ts';
import { dossierKind } from '../rules/dossier-kind.ts';
import type { DuesMoveRefusal } from './collect-dues.ts';
import { duesEntry, paperSubject } from './dues-entry.ts';

export interface RefundRequest {
  readonly caseId: string;
  readonly paymentId: string;
  /** As typed. */
  readonly amount: string;
  readonly way: 'cash' | 'transfer';
  /** The bank's number, by transfer. */
  readonly externalId: string;
  readonly reason: string;
  readonly clause: string;
  /** The person has to pay it again (it was taken by mistake), or not (the law exempts, the dossier ended). */
  readonly owedAgain: boolean;
}

/** Gives dues back, at the desk in cash or by transfer: slip, ledger and journal in one transaction. */
export async function refundDues(
  db: Database,
  actor: Actor,
  request: RefundRequest,
  at: Temporal.Instant,
  call: CommandCall = {},
): Promise<Result<MoveAnswer, DuesMoveRefusal>> {
  const { caseId, paymentId, way } = request;
  return recordEntries<DuesMoveRefusal>(
    db,
    dossierKindIfKnown,
    caseId,
    { ...call, together: true },
    async (state, transaction) => {
      const may = mayMove(dossierKind, state, 'refund-dues', actor, at);
      if (!may.ok) return may;
      const amount = readDong(request.amount);
      if (!amount) return refused('amount-not-readable', {}, 'amount');
      const [reason, clause] = [request.reason.trim().slice(0, 1000), request.clause.trim().slice(0, 500)];
      if (reason === '' || clause === '')
        return refused('refusal-needs-clause', {}, reason === '' ? 'reason' : 'clause');
      const ledger = await listLedger(transaction, caseId);
      const payment = ledger.find(({ id, kind }) => id === paymentId && kind === 'payment');
      if (!payment) return refused('payment-not-found');
      // four eyes: cash is not given back by whoever took it
      if (payment.way === 'cash' && payment.byAccountId === actor.accountId) return refused('refund-needs-another');
      const by = entryActor(actor, may.value.post);
      const account = await findReceivingAccount(transaction, state.receivingUnitId);
      const externalId = request.externalId.trim().slice(0, 100);
      const given = await giveBack(
        transaction,
        {
          paymentId,
          amount,
          way,
          ...(way === 'transfer'
            ? { source: account ? accountSource(account) : state.receivingUnitId, externalId }
            : {}),
          reason,
          clause,
          owedAgain: request.owedAgain,
          refundedAt: at,
        },
        { subject: await paperSubject(transaction, state), at, by },
      );
      if (!given.ok) return given;
      const data = { amount: amount.toString(), way, receiptNumber: given.value.slipNumber, reason, clause };
      return accepted([await duesEntry(transaction, state, { move: 'refund-dues', by, at, data })]);
    },
  );
}
