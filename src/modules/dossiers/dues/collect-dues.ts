import { type CommandCall, type MoveAnswer, recordEntries } from '#case-engine/record-entries.ts';
import type { CaseRefusal } from '#case-engine/refusals.ts';
import type { Actor } from '#case-engine/rules/authority.ts';
import { entryActor } from '#case-engine/rules/entry-actor.ts';
import { type MoveRefusal, mayMove } from '#case-engine/rules/open-moves.ts';
import { readDong } from '#kernel/money.ts';
import { accepted, type Result, refused } from '#kernel/result.ts';
import { type DuesRefusal, findBill, takeCash } from '#modules/dues/index.ts';
import type { CityGround } from '#modules/organisation/index.ts';
import type { Database } from '#platform/database/connection.ts';
import type { DossierRefusal } from '../refusals.ts';
import { dossierKindIfKnown } from '../rules/dossier-family.ts';
import { dossierKind } from '../rules/dossier-kind.ts';
import { confirmationEntries, duesEntry, paperSubject } from './dues-entry.ts';

export type DuesMoveRefusal = DossierRefusal | MoveRefusal | CaseRefusal | DuesRefusal | 'calendar-not-published';

/**
 * Cash at the desk: takes what a bill asks for, gives change, issues the receipt; bill, till, receipt and journal in one
 * transaction. Retried with its key it takes nothing twice.
 */
export async function collectDues(
  db: Database,
  ground: CityGround,
  actor: Actor,
  request: { readonly caseId: string; readonly billCode: string; readonly tendered: string },
  at: Temporal.Instant,
  call: CommandCall = {},
): Promise<Result<MoveAnswer, DuesMoveRefusal>> {
  const { caseId, billCode } = request;
  return recordEntries<DuesMoveRefusal>(
    db,
    dossierKindIfKnown,
    caseId,
    { ...call, together: true },
    async (state, transaction) => {
      const may = mayMove(dossierKind, state, 'collect-dues', actor, at);
      if (!may.ok) return may;
      const tendered = readDong(request.tendered);
      if (!tendered) return refused('amount-not-readable', {}, 'tendered');
      const bill = await findBill(transaction, billCode);
      if (bill?.caseId !== caseId) return refused('bill-not-found');
      const by = entryActor(actor, may.value.post);
      const taken = await takeCash(transaction, bill.id, tendered, {
        subject: await paperSubject(transaction, state),
        at,
        by,
      });
      if (!taken.ok) return taken;
      const { amount, change, receiptNumber } = taken.value;
      const data = {
        billCode,
        amount: amount.toString(),
        tendered: tendered.toString(),
        change: change.toString(),
        receiptNumber,
      };
      const entry = await duesEntry(transaction, state, { move: 'collect-dues', by, at, data });
      const confirmed = await confirmationEntries(transaction, ground, state, { by, at, receiptNumber });
      return confirmed.ok ? accepted([entry, ...confirmed.value]) : confirmed;
    },
  );
}
