import { accepted, type Result, refused } from '#kernel/result.ts';
import { tidy } from '#kernel/vietnamese.ts';
import type { Database } from '#platform/database/connection.ts';
import { newId } from '#platform/random.ts';
import { insertAccounts } from './people-store.ts';
import { checkPassword, type PasswordRefusal } from './rules/password-rule.ts';
import { hashPassword } from './sign-in.ts';

/** What a citizen gives to have an account. */
export interface CitizenRegistration {
  readonly signInName: string;
  readonly name: string;
  readonly personalId: string;
  readonly phone: string;
  readonly email: string;
  readonly password: string;
}

const shapes: readonly (readonly [keyof CitizenRegistration, RegExp])[] = [
  ['name', /^[\p{L}\p{M}'’ .-]{2,200}$/u],
  ['signInName', /^[a-z0-9._@+-]{4,100}$/],
  ['personalId', /^\d{12}$/],
  ['phone', /^0\d{9}$/],
  ['email', /^$|^[^\s@]{1,100}@[^\s@]{1,100}\.[a-z]{2,20}$/i],
];

/** Makes an account for a citizen. Refused with the field that is wrong; nothing is written then. */
export async function registerCitizen(
  db: Database,
  given: CitizenRegistration,
  at: Temporal.Instant,
): Promise<Result<{ readonly accountId: string }, PasswordRefusal | 'registration-wrong' | 'sign-in-name-taken'>> {
  const person = {
    signInName: tidy(given.signInName).toLowerCase(),
    name: tidy(given.name),
    personalId: given.personalId.replaceAll(/\s/g, ''),
    phone: given.phone.replaceAll(/[\s.-]/g, '').replace(/^\+84/, '0'),
    email: tidy(given.email),
  };
  for (const [field, shape] of shapes) {
    if (!shape.test(person[field as keyof typeof person])) return refused('registration-wrong', { field }, field);
  }
  const password = checkPassword(given.password, [person.name, person.signInName]);
  if (!password.ok) return password;
  const accountId = newId();
  const account = { ...person, accountId, kind: 'citizen' as const, passwordHash: await hashPassword(given.password) };
  const made = await insertAccounts(db, [account], at);
  return made ? accepted({ accountId }) : refused('sign-in-name-taken', {}, 'signInName');
}
