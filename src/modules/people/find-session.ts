import type { Actor } from '#case-engine/rules/authority.ts';
import { sha256 } from '#kernel/hash.ts';
import type { Database } from '#platform/database/connection.ts';
import { actorOf } from './load-actor.ts';
import { idleSince, seenAgainMinutes } from './rules/session-life.ts';
import { selectAccountBySession, updateSessionSeen } from './session-store.ts';

/** Who is behind a session cookie; undefined when it is unknown, ended, left alone too long, or the account closed. */
export async function findActorBySession(
  db: Database,
  token: string,
  now: Temporal.Instant,
): Promise<Actor | undefined> {
  const tokenHash = sha256(token);
  const found = await selectAccountBySession(db, tokenHash, now, idleSince(now));
  if (!found) return undefined;
  const { seenAt, ...account } = found;
  const seenLately = Temporal.Instant.compare(seenAt.add({ minutes: seenAgainMinutes }), now) > 0;
  if (!seenLately) await updateSessionSeen(db, tokenHash, now);
  return actorOf(db, account);
}
