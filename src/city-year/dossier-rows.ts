import { idOfWords } from '#kernel/hash.ts';
import type { FactKeys } from '#modules/figures/rules/fact-row.ts';
import { CopyRows, copyLine } from '#platform/database/copy-in.ts';
import { addCase, caseTables, noCaseRows } from './case-rows.ts';
import type { LivedDossier } from './rules/live-through.ts';

/** The tables the commands write a dossier into, each with the columns of its rows, in the order in which they refer to one another. */
export const dossierTables = {
  ...caseTables,
  dossier: ['case_id', 'procedure_version_id', 'channel', 'submitter', 'owner_name', 'answers'],
  paper_hand_in: ['case_id', 'document_id', 'form', 'copies', 'handed_at'],
  dossier_paper: ['id', 'case_id', 'document_id', 'file_name', 'sha256', 'size_bytes', 'media_type', 'added_at'],
  slip: ['agency_id', 'form', 'year', 'number', 'case_id', 'taken_at'],
} as const;

export type DossierTable = keyof typeof dossierTables;

/** Rows on their way into the tables, as COPY reads them. */
export type DossierRows = { readonly [Table in DossierTable]: CopyRows };

export const noRows = (): DossierRows => ({
  ...noCaseRows(),
  dossier: new CopyRows(),
  paper_hand_in: new CopyRows(),
  dossier_paper: new CopyRows(),
  slip: new CopyRows(),
});

/** Adds the rows of a dossier and of the cases it opened. */
export function addRows(rows: DossierRows, lived: LivedDossier, keys: FactKeys): void {
  for (const walked of lived.cases.values()) addCase(rows, walked, keys);
  const { caseId, answers, submitter, handedAt } = lived;
  const { procedureVersionId, channel, ownerName } = lived;
  rows.dossier.add(
    copyLine([caseId, procedureVersionId, channel, JSON.stringify(submitter), ownerName, JSON.stringify(answers)]),
  );
  for (const { documentId, form, copies } of lived.handIns)
    rows.paper_hand_in.add(copyLine([caseId, documentId, form, copies, handedAt]));
  for (const { documentId, fileName, sha256, sizeBytes, mediaType } of lived.papers) {
    const id = idOfWords(`paper ${caseId} ${documentId}`);
    rows.dossier_paper.add(copyLine([id, caseId, documentId, fileName, sha256, sizeBytes, mediaType, handedAt]));
  }
  for (const { agencyId, form, year, number, takenAt } of lived.slips)
    rows.slip.add(copyLine([agencyId, form, year, number, caseId, takenAt]));
}
