import { accepted, type Result, refused } from '#kernel/result.ts';
import type { Database } from '#platform/database/connection.ts';
import { findPaperOwner } from './paper-owner.ts';
import { insertWithdrawal, listConsents, listKeptPapers } from './vault-store.ts';

/** The owner takes back a consent: what was done with it stays done, from now on it opens nothing. */
export async function withdrawConsent(
  db: Database,
  accountId: string,
  consentId: string,
  at: Temporal.Instant,
): Promise<Result<null, 'consent-not-found'>> {
  const papers = await listKeptPapers(db, await findPaperOwner(db, accountId));
  const consents = await listConsents(db, { keptPaperIds: papers.map(({ id }) => id) });
  const consent = consents.find(({ id, withdrawnAt }) => id === consentId && withdrawnAt === null);
  if (!consent || !(await insertWithdrawal(db, consentId, accountId, at))) return refused('consent-not-found');
  return accepted(null);
}
