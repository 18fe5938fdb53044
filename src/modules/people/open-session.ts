import { sha256 } from '#kernel/hash.ts';
import type { Database } from '#platform/database/connection.ts';
import { secretToken } from '#platform/random.ts';
import { sessionHours } from './rules/session-life.ts';
import { deleteEndedSessions, deleteSession, insertSession } from './session-store.ts';

export interface OpenedSession {
  /** For the cookie; only its SHA-256 is kept. */
  readonly token: string;
  readonly endsAt: Temporal.Instant;
}

/** A new session with a new token, always: one that was there before, `replaces`, ends. */
export async function openSession(
  db: Database,
  accountId: string,
  now: Temporal.Instant,
  replaces?: string,
): Promise<OpenedSession> {
  const token = secretToken();
  const endsAt = now.add({ hours: sessionHours });
  if (replaces !== undefined) await deleteSession(db, sha256(replaces));
  await deleteEndedSessions(db, accountId, now);
  await insertSession(db, { tokenHash: sha256(token), accountId, startedAt: now, endsAt });
  return { token, endsAt };
}
