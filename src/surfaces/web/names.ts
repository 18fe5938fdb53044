import type { Text } from '#kernel/text.ts';
import type { ProcedureDefinition } from '#modules/procedures/index.ts';
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
