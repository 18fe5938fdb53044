import { accepted, type Result, refused } from '#kernel/result.ts';
import type { Database } from '#platform/database/connection.ts';
import { insertVersion } from './procedure-store.ts';
import { defectsOf } from './rules/check-definition.ts';
import type { ProcedureDefinition } from './rules/procedure-definition.ts';

/**
 * Publishes a version: it is in force from its day, and the version before it ends the day before.
 * Open dossiers keep the version they were received under.
 * @returns refused with all the defects of the definition, or when a version from that day or a later one is there
 */
export async function publishVersion(
  db: Database,
  definition: ProcedureDefinition,
): Promise<Result<{ readonly id: number }, 'definition-has-defects' | 'version-not-later'>> {
  const defects = defectsOf(definition);
  if (defects.length > 0)
    return refused('definition-has-defects', { code: definition.code, defects: defects.join('; ') });
  const id = await insertVersion(db, definition);
  if (id === undefined) return refused('version-not-later', { code: definition.code, from: definition.inForce.from });
  return accepted({ id });
}
