import { accepted, type Result, refused } from '#kernel/result.ts';
import type { Database } from '#platform/database/connection.ts';
import { newId } from '#platform/random.ts';
import { countTry } from './count-try.ts';
import { hashPassword } from './password-hash.ts';
import { insertAccountIfFree } from './people-store.ts';
import { type CitizenRegistration, checkRegistration, type RegistrationRefusal } from './rules/citizen-registration.ts';
import { countedAddress, type ThrottleRefusal } from './rules/throttle.ts';

export interface RegisteredCitizen {
  readonly accountId: string;
  /** To sign in with from now on. */
  readonly signInName: string;
  readonly name: string;
}

/**
 * Opens a citizen's account. Who the person is stays what they say: no right to a dossier rests on it.
 * Refused with the first field that is wrong, `sign-in-name-taken`, or `sign-in-throttled` after many from one address.
 */
export async function registerCitizen(
  db: Database,
  typed: CitizenRegistration,
  now: Temporal.Instant,
): Promise<Result<RegisteredCitizen, RegistrationRefusal | ThrottleRefusal | 'sign-in-name-taken'>> {
  const checked = checkRegistration(typed);
  if (!checked.ok) return checked;
  const { password, ...person } = checked.value;
  const { signInName, name } = person;
  const counted = await countTry(db, { act: 'registration', signInName, address: countedAddress(typed.address) }, now);
  if (!counted.ok) return counted;
  const account = { id: newId(), kind: 'citizen', ...person, passwordHash: await hashPassword(password) } as const;
  const free = await insertAccountIfFree(db, account, now);
  if (!free) return refused('sign-in-name-taken', {}, typed.signInName?.trim() ? 'signInName' : 'phone');
  return accepted({ accountId: account.id, signInName, name });
}
