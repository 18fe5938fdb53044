import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createApp } from '#app.ts';
import { openFileStore } from '#platform/file-store.ts';
import { loadReferenceData } from '../src/load-demo-city.ts';
import { ward } from './city.ts';
import { moment } from './dossier-walk.ts';
import { freshDatabase } from './on-database.ts';

const database = await freshDatabase();
const folder = mkdtempSync(join(tmpdir(), 'motcua-figures-of-now-'));
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true });
});

test('a figure asked for without a moment is of now, however the clock runs on meanwhile', async () => {
  await loadReferenceData(database.db, () => undefined);
  let now = moment('2021-11-05T09:00');
  const clock = {
    now: () => {
      now = now.add({ milliseconds: 1 });
      return now;
    },
  };
  const app = createApp({ db: database.db, files: await openFileStore(folder), clock });
  const day = Temporal.PlainDate.from('2021-11-05');
  const asked = await app.figures.ask({ ids: ['dossiers.received'], from: day, to: day });
  expect(asked.ok || asked.refusal).toBe(true);
  const behind = await app.figures.casesBehind(
    ward.signatory,
    { id: 'dossiers.received', from: day, to: day, unitId: 'x-00007' },
    { most: 10 },
  );
  expect(behind.ok || behind.refusal).toBe(true);
});
