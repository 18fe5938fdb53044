import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { App } from '#app.ts';
import { demoSignIns, loadDemoAccounts } from '#modules/people/index.ts';
import { askRegisterFigures, readDefinitions, shippedRegisters } from '#modules/registers/index.ts';
import { openFileStore } from '#platform/file-store.ts';
import { apiRoutes } from '#surfaces/api/routes.ts';
import { portalRoutes } from '#surfaces/portal/routes.ts';
import { webShell } from '#surfaces/web/web-shell.ts';
import { workspaceRoutes } from '#surfaces/workspace/routes.ts';
import { openCity } from './city.ts';
import { moment } from './dossier-walk.ts';
import { freshDatabase } from './on-database.ts';
import { type Answered, PageVisitor, type Sent } from './page-visitor.ts';

const database = await freshDatabase();
const folder = mkdtempSync(join(tmpdir(), 'motcua-register-pages-'));
const { password } = demoSignIns();
let app: App;
let shell: ReturnType<typeof webShell>;
let api: ReturnType<typeof apiRoutes>;

/** A register nobody has heard of: this one definition is all there is of it. */
const trees = {
  id: 'street-trees',
  name: { vi: 'Cây xanh đường phố', en: 'Street trees' },
  entry: { vi: 'Cây', en: 'Tree' },
  purpose: { vi: 'Cây được trồng và chăm sóc.', en: 'Trees planted and kept.' },
  group: { vi: 'Môi trường', en: 'Environment' },
  source: 'NĐ 64/2010/NĐ-CP',
  owners: ['ward'],
  public: true,
  writers: [{ roles: ['records-clerk'] }],
  approvers: [{ roles: ['agency-head'], parts: [] }],
  fields: {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    properties: {
      street: { type: 'string', maxLength: 100, label: { vi: 'Đường', en: 'Street' } },
      plantedOn: { type: 'string', format: 'date', label: { vi: 'Ngày trồng', en: 'Planted on' } },
      trees: { type: 'integer', minimum: 1, maximum: 1000, label: { vi: 'Số cây', en: 'Trees' } },
      note: { type: 'string', maxLength: 200, label: { vi: 'Ghi chú nội bộ', en: 'Note' }, internal: true },
    },
    required: ['street', 'plantedOn', 'trees'],
    additionalProperties: false,
  },
  listed: ['street', 'plantedOn', 'trees'],
  key: ['unit', 'street', 'plantedOn'],
  checks: [],
  feeds: [{ figureId: 'trees.planted', kind: 'sum', field: 'trees', dateField: 'plantedOn' }],
};

beforeAll(async () => {
  const definitions = join(folder, 'registers');
  mkdirSync(definitions);
  writeFileSync(join(definitions, 'street-trees.json'), JSON.stringify(trees));
  const registerCatalogue = new Map([...shippedRegisters(), ...readDefinitions(definitions)]);
  ({ app } = await openCity(database.db, await openFileStore(folder), '2021-11-05T09:00', { registerCatalogue }));
  await loadDemoAccounts(database.db, moment('2021-11-05T08:00'));
  shell = webShell(app, (router) => {
    portalRoutes(app)(router);
    workspaceRoutes(app)(router);
  });
  api = apiRoutes(app);
});
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

async function signedIn(signInName: string): Promise<PageVisitor> {
  const visitor = new PageVisitor(shell);
  const answer = await visitor.send('/dang-nhap', '/dang-nhap', { signInName, password });
  expect(answer.status).toBe(303);
  return visitor;
}

const plain = (answer: Answered) => answer.text.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
const to = (register: string, rest = '') => `/lam-viec/so/${register}${rest}`;
const aTree = (street: string, more: Sent = {}) => ({
  'f-street': street,
  'f-plantedOn': '01/06/2021',
  'f-trees': '12',
  'f-note': 'gần trường học',
  ...more,
});

/** Records an entry through the form. @returns its address */
async function record(visitor: PageVisitor, street: string): Promise<string> {
  const done = await visitor.send(to('street-trees', '/ghi'), to('street-trees', '/ghi'), aTree(street));
  expect(done.status).toBe(303);
  return done.location.split('?')[0] ?? '';
}

describe('a register is its definition and nothing else', () => {
  test('it is listed, written, approved, published, exported and counted', async () => {
    const clerk = await signedIn('vanthu.congvi');
    const chair = await signedIn('chutich.congvi');
    expect(plain(await clerk.get('/lam-viec/so'))).toContain('Cây xanh đường phố');
    const address = await record(clerk, 'Phố Đội Cấn');
    expect(plain(await new PageVisitor(shell).get('/cong-khai/so/street-trees'))).toContain('0 mục');
    expect((await chair.send(address, `${address}/duyet`)).location).toContain('xong=duyet');

    const shown = plain(await new PageVisitor(shell).get('/cong-khai/so/street-trees'));
    expect(shown).toContain('Phố Đội Cấn');
    const id = address.split('/').at(-1);
    const one = plain(await new PageVisitor(shell).get(`/cong-khai/so/street-trees/${id}`));
    expect(one).toContain('Số cây 12');
    expect(one, 'what is internal stays inside').not.toContain('gần trường học');
    const csv = (await new PageVisitor(shell).get('/cong-khai/so/street-trees/tai-ve.csv')).text;
    expect(csv).toContain('"Phường Cống Vị, Quận Ba Đình",Phố Đội Cấn,01/06/2021,12');
    expect(csv).not.toContain('gần trường học');
    expect((await clerk.get(to('street-trees', '/tai-ve.csv'))).text).toContain('gần trường học');

    const day = (written: string) => Temporal.PlainDate.from(written);
    const asked = { figureIds: ['trees.planted'], unitIds: ['q-001'], from: day('2021-01-01'), to: day('2021-12-31') };
    const catalogue = new Map(app.registers.all().map((register) => [register.id, register]));
    const figures = await askRegisterFigures(database.db, { ...asked, asOf: moment('2021-11-05T09:00') }, catalogue);
    expect(figures).toMatchObject([{ unitId: 'q-001', value: 12 }]);
  });

  test('a correction waits, and until then the public reads what was approved', async () => {
    const clerk = await signedIn('vanthu.congvi');
    const chair = await signedIn('chutich.congvi');
    const address = await record(clerk, 'Phố Vạn Bảo');
    await chair.send(address, `${address}/duyet`);
    const corrected = await clerk.send(`${address}/sua`, `${address}/sua`, {
      ...aTree('Phố Vạn Bảo', { 'f-trees': '15' }),
      reason: 'đếm lại',
    });
    expect(corrected.location).toContain('xong=sua');
    const shown = plain(await clerk.get(address));
    expect(shown).toContain('Số cây: trước: 12 sau: 15');
    expect(shown).toContain('số liệu vẫn tính theo lần 2');
    const id = address.split('/').at(-1);
    expect(plain(await new PageVisitor(shell).get(`/cong-khai/so/street-trees/${id}`))).toContain('Số cây 12');
    expect((await new PageVisitor(shell).get('/cong-khai/so/street-trees/tai-ve.csv')).text).not.toContain(',15');
  });

  test('two people who look at the same version do not overwrite each other', async () => {
    const clerk = await signedIn('vanthu.congvi');
    const address = await record(clerk, 'Phố Linh Lang');
    const fields = { ...aTree('Phố Linh Lang', { 'f-trees': '20' }), reason: 'lần một', seen: '1' };
    expect((await clerk.send(`${address}/sua`, `${address}/sua`, fields)).status).toBe(303);
    const late = await clerk.send(`${address}/sua`, `${address}/sua`, {
      ...fields,
      'f-trees': '30',
      reason: 'lần hai',
    });
    expect(late.status).toBe(409);
    expect(plain(late)).toContain('Người khác vừa thay đổi');
  });
});

describe('who sees what', () => {
  test('a register and an entry of another agency look as if they were not there', async () => {
    const clerk = await signedIn('vanthu.congvi');
    const address = await record(clerk, 'Phố Kim Mã');
    const stranger = await signedIn('vanthu.coloa');
    expect((await stranger.get(address)).status).toBe(404);
    expect((await stranger.get(`${address}/sua`)).status).toBe(404);
    expect((await stranger.get(to('no-such-register'))).status).toBe(404);
    expect((await (await signedIn('cong.dan.1')).get('/lam-viec/so')).status).toBe(404);
    expect((await new PageVisitor(shell).get('/lam-viec/so')).location).toContain('/dang-nhap');
    const above = await signedIn('chutich.badinh');
    expect((await above.get(address)).status, 'the district reads its communes').toBe(200);
    expect(plain(await above.get(address))).not.toContain('Rút khỏi sổ');
  });

  test('a register that is not public has no public page, file or answer', async () => {
    for (const path of ['/cong-khai/so/public-assets', '/cong-khai/so/public-assets/tai-ve.csv']) {
      expect((await new PageVisitor(shell).get(path)).status).toBe(404);
    }
    expect((await api.request('/registers/public-assets/entries')).status).toBe(404);
    expect(plain(await new PageVisitor(shell).get('/cong-khai/so'))).not.toContain('Tài sản công');
  });

  test('who may not write has no form and no way around it', async () => {
    const handler = await signedIn('diachinh.congvi');
    expect(plain(await handler.get(to('street-trees')))).not.toContain('Ghi mục mới');
    expect((await handler.get(to('street-trees', '/ghi'))).status).toBe(403);
    const clerk = await signedIn('vanthu.congvi');
    const page = await clerk.get(to('street-trees', '/ghi'));
    const csrf = /name="csrf" value="([^"]+)"/.exec(page.text)?.[1] ?? '';
    const forged = await clerk.post(to('street-trees', '/ghi'), {
      csrf,
      key: 'forged-key',
      unit: 'x-00004',
      ...aTree('Lạ'),
    });
    expect(forged.status).toBe(403);
  });
});

describe('an import through the pages', () => {
  const csv = (text: string) => new File([text], 'cay.csv', { type: 'text/csv' });
  const importing = async (visitor: PageVisitor, file: File) =>
    visitor.send(to('street-trees', '/nhap'), to('street-trees', '/nhap'), { file });

  test('tells every wrong row, and enters the others when told so', async () => {
    const clerk = await signedIn('vanthu.congvi');
    const looked = await importing(
      clerk,
      csv('Đường;Ngày trồng;Số cây\nPhố A;02/06/2021;3\nPhố B;31/06/2021;3\nPhố C;02/06/2021;=1+1\n'),
    );
    expect(looked.status).toBe(303);
    const report = plain(await clerk.get(looked.location));
    expect(report).toContain('Dòng 3 Ngày trồng');
    expect(report).toContain('Dòng 4 Số cây');
    const done = await clerk.send(looked.location, looked.location);
    expect(done.location).toContain('so=1');
    expect((await (await signedIn('chutich.congvi')).get(looked.location)).status, 'it is its sender’s').toBe(404);
  });

  test('files that cannot be read are refused in words, at the field', async () => {
    const clerk = await signedIn('vanthu.congvi');
    const refusedWith = async (content: BlobPart, name = 'x.csv') => {
      const answer = await importing(clerk, new File([content], name));
      expect(answer.status).toBeGreaterThanOrEqual(400);
      return plain(answer);
    };
    expect(await refusedWith('Đường;Số cây\n\0;2')).toContain('Không đọc được tệp này như một bảng tính');
    expect(await refusedWith(new Uint8Array([0x54, 0xea, 0x0a]))).toContain('UTF-8');
    expect(await refusedWith('Đường;Số cây\nA;2')).toContain('“Ngày trồng”');
    expect(await refusedWith('%PDF-1.4')).toContain('thiếu cột');
    expect(await refusedWith(`Đường;Ngày trồng;Số cây\n${'A;01/01/2021;1\n'.repeat(20_002)}`)).toContain('20001');
    const nothing = await clerk.send(to('street-trees', '/nhap'), to('street-trees', '/nhap'), { file: csv('') });
    expect(nothing.status).toBe(422);
  });

  test('the template has the columns an import reads', async () => {
    const clerk = await signedIn('vanthu.congvi');
    const template = await clerk.get(to('street-trees', '/mau.xlsx'));
    expect(template.headers.get('content-type')).toContain('spreadsheetml');
  });
});

describe('the same through the API', () => {
  const token = async (signInName: string) => {
    const body = JSON.stringify({ signInName, password });
    const answer = await api.request('/tokens', { method: 'POST', body });
    return ((await answer.json()) as { token: string }).token;
  };
  const ask = async (path: string, by?: string, body?: unknown, headers: Record<string, string> = {}) => {
    const answer = await api.request(path, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { ...(by ? { authorization: `Bearer ${by}` } : {}), ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    // biome-ignore lint/suspicious/noExplicitAny: what an outsider reads
    return { status: answer.status, body: (await answer.json()) as any };
  };

  test('record, correct, approve, withdraw; every answer says what stands', async () => {
    const clerk = await token('vanthu.congvi');
    const chair = await token('chutich.congvi');
    const path = '/registers/street-trees/entries';
    const entry = { unitId: 'x-00007', values: { street: 'Phố Liễu Giai', plantedOn: '2021-05-01', trees: 7 } };
    const key = { 'idempotency-key': 'tree-1' };
    const made = await ask(path, clerk, entry, key);
    expect((await ask(path, clerk, entry, key)).body.id).toBe(made.body.id);
    const one = `${path}/${made.body.id}`;
    expect((await ask(`${one}/approve`, clerk, { seen: 1 })).body.code).toBe('register-approval-not-yours');
    expect((await ask(`${one}/approve`, chair, { seen: 1 })).body).toEqual({ version: 2 });
    const values = { ...entry.values, trees: 8 };
    expect((await ask(`${one}/correct`, clerk, { seen: 2, values, reason: 'đếm lại' })).body).toEqual({ version: 3 });
    const read = (await ask(one, clerk)).body;
    expect(read).toMatchObject({ standing: 'proposed', version: 3, countingVersion: 2, values: { trees: 8 } });
    expect(read.versions.length).toBe(3);
    const shown = (await ask(`${path}?q=lieu%20giai`)).body.entries;
    expect(shown).toMatchObject([{ values: { trees: 7 }, version: 2 }]);
    expect((await ask(`${one}/withdraw`, chair, { seen: 3, reason: 'trồng lại' })).body).toEqual({ version: 4 });
    expect((await ask(`${path}?q=lieu%20giai`)).body.entries).toEqual([]);
  });

  test('bad values are refused with the code and the field', async () => {
    const clerk = await token('vanthu.congvi');
    const path = '/registers/street-trees/entries';
    const recording = async (values: object) => (await ask(path, clerk, { unitId: 'x-00007', values })).body;
    expect(await recording({ street: 'A', plantedOn: '2021-02-30', trees: 1 })).toMatchObject({
      code: 'register-value-wrong',
      field: 'plantedOn',
    });
    expect(await recording({ street: 'A', plantedOn: '2021-02-03', trees: 0 })).toMatchObject({
      code: 'register-value-low',
      field: 'trees',
    });
    expect(await recording({ street: 'A', plantedOn: '2021-02-03', trees: 1, colour: 'x' })).toMatchObject({
      code: 'register-field-unknown',
    });
    expect(await recording({ street: 'A\0', plantedOn: '2021-02-03', trees: 1 })).toMatchObject({
      code: 'characters-not-usable',
    });
    expect(await recording({ street: 'x'.repeat(101), plantedOn: '2021-02-03', trees: 1 })).toMatchObject({
      code: 'register-value-long',
    });
    expect((await ask(path, undefined, { unitId: 'x-00007', values: {} })).status).toBe(401);
    expect((await ask('/registers/nothing/entries', clerk, { unitId: 'x-00007', values: {} })).status).toBe(404);
  });

  test('the core databases are a DCAT catalogue in JSON-LD', async () => {
    const clerk = await token('vanthu.badinh');
    const chair = await token('chutich.badinh');
    const values = {
      name: 'Cơ sở dữ liệu hồ sơ Một Cửa',
      description: 'Hồ sơ và kết quả',
      access: 'service',
      cycle: 'at-once',
      listedOn: '2021-01-15',
      keywords: ['hồ sơ', 'thủ tục'],
      quality: 'nội bộ',
    };
    const made = await ask('/registers/core-databases/entries', clerk, { unitId: 'q-001', values });
    await ask(`/registers/core-databases/entries/${made.body.id}/approve`, chair, { seen: 1 });
    const { body } = await ask('/registers/core-databases/dcat');
    expect(body['@type']).toBe('dcat:Catalog');
    expect(body['dcat:dataset']).toMatchObject([
      {
        '@type': 'dcat:Dataset',
        'dct:title': { '@language': 'vi', '@value': values.name },
        'dcat:keyword': values.keywords,
        'dct:issued': { '@type': 'xsd:date', '@value': '2021-01-15' },
        'dct:publisher': { 'foaf:name': 'Quận Ba Đình' },
      },
    ]);
    expect(JSON.stringify(body)).not.toContain('nội bộ');
    expect((await ask('/registers/training-classes/dcat')).status).toBe(404);
    expect((await ask('/registers')).body.length).toBe(shippedRegisters().size + 1);
  });
});
