import type { JsonObject } from '#kernel/json.ts';
import { accepted, type Result, refused } from '#kernel/result.ts';
import type { DocumentNeed } from '#modules/procedures/rules/documents-needed.ts';
import type { DocumentForm } from '#modules/procedures/rules/procedure-definition.ts';

/** In which form a paper lay on the table of the desk, and what becomes of it. */
export const handInForms = [
  'original-kept',
  'original-to-return',
  'original-shown',
  'certified-copy',
  'copy',
  'photocopy',
] as const;
export type HandInForm = (typeof handInForms)[number];

/** A paper as the officer of the desk enters it: its id alone means the form and number that are asked for. */
export type PaperOnTable =
  | string
  | {
      readonly documentId: string;
      readonly form?: HandInForm | undefined;
      readonly copies?: number | undefined;
      /** The officer held the copy or scan against the original. */
      readonly compared?: boolean | undefined;
    };

export interface PaperHandIn {
  readonly documentId: string;
  readonly form: HandInForm;
  readonly copies: number;
  readonly compared: boolean;
}

type HandInRefusal = 'paper-unknown' | 'paper-form-wrong' | 'paper-copies-few';

/** How much a form is worth: what is worth more does where less is asked for. */
const worth: Readonly<Record<DocumentForm, number>> = { photocopy: 1, copy: 2, 'certified-copy': 3, original: 4 };

const asDocument = (form: HandInForm): DocumentForm =>
  form.startsWith('original') ? 'original' : (form as DocumentForm);

const usualForm = ({ document, forms }: DocumentNeed): HandInForm => {
  if (document.showOnly) return 'original-shown';
  const [form] = forms;
  return form === undefined || form === 'original' ? 'original-kept' : form;
};

/**
 * The papers on the table, each in a form and number the procedure takes.
 * @param scanned documents with an electronic copy: an original that was only shown does when its copy was made
 */
export function readHandIns(
  needs: readonly DocumentNeed[],
  onTable: readonly PaperOnTable[],
  scanned: ReadonlySet<string>,
): Result<readonly PaperHandIn[], HandInRefusal> {
  const read = new Map<string, PaperHandIn>();
  for (const given of onTable) {
    const { documentId, form, copies, compared = false } = typeof given === 'string' ? { documentId: given } : given;
    const need = needs.find(({ document }) => document.id === documentId);
    if (!need) return refused('paper-unknown');
    const handIn = { documentId, form: form ?? usualForm(need), copies: copies ?? need.count, compared };
    const field = `paper-${documentId}`;
    if (!isFormTaken(need, handIn.form, scanned))
      return refused('paper-form-wrong', { paper: need.document.name.vi }, field);
    if (handIn.copies < fewest(need, handIn.form))
      return refused('paper-copies-few', { paper: need.document.name.vi, count: need.count }, field);
    read.set(documentId, handIn);
  }
  return accepted([...read.values()]);
}

/** Shown, one is enough; otherwise as many as the procedure asks for. */
const fewest = (need: DocumentNeed, form: HandInForm): number => (form === 'original-shown' ? 1 : need.count);

function isFormTaken(need: DocumentNeed, form: HandInForm, scanned: ReadonlySet<string>): boolean {
  if (need.document.showOnly) return form === 'original-shown';
  if (form === 'original-shown' && !scanned.has(need.document.id)) return false;
  return need.forms.some((taken) => worth[asDocument(form)] >= worth[taken]);
}

/** Forms an officer may choose for a document, the usual one first. */
export function formsToChoose(need: DocumentNeed): readonly HandInForm[] {
  const usual = usualForm(need);
  const taken = handInForms.filter((form) => isFormTaken(need, form, new Set([need.document.id])));
  return [usual, ...taken.filter((form) => form !== usual)];
}

/** An original that the city keeps until the result is returned. */
export interface KeptOriginal {
  readonly documentId: string;
  readonly name: { readonly vi: string; readonly en: string };
  readonly copies: number;
}

/** The originals to be given back, as the case keeps them. */
export function originalsToReturn(
  needs: readonly DocumentNeed[],
  handIns: readonly PaperHandIn[],
): readonly KeptOriginal[] {
  return handIns
    .filter(({ form }) => form === 'original-to-return')
    .flatMap(({ documentId, copies }) => {
      const name = needs.find(({ document }) => document.id === documentId)?.document.name;
      return name ? [{ documentId, name: { vi: name.vi, en: name.en }, copies }] : [];
    });
}

/** What the case still holds of a person's originals. */
export function originalsHeld(facts: JsonObject): readonly KeptOriginal[] {
  return Array.isArray(facts.originals) ? (facts.originals as unknown as KeptOriginal[]) : [];
}
