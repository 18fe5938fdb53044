import { columnsOf } from '#case-engine/case-store.ts';
import { fold } from '#kernel/vietnamese.ts';
import { caseFact } from '#modules/figures/rules/case-fact.ts';
import { type FactKeys, factColumns, factRow } from '#modules/figures/rules/fact-row.ts';
import { CopyRows, copyLine, copyValue } from '#platform/database/copy-in.ts';
import { idOfWords } from './rules/case-number.ts';
import type { LivedDossier } from './rules/live-through.ts';
import type { WalkedCase } from './rules/walk.ts';

/** The tables the commands write a dossier into, each with the columns of its rows, in the order in which they refer to one another. */
export const dossierTables = {
  cases: [
    'id',
    'kind',
    'entries',
    'last_hash',
    'state',
    'open',
    'folded',
    'type_code',
    'type_version',
    'code',
    'reference',
    'title',
    'receiving_unit_id',
    'holder_unit_id',
    'holder_role',
    'holder_account_id',
    'handed_to_unit_id',
    'owner_account_id',
    'opened_at',
    'accepted_at',
    'due_at',
    'late_at',
    'first_due_at',
    'step_due_at',
    'ended_at',
    'timeliness',
    'parent_id',
    'root_id',
  ],
  case_search: ['case_id', 'receiving_unit_id', 'search'],
  journal: ['case_id', 'seq', 'at', 'verb', 'actor', 'data', 'effect', 'previous_hash', 'hash'],
  case_fact: factColumns,
  dossier: ['case_id', 'procedure_version_id', 'channel', 'submitter', 'owner_name', 'answers'],
  paper_hand_in: ['case_id', 'document_id', 'form', 'copies', 'handed_at'],
  dossier_paper: ['id', 'case_id', 'document_id', 'file_name', 'sha256', 'size_bytes', 'media_type', 'added_at'],
  slip: ['agency_id', 'form', 'year', 'number', 'case_id', 'taken_at'],
} as const;

export type DossierTable = keyof typeof dossierTables;

/** Rows on their way into the tables, as COPY reads them. */
export type DossierRows = { readonly [Table in DossierTable]: CopyRows };

export const noRows = (): DossierRows => ({
  cases: new CopyRows(),
  case_search: new CopyRows(),
  journal: new CopyRows(),
  case_fact: new CopyRows(),
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

function addCase(rows: DossierRows, { kind, state, entries }: WalkedCase, keys: FactKeys): void {
  const columns = columnsOf(kind, state);
  rows.cases.add(
    `${dossierTables.cases
      .map((column) => {
        const value = columns[column];
        return copyValue(typeof value === 'object' && value !== null ? JSON.stringify(value) : value);
      })
      .join('\t')}\n`,
  );
  const { code, reference, title, facts } = state;
  // the words by which the case engine lets a case be found; a test compares with a dossier that a command wrote
  const words = fold([code, reference, title, facts.searchWords].filter(Boolean).join(' '));
  rows.case_search.add(copyLine([state.caseId, state.receivingUnitId, words]));
  for (const { caseId, seq, at, verb, actor, data, effect, previousHash, hash } of entries) {
    rows.journal.add(
      `${caseId}\t${seq}\t${at}\t${verb}\t${json(actor)}\t${json(data)}\t${json(effect)}\t\\\\x${previousHash}\t\\\\x${hash}\n`,
    );
  }
  rows.case_fact.add(copyLine(factRow(caseFact(state.kind, entries), keys)));
}

const json = (value: unknown): string => copyValue(JSON.stringify(value));
