import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import type { Database } from '#platform/database/connection.ts';
import { newId } from '#platform/random.ts';
import { issueAccessToken } from './find-actor.ts';
import { insertAccounts, insertHoldings, type NewAccount } from './people-store.ts';
import { hashPassword } from './sign-in.ts';

interface DemoFile {
  readonly password: string;
  readonly decision: string;
  readonly accounts: readonly { signInName: string; name: string; positions: readonly string[] }[];
  readonly citizens: readonly { signInName: string; name: string; personalId: string; phone: string; email: string }[];
  readonly system: { signInName: string; name: string; token: string; positions: readonly string[] };
}

const readDemo = (): DemoFile =>
  JSON.parse(readFileSync(new URL('../../../reference/demo/accounts.json', import.meta.url), 'utf8')) as DemoFile;

/** Named posts of the demo city: everyone is made up, and all share one printed password. Never loaded into a real city. */
export async function loadDemoAccounts(db: Database, now: Temporal.Instant): Promise<void> {
  const demo = readDemo();
  const passwordHash = await hashPassword(demo.password);
  const nobody = { personalId: null, phone: null, email: null, passwordHash };
  const officers = demo.accounts.map(({ signInName, name, positions }) => ({
    account: { ...nobody, accountId: newId(), kind: 'officer', signInName, name } satisfies NewAccount,
    positions,
  }));
  const system = {
    account: {
      ...nobody,
      passwordHash: null,
      accountId: newId(),
      kind: 'system',
      signInName: demo.system.signInName,
      name: demo.system.name,
    } satisfies NewAccount,
    positions: demo.system.positions,
  };
  const citizens = demo.citizens.map((citizen) => ({
    ...citizen,
    accountId: newId(),
    kind: 'citizen' as const,
    passwordHash,
  }));

  await db.transaction().execute(async (transaction) => {
    await insertAccounts(transaction, [...officers.map(({ account }) => account), ...citizens, system.account], now);
    const held = [...officers, system].flatMap(({ account, positions }) =>
      positions.map((positionId) => ({ positionId, accountId: account.accountId })),
    );
    const posts = await postsOf(
      transaction,
      held.map(({ positionId }) => positionId),
    );
    const holdings = held.flatMap(({ positionId, accountId }) => {
      const its = posts.get(positionId);
      if (!its) throw new Error(`the demo gives ${positionId} to somebody, but there is no such position`);
      return its.map((postId) => ({ postId, accountId }));
    });
    await insertHoldings(transaction, holdings, Temporal.Instant.from('2020-03-01T00:00:00+07:00'), demo.decision);
    const { accountId } = system.account;
    await issueAccessToken(
      transaction,
      { accountId, label: 'demo', token: demo.system.token, lastsHours: 24 * 3650 },
      now,
    );
  });
}

async function postsOf(db: Database, positions: readonly string[]): Promise<ReadonlyMap<string, string[]>> {
  const { rows } = await sql<{ positionId: string; posts: string[] }>`
    select position_id as "positionId", array_agg(id) as posts from post
    where position_id = any(${positions}::text[]) group by position_id`.execute(db);
  return new Map(rows.map(({ positionId, posts }) => [positionId, posts]));
}

/** What the start prints, so that a newcomer can sign in. */
export interface DemoSignIns {
  readonly password: string;
  readonly systemToken: string;
  readonly accounts: readonly { readonly signInName: string; readonly name: string; readonly position: string }[];
}

export function demoSignIns(): DemoSignIns {
  const { password, system, accounts, citizens } = readDemo();
  return {
    password,
    systemToken: system.token,
    accounts: [
      ...citizens.map(({ signInName, name }) => ({ signInName, name, position: 'công dân' })),
      ...accounts.map(({ signInName, name, positions }) => ({ signInName, name, position: positions.join(', ') })),
    ],
  };
}
