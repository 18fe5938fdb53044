import type { CaseState } from '#case-engine/rules/case-state.ts';
import type { EntryActor, EntryDraft } from '#case-engine/rules/journal.ts';
import type { JsonObject } from '#kernel/json.ts';
import { accepted, type Result } from '#kernel/result.ts';
import { listBills, outstandingOf, type PaperSubject } from '#modules/dues/index.ts';
import type { CityGround } from '#modules/organisation/index.ts';
import { clockGround } from '#modules/organisation/index.ts';
import type { Database } from '#platform/database/connection.ts';
import { findDossierRow } from '../dossier-store.ts';
import { type BillFact, duesFact } from '../rules/bill-fact.ts';
import { dossierMoves } from '../rules/dossier-moves.ts';
import type { DuesMove } from '../rules/move-data.ts';
import type { EffectRefusal } from '../rules/moves/move-rule.ts';

/** The bills of a dossier as the ledger has them now, for its journal. */
export async function billFacts(db: Database, caseId: string): Promise<readonly BillFact[]> {
  return (await listBills(db, caseId)).map(({ code, reason, total, paid, givenBack, isEnded }) => ({
    code,
    reason,
    total: total.toString(),
    paid: paid.toString(),
    givenBack: givenBack.toString(),
    isEnded,
  }));
}

interface DuesMade {
  readonly move: DuesMove;
  readonly by: EntryActor;
  readonly at: Temporal.Instant;
  readonly data: JsonObject;
}

/** The entry of a move of money, after the ledger was written in the same transaction. */
export async function duesEntry(db: Database, state: CaseState, made: DuesMade): Promise<EntryDraft> {
  const bills = await billFacts(db, state.caseId);
  return {
    at: made.at.toString(),
    verb: made.move,
    actor: made.by,
    data: made.data,
    effect: { facts: duesFact(bills) },
  };
}

/**
 * A financial obligation that is paid in full confirms itself: the limit runs on from the moment the money was known
 * (the waiting was not counted), and nobody has to press anything.
 */
export async function confirmationEntries(
  db: Database,
  ground: CityGround,
  state: CaseState,
  made: { readonly by: EntryActor; readonly at: Temporal.Instant; readonly receiptNumber: string },
): Promise<Result<readonly EntryDraft[], EffectRefusal>> {
  if (state.state !== 'awaiting-payment') return accepted([]);
  const bills = await listBills(db, state.caseId);
  const obligations = bills.filter((bill) => bill.reason === 'obligation' && !bill.isEnded);
  if (obligations.length === 0 || obligations.some((bill) => outstandingOf(bill) > 0n)) return accepted([]);
  const data = { receiptNumber: made.receiptNumber };
  const effect = dossierMoves['confirm-payment'].effect(state, data, {
    ...clockGround(ground, state.holder?.unitId ?? state.receivingUnitId),
    at: made.at,
    actor: made.by,
  });
  if (!effect.ok) return effect;
  return accepted([{ at: made.at.toString(), verb: 'confirm-payment', actor: made.by, data, effect: effect.value }]);
}

/** Whom and what a receipt is about. */
export async function paperSubject(db: Database, state: CaseState): Promise<PaperSubject> {
  const dossier = await findDossierRow(db, state.caseId);
  const procedure = state.facts.procedure as { readonly vi?: string } | undefined;
  return {
    payerName: dossier?.submitter.name ?? state.title,
    payerAddress: dossier?.submitter.address ?? '',
    dossierCode: state.code ?? state.reference,
    matter: procedure?.vi ?? state.typeCode,
  };
}
