import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openFileStore } from '#platform/file-store.ts';
import { openCity } from '../../../tests/city.ts';
import { freshDatabase } from '../../../tests/on-database.ts';
import { createServer } from './server.ts';

const database = await freshDatabase();
const folder = mkdtempSync(join(tmpdir(), 'motcua-server-'));
const { app } = await openCity(database.db, await openFileStore(folder));
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

let isReady = async () => true;
const server = createServer({ app, settings: { publicUrl: 'https://motcua.example.vn' }, isReady: () => isReady() });
const ask = (path: string, init?: RequestInit) => server.request(`http://localhost${path}`, init);

test('/healthz says ok while the program is alive', async () => {
  expect(await (await ask('/healthz')).text()).toBe('ok');
});

test('/readyz is ready only with the database there and every migration applied', async () => {
  expect((await ask('/readyz')).status).toBe(200);
  isReady = async () => false;
  expect(await (await ask('/readyz')).json()).toEqual({ ready: false, reasons: ['migrations-pending'] });
  isReady = () => Promise.reject(new Error('down'));
  const down = await ask('/readyz');
  expect([down.status, await down.json()]).toEqual([503, { ready: false, reasons: ['database-unreachable'] }]);
  isReady = async () => true;
});

test.each(['/nothing-here', '/en/nothing-here'])('%s is not found, with a page that leads on', async (path) => {
  const answered = await ask(path);
  expect(answered.status).toBe(404);
  const text = await answered.text();
  expect(text).toContain(path.startsWith('/en') ? 'href="/en/tra-cuu"' : 'href="/tra-cuu"');
});

test('behind https, cookies are secure and browsers are told to stay with https', async () => {
  const answered = await ask('/');
  expect(answered.headers.get('strict-transport-security')).toContain('max-age=');
  expect(answered.headers.get('set-cookie')).toMatch(/motcua_form=.*HttpOnly.*Secure.*SameSite=Lax/i);
});

test('pages, assets and API stand side by side', async () => {
  const home = await (await ask('/')).text();
  const sheet = /href="(\/assets\/site\.[^"]+\.css)"/.exec(home)?.[1] ?? '';
  expect((await ask(sheet)).headers.get('content-type')).toContain('text/css');
  expect((await ask('/api/openapi.json')).status).toBe(200);
  expect((await ask('/robots.txt')).status).toBe(200);
});

test('every link of the first pages leads somewhere', async () => {
  const seen = new Set<string>();
  for (const page of ['/', '/thu-tuc', '/tra-cuu', '/dang-nhap', '/gioi-thieu/tro-nang', '/en', '/en/thu-tuc']) {
    const html = await (await ask(page)).text();
    for (const [, href = ''] of html.matchAll(/<a[^>]* href="(\/[^"#]*)"/g)) seen.add(href.replaceAll('&amp;', '&'));
  }
  const broken: string[] = [];
  for (const href of seen) if ((await ask(href)).status >= 400) broken.push(href);
  expect(broken).toEqual([]);
});
