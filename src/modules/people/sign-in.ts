import { hash, verify } from '@node-rs/argon2';
import { sha256 } from '#kernel/hash.ts';
import { accepted, type Result, refused } from '#kernel/result.ts';
import { tidy } from '#kernel/vietnamese.ts';
import type { Database } from '#platform/database/connection.ts';
import { secretToken } from '#platform/random.ts';
import { countFailures, deleteSession, findAccountByName, insertAttempt, insertSession } from './people-store.ts';
import { mayTry, throttleWindow } from './rules/throttle.ts';

export interface SignedIn {
  /** For the cookie; the database keeps only its hash. */
  readonly token: string;
  readonly accountId: string;
  readonly kind: 'citizen' | 'officer' | 'system';
  readonly name: string;
  readonly endsAt: Temporal.Instant;
}

/** A working day with its overtime; then one signs in again. */
const sessionLasts = Temporal.Duration.from({ hours: 12 });

/** Verified when there is no such account, so that the time of the answer does not tell. */
const nobodysHash = hash('nobody has this password', { memoryCost: 19_456, timeCost: 2, parallelism: 1 });

/** argon2id with the parameters OWASP names as the least: 19 MiB, two passes. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
}

/**
 * Opens a session for the right name and password. A wrong name and a wrong password get the same sentence,
 * and every attempt is recorded.
 */
export async function signIn(
  db: Database,
  given: { readonly name: string; readonly password: string; readonly address: string },
  at: Temporal.Instant,
): Promise<Result<SignedIn, 'sign-in-wrong' | 'sign-in-throttled'>> {
  const signInName = tidy(given.name).toLowerCase().slice(0, 200);
  const failed = await countFailures(db, signInName, given.address, at.subtract(throttleWindow));
  const may = mayTry(failed, at);
  if (!may.ok) return may;

  const account = await findAccountByName(db, signInName);
  const right = await verify(account?.passwordHash ?? (await nobodysHash), given.password.slice(0, 200));
  const succeeded = right && account !== undefined && account.passwordHash !== null;
  await insertAttempt(db, { signInName, address: given.address, succeeded }, at);
  if (!succeeded) return refused('sign-in-wrong');

  const token = secretToken();
  const endsAt = at.add(sessionLasts);
  await insertSession(db, { tokenHash: sha256(token), accountId: account.accountId, endsAt }, at);
  return accepted({ token, accountId: account.accountId, kind: account.kind, name: account.name, endsAt });
}

/** Ends a session at once. */
export function signOut(db: Database, token: string): Promise<void> {
  return deleteSession(db, sha256(token));
}
