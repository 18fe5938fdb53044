import { columnsOf } from '#case-engine/case-store.ts';
import { fold } from '#kernel/vietnamese.ts';
import { copyLine, copyValue } from '#platform/database/copy-in.ts';
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
  case_search: ['case_id', 'search'],
  journal: ['case_id', 'seq', 'at', 'verb', 'actor', 'data', 'effect', 'previous_hash', 'hash'],
  dossier: ['case_id', 'procedure_version_id', 'channel', 'submitter', 'owner_name', 'answers'],
  paper_hand_in: ['case_id', 'document_id', 'form', 'copies', 'handed_at'],
  dossier_paper: ['id', 'case_id', 'document_id', 'file_name', 'sha256', 'size_bytes', 'media_type', 'added_at'],
  slip: ['agency_id', 'form', 'year', 'number', 'case_id', 'taken_at'],
} as const;

export type DossierTable = keyof typeof dossierTables;

/** Rows on their way into the tables, as COPY reads them. */
export type DossierRows = { [Table in DossierTable]: string };

export const noRows = (): DossierRows => ({
  cases: '',
  case_search: '',
  journal: '',
  dossier: '',
  paper_hand_in: '',
  dossier_paper: '',
  slip: '',
});

/** Adds the rows of a dossier and of the cases it opened. */
export function addRows(rows: DossierRows, lived: LivedDossier): void {
  for (const walked of lived.cases.values()) addCase(rows, walked);
  const { caseId, answers, submitter, handedAt } = lived;
  rows.dossier += copyLine([
    caseId,
    lived.procedureVersionId,
    lived.channel,
    JSON.stringify(submitter),
    lived.ownerName,
    JSON.stringify(answers),
  ]);
  for (const { documentId, form, copies } of lived.handIns)
    rows.paper_hand_in += copyLine([caseId, documentId, form, copies, handedAt]);
  for (const { documentId, fileName, sha256, sizeBytes, mediaType } of lived.papers) {
    const id = idOfWords(`paper ${caseId} ${documentId}`);
    rows.dossier_paper += copyLine([id, caseId, documentId, fileName, sha256, sizeBytes, mediaType, handedAt]);
  }
  for (const { agencyId, form, year, number, takenAt } of lived.slips)
    rows.slip += copyLine([agencyId, form, year, number, caseId, takenAt]);
}

function addCase(rows: DossierRows, { kind, state, entries }: WalkedCase): void {
  const columns = columnsOf(kind, state);
  rows.cases += `${dossierTables.cases
    .map((column) => {
      const value = columns[column];
      return copyValue(typeof value === 'object' && value !== null ? JSON.stringify(value) : value);
    })
    .join('\t')}\n`;
  const { code, reference, title, facts } = state;
  // the words by which the case engine lets a case be found; a test compares with a dossier that a command wrote
  const words = fold([code, reference, title, facts.searchWords].filter(Boolean).join(' '));
  rows.case_search += copyLine([state.caseId, words]);
  for (const { caseId, seq, at, verb, actor, data, effect, previousHash, hash } of entries) {
    rows.journal += `${caseId}\t${seq}\t${at}\t${verb}\t${json(actor)}\t${json(data)}\t${json(effect)}\t\\\\x${previousHash}\t\\\\x${hash}\n`;
  }
}

const json = (value: unknown): string => copyValue(JSON.stringify(value));
