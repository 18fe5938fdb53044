import { hash, verify } from '@node-rs/argon2';
import { secretToken } from '#platform/random.ts';
import { longestPassword } from './rules/password-rule.ts';

/** argon2id, 19 MiB, two passes, one lane. @see OWASP Password Storage Cheat Sheet */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** The same signs however a keyboard composed them: đ, ấ, full-width letters. */
const composed = (password: string) => password.toWellFormed().normalize('NFKC');

export function hashPassword(password: string): Promise<string> {
  return hash(composed(password), cost);
}

let nobodysHash: Promise<string> | undefined;

/**
 * Whether this is the password. Without a hash (no such name, no local sign-in) it takes as long and says no, so that
 * nobody learns from the clock which names exist.
 */
export async function isPassword(passwordHash: string | null, password: string): Promise<boolean> {
  nobodysHash ??= hashPassword(secretToken());
  const nobodys = await nobodysHash;
  const comparable = password.length <= 2 * longestPassword ? composed(password) : '';
  const same = await verify(passwordHash ?? nobodys, comparable);
  return same && passwordHash !== null;
}
