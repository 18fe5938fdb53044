import type { JournalEntry } from '#case-engine/rules/journal.ts';
import type { DossierMove } from './move-data.ts';

/** The forms of TT 01/2018/TT-VPCP that belong to one dossier; form 06 is the register of an agency. */
export const slipForms = ['01', '02', '03', '04', '05'] as const;
export type SlipForm = (typeof slipForms)[number];

/** Forms with a book of their own. The control slip (05) goes under the number of the dossier in the register. */
export type NumberedForm = Exclude<SlipForm, '05'>;

/** The number of a slip: serial in the book of an agency and a year, for each form from 1. */
export interface SlipNumber {
  readonly form: NumberedForm;
  readonly agencyId: string;
  readonly year: number;
  readonly number: number;
}

/** Moves that issue a slip; its number is taken in the transaction of the move and kept in the entry, so a reprint has it too. */
export const formOfMove: { readonly [Move in DossierMove]?: NumberedForm } = {
  accept: '01',
  'ask-supplement': '02',
  refuse: '03',
  apologise: '04',
};

/** What stands behind the number, as each form is marked. */
const marks: Readonly<Record<NumberedForm, string>> = { '01': 'TNHS', '02': 'HDHS', '03': 'TCHS', '04': 'PXL' };

/** `07/HDHS`: at least two digits (NĐ 30/2020/NĐ-CP, Phụ lục I); dots where the journal knows no number. */
export function writeSlipNumber(form: NumberedForm, number: number | undefined): string {
  return `${number === undefined ? '……' : String(number).padStart(2, '0')}/${marks[form]}`;
}

/** A slip that a dossier has: its form, and the entry of the journal that issued it. */
export interface IssuedSlip {
  readonly form: SlipForm;
  /** The place of that entry in the journal: which of two requests to supplement it is. */
  readonly entry: JournalEntry;
  /** None in a journal written before slips were numbered. */
  readonly number: SlipNumber | undefined;
}

/** The slips of a dossier, told by its journal alone, by form and in the order of issue. */
export function slipsOf(journal: readonly JournalEntry[]): readonly IssuedSlip[] {
  const issued = journal.flatMap((entry): IssuedSlip[] => {
    const form = formOfMove[entry.verb as DossierMove];
    if (!form) return [];
    const slip = { form, entry, number: numberOf(entry) };
    return form === '01' ? [slip, { ...slip, form: '05' }] : [slip];
  });
  return issued.toSorted((one, other) => one.form.localeCompare(other.form) || one.entry.seq - other.entry.seq);
}

/** The control slip is between offices; the others are written to the citizen. */
export const isForCitizen = (form: SlipForm): boolean => form !== '05';

function numberOf(entry: JournalEntry): SlipNumber | undefined {
  const slip = entry.data.slip as Partial<SlipNumber> | null | undefined;
  return typeof slip?.number === 'number' ? (slip as SlipNumber) : undefined;
}
