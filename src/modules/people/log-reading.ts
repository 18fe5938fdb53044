import { accepted, type Result, refused } from '#kernel/result.ts';
import type { Database } from '#platform/database/connection.ts';
import { insertReading } from './people-store.ts';

const longestReason = 500;

/**
 * Writes down that someone looked at a dossier outside their own work, and why. What is written is never changed.
 * Refused with `reading-reason-missing` when no reason is given or it is longer than 500 characters.
 */
export async function logReading(
  db: Database,
  { accountId, caseId, reason }: { readonly accountId: string; readonly caseId: string; readonly reason: string },
  now: Temporal.Instant,
): Promise<Result<void, 'reading-reason-missing'>> {
  const given = reason
    .slice(0, 10 * longestReason)
    .toWellFormed()
    .replaceAll(/\p{Cc}+/gu, ' ')
    .trim()
    .normalize('NFC');
  if (given === '' || given.length > longestReason) {
    return refused('reading-reason-missing', { most: longestReason }, 'reason');
  }
  await insertReading(db, { accountId, caseId, reason: given }, now);
  return accepted(undefined);
}
