import { localDay } from '#kernel/zone.ts';
import type { UnitTree } from '#modules/organisation/index.ts';
import type { Database } from '#platform/database/connection.ts';
import { insertEntries } from './entry-store.ts';
import { prepareEntry, type RawValues } from './prepare-entry.ts';
import { newEntry } from './record-entry.ts';
import { unitFinder } from './rules/find-unit.ts';
import type { RegisterDefinition } from './rules/register-definition.ts';

/** An entry taken over from elsewhere, which was approved there: when it became known and what it says. */
export interface LoadedEntry {
  readonly unitId: string;
  readonly raw: RawValues;
  readonly at: Temporal.Instant;
}

const atOnce = 1000;

/**
 * Takes entries over from elsewhere: they hold the same schema, checks and keys as those that people record, and count from
 * their own moment on. What is in the register already is left out.
 * @throws when a value is wrong: what a program writes must be right
 * @returns how many were made
 */
export async function loadEntries(
  db: Database,
  tree: UnitTree,
  definition: RegisterDefinition,
  entries: readonly LoadedEntry[],
  by: { readonly accountId: string; readonly name: string },
): Promise<number> {
  const finder = entries[0] ? unitFinder(tree, localDay(entries[0].at)) : () => undefined;
  const rows = entries.map(({ unitId, raw, at }) => {
    const unit = tree.get(unitId);
    const { entered, refusals } = prepareEntry(definition, raw, finder);
    if (!unit || refusals.length > 0) {
      throw new Error(
        `${definition.id}, ${unitId}: ${JSON.stringify(refusals[0] ?? 'no such unit')} in ${JSON.stringify(raw)}`,
      );
    }
    const writer = { accountId: by.accountId, accountName: by.name, postId: null, at, reason: '' };
    return {
      ...newEntry(definition, unit, entered, { evidence: [], madeBy: null }, writer),
      standing: 'in-force' as const,
    };
  });
  let made = 0;
  for (let first = 0; first < rows.length; first += atOnce) {
    made += (await insertEntries(db, rows.slice(first, first + atOnce))).size;
  }
  return made;
}
