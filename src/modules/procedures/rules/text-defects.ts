import type { ProcedureDefinition } from './procedure-definition.ts';

/** What is wrong with its words: one of the two languages missing, letters not composed, spaces at the ends. */
export function textDefects(definition: ProcedureDefinition): string[] {
  const defects: string[] = [];
  const visit = (value: unknown, at: string): void => {
    if (typeof value === 'string') {
      if (value !== value.normalize('NFC')) defects.push(`${at} is not in composed letters`);
      if (value !== value.trim()) defects.push(`${at} has spaces at its ends`);
    }
    if (value === null || typeof value !== 'object') return;
    if ('vi' in value || 'en' in value) {
      for (const language of ['vi', 'en'] as const) {
        const words = (value as Record<string, unknown>)[language];
        if (typeof words !== 'string' || words.trim() === '') defects.push(`${at} has no words in ${language}`);
      }
    }
    for (const [name, inner] of Object.entries(value)) visit(inner, `${at}.${name}`);
  };
  visit(definition, definition.code);
  return defects;
}
