import { columnsOf } from '#case-engine/case-store.ts';
import { fold } from '#kernel/vietnamese.ts';
import { caseFact } from '#modules/figures/rules/case-fact.ts';
import { type FactKeys, factColumns, factRow } from '#modules/figures/rules/fact-row.ts';
import { CopyRows, copyLine, copyValue } from '#platform/database/copy-in.ts';
import type { WalkedCase } from './rules/case-walk.ts';

/** The tables every case is written into, each with the columns of its rows. */
export const caseTables = {
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
} as const;

/** Rows of cases on their way into the tables, as COPY reads them. */
export type CaseRows = { readonly [Table in keyof typeof caseTables]: CopyRows };

export const noCaseRows = (): CaseRows => ({
  cases: new CopyRows(),
  case_search: new CopyRows(),
  journal: new CopyRows(),
  case_fact: new CopyRows(),
});

/** Adds the rows of one case of any kind. */
export function addCase(rows: CaseRows, { kind, state, entries }: WalkedCase, keys: FactKeys): void {
  const columns = columnsOf(kind, state);
  rows.cases.add(
    `${caseTables.cases
      .map((column) => {
        const value = columns[column];
        return copyValue(typeof value === 'object' && value !== null ? JSON.stringify(value) : value);
      })
      .join('\t')}\n`,
  );
  const { code, reference, title, facts } = state;
  // the words by which the case engine lets a case be found; a test compares with a dossier that a command wrote
  const words = fold([code, reference, title, facts.searchWords].filter(Boolean).join(' '));
  rows.case_search.add(
    copyLine([state.caseId, state.receivingUnitId, words.length > 600 ? [...words].slice(0, 600).join('') : words]),
  );
  for (const { caseId, seq, at, verb, actor, data, effect, previousHash, hash } of entries) {
    rows.journal.add(
      `${caseId}\t${seq}\t${at}\t${verb}\t${json(actor)}\t${json(data)}\t${json(effect)}\t\\\\x${previousHash}\t\\\\x${hash}\n`,
    );
  }
  rows.case_fact.add(copyLine(factRow(caseFact(kind, entries), keys)));
}

const json = (value: unknown): string => copyValue(JSON.stringify(value));
