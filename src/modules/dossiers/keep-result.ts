import { findCase } from '#case-engine/case-store.ts';
import { localDay } from '#kernel/zone.ts';
import { findPaperOwner, keepPaper } from '#modules/papers/index.ts';
import { getProcedureVersion } from '#modules/procedures/index.ts';
import { findResultOfCase } from '#modules/signatures/index.ts';
import type { Database } from '#platform/database/connection.ts';
import { findDossierRow } from './dossier-store.ts';

/**
 * The signed result a person was given is kept for them, to be handed in where another procedure asks for it. Nothing is
 * kept of a refusal, of a result without a signed file, or for a visitor of whom nobody saw a card. Again, it changes nothing.
 */
export async function keepResult(db: Database, caseId: string, at: Temporal.Instant): Promise<void> {
  const [state, dossier] = await Promise.all([findCase(db, caseId), findDossierRow(db, caseId)]);
  const procedure = dossier && (await getProcedureVersion(db, dossier.procedureVersionId));
  if (state?.state !== 'returned' || !dossier || !procedure) return;
  if ((state.facts.decision as { outcome?: string } | undefined)?.outcome !== 'grant') return;
  const result = (await findResultOfCase(db, caseId, at))?.meant;
  if (!result?.file) return;
  const owner = state.ownerAccountId
    ? await findPaperOwner(db, state.ownerAccountId)
    : { accountId: null, personalId: dossier.channel === 'desk' ? dossier.submitter.personalId : null };
  if (!owner.accountId && !owner.personalId) return;
  const { definition } = procedure;
  await keepPaper(db, {
    ownerPersonalId: owner.personalId,
    ownerAccountId: owner.accountId,
    kind: 'result',
    documentCode: definition.resultCode ?? `${definition.code}/result`,
    name: definition.result,
    fileName: `ket-qua-${state.code ?? state.reference}.pdf`,
    sha256: result.file,
    fromCaseId: caseId,
    keptOn: localDay(at),
    validUntil: result.validUntil,
  });
}
