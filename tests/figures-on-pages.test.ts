import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { App } from '#app.ts';
import { demoSignIns } from '#modules/people/index.ts';
import { openFileStore } from '#platform/file-store.ts';
import { apiRoutes } from '#surfaces/api/routes.ts';
import { createServer } from '#surfaces/web/server.ts';
import { loadDemoCity } from '../src/load-demo-city.ts';
import { openCity, ward } from './city.ts';
import { moment } from './dossier-walk.ts';
import { freshDatabase } from './on-database.ts';
import { PageVisitor } from './page-visitor.ts';
import { sampleSubmission } from './sample-submission.ts';

const database = await freshDatabase();
const folder = mkdtempSync(join(tmpdir(), 'motcua-figure-pages-'));
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true });
});

let app: App;
let api: ReturnType<typeof apiRoutes>;
let visit: PageVisitor;
let head: PageVisitor;
let token: string;
const { password } = demoSignIns();

beforeAll(async () => {
  const city = await openCity(database.db, await openFileStore(folder));
  ({ app } = city);
  await loadDemoCity(database.db, moment('2021-10-01T08:00'), () => undefined);
  for (const at of ['2021-10-04T09:00', '2021-10-05T09:00', '2021-10-27T09:00']) {
    city.setClock(at);
    const done = await app.dossiers.receive(ward.desk, await sampleSubmission(app, '1.004873', 'x-00007'));
    if (!done.ok) throw new Error(JSON.stringify(done.refusal));
  }
  city.setClock('2021-11-05T09:00');
  api = apiRoutes(app);
  const server = createServer({ app, settings: { publicUrl: undefined }, isReady: async () => true });
  visit = new PageVisitor(server as never);
  head = new PageVisitor(server as never);
  await head.send('/dang-nhap', '/dang-nhap', { signInName: 'chutich.congvi', password });
  const signedIn = await api.request('/tokens', {
    method: 'POST',
    body: JSON.stringify({ signInName: 'chutich.congvi', password }),
  });
  ({ token } = (await signedIn.json()) as { token: string });
});

const received = '/figures/dossiers.received?from=2021-10-01&to=2021-10-31';
// biome-ignore lint/suspicious/noExplicitAny: an answer read as an outsider reads it
const json = async (path: string, headers: Record<string, string> = {}): Promise<any> =>
  (await api.request(path, { headers })).json();
const bearer = () => ({ authorization: `Bearer ${token}` });

describe('figures through the API', () => {
  test('come with definition, value and lines, as of any moment, for anyone', async () => {
    const answer = await json(`${received}&by=branch`);
    expect(answer).toMatchObject({
      id: 'dossiers.received',
      unit: 'hn',
      value: { number: 3, printed: { vi: '3' } },
      lines: [{ key: 'q-001', label: { vi: 'Quận Ba Đình' }, value: { number: 3 } }],
      broken: [],
    });
    expect((await json(`${received}&asOf=2021-10-04`)).value.number).toBe(1);
    expect((await json(`${received}&unit=q-002`)).value.number).toBe(0);
    expect(await json('/figures')).toHaveLength(app.figures.catalogue.length);
  });

  test('come as CSV and as .xlsx, each row with period and definition', async () => {
    const csv = await (await api.request(`${received}&format=csv&by=month`)).text();
    expect(csv.split('\r\n')[1]).toContain('dossiers.received,Hồ sơ tiếp nhận,,3,hồ sơ,hn,01/10/2021,31/10/2021');
    const xlsx = new Uint8Array(await (await api.request(`${received}&format=xlsx`)).arrayBuffer());
    expect(String.fromCharCode(...xlsx.slice(0, 2))).toBe('PK');
  });

  test('show the cases behind them to officers of the unit only', async () => {
    const path = received.replace('?', '/cases?');
    expect((await json(path)).code).toBe('not-signed-in');
    expect((await json(path, bearer())).code).toBe('figure-cases-not-yours');
    const page = await json(`${path}&unit=x-00007&most=2`, bearer());
    expect(page.cases).toHaveLength(2);
    const rest = await json(`${path}&unit=x-00007&after=${page.next}`, bearer());
    expect([rest.cases.length, rest.next]).toEqual([1, null]);
  });

  test('of a register show its entries', async () => {
    expect(await json('/figures/legal.issued/entries?from=2021-01-01&to=2021-10-30')).toEqual({
      entries: [],
      next: null,
    });
    expect((await json('/figures/org.communes/entries')).code).toBe('figure-has-no-entries');
  });

  test('are closed by the head of the unit, and the closing can be read by anyone', async () => {
    const wish = JSON.stringify({ unit: 'x-00007', from: '2021-10-01', to: '2021-10-31' });
    const closed = await api.request('/figure-closings', { method: 'POST', body: wish, headers: bearer() });
    expect(closed.status).toBe(200);
    const [closing] = await json('/figure-closings?unit=x-00007&from=2021-10-01&to=2021-10-31');
    expect(closing).toMatchObject({ version: 1, figures: { 'dossiers.received': { steps: 3 } }, restated: [] });
    const again = await api.request('/figure-closings', { method: 'POST', body: wish, headers: bearer() });
    expect(again.status).toBe(409);
  });

  test('refuse what cannot be understood in words', async () => {
    expect((await json('/figures/dossiers.received?from=30/10')).code).toBe('figure-question-wrong');
    expect((await json('/figures/dossiers.received?by=weather')).code).toBe('figure-question-wrong');
    expect((await json('/figures/no.such')).code).toBe('figure-unknown');
  });
});

describe('figures on pages', () => {
  test('show definition, number, months and files to anyone', async () => {
    const page = await visit.get('/cong-khai/so-lieu/dossiers.received?tu=01/09/2021&den=31/10/2021');
    expect(page.status).toBe(200);
    for (const part of ['Hồ sơ được tiếp nhận', '3 hồ sơ', 'Tháng 10/2021', 'Tải về .xlsx', 'Thông tư 01/2020'])
      expect(page.text).toContain(part);
    expect(page.text).not.toContain('/lam-viec/so-lieu');
    expect((await visit.get('/cong-khai/so-lieu/no.such')).status).toBe(404);
    expect((await visit.get('/cong-khai/so-lieu/dossiers.received?tu=hom+qua')).status).toBe(422);
    expect((await visit.get('/cong-khai/so-lieu')).text).toContain('Chỉ số 9');
  });

  test('lead an officer to the cases behind the number, of the own unit and no other', async () => {
    const address = '/lam-viec/so-lieu/dossiers.received?tu=01/10/2021&den=31/10/2021';
    const page = await head.get(address);
    expect(page.status).toBe(200);
    expect(page.text.match(/\/lam-viec\/ho-so\/[0-9a-f-]{36}/g)).toHaveLength(3);
    expect((await head.get(`${address}&don-vi=q-002`)).status).toBe(403);
    expect((await visit.get(address)).location).toContain('/dang-nhap');
  });
});
