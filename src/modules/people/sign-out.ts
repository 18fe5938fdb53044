import { sha256 } from '#kernel/hash.ts';
import type { Database } from '#platform/database/connection.ts';
import { deleteSession } from './session-store.ts';

/** Ends the session of a cookie; one that is unknown or over already is no matter. */
export async function signOut(db: Database, token: string): Promise<void> {
  await deleteSession(db, sha256(token));
}
