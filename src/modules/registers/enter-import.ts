import { accepted, type Result, refused } from '#kernel/result.ts';
import type { CityGround } from '#modules/organisation/index.ts';
import type { Database } from '#platform/database/connection.ts';
import { insertEntries } from './entry-store.ts';
import { findImport, updateImportEntered } from './import-store.ts';
import { newEntry, type RegisterActor, writtenBy } from './record-entry.ts';
import type { RegisterRefusal } from './refusals.ts';
import type { RegisterDefinition } from './rules/register-definition.ts';
import { writingPost } from './rules/register-rights.ts';

/** How many entries came of an import, and how many rows were in the register by then after all. */
export interface ImportEntered {
  readonly entered: number;
  readonly leftOut: number;
}

const atOnce = 1000;

/**
 * Enters the good rows of a file that was looked at, all together or none. Pressed again, it answers what it answered. A row
 * whose like somebody else recorded in between is left out and counted.
 */
export async function enterImport(
  db: Database,
  ground: CityGround,
  definition: RegisterDefinition,
  actor: RegisterActor,
  importId: string,
  at: Temporal.Instant,
): Promise<Result<ImportEntered, RegisterRefusal>> {
  return db.transaction().execute(async (transaction) => {
    const looked = await findImport(transaction, importId, actor.accountId, true);
    if (!looked || looked.registerId !== definition.id) return refused('register-import-not-found');
    if (looked.enteredCount !== null) {
      return accepted({ entered: looked.enteredCount, leftOut: looked.good.length - looked.enteredCount });
    }
    if (looked.good.length === 0) return refused('register-import-nothing-good');
    const entries = [];
    for (const { unitId, entered } of looked.good) {
      const unit = ground.tree.get(unitId);
      const postId = unit && writingPost(definition, actor, unit, ground.tree, at);
      if (!unit || !postId) return refused('register-not-yours');
      entries.push(newEntry(definition, unit, entered, { evidence: [], madeBy: null }, writtenBy(actor, postId, at)));
    }
    let made = 0;
    for (let first = 0; first < entries.length; first += atOnce) {
      made += (await insertEntries(transaction, entries.slice(first, first + atOnce))).size;
    }
    await updateImportEntered(transaction, importId, at, made);
    return accepted({ entered: made, leftOut: entries.length - made });
  });
}
