import { sha256 } from '#kernel/hash.ts';
import type { Database } from '#platform/database/connection.ts';
import { secretToken } from '#platform/random.ts';
import { selectAccount } from './people-store.ts';
import { tokenHours } from './rules/session-life.ts';
import { insertAccessToken } from './session-store.ts';

/** With its sign, a token found in a file or a log is known for what it is. */
const sign = 'mc_';

export interface IssuedToken {
  /** Shown once; only its SHA-256 is kept. */
  readonly token: string;
  readonly endsAt: Temporal.Instant;
}

/**
 * A bearer token of an account: of another system for 90 days, of a person's tool for 12 hours.
 * @throws Error when the account does not exist or is closed: ids come from our own rows
 */
export async function issueAccessToken(
  db: Database,
  { accountId, label }: { readonly accountId: string; readonly label: string },
  now: Temporal.Instant,
): Promise<IssuedToken> {
  const account = await selectAccount(db, accountId, now);
  if (!account) throw new Error(`no open account has the id ${accountId}`);
  const token = sign + secretToken();
  const endsAt = now.add({ hours: tokenHours(account.kind) });
  await insertAccessToken(db, { tokenHash: sha256(token), accountId, label, createdAt: now, endsAt });
  return { token, endsAt };
}
