import { sql } from 'kysely';
import type { Database } from '#platform/database/connection.ts';

/** The number of an account's person as an officer saw it on the card; null while it is only what the person says. */
export async function findProvenPersonalId(db: Database, accountId: string): Promise<string | null> {
  const { rows } = await sql<{ personalId: string }>`
    select personal_id as "personalId" from identity_proof where account_id = ${accountId}::uuid`.execute(db);
  return rows[0]?.personalId ?? null;
}

/** The citizen's account with this sign-in name that states this number. */
export async function selectCitizenToProve(
  db: Database,
  signInName: string,
  personalId: string,
): Promise<{ readonly id: string; readonly name: string } | undefined> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from account
    where kind = 'citizen' and closed_at is null and sign_in_name = ${signInName} and personal_id = ${personalId}`.execute(
    db,
  );
  return rows[0];
}

export async function insertIdentityProof(
  db: Database,
  proof: { readonly accountId: string; readonly personalId: string; readonly by: string | null; readonly seen: string },
  at: Temporal.Instant,
): Promise<void> {
  await sql`
    insert into identity_proof (account_id, personal_id, proven_by_account_id, seen, proven_at)
    values (${proof.accountId}::uuid, ${proof.personalId}, ${proof.by}::uuid, ${proof.seen}, ${at.toString()}::timestamptz)
    on conflict (account_id) do nothing`.execute(db);
}
