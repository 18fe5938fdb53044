import { accepted, type Result, refused } from '#kernel/result.ts';
import type { Database } from '#platform/database/connection.ts';
import { countTry } from './count-try.ts';
import { type OpenedSession, openSession } from './open-session.ts';
import { isPassword } from './password-hash.ts';
import { type AccountKind, selectAccountBySignInName } from './people-store.ts';
import { readSignInName } from './rules/sign-in-name.ts';
import { countedAddress } from './rules/throttle.ts';
import { deleteOldTries, markTrySucceeded } from './session-store.ts';

export interface SignIn {
  readonly name: string;
  readonly password: string;
  /** Of the network, for the throttle. */
  readonly address: string;
  /** The session token the browser had, which ends now. */
  readonly replaces?: string;
}

export interface SignedIn extends OpenedSession {
  readonly accountId: string;
  readonly kind: AccountKind;
  readonly name: string;
}

const triesKeptHours = 90 * 24;

/**
 * Opens a session for a name and password.
 * Refused with `sign-in-wrong`, the same for an unknown name, a wrong password and a closed account, and with
 * `sign-in-throttled` and the minutes to wait.
 */
export async function signIn(
  db: Database,
  { name, password, address, replaces }: SignIn,
  now: Temporal.Instant,
): Promise<Result<SignedIn, 'sign-in-wrong' | 'sign-in-throttled'>> {
  const signInName = readSignInName(name);
  const counted = await countTry(db, { act: 'sign-in', signInName, address: countedAddress(address) }, now);
  if (!counted.ok) return counted;
  const account = await selectAccountBySignInName(db, signInName, now);
  if (!(await isPassword(account?.passwordHash ?? null, password)) || !account) return refused('sign-in-wrong');
  return db.transaction().execute(async (transaction) => {
    await markTrySucceeded(transaction, counted.value);
    await deleteOldTries(transaction, now.subtract({ hours: triesKeptHours }));
    const session = await openSession(transaction, account.id, now, replaces);
    return accepted({ ...session, accountId: account.id, kind: account.kind, name: account.name });
  });
}
