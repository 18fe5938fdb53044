import type { JournalEntry } from '#case-engine/rules/journal.ts';
import type { Answers, RequiredDocument } from '#modules/procedures/index.ts';
import type { DossierPage } from '../../dossier-page.ts';
import type { HandInForm } from '../../rules/paper-hand-in.ts';

/** A line of the table of papers. */
export interface ReceiptPaper {
  readonly name: string;
  readonly form: string;
  readonly count: string;
}

const formNames: Readonly<Record<RequiredDocument['form'], string>> = {
  original: 'Bản chính',
  copy: 'Bản sao',
  'certified-copy': 'Bản sao chứng thực',
  photocopy: 'Bản chụp',
};

const handInNames: Readonly<Record<HandInForm, string>> = {
  'original-kept': 'Bản chính',
  'original-to-return': 'Bản chính (trả lại)',
  'original-shown': 'Đã xem bản chính',
  copy: 'Bản sao',
  'certified-copy': 'Bản sao chứng thực',
  photocopy: 'Bản chụp',
};

/**
 * What was handed in, in the order of the procedure: on paper in the form the procedure asks for, or as files.
 * Papers that are only shown stay with the citizen and are not listed. Papers added later, when asked, come last.
 */
export function receiptPapers(page: Pick<DossierPage, 'procedure' | 'papers' | 'journal'>): ReceiptPaper[] {
  const { definition } = page.procedure;
  const onPaper = new Set(namesIn(page.journal[0]?.data.onPaper));
  const filesOf = (documentId: string) => page.papers.filter((paper) => paper.documentId === documentId).length;
  const handIns = new Map(handInsIn(page.journal[0]?.data.handIns).map((handIn) => [handIn.documentId, handIn]));
  const lines = definition.documents.flatMap(({ id, name, form, count, showOnly }) => {
    const handIn = handIns.get(id);
    // what was only shown stays with the citizen; its scan is listed as a file
    if (handIn && handIn.form !== 'original-shown')
      return [{ name: name.vi, form: handInNames[handIn.form], count: twoDigits(handIn.copies) }];
    if (!handIn && onPaper.has(id) && !showOnly)
      return [{ name: name.vi, form: formNames[form], count: twoDigits(count) }];
    const files = filesOf(id);
    return files > 0 ? [{ name: name.vi, form: 'Bản điện tử', count: twoDigits(files) }] : [];
  });
  const known = new Set(definition.documents.map((document) => document.id));
  const added = page.papers.filter((paper) => !known.has(paper.documentId));
  return [
    ...lines,
    ...added.map((paper) => ({
      name: supplementName(paper.documentId, page.journal) ?? paper.fileName,
      form: 'Bản điện tử',
      count: '01',
    })),
  ];
}

const twoDigits = (number: number): string => String(number).padStart(2, '0');

/** The answers by the ids of their questions, as conditions read them. */
export function answersOf(stored: DossierPage['dossier']['answers']): Answers {
  return Object.fromEntries(stored.map(({ id, answer }) => [id, answer])) as Answers;
}

/** A paper that answers a request belongs to one item of it: `supplement-2` is the second. */
function supplementName(documentId: string, journal: readonly JournalEntry[]): string | undefined {
  const place = /^supplement-(\d+)$/.exec(documentId)?.[1];
  const asked = journal.findLast((entry) => entry.verb === 'ask-supplement')?.data.items;
  const item = place && Array.isArray(asked) ? asked[Number(place) - 1] : undefined;
  return typeof item?.what === 'string' ? item.what : undefined;
}

interface HandInEntry {
  readonly documentId: string;
  readonly form: HandInForm;
  readonly copies: number;
}

const handInsIn = (value: unknown): readonly HandInEntry[] =>
  Array.isArray(value) ? (value as readonly HandInEntry[]) : [];

const namesIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];
