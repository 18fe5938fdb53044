import type pg from 'pg';
import { copyIn } from '#platform/database/copy-in.ts';
import { insertPart, pagesOf, settlePages } from './city-year-store.ts';
import { addRows, type DossierRows, type DossierTable, dossierTables, noRows } from './dossier-rows.ts';
import { liveThrough } from './rules/live-through.ts';
import type { LivingWorld } from './rules/living-world.ts';
import type { AgencyPlan } from './rules/plan-agency.ts';

/** A part of the year: some working days at some agencies. */
export interface Window {
  readonly part: string;
  readonly firstDay: number;
  readonly lastDay: number;
}

/** Rows are sent when they are so long: a few megabytes, however many dossiers the window has. */
const sentAt = 6_000_000;
/** After so many dossiers the connection gets a turn. */
const turn = 40;

/**
 * Lives every dossier of a window and writes it in one transaction, with the row that says the part is there.
 * While rows are on their way to the database the next ones are made.
 */
export async function loadWindow(
  client: pg.ClientBase,
  world: LivingWorld,
  plans: readonly AgencyPlan[],
  { part, firstDay, lastDay }: Window,
  tell: (dossiers: number) => void,
): Promise<number> {
  // one is filled while the other is on its way
  let rows = noRows();
  let sent = noRows();
  let sending: Promise<void> = Promise.resolve();
  let dossiers = 0;
  let untold = 0;
  const tables = Object.keys(dossierTables);
  const before = await pagesOf(client, tables);
  await client.query('begin');
  try {
    for (const plan of plans) {
      const [from, to] = plan.slice(firstDay, lastDay);
      for (let nth = from; nth < to; nth++) {
        const lived = liveThrough(world, plan.at(nth));
        if (!lived) continue;
        addRows(rows, lived, world.factKeys);
        dossiers += 1;
        untold += 1;
        if (dossiers % turn === 0) {
          await new Promise((resume) => setImmediate(resume));
          if (rows.journal.length > sentAt) {
            await sending;
            sending = send(client, rows);
            sending.catch(() => undefined);
            [rows, sent] = [sent, rows];
            tell(untold);
            untold = 0;
          }
        }
      }
    }
    await sending;
    await send(client, rows);
    await insertPart(client, part, dossiers);
    await client.query('commit');
  } catch (error) {
    await sending.catch(() => undefined);
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
  await settlePages(client, before);
  tell(untold);
  return dossiers;
}

async function send(client: pg.ClientBase, rows: DossierRows): Promise<void> {
  for (const table of Object.keys(dossierTables) as DossierTable[]) {
    await copyIn(client, table, dossierTables[table], rows[table]);
    rows[table].clear();
  }
}
