import type { App } from '#app.ts';
import type { HandedPaper } from '#modules/dossiers/index.ts';
import type { KeptPaper } from '#modules/papers/index.ts';
import { documentCode, type ProcedureDefinition, type RequiredDocument } from '#modules/procedures/index.ts';
import type { FormRead } from '#surfaces/web/read-form.ts';
import { refusalSentence } from '#surfaces/web/refusals.ts';
import type { Officer } from '../officer.ts';

/** What is kept for the person at the desk, once the officer has said by what right they look. */
export interface OpenVault {
  readonly personalId: string;
  readonly papers: readonly KeptPaper[];
}

export interface VaultRead {
  readonly vault: OpenVault | undefined;
  readonly errors: readonly { readonly field: string; readonly message: string }[];
  /** Kept papers ticked, each for its document. */
  readonly chosen: readonly HandedPaper[];
}

const nothing: VaultRead = { vault: undefined, errors: [], chosen: [] };

/** Looks when the officer asked for it, and again when the page comes back for the same person. */
export async function readVault(
  app: App,
  officer: Officer,
  agencyId: string,
  personalId: string,
  definition: ProcedureDefinition,
  form: FormRead,
): Promise<VaultRead> {
  const asks = form.text('go') === 'vault';
  const goesOn = form.text('vault-open') !== '' && form.text('vault-open') === personalId;
  if (!asks && !goesOn) return nothing;
  const { basis, clause, reason } = basisOf(form);
  const looked = await app.papers.look(officer.actor, { personalId, agencyId, basis, clause, reason });
  if (!looked.ok) {
    const { refusal } = looked;
    const field = refusal.field ?? 'vault-basis';
    return { ...nothing, errors: [{ field, message: refusalSentence(refusal, officer.visitor.language) }] };
  }
  const today = app.today();
  const papers = looked.value.filter(
    ({ endReason, validUntil }) =>
      endReason === null && (validUntil === null || Temporal.PlainDate.compare(validUntil, today) >= 0),
  );
  const chosen = form.all('kept').flatMap((line) => {
    const at = line.indexOf(' ');
    const document = definition.documents.find(({ id }) => id === line.slice(0, at));
    const paper = document && fitting(definition, document, papers).find(({ id }) => id === line.slice(at + 1));
    if (!document || !paper) return [];
    const { id, fileName, sha256, sizeBytes, mediaType } = paper;
    return [{ documentId: document.id, keptPaperId: id, fileName, sha256, sizeBytes, mediaType }];
  });
  return { vault: { personalId, papers }, errors: [], chosen };
}

/** By what right, as the officer entered it. */
export const basisOf = (form: FormRead) => ({
  basis: form.text('vault-basis'),
  clause: form.text('vault-clause'),
  reason: form.text('vault-reason'),
});

/** Kept papers that are this very document. */
export function fitting(
  definition: ProcedureDefinition,
  document: RequiredDocument,
  papers: readonly KeptPaper[],
): readonly KeptPaper[] {
  if (document.reusable === false) return [];
  const code = documentCode(definition, document);
  return papers.filter((paper) => paper.documentCode === code);
}
