import { accepted, type Result, refused } from '#kernel/result.ts';
import type { Database } from '#platform/database/connection.ts';
import { countEmailProofs, findPreference, insertEmailProof, savePreference } from './preference-store.ts';
import type { NoticeRefusal } from './refusals.ts';
import type { SendingChannel } from './rules/addressees.ts';
import { type ChosenPreference, checkPreference } from './rules/check-preference.ts';

/** An account may send so many mails to addresses that are not proved to be its own, a day. */
const mostProofs = 5;

/**
 * Keeps how an account wants to be told. An address that is not proved is sent a link first, and nothing else.
 * Saving again sends the link again.
 */
export async function choosePreference(
  db: Database,
  accountId: string,
  chosen: ChosenPreference,
  open: readonly SendingChannel[],
  at: Temporal.Instant,
): Promise<Result<{ readonly isProofSent: boolean }, NoticeRefusal>> {
  const before = await findPreference(db, accountId);
  const checked = checkPreference(chosen, before.phone, open);
  if (!checked.ok) return checked;
  const { email, language, channels } = checked.value;
  const isProved = before.isEmailProved && before.email === email;
  const toProve = channels.includes('email') && !isProved ? email : null;
  if (toProve && (await countEmailProofs(db, accountId, at.subtract({ hours: 24 }))) >= mostProofs) {
    return refused('proof-mails-too-many', { most: mostProofs }, 'email');
  }
  await db.transaction().execute(async (transaction) => {
    await savePreference(transaction, accountId, checked.value, at);
    if (toProve) await insertEmailProof(transaction, accountId, toProve, language, at, at.add({ hours: 24 }));
  });
  return accepted({ isProofSent: toProve !== null });
}
