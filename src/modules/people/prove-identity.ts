import { type Actor, postsHeld } from '#case-engine/rules/authority.ts';
import { accepted, type Result, refused } from '#kernel/result.ts';
import { tidy } from '#kernel/vietnamese.ts';
import type { Database } from '#platform/database/connection.ts';
import { insertIdentityProof, selectCitizenToProve } from './identity-store.ts';
import { readSignInName } from './rules/sign-in-name.ts';

export interface IdentitySeen {
  readonly signInName: string;
  /** As on the card in the officer's hand. */
  readonly personalId: string;
  /** Which card was seen. */
  readonly seen: string;
}

/**
 * An officer of a desk has the person and their card before them and links the account to the number on it, once and for
 * good. Until then an account is only what somebody says of themselves and sees nothing that hangs on a number.
 * @see NĐ 45/2020/NĐ-CP art. 7
 */
export async function proveIdentity(
  db: Database,
  actor: Actor,
  given: IdentitySeen,
  at: Temporal.Instant,
): Promise<Result<{ readonly name: string }, 'identity-not-matching' | 'identity-not-yours'>> {
  const atDesk = postsHeld(actor, at).some(({ role }) => role === 'intake-officer' || role === 'desk-head');
  if (!atDesk || actor.kind !== 'officer') return refused('identity-not-yours');
  const personalId = given.personalId.replaceAll(/\D/g, '').slice(0, 20);
  const seen = tidy(given.seen).slice(0, 200);
  const account = await selectCitizenToProve(db, readSignInName(given.signInName.slice(0, 300)), personalId);
  if (!account || seen === '') return refused('identity-not-matching', {}, seen === '' ? 'seen' : 'personalId');
  await insertIdentityProof(db, { accountId: account.id, personalId, by: actor.accountId, seen }, at);
  return accepted({ name: account.name });
}
