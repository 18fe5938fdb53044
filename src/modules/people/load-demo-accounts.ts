import { readFileSync } from 'node:fs';
import { idOfWords, sha256 } from '#kernel/hash.ts';
import { loadReferenceUnits } from '#modules/organisation/index.ts';
import type { Database } from '#platform/database/connection.ts';
import { newId } from '#platform/random.ts';
import { insertIdentityProof } from './identity-store.ts';
import { hashPassword } from './password-hash.ts';
import { type AccountKind, insertAccounts, insertHoldings } from './people-store.ts';
import { insertAccessToken } from './session-store.ts';

interface WrittenAccount {
  readonly signInName: string;
  readonly name: string;
  readonly kind: AccountKind;
  /** Ids of positions; a position gives all its posts. */
  readonly positions?: readonly string[];
  readonly personalId?: string;
  readonly phone?: string;
  readonly email?: string;
}

interface DemoAccounts {
  readonly password: string;
  readonly systemToken: string;
  readonly heldFrom: string;
  readonly decision: string;
  readonly accounts: readonly WrittenAccount[];
}

export interface DemoSignIn {
  readonly signInName: string;
  readonly name: string;
  /** Title and unit, in Vietnamese: `Chủ tịch, Phường Cống Vị`; of a citizen `Công dân`. */
  readonly position: string;
}

export interface DemoSignIns {
  /** The one password of all demo accounts. */
  readonly password: string;
  readonly accounts: readonly DemoSignIn[];
  /** Bearer token of the demo system. */
  readonly systemToken: string;
}

const file = new URL('../../../reference/demo/accounts.json', import.meta.url);

/** The demo token does not end while anybody tries the demo city. */
const tokenHours = 10 * 365 * 24;

/**
 * Adds the demo city's accounts, all with one password, to a city that has its units and posts and no account yet.
 * For trying out only: password and bearer token are printed and published.
 */
export async function loadDemoAccounts(db: Database, now: Temporal.Instant): Promise<void> {
  const demo = readDemoAccounts();
  const passwordHash = await hashPassword(demo.password);
  const postsOf = Map.groupBy(loadReferenceUnits().posts, (post) => post.positionId);
  const from = Temporal.Instant.from(demo.heldFrom);
  // always the same ids: a city-year that is loaded into the demo city is the same again
  const accounts = demo.accounts.map((account) => ({
    id: idOfWords(`demo account ${account.signInName}`),
    ...account,
    passwordHash: account.kind === 'system' ? null : passwordHash,
    personalId: account.personalId ?? null,
    phone: account.phone ?? null,
    email: account.email ?? null,
  }));
  const holdings = accounts.flatMap(({ id, positions = [] }) =>
    positions.flatMap((position) =>
      mustHave(postsOf.get(position), position).map((post) => ({
        id: newId(),
        postId: post.id,
        accountId: id,
        from,
        until: null,
        decision: demo.decision,
      })),
    ),
  );
  await db.transaction().execute(async (transaction) => {
    await insertAccounts(transaction, accounts, now);
    await insertHoldings(transaction, holdings);
    for (const { id, kind, personalId } of accounts) {
      if (kind !== 'citizen' || !personalId) continue;
      await insertIdentityProof(transaction, { accountId: id, personalId, by: null, seen: demo.decision }, now);
    }
    for (const { id, kind, name } of accounts) {
      if (kind !== 'system') continue;
      const token = { tokenHash: sha256(demo.systemToken), label: name, createdAt: now };
      await insertAccessToken(transaction, { ...token, accountId: id, endsAt: now.add({ hours: tokenHours }) });
    }
  });
}

/** What the start prints: every account a person can sign in with, and the token of the demo system. */
export function demoSignIns(): DemoSignIns {
  const { password, systemToken, accounts } = readDemoAccounts();
  const { units, posts } = loadReferenceUnits();
  const nameOf = new Map(units.map((unit) => [unit.id, unit.name.vi]));
  // of a desk the agency says more than its own long name
  const unitOf = new Map(
    units.map((unit) => [unit.id, nameOf.get(unit.kind === 'desk' ? (unit.parentId ?? unit.id) : unit.id)]),
  );
  const postOf = new Map(posts.map((post) => [post.positionId, post]));
  const shown = accounts
    .filter(({ kind }) => kind !== 'system')
    .map(({ signInName, name, positions = [] }) => {
      const held = positions.map((position) => mustHave(postOf.get(position), position));
      const each = (texts: readonly string[]) => [...new Set(texts)].join('; ');
      const titles = each(held.map((post) => post.title.vi));
      const unitNames = each(held.map((post) => mustHave(unitOf.get(post.unitId), post.unitId)));
      return { signInName, name, position: held.length === 0 ? 'Công dân' : `${titles}, ${unitNames}` };
    });
  return { password, accounts: shown, systemToken };
}

function readDemoAccounts(): DemoAccounts {
  return JSON.parse(readFileSync(file, 'utf8')) as DemoAccounts;
}

function mustHave<T>(found: T | undefined, id: string): T {
  if (found === undefined)
    throw new Error(`reference/demo/accounts.json speaks of ${id}, which the reference units do not have`);
  return found;
}
