import type { Actor } from '#case-engine/rules/authority.ts';
import { sha256 } from '#kernel/hash.ts';
import type { Database } from '#platform/database/connection.ts';
import { actorOf } from './load-actor.ts';
import { selectAccountByAccessToken } from './session-store.ts';

/** Who is behind a bearer token; undefined when it is unknown or over, or the account closed. */
export async function findActorByToken(db: Database, token: string, now: Temporal.Instant): Promise<Actor | undefined> {
  const account = await selectAccountByAccessToken(db, sha256(token), now);
  return account && actorOf(db, account);
}
