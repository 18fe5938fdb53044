import { sha256 } from '#kernel/hash.ts';
import type { Database } from '#platform/database/connection.ts';
import { secretToken } from '#platform/random.ts';
import { findFeedOwner, listFeedCases, upsertFeed } from './calendar-store.ts';
import { writeCalendar } from './rules/write-calendar.ts';

/** A new secret address of one's calendar; the old one is dead from now on. Only its hash is kept. */
export async function makeCalendarFeed(db: Database, accountId: string, at: Temporal.Instant): Promise<string> {
  const secret = secretToken();
  await upsertFeed(db, accountId, sha256(secret), at);
  return secret;
}

/**
 * Everything open that whoever has this address holds or follows, as iCalendar; undefined for an address nobody has.
 * @param linkOf where a case is shown, as calendars link to it
 */
export async function readCalendarFeed(
  db: Database,
  secret: string,
  linkOf: (kind: string, caseId: string) => string,
  at: Temporal.Instant,
): Promise<string | undefined> {
  const accountId = await findFeedOwner(db, sha256(secret));
  if (!accountId) return undefined;
  const cases = await listFeedCases(db, accountId, at);
  return writeCalendar(
    cases.map((one) => ({ ...one, link: linkOf(one.kind, one.caseId) })),
    at,
  );
}
