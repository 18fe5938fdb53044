import type { Actor } from '#case-engine/rules/authority.ts';
import type { Database } from '#platform/database/connection.ts';
import { selectAccount, selectHeldPosts } from './people-store.ts';
import type { SignedInAccount } from './session-store.ts';

/** The open account as one who acts, with the posts it holds, held and will hold; the authority rules ask for the moment. */
export async function loadActor(db: Database, accountId: string, at: Temporal.Instant): Promise<Actor | undefined> {
  const account = await selectAccount(db, accountId, at);
  return account && actorOf(db, account);
}

export async function actorOf(db: Database, { id, kind, name }: SignedInAccount): Promise<Actor> {
  const posts = kind === 'citizen' ? [] : await selectHeldPosts(db, id);
  return { kind, accountId: id, name, posts };
}
