import { isDay } from './is-day.ts';
import type { ProcedureDefinition } from './procedure-definition.ts';

/** What is wrong with the required documents: groups nobody is in, forms named twice, days that are none. */
export function documentDefects({ documents, documentGroups = [] }: ProcedureDefinition): string[] {
  const defects: string[] = [];
  const groups = new Set(documentGroups.map(({ id }) => id));
  if (groups.size !== documentGroups.length) defects.push('two groups of documents have one id');
  for (const { id, count, form, alsoAs = [], oneOf, optional, showOnly, code, replacedBy } of documents) {
    if (count < 1) defects.push(`document ${id} is asked for less than once`);
    if (new Set([form, ...alsoAs]).size !== alsoAs.length + 1) defects.push(`document ${id} names a form twice`);
    if (oneOf !== undefined && !groups.has(oneOf))
      defects.push(`document ${id} is in the group ${oneOf}, which is not there`);
    if (oneOf !== undefined && (optional || showOnly))
      defects.push(`document ${id} is one of a group and optional at once`);
    if (code !== undefined && !/^[a-z]+(-[a-z0-9]+)*$/.test(code)) defects.push(`“${code}” is no code of a paper`);
    if (replacedBy && !isDay(replacedBy.from))
      defects.push(`document ${id} is replaced from “${replacedBy.from}”, no day`);
  }
  for (const { id, atLeast = 1 } of documentGroups) {
    const members = documents.filter(({ oneOf }) => oneOf === id).length;
    if (members < 2) defects.push(`the group ${id} leaves no choice`);
    if (atLeast < 1 || atLeast > members) defects.push(`the group ${id} asks for ${atLeast} of ${members}`);
  }
  return defects;
}
