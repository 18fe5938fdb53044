import { sql } from 'kysely';
import type { Database } from '#platform/database/connection.ts';

/** Where transfers to an agency go. */
export interface ReceivingAccount {
  /** Null: for every agency that has no account of its own. */
  readonly agencyId: string | null;
  /** The bank by its number of six digits. */
  readonly bankBin: string;
  readonly accountNumber: string;
  readonly accountName: string;
  readonly source: string;
}

/** The account of an agency, or the common one; undefined when transfers cannot be taken. */
export async function findReceivingAccount(db: Database, agencyId: string): Promise<ReceivingAccount | undefined> {
  const { rows } = await sql<ReceivingAccount>`
    select agency_id as "agencyId", bank_bin as "bankBin", account_number as "accountNumber",
      account_name as "accountName", source
    from receiving_account where agency_id = ${agencyId} or agency_id is null
    order by agency_id nulls last limit 1`.execute(db);
  return rows[0];
}

export async function insertReceivingAccount(db: Database, account: ReceivingAccount): Promise<void> {
  const { agencyId, bankBin, accountNumber, accountName, source } = account;
  await sql`
    insert into receiving_account (agency_id, bank_bin, account_number, account_name, source)
    values (${agencyId}, ${bankBin}, ${accountNumber}, ${accountName}, ${source})`.execute(db);
}

/** How the lines of a statement name the account they are of. */
export const accountSource = ({ bankBin, accountNumber }: ReceivingAccount): string => `${bankBin}-${accountNumber}`;
