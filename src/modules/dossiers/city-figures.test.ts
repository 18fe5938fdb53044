import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { App } from '#app.ts';
import { openFileStore } from '#platform/file-store.ts';
import { openCity, ward } from '../../../tests/city.ts';
import { freshDatabase } from '../../../tests/on-database.ts';
import { sampleSubmission } from '../../../tests/sample-submission.ts';

const database = await freshDatabase();
const folder = mkdtempSync(join(tmpdir(), 'motcua-files-'));
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true });
});
let app: App;
let setClock: (at: string) => void;
beforeAll(async () => {
  ({ app, setClock } = await openCity(database.db, await openFileStore(folder)));
});

async function receive(at: string): Promise<void> {
  setClock(at);
  const done = await app.dossiers.receive(ward.desk, await sampleSubmission(app, '1.004873', 'x-00007'));
  if (!done.ok) throw new Error(JSON.stringify(done.refusal));
}

test('the numbers of the month count each dossier once, and call late what the clock calls late', async () => {
  await receive('2021-10-29T09:00');
  await receive('2021-11-04T09:00');
  await receive('2021-11-05T09:00');
  // three working days from 29/10 end on 03/11; those of November run on
  expect(await app.dossiers.monthFigures()).toEqual({ accepted: 2, settled: 0, inTime: 0, lateNow: 1 });
  setClock('2021-11-09T17:30');
  // the last day of the second is over at midnight, not at closing time
  expect(await app.dossiers.monthFigures()).toMatchObject({ lateNow: 1 });
  setClock('2021-11-10T00:00');
  expect(await app.dossiers.monthFigures()).toMatchObject({ lateNow: 2 });
});
