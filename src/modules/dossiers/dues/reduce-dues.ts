import { type CommandCall, type MoveAnswer, recordEntries } from '#case-engine/record-entries.ts';
import type { Actor } from '#case-engine/rules/authority.ts';
import { entryActor } from '#case-engine/rules/entry-actor.ts';
import { mayMove } from '#case-engine/rules/open-moves.ts';
import { accepted, type Result, refused } from '#kernel/result.ts';
import { duesOf, listBills, reductionsOpen, replaceBill } from '#modules/dues/index.ts';
import { type Answers, getProcedureVersion } from '#modules/procedures/index.ts';
import type { Database } from '#platform/database/connection.ts';
import { findDossierRow } from '../dossier-store.ts';
import { dossierKindIfKnown } from '../rules/dossier-family.ts';
import { dossierKind } from '../rules/dossier-kind.ts';
import { billOfProcedure } from './ask-for-dues.ts';
import type { DuesMoveRefusal } from './collect-dues.ts';
import { duesEntry } from './dues-entry.ts';

/**
 * Counts the dues of a dossier again for a person who has proven a reduction: the desk saw the paper and says which.
 * The old bill ends, the new one takes its place with every line explained.
 */
export async function reduceDues(
  db: Database,
  actor: Actor,
  request: { readonly caseId: string; readonly reductions: readonly string[]; readonly proof: string },
  at: Temporal.Instant,
  call: CommandCall = {},
): Promise<Result<MoveAnswer, DuesMoveRefusal>> {
  const { caseId, reductions } = request;
  const dossier = await findDossierRow(db, caseId);
  const procedure = dossier && (await getProcedureVersion(db, dossier.procedureVersionId));
  if (!dossier || !procedure) return refused('case-not-found');
  const { definition } = procedure;
  const answers = Object.fromEntries(dossier.answers.map(({ id, answer }) => [id, answer])) as Answers;
  return recordEntries<DuesMoveRefusal>(
    db,
    dossierKindIfKnown,
    caseId,
    { ...call, together: true },
    async (state, transaction) => {
      const may = mayMove(dossierKind, state, 'reduce-dues', actor, at);
      if (!may.ok) return may;
      const known = new Set(reductionsOpen(definition, answers).map(({ id }) => id));
      if (reductions.length === 0 || reductions.some((id) => !known.has(id))) {
        return refused('reduction-not-open', {}, 'reductions');
      }
      const proof = request.proof.trim().slice(0, 500);
      if (proof === '') return refused('proof-missing', {}, 'proof');
      const old = (await listBills(transaction, caseId)).findLast(
        (bill) => bill.reason === 'procedure' && !bill.isEnded,
      );
      if (!old) return refused('bill-not-asked-for');
      const by = entryActor(actor, may.value.post);
      const lines = duesOf(definition, answers, reductions);
      const draft = { ...billOfProcedure(state, definition), lines, at, by };
      const replaced = await replaceBill(transaction, old.id, draft, `miễn, giảm: ${proof}`);
      if (!replaced.ok) return replaced;
      const data = { reductions: [...reductions], proof, replaced: old.code };
      return accepted([await duesEntry(transaction, state, { move: 'reduce-dues', by, at, data })]);
    },
  );
}
