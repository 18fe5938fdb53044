import { readDong } from '#kernel/money.ts';
import { type Refusal, refused } from '#kernel/result.ts';
import { type HandedPaper, type MoveWithInput, moveInputs, type SupplementItem } from '#modules/dossiers/index.ts';
import { parseDate } from '#surfaces/ui/index.ts';
import type { FormRead } from '#surfaces/web/read-form.ts';
import { moveFields } from './move-fields.ts';

/** More rows than anyone can be asked for at once. */
export const mostItems = 20;

/** The rows of a supplement as typed; empty rows are left out. */
export function readItems(form: FormRead): readonly SupplementItem[] {
  return Array.from({ length: mostItems }, (_, index) => ({
    what: form.text(`items.${index}.what`),
    reason: form.text(`items.${index}.reason`),
    clause: form.text(`items.${index}.clause`),
  })).filter((item) => item.what || item.reason || item.clause);
}

/** Papers handed in with a form, each for the document its field stands for. */
export function papersOf(form: FormRead, documentOf: (field: string) => string | undefined): readonly HandedPaper[] {
  return form.files.flatMap(({ field, fileName, stored }) => {
    const documentId = documentOf(field);
    return stored && documentId ? [{ documentId, fileName, ...stored }] : [];
  });
}

/** What was typed for a move, as the command wants it: days in ISO, money in digits. What cannot be read stays as typed and is refused. */
export function readMoveForm(move: MoveWithInput, form: FormRead): Record<string, unknown> {
  const data: Record<string, unknown> = {};
  for (const { name, kind } of moveFields[move]) {
    if (kind === 'items') data[name] = readItems(form);
    else if (kind === 'date') data[name] = parseDate(form.text(name))?.toString() ?? form.text(name);
    else if (kind === 'number') data[name] = readDong(form.text(name))?.toString() ?? form.text(name);
    else if (kind === 'originals') data[name] = form.all(name).filter((id) => id !== '');
    else if (kind !== 'answer-files') data[name] = form.text(name);
  }
  return data;
}

/** Every field that is missing or wrong, before the command is asked; the command checks again. */
export function wrongFields(move: MoveWithInput, data: Record<string, unknown>): readonly Refusal[] {
  const parsed = moveInputs[move].safeParse(data);
  if (parsed.success) return [];
  const fields = [...new Set(parsed.error.issues.map((issue) => issue.path.join('.')))];
  return fields.map((field) => refused('move-data-wrong', { field }, field).refusal);
}
