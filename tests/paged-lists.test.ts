import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoSignIns } from '#modules/people/index.ts';
import { openFileStore } from '#platform/file-store.ts';
import { createServer } from '#surfaces/web/server.ts';
import { loadDemoCity } from '../src/load-demo-city.ts';
import { openCity } from './city.ts';
import { moment } from './dossier-walk.ts';
import { freshDatabase } from './on-database.ts';
import { PageVisitor } from './page-visitor.ts';

const database = await freshDatabase();
const folder = mkdtempSync(join(tmpdir(), 'motcua-paged-'));
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true });
});

let head: PageVisitor;
beforeAll(async () => {
  const { app } = await openCity(database.db, await openFileStore(folder));
  await loadDemoCity(database.db, moment('2021-11-01T08:00'), () => undefined);
  head = new PageVisitor(createServer({ app, settings: { publicUrl: undefined }, isReady: async () => true }) as never);
  const { password } = demoSignIns();
  await head.send('/dang-nhap', '/dang-nhap', { signInName: 'chutich.badinh', password });
});

const dashes = '-'.repeat(36);
const id = '0177039c-c630-7261-9f38-8ca615244782';
const keys = [`----------|${dashes}`, `2021-11-05T02:00:00Z|${dashes}`, `9999-99-99T99:99:99Z|${id}`, `|${id}`, dashes];

test.each([
  '/phan-anh?',
  '/lam-viec?',
  '/lam-viec/nhiem-vu?',
  '/lam-viec/don-doc?',
  '/lam-viec/so-lieu/dossiers.received?',
  '/cong-khai/kiem-tra?',
])('%s begins anew when the key of its next page cannot be read, and never fails', async (path) => {
  for (const key of keys) {
    const page = await head.get(`${path}${new URLSearchParams({ sau: key })}`);
    expect([key, page.status]).toEqual([key, 200]);
  }
});

test('an id that is none is answered in words: not found, or the form again', async () => {
  for (const path of ['/lam-viec/viec/', '/lam-viec/ho-so/', '/lam-viec/kiem-tra/moi?lai=', '/lam-viec/ke-hoach/'])
    expect((await head.get(`${path}${dashes}`)).status).toBeLessThan(500);
});
