import { recordEntries } from '#case-engine/record-entries.ts';
import type { Actor } from '#case-engine/rules/authority.ts';
import { entryActor } from '#case-engine/rules/entry-actor.ts';
import { accepted, type Result, refused } from '#kernel/result.ts';
import { deskPost, findIncoming, giveBack, type RefundOrder } from '#modules/dues/index.ts';
import type { Database } from '#platform/database/connection.ts';
import { dossierKindIfKnown } from '../rules/dossier-family.ts';
import type { DuesMoveRefusal } from './collect-dues.ts';
import { duesEntry, paperSubject } from './dues-entry.ts';

/**
 * Sends money back that came in and paid nothing: too much, twice, or for nobody known. All that is left of it.
 * When it named a bill, the dossier's journal says so.
 */
export async function returnMoney(
  db: Database,
  actor: Actor,
  request: { readonly incomingId: string; readonly externalId: string; readonly reason: string },
  at: Temporal.Instant,
): Promise<Result<null, DuesMoveRefusal>> {
  const money = await findIncoming(db, request.incomingId);
  if (!money) return refused('money-not-found');
  if (money.left <= 0n) return refused('money-settled-already');
  const reason = request.reason.trim().slice(0, 1000);
  if (reason === '') return refused('refund-needs-reason', {}, 'reason');
  const order: RefundOrder = {
    incomingId: money.id,
    amount: money.left,
    way: money.way,
    source: money.source,
    externalId: request.externalId.trim().slice(0, 100),
    reason,
    clause: '',
    owedAgain: false,
    refundedAt: at,
  };
  const { caseId } = money;
  if (caseId) {
    const done = await recordEntries<DuesMoveRefusal>(
      db,
      dossierKindIfKnown,
      caseId,
      { together: true },
      async (state, inside) => {
        const post = deskPost(actor, state.receivingUnitId, at);
        if (!post) return refused('dues-not-yours');
        const by = entryActor(actor, post);
        const given = await giveBack(inside, order, { subject: await paperSubject(inside, state), at, by });
        if (!given.ok) return given;
        const data = { amount: order.amount.toString(), way: order.way, receiptNumber: given.value.slipNumber, reason };
        return accepted([await duesEntry(inside, state, { move: 'refund-dues', by, at, data })]);
      },
    );
    return done.ok ? accepted(null) : done;
  }
  const post = deskPost(actor, money.agencyId ?? '', at);
  if (!post) return refused('dues-not-yours');
  const subject = { payerName: 'Người chuyển tiền chưa rõ', payerAddress: '', dossierCode: '', matter: money.text };
  return db.transaction().execute(async (inside) => {
    const given = await giveBack(inside, order, { subject, at, by: entryActor(actor, post) });
    return given.ok ? accepted(null) : given;
  });
}
