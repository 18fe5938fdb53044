import type pg from 'pg';
import type { FactKeys } from '#modules/figures/rules/fact-row.ts';
import { CopyRows, copyIn, copyLine } from '#platform/database/copy-in.ts';
import { addCase, caseTables, noCaseRows } from './case-rows.ts';
import { insertPart, listJournalTriggers, listParts } from './city-year-store.ts';
import type { WalkedCase } from './rules/case-walk.ts';

/** Rows are sent when they are so long. */
const sentAt = 6_000_000;

/** Where the cases of a kind go: into the tables of every case, and into those of their module. */
export interface CaseRowsWriting {
  add(cases: Iterable<WalkedCase>): Promise<void>;
  /** A row of a table of the module; its tables are filled after the cases. */
  addRow(table: string, values: readonly unknown[]): void;
}

/**
 * Writes cases of a kind in one transaction with the row that says the part is there; a part that is there is left alone.
 * Nobody is told of what was long ago: the triggers of the journal are off meanwhile, and the facts come with the cases.
 * @param tables of the module, each with its columns, in the order in which they refer to one another
 */
export async function writeCases(
  client: pg.PoolClient,
  part: string,
  keys: FactKeys,
  tables: Readonly<Record<string, readonly string[]>>,
  write: (writer: CaseRowsWriting) => Promise<void>,
): Promise<void> {
  if ((await listParts(client)).has(part)) return;
  const rows = noCaseRows();
  const own = new Map(Object.keys(tables).map((table) => [table, new CopyRows()]));
  const send = async () => {
    for (const table of Object.keys(caseTables) as (keyof typeof caseTables)[]) {
      await copyIn(client, table, caseTables[table], rows[table]);
      rows[table].clear();
    }
  };
  await client.query('begin');
  try {
    const triggers = await listJournalTriggers(client);
    for (const trigger of triggers) await client.query(`alter table journal disable trigger ${trigger}`);
    await write({
      add: async (cases) => {
        for (const one of cases) addCase(rows, one, keys);
        if (rows.journal.length > sentAt) await send();
      },
      addRow: (table, values) => own.get(table)?.add(copyLine(values as Parameters<typeof copyLine>[0])),
    });
    await send();
    for (const [table, columns] of Object.entries(tables)) await copyIn(client, table, columns, own.get(table)!);
    for (const trigger of triggers) await client.query(`alter table journal enable trigger ${trigger}`);
    await insertPart(client, part, 0);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}
