import { readFileSync } from 'node:fs';
import type { Database } from '#platform/database/connection.ts';
import { type DeskSetting, insertDeskSetting } from './desk-store.ts';

const file = new URL('../../../reference/demo/desks.json', import.meta.url);

/** Counters and opening hours of the desks of the demo city. */
export async function loadDemoDesks(db: Database): Promise<void> {
  const { desks } = JSON.parse(readFileSync(file, 'utf8')) as { desks: readonly DeskSetting[] };
  for (const desk of desks) await insertDeskSetting(db, desk);
}
