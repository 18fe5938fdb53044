import { sha256 } from '#kernel/hash.ts';
import { accepted, type Result, refused } from '#kernel/result.ts';
import type { Database } from '#platform/database/connection.ts';
import { countTry } from './count-try.ts';
import { hashPassword, isPassword } from './password-hash.ts';
import { selectAccountForPassword, updatePasswordHash } from './people-store.ts';
import { checkPassword, type PasswordRefusal } from './rules/password-rule.ts';
import { countedAddress, type ThrottleRefusal } from './rules/throttle.ts';
import { deleteOtherSessions, markTrySucceeded } from './session-store.ts';

export interface PasswordChange {
  readonly accountId: string;
  readonly present: string;
  readonly wanted: string;
  /** Of the network, for the throttle. */
  readonly address: string;
  /** The session that asks; every other one ends. */
  readonly sessionToken: string;
}

/**
 * Sets a new password for whoever knows the present one, and ends every other session of the account.
 * Refused with `password-present-wrong` (throttled like a sign-in), `password-same`, or what is wrong with the new one.
 */
export async function changePassword(
  db: Database,
  { accountId, present, wanted, address, sessionToken }: PasswordChange,
  now: Temporal.Instant,
): Promise<
  Result<null, PasswordRefusal | ThrottleRefusal | 'password-present-wrong' | 'password-same' | 'account-unknown'>
> {
  const account = await selectAccountForPassword(db, accountId, now);
  if (!account) return refused('account-unknown');
  const { signInName } = account;
  const counted = await countTry(db, { act: 'sign-in', signInName, address: countedAddress(address) }, now);
  if (!counted.ok) return counted;
  if (!(await isPassword(account.passwordHash, present))) return refused('password-present-wrong', {}, 'present');
  if (wanted === present) return refused('password-same', {}, 'wanted');
  const fit = checkPassword(wanted, account);
  if (!fit.ok) return refused(fit.refusal.code, fit.refusal.facts, 'wanted');
  const passwordHash = await hashPassword(wanted);
  return db.transaction().execute(async (transaction) => {
    await markTrySucceeded(transaction, counted.value);
    await updatePasswordHash(transaction, accountId, passwordHash);
    await deleteOtherSessions(transaction, accountId, sha256(sessionToken));
    return accepted(null);
  });
}
