import { holds, namesAskedFor } from '#kernel/feel.ts';
import { canonicalJson } from '#kernel/json.ts';
import { fold } from '#kernel/vietnamese.ts';
import type { EntryValues, RegisterCheck, RegisterDefinition } from './register-definition.ts';

/** The checks of the definition that these values break. */
export function brokenChecks(definition: RegisterDefinition, values: EntryValues): readonly RegisterCheck[] {
  return definition.checks.filter((check) => {
    const names = namesAskedFor(check.rule).filter((name) => name !== 'count');
    const context: Record<string, unknown> = { ...values };
    for (const name of names) {
      if (values[name] !== undefined) continue;
      const field = definition.fields.properties[name];
      if (field?.type === 'array') context[name] = [];
      else if (check.emptyIsZero) context[name] = 0;
      else return false;
    }
    return !holds(check.rule, context);
  });
}

/** What tells this entry from every other of the register: the values of its key, folded, so that a mark too few hides nothing. */
export function duplicateKey(definition: RegisterDefinition, unitId: string, values: EntryValues): string {
  return canonicalJson(
    definition.key.map((name) => {
      const value = name === 'unit' ? unitId : values[name];
      return typeof value === 'string' ? fold(value) : (value ?? null);
    }),
  );
}

/** The words by which an entry is found: none that the public does not see, because the public searches too. */
export function searchWords(definition: RegisterDefinition, values: EntryValues): string {
  const words = Object.entries(definition.fields.properties).flatMap(([name, field]) => {
    const value = values[name];
    if (value === undefined || typeof value === 'boolean' || field.format === 'unit' || field.internal) return [];
    if (field.enum) return [field.words?.[String(value)]?.vi ?? ''];
    return Array.isArray(value) ? value : [String(value)];
  });
  return fold(words.join(' ')).slice(0, 4000);
}
