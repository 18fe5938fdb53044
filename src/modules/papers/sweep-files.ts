import type { Database } from '#platform/database/connection.ts';
import type { FileStore } from '#platform/file-store.ts';
import { deleteBlob, findUsedBlobs, listOldBlobs } from './blob-store.ts';

/** What a sweep found, and took away unless it only looked. */
export interface SweepAnswer {
  readonly looked: number;
  readonly used: number;
  readonly swept: number;
  readonly bytes: number;
}

/** Drafts of online filing are kept for a month: what they hold must outlive them. */
export const leastSweepDays = 31;
const atOnce = 500;

/**
 * Takes away the files that were uploaded and never used. What anybody refers to stays: the row of a content goes in the
 * same transaction as its bytes, and neither goes while a foreign key holds the row or an upload has just renewed it.
 * @param days without use; at least 31 @param act only looks when false
 */
export async function sweepFiles(
  db: Database,
  files: Pick<FileStore, 'remove'>,
  { days, act }: { readonly days: number; readonly act: boolean },
): Promise<SweepAnswer> {
  const answer = { looked: 0, used: 0, swept: 0, bytes: 0 };
  const kept = new Set<string>();
  for (;;) {
    const old = (await listOldBlobs(db, days, atOnce + kept.size)).filter(({ sha256 }) => !kept.has(sha256));
    if (old.length === 0) return answer;
    const used = await findUsedBlobs(
      db,
      old.map(({ sha256 }) => sha256),
    );
    for (const { sha256, sizeBytes } of old) {
      answer.looked++;
      const goes = !used.has(sha256) && (!act || (await sweepOne(db, files, sha256, days)));
      if (!goes || !act) kept.add(sha256);
      if (!goes) answer.used++;
      else {
        answer.swept++;
        answer.bytes += sizeBytes;
      }
    }
  }
}

/** @returns false when it is used after all: by a dossier that was handed in, or an upload that came, a moment ago */
async function sweepOne(
  db: Database,
  files: Pick<FileStore, 'remove'>,
  sha256: string,
  days: number,
): Promise<boolean> {
  try {
    return await db.transaction().execute(async (transaction) => {
      if (!(await deleteBlob(transaction, sha256, days))) return false;
      // asked again with the row locked: who refers to it by a key must wait for us, who refers to it otherwise is found
      if ((await findUsedBlobs(transaction, [sha256])).size > 0) throw new UsedAfterAll();
      await files.remove(sha256);
      return true;
    });
  } catch (error) {
    if (error instanceof UsedAfterAll || (error as { code?: string }).code === '23503') return false;
    throw error;
  }
}

class UsedAfterAll extends Error {}
