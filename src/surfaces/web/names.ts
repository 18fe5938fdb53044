import type { Language, Text } from '#kernel/text.ts';
import type { DossierPage } from '#modules/dossiers/index.ts';
import type { CityGround } from '#modules/organisation/index.ts';
import type { ProcedureDefinition } from '#modules/procedures/index.ts';
import { textIn } from '#surfaces/ui/index.ts';
import type { NameOfUnit } from './journal-sentence.ts';

/** A paper handed in with the answer to a supplement belongs to the item asked for, by its place in the request. */
export const supplementPaperId = (index: number): string => `supplement-${index + 1}`;

/** What a paper is, by the document of the procedure it was handed in for. */
export function paperName(documentId: string, definition: ProcedureDefinition): Text {
  const document = definition.documents.find(({ id }) => id === documentId);
  if (document) return document.name;
  const item = /^supplement-(\d+)$/.exec(documentId)?.[1];
  return item
    ? { vi: `Bổ sung theo yêu cầu, mục ${item}`, en: `Supplement asked for, item ${item}` }
    : { vi: 'Giấy tờ khác', en: 'Other paper' };
}

/** Names of units for sentences, from the tree. */
export function namesOf(tree: ReadonlyMap<string, { readonly name: Text }>): NameOfUnit {
  return (unitId) => tree.get(unitId)?.name;
}

/** `Phường Cống Vị, Quận Ba Đình`. */
export function communeName(language: Language, unitId: string, ground: CityGround): string {
  const unit = ground.tree.get(unitId);
  const parent = unit?.parentId ? ground.tree.get(unit.parentId) : undefined;
  if (!unit) return unitId;
  return [unit, parent].flatMap((one) => (one && one.tier !== 'city' ? [textIn(language, one.name)] : [])).join(', ');
}

/** What was stated, each answer beside its question as the citizen read it; a commune by its name, kept by its id. */
export function answersShown(
  language: Language,
  page: Pick<DossierPage, 'dossier' | 'procedure'>,
  ground: CityGround,
): readonly { readonly question: string; readonly answer: string }[] {
  const questions = page.procedure.definition.form.pages.flatMap((one) => one.questions);
  const communes = new Set(questions.filter(({ type }) => type === 'commune').map(({ id }) => id));
  return page.dossier.answers.map(({ id, question, answer, shown }) => ({
    question,
    answer: communes.has(id) ? communeName(language, String(answer), ground) : shown,
  }));
}
