import { type CommandCall, type MoveAnswer, recordEntries } from '#case-engine/record-entries.ts';
import type { CaseRefusal } from '#case-engine/refusals.ts';
import type { Actor } from '#case-engine/rules/authority.ts';
import type { CaseState } from '#case-engine/rules/case-state.ts';
import { entryActor } from '#case-engine/rules/entry-actor.ts';
import type { EntryDraft } from '#case-engine/rules/journal.ts';
import { type MoveRefusal, mayMove } from '#case-engine/rules/open-moves.ts';
import { accepted, type Result, refused } from '#kernel/result.ts';
import { localDay } from '#kernel/zone.ts';
import { agencyCodeOn, type CityGround, clockGround } from '#modules/organisation/index.ts';
import {
  type Answers,
  getProcedureVersion,
  limitThatApplies,
  type ProcedureDefinition,
} from '#modules/procedures/index.ts';
import type { Database } from '#platform/database/connection.ts';
import { findDossierRow, takeNextNumber } from './dossier-store.ts';
import { askForDues } from './dues/ask-for-dues.ts';
import type { DossierRefusal } from './refusals.ts';
import { writeDossierCode } from './rules/dossier-code.ts';
import { dossierKind } from './rules/dossier-kind.ts';
import { dossierMoves } from './rules/dossier-moves.ts';
import { shipmentOf } from './rules/shipment.ts';
import { takeSlip } from './take-slip.ts';

export type AcceptRefusal = DossierRefusal | MoveRefusal | CaseRefusal | 'calendar-not-published';

/**
 * The desk accepts: the dossier gets the code of its agency and day, and the clock of its procedure version starts.
 * Number, journal and answer are one transaction; a number is never lost and never given twice.
 */
export async function acceptDossier(
  db: Database,
  ground: CityGround,
  actor: Actor,
  caseId: string,
  at: Temporal.Instant,
  call: CommandCall = {},
): Promise<Result<MoveAnswer, AcceptRefusal>> {
  // neither ever changes, so both are read before the transaction that holds the agency's number
  const dossier = await findDossierRow(db, caseId);
  const procedure = dossier && (await getProcedureVersion(db, dossier.procedureVersionId));
  if (!dossier || !procedure) return refused('case-not-found');
  const answers = Object.fromEntries(dossier.answers.map(({ id, answer }) => [id, answer])) as Answers;
  return recordEntries<AcceptRefusal>(
    db,
    (kind) => (kind === 'dossier' ? dossierKind : undefined),
    caseId,
    { ...call, together: true },
    async (state, transaction) => {
      // by post the dossier counts as filed when postman and officer both signed (QĐ 45/2016/QĐ-TTg art. 7.4)
      const signedAt = shipmentOf(state, 'in')?.state === 'taken-in' ? shipmentOf(state, 'in')?.signedAt : undefined;
      const receivedAt = signedAt ? Temporal.Instant.from(signedAt) : undefined;
      const { definition } = procedure;
      const draft = await acceptanceDraft(transaction, ground, state, definition, answers, actor, at, receivedAt);
      return draft.ok ? accepted([draft.value]) : draft;
    },
  );
}

/** The acceptance as an entry, its number taken in the caller's transaction. */
export async function acceptanceDraft(
  db: Database,
  ground: CityGround,
  state: CaseState,
  definition: ProcedureDefinition,
  answers: Answers,
  actor: Actor,
  at: Temporal.Instant,
  receivedAt?: Temporal.Instant,
): Promise<Result<EntryDraft, AcceptRefusal>> {
  const may = mayMove(dossierKind, state, 'accept', actor, at);
  if (!may.ok) return may;
  if (receivedAt && Temporal.Instant.compare(receivedAt, at) > 0)
    return refused('hand-over-in-future', {}, 'handedOverAt');
  const today = localDay(at);
  const agency = ground.tree.get(state.receivingUnitId);
  const agencyCode = agency && agencyCodeOn(agency, today, ground.leftToRightSince);
  if (!agencyCode) throw new Error(`the agency ${state.receivingUnitId} has no identifier`);
  const limit = limitThatApplies(definition, answers);

  const number = await takeNextNumber(db, state.receivingUnitId, today);
  if (number === undefined) return refused('numbers-used-up');
  const code = writeDossierCode(agencyCode, today, number);
  const by = entryActor(actor, may.value.post);
  const dues = await askForDues(db, state, definition, answers, by, at);
  const effect = dossierMoves.accept.effect(
    state,
    {
      code,
      limit: limit.announced,
      ...(receivedAt ? { receivedAt } : {}),
      facts: { limitLabel: { ...limit.label }, statutoryLimit: limit.statutory, limitSource: limit.source, ...dues },
    },
    { ...clockGround(ground, state.receivingUnitId), at, actor },
  );
  if (!effect.ok) return effect;
  const slip = await takeSlip(db, ground, state, 'accept', may.value.post, at);
  return accepted({
    at: at.toString(),
    verb: 'accept',
    actor: by,
    data: {
      code,
      limit: limit.announced,
      case: limit.id,
      ...(receivedAt ? { handedOverAt: receivedAt.toString() } : {}),
      slip,
    },
    effect: effect.value,
  });
}
