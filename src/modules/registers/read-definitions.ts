import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { definitionDefects } from './rules/definition-defects.ts';
import type { RegisterCatalogue, RegisterDefinition } from './rules/register-definition.ts';
import { valuesValidator } from './validate-values.ts';

/** Where the registers stand that come with the program. */
export const definitionsFolder = join(import.meta.dirname, '../../../reference/registers');

/**
 * Reads every definition of a folder: a register is there because its file is. A definition that is wrong in itself ends the
 * start with its name and what is wrong, because a register that counts wrongly is worse than none.
 */
export function readDefinitions(folder: string = definitionsFolder): RegisterCatalogue {
  const catalogue = new Map<string, RegisterDefinition>();
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()) {
    const definition = readDefinition(join(folder, file));
    if (`${definition.id}.json` !== file) throw new Error(`${file}: the register in it is called ${definition.id}`);
    catalogue.set(definition.id, definition);
  }
  return catalogue;
}

function readDefinition(path: string): RegisterDefinition {
  let definition: RegisterDefinition;
  try {
    definition = JSON.parse(readFileSync(path, 'utf8')) as RegisterDefinition;
    const defects = definitionDefects(definition);
    if (defects.length > 0) throw new Error(defects.join('; '));
    valuesValidator(definition);
  } catch (error) {
    throw new Error(`${path}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
  return definition;
}

let shipped: RegisterCatalogue | undefined;

/** The registers that come with the program, read once. */
export function shippedRegisters(): RegisterCatalogue {
  shipped ??= readDefinitions();
  return shipped;
}
