import { createHash } from 'node:crypto';
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
let setClock: (at: string) => void;
let api: ReturnType<typeof apiRoutes>;
let visit: PageVisitor;
let head: PageVisitor;
let token: string;
const { password } = demoSignIns();

beforeAll(async () => {
  const city = await openCity(database.db, await openFileStore(folder));
  ({ app, setClock } = city);
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

  test("lead from a number of the leader's board to the cases of its unit and days", async () => {
    const board = await head.get('/lam-viec/dieu-hanh');
    const href = /\/lam-viec\/so-lieu\/dossiers\.received\?[^"]+/.exec(board.text)?.[0].replaceAll('&amp;', '&');
    expect(href).toContain('don-vi=x-00007');
    const behind = await head.get(href ?? '');
    expect(behind.status).toBe(200);
    // November has none of the three of October
    expect(behind.text).not.toMatch(/\/lam-viec\/ho-so\/[0-9a-f-]{36}/);
    expect(behind.text).toContain('01/11/2021');
  });

  test('show a leader the month that is over as of the hour, with what was late when it ended', async () => {
    const board = await head.get('/lam-viec/dieu-hanh?ky=2021-10');
    expect(board.status).toBe(200);
    expect(board.text).toMatch(/tháng 10\/2021, tính đến \d\d:00 /);
    expect(board.text).toContain('hồ sơ quá hạn khi hết kỳ.');
    expect(board.text).toMatch(
      /dossiers\.received\?don-vi=x-00007&amp;tu=01%2F10%2F2021&amp;den=31%2F10%2F2021[^>]*>\s*3/,
    );
  });
});

describe('a period on pages', () => {
  const action = '/lam-viec/so-lieu/chot-ky';
  const page = '/lam-viec/so-lieu/chot-ky?don-vi=x-00007&tu=01%2F09%2F2021&den=30%2F09%2F2021';

  test('is closed by the head of the unit, keeps its numbers with a hash, and can be taken along', async () => {
    const before = await head.get(page);
    expect(before.status).toBe(200);
    expect(before.text).toContain('Chốt kỳ này');
    expect((await head.send(page, action)).location).toContain('/lam-viec/so-lieu/chot-ky');
    const after = await head.get(page);
    expect(after.text).toContain('Đếm lại lúc này vẫn đúng như bản đã chốt.');
    expect(after.text).not.toContain('Chốt kỳ này');
    const [closing] = await json('/figure-closings?unit=x-00007&from=2021-09-01&to=2021-09-30');
    expect(after.text).toContain(closing.sha256);
    const taken = await head.get(page.replace('chot-ky?', 'chot-ky/noi-dung.json?').concat('&phien-ban=1'));
    const { content, sha256 } = JSON.parse(taken.text);
    const sorted = (value: unknown): unknown =>
      Array.isArray(value) || typeof value !== 'object' || value === null
        ? value
        : Object.fromEntries(
            Object.entries(value)
              .sort(([one], [other]) => (one < other ? -1 : 1))
              .map(([name, inner]) => [name, sorted(inner)]),
          );
    expect(
      createHash('sha256')
        .update(JSON.stringify(sorted(content)))
        .digest('hex'),
    ).toBe(sha256);
  });

  test('is restated for a reason only, and says what is different', async () => {
    setClock('2021-11-05T10:00');
    const late = await app.dossiers.receive(
      ward.desk,
      { ...(await sampleSubmission(app, '1.004873', 'x-00007')), channel: 'post' },
      undefined,
      moment('2021-09-28T15:00'),
    );
    if (!late.ok) throw new Error(JSON.stringify(late.refusal));
    const without = await head.send(page, action);
    expect(without.status).toBe(422);
    expect((await head.send(page, action, { reason: 'Nhận qua bưu chính ngày 28/9, nhập ngày 05/11' })).status).toBe(
      303,
    );
    const shown = await head.get(page);
    for (const part of ['Bản 2 khác bản 1', 'Nhận qua bưu chính ngày 28/9', 'Hồ sơ tiếp nhận'])
      expect(shown.text).toContain(part);
  });

  test('is closed by nobody else, and not before it is over', async () => {
    expect((await visit.get(page)).location).toContain('/dang-nhap');
    const empty = page.replaceAll('09%2F2021', '08%2F2021');
    expect((await head.send(empty, action, { 'don-vi': 'q-002' })).status).toBe(403);
    const running = await head.get('/lam-viec/so-lieu/chot-ky?don-vi=x-00007&tu=01%2F11%2F2021&den=30%2F11%2F2021');
    expect(running.text).toContain('Kỳ này chưa hết');
  });
});
