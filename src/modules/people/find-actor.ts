import type { Actor, Role } from '#case-engine/rules/authority.ts';
import { sha256 } from '#kernel/hash.ts';
import type { Database } from '#platform/database/connection.ts';
import { secretToken } from '#platform/random.ts';
import { type Colleague, findActor, insertReading, insertToken, selectColleagues } from './people-store.ts';

/** The actor behind a session cookie; undefined when it is unknown or over. */
export function findActorBySession(db: Database, token: string, at: Temporal.Instant): Promise<Actor | undefined> {
  return findActor(db, 'session', sha256(token), at);
}

/** The actor behind a bearer token of the API. */
export function findActorByToken(db: Database, token: string, at: Temporal.Instant): Promise<Actor | undefined> {
  return findActor(db, 'access_token', sha256(token), at);
}

/** Days a bearer token lasts unless said otherwise. */
const tokenLastsHours = 12;

/** A bearer token for an account; shown once, only its hash is kept. */
export async function issueAccessToken(
  db: Database,
  wanted: { readonly accountId: string; readonly label: string; readonly token?: string; readonly lastsHours?: number },
  at: Temporal.Instant,
): Promise<{ readonly token: string; readonly endsAt: Temporal.Instant }> {
  const token = wanted.token ?? `mc_${secretToken()}`;
  const endsAt = at.add({ hours: wanted.lastsHours ?? tokenLastsHours });
  await insertToken(db, { tokenHash: sha256(token), accountId: wanted.accountId, label: wanted.label, endsAt }, at);
  return { token, endsAt };
}

/** Everyone who holds a role at a unit at a moment: to whom a dossier can be given. */
export function listColleagues(
  db: Database,
  unitId: string,
  role: Role,
  at: Temporal.Instant,
): Promise<readonly Colleague[]> {
  return selectColleagues(db, unitId, role, at);
}

/** Records that somebody looked at a dossier outside their own work, and why. */
export function logReading(
  db: Database,
  reading: { readonly accountId: string; readonly caseId: string; readonly reason: string },
  at: Temporal.Instant,
): Promise<void> {
  return insertReading(db, reading, at);
}
