import { readdirSync, readFileSync } from 'node:fs';
import type { Database } from '#platform/database/connection.ts';
import { publishVersion } from './publish-version.ts';
import type { ProcedureDefinition } from './rules/procedure-definition.ts';

const folder = new URL('../../../reference/procedures/', import.meta.url);

/** The procedures of `reference/procedures`, one file each. */
export function readReferenceProcedures(): readonly ProcedureDefinition[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as ProcedureDefinition);
}

/** Publishes them. @returns how many @throws Error when one has a defect: the reference is ours */
export async function loadReferenceProcedures(db: Database): Promise<number> {
  const procedures = readReferenceProcedures();
  for (const definition of procedures) {
    const published = await publishVersion(db, definition);
    if (!published.ok) {
      const { code, facts } = published.refusal;
      throw new Error(`reference/procedures/${definition.code}.json: ${facts.defects ?? code}`);
    }
  }
  return procedures.length;
}
