import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CityGround } from '#modules/organisation/index.ts';
import { getCityGround } from '#modules/organisation/index.ts';
import { openFileStore } from '#platform/file-store.ts';
import { writeSpreadsheet } from '#platform/spreadsheet/write-spreadsheet.ts';
import { accountId, officerOf, openCity } from '../../../tests/city.ts';
import { moment } from '../../../tests/dossier-walk.ts';
import { freshDatabase } from '../../../tests/on-database.ts';
import {
  approveEntry,
  askRegisterFigures,
  correctEntry,
  enterImport,
  entriesBehind,
  findEntry,
  findImport,
  listEntries,
  listVersions,
  loadEntries,
  lookAtImport,
  type RegisterActor,
  type RegisterDefinition,
  recordEntry,
  shippedRegisters,
  withdrawEntry,
} from './index.ts';

const database = await freshDatabase();
const folder = mkdtempSync(join(tmpdir(), 'motcua-registers-'));
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});
const { db } = database;
let ground: CityGround;

beforeAll(async () => {
  await openCity(db, await openFileStore(folder));
  ground = await getCityGround(db);
});

const actor = (...given: Parameters<typeof officerOf>) => officerOf(...given) as RegisterActor;
const clerk = actor('q-001', ['records-clerk'], 1, 'hn/q-001');
const chair = actor('q-001', ['agency-head'], 2, 'hn/q-001');
const both = actor('q-001', ['records-clerk', 'agency-head'], 3, 'hn/q-001');
const neighbour = actor('q-017', ['records-clerk', 'agency-head'], 4, 'hn/q-017');
const register = (id: string): RegisterDefinition => shippedRegisters().get(id)!;
const classes = register('training-classes');

const aClass = (name: string, more: Record<string, string> = {}) => ({
  name,
  kind: 'Kỹ năng số',
  startsOn: '01/03/2021',
  endsOn: '05/03/2021',
  mode: 'online',
  learners: '40',
  ...more,
});
const wish = (raw: Record<string, string>, key?: string) => ({
  unitId: 'q-001',
  raw,
  evidence: [],
  ...(key ? { key } : {}),
});

async function recorded(raw: Record<string, string>, at = '2021-04-01T09:00', by = clerk): Promise<string> {
  const done = await recordEntry(db, ground, classes, by, wish(raw), moment(at));
  if (!done.ok) throw new Error(JSON.stringify(done.refusals));
  return done.value;
}
const codeOf = (answer: { ok: true } | { ok: false; refusal: { code: string } }) =>
  answer.ok ? 'done' : answer.refusal.code;

async function figure(figureId: string, asOf: string, unitIds = ['hn'], to = '2021-12-31') {
  const scope = {
    unitIds,
    from: Temporal.PlainDate.from('2021-01-01'),
    to: Temporal.PlainDate.from(to),
    asOf: moment(asOf),
  };
  const [answer] = await askRegisterFigures(db, { ...scope, figureIds: [figureId] });
  return answer;
}
const value = async (...asked: Parameters<typeof figure>) => (await figure(...asked))?.value;

describe('an entry', () => {
  test('waits for approval and counts from then on; what was known before stays what was known', async () => {
    const id = await recorded(aClass('Lớp chờ duyệt'));
    expect(await value('training.classes', '2021-04-01T10:00')).toBe(0);
    const own = await approveEntry(db, ground, classes, both, { entryId: id, seen: 1 }, moment('2021-04-02T08:00'));
    expect(codeOf(own)).toBe('done');
    expect(await value('training.classes', '2021-04-02T07:59')).toBe(0);
    expect(await value('training.classes', '2021-04-02T08:00')).toBe(1);
    expect(await value('training.learners', '2021-04-02T08:00')).toBe(40);

    const corrected = await correctEntry(
      db,
      ground,
      classes,
      clerk,
      {
        entryId: id,
        seen: 2,
        raw: aClass('Lớp chờ duyệt', { learners: '45' }),
        evidence: [],
        reason: 'đếm lại danh sách',
      },
      moment('2021-05-01T08:00'),
    );
    expect(codeOf(corrected)).toBe('done');
    expect(await value('training.learners', '2021-05-01T09:00'), 'the approved version counts on').toBe(40);
    await approveEntry(db, ground, classes, chair, { entryId: id, seen: 3 }, moment('2021-05-02T08:00'));
    expect(await value('training.learners', '2021-05-02T09:00')).toBe(45);
    expect(await value('training.learners', '2021-04-30T09:00'), 'as of then it was 40').toBe(40);

    const gone = await withdrawEntry(
      db,
      ground,
      classes,
      chair,
      { entryId: id, seen: 4, reason: 'lớp bị hủy' },
      moment('2021-06-01T08:00'),
    );
    expect(codeOf(gone)).toBe('done');
    expect(await value('training.classes', '2021-06-01T08:00')).toBe(0);
    expect(await value('training.classes', '2021-05-31T08:00')).toBe(1);
    const versions = await listVersions(db, id);
    expect(versions.map(({ act, reason }) => [act, reason])).toEqual([
      ['record', ''],
      ['approve', ''],
      ['correct', 'đếm lại danh sách'],
      ['approve', ''],
      ['withdraw', 'lớp bị hủy'],
    ]);
  });

  test('nobody approves what they wrote themselves, and nobody but an approver of that agency approves', async () => {
    const id = await recorded(aClass('Lớp tự duyệt'), '2021-04-01T09:00', both);
    const at = moment('2021-04-02T08:00');
    const approving = (by: RegisterActor, seen = 1) => approveEntry(db, ground, classes, by, { entryId: id, seen }, at);
    expect(codeOf(await approving(both))).toBe('register-own-approval');
    expect(codeOf(await approving(clerk))).toBe('register-approval-not-yours');
    expect(codeOf(await approving(neighbour))).toBe('register-approval-not-yours');
    expect(codeOf(await approving(chair, 7))).toBe('register-entry-changed');
    expect(codeOf(await approving(chair))).toBe('done');
    expect(codeOf(await approving(chair, 2))).toBe('register-entry-not-proposed');
  });

  test('is written by the posts the register names, for their own agency', async () => {
    const at = moment('2021-04-01T09:00');
    const by = async (who: RegisterActor, unitId = 'q-001') =>
      codeOf(await recordEntry(db, ground, classes, who, { ...wish(aClass('Lớp của ai')), unitId }, at));
    expect(await by(neighbour)).toBe('register-not-yours');
    expect(await by(chair)).toBe('register-not-yours');
    expect(await by(actor('q-001.urban-management', ['case-handler'], 5, 'hn/q-001/q-001.urban-management'))).toBe(
      'register-not-yours',
    );
    expect(await by(clerk, 'q-017')).toBe('register-not-yours');
    expect(await by(clerk, 'nowhere')).toBe('register-unit-wrong');
    expect(await by(clerk, 'hn'), 'training is kept by departments, districts and communes').toBe(
      'register-unit-wrong',
    );
    expect(await by(actor('q-001.home-affairs', ['case-handler'], 6, 'hn/q-001/q-001.home-affairs'))).toBe('done');
    const keeper = actor('so-noi-vu.civil-servants', ['case-handler'], 7, 'hn/so-noi-vu/so-noi-vu.civil-servants');
    expect(await by(keeper, 'q-017'), 'Home Affairs keeps the register for all').toBe('done');
  });

  test('says everything that is wrong with it at once, in words of the register', async () => {
    const raw = {
      name: '',
      kind: 'Nấu ăn',
      startsOn: '31/02/2021',
      endsOn: '05/03/2021',
      mode: 'online',
      learners: '1,5',
      spare: 'x',
    };
    const done = await recordEntry(db, ground, classes, clerk, wish(raw), moment('2021-04-01T09:00'));
    const found = done.ok ? [] : done.refusals.map(({ field, code }) => `${field} ${code}`);
    expect(found.sort()).toEqual([
      'kind register-value-wrong',
      'learners register-value-wrong',
      'name register-value-missing',
      'spare register-field-unknown',
      'startsOn register-value-wrong',
    ]);
    const late = await recordEntry(
      db,
      ground,
      classes,
      clerk,
      wish(aClass('Lùi', { endsOn: '01/02/2021' })),
      moment('2021-04-01T09:00'),
    );
    expect(late.ok ? '' : late.refusal.facts.sentence).toBe('Ngày bế giảng không được trước ngày khai giảng.');
    const parts = await recordEntry(
      db,
      ground,
      classes,
      clerk,
      wish(aClass('Tổng', { civilServants: '30' })),
      moment('2021-04-01T09:00'),
    );
    expect(parts.ok ? '' : parts.refusal.field).toBe('learners');
  });

  test('the same thing is not in the register twice; a withdrawn one leaves its place', async () => {
    const id = await recorded(aClass('Lớp trùng'));
    const again = await recordEntry(db, ground, classes, clerk, wish(aClass('LỚP  TRUNG')), moment('2021-04-01T10:00'));
    expect(codeOf(again)).toBe('register-duplicate');
    const other = await recorded(aClass('Lớp khác'));
    const renamed = { entryId: other, seen: 1, raw: aClass('Lớp trùng'), evidence: [], reason: 'nhầm tên' };
    expect(codeOf(await correctEntry(db, ground, classes, clerk, renamed, moment('2021-04-02T10:00')))).toBe(
      'register-duplicate',
    );
    await withdrawEntry(
      db,
      ground,
      classes,
      clerk,
      { entryId: id, seen: 1, reason: 'ghi nhầm' },
      moment('2021-04-03T10:00'),
    );
    expect(codeOf(await correctEntry(db, ground, classes, clerk, renamed, moment('2021-04-04T10:00')))).toBe('done');
  });

  test('a form that is sent twice makes one entry', async () => {
    const send = () =>
      recordEntry(db, ground, classes, clerk, wish(aClass('Gửi hai lần'), 'form-key-1'), moment('2021-04-01T09:00'));
    const [one, two] = await Promise.all([send(), send()]);
    const three = await send();
    expect([one.ok, two.ok, three.ok]).toEqual([true, true, true]);
    expect(new Set([one, two, three].map((done) => (done.ok ? done.value : ''))).size).toBe(1);
  });

  test('is corrected with a reason, by whoever saw its latest version, and only when something differs', async () => {
    const id = await recorded(aClass('Lớp sửa'));
    const correcting = async (more: object, at = '2021-04-02T09:00') =>
      codeOf(
        await correctEntry(
          db,
          ground,
          classes,
          clerk,
          { entryId: id, seen: 1, raw: aClass('Lớp sửa'), evidence: [], reason: 'vì', ...more },
          moment(at),
        ),
      );
    expect(await correcting({})).toBe('register-nothing-changed');
    expect(await correcting({ reason: ' ', raw: aClass('Lớp sửa', { learners: '41' }) })).toBe(
      'register-reason-missing',
    );
    expect(await correcting({ seen: 2 })).toBe('register-entry-changed');
    const racing = await Promise.all(
      ['42', '43', '44'].map((learners) => correcting({ raw: aClass('Lớp sửa', { learners }) })),
    );
    expect(racing.filter((code) => code === 'done').length).toBe(1);
  });

  test('once it counts, only an approver takes it out; it can then be changed no more', async () => {
    const id = await recorded(aClass('Lớp rút'));
    await approveEntry(db, ground, classes, chair, { entryId: id, seen: 1 }, moment('2021-04-02T08:00'));
    const out = async (by: RegisterActor, seen: number, reason = 'hủy') =>
      codeOf(await withdrawEntry(db, ground, classes, by, { entryId: id, seen, reason }, moment('2021-04-03T08:00')));
    expect(await out(clerk, 2)).toBe('register-approval-not-yours');
    expect(await out(chair, 2, '  ')).toBe('register-reason-missing');
    expect(await out(chair, 2)).toBe('done');
    expect(await out(chair, 3)).toBe('register-entry-withdrawn');
  });

  test('no version is changed or erased, whoever asks the database', async () => {
    const id = await recorded(aClass('Lớp giữ nguyên'));
    await expect(
      sql`update register_version set reason = 'x' where entry_id = ${id}::uuid`.execute(db),
    ).rejects.toThrow('append-only');
    await expect(sql`delete from register_version where entry_id = ${id}::uuid`.execute(db)).rejects.toThrow(
      'append-only',
    );
    await expect(sql`delete from register_entry where id = ${id}::uuid`.execute(db)).rejects.toThrow(
      'withdrawn, not deleted',
    );
    await expect(sql`update register_entry set entered = '{}' where id = ${id}::uuid`.execute(db)).rejects.toThrow(
      'by a new version',
    );
  });
});

describe('an import', () => {
  const columns = ['Đơn vị', 'Tên lớp *', 'Nội dung', 'Ngày khai giảng', 'Ngày bế giảng', 'Hình thức', 'Số học viên'];
  const sheet = (rows: readonly (readonly (string | number | Temporal.PlainDate | null)[])[], heading = columns) =>
    writeSpreadsheet([{ name: 'Lớp', columns: heading.map((label) => ({ label })), rows }]);
  const looking = async (content: Uint8Array, by = clerk) =>
    lookAtImport(
      db,
      ground,
      classes,
      by,
      { fileName: 'lop.xlsx', content, unitId: 'q-001' },
      moment('2021-07-01T09:00'),
    );
  const seen = async (content: Uint8Array, by = clerk) => {
    const looked = await looking(content, by);
    if (!looked.ok) throw new Error(looked.refusal.code);
    return (await findImport(db, looked.value, by.accountId))!;
  };
  const row = (name: string, more: Readonly<Record<number, string>> = {}) => {
    const usual = [
      'Quận Ba Đình',
      name,
      'Kỹ năng số',
      Temporal.PlainDate.from('2021-06-01'),
      '05/06/2021',
      'Trực tuyến',
      30,
    ];
    return usual.map((cell, place) => more[place] ?? cell) as (string | number | Temporal.PlainDate)[];
  };

  test('says of every bad row its number, its column and what is wrong, and enters nothing', async () => {
    const before = (await listEntries(db, { registerId: classes.id, unitIds: ['hn'], limit: 500 })).length;
    const looked = await seen(
      await sheet([
        row('Nhập 1'),
        row('Nhập 2', { 2: 'Nấu ăn', 6: 'ba mươi' }),
        row('Nhập 3', { 4: '31/06/2021' }),
        row('Nhập 1'),
        row('Nhập 5', { 0: 'Quận Không Có' }),
        row('Nhập 6', { 0: 'Huyện Đông Anh' }),
        row('Nhập 7', { 3: '05/06/2021', 4: '01/06/2021' }),
      ]),
    );
    expect(looked.good.map((good) => good.row)).toEqual([2]);
    expect(looked.bad.map(({ row: number, refusal }) => [number, refusal.field ?? '', refusal.code])).toEqual([
      [3, 'kind', 'register-value-wrong'],
      [3, 'learners', 'register-value-wrong'],
      [4, 'endsOn', 'register-value-wrong'],
      [5, '', 'register-import-row-twice'],
      [6, 'unit', 'register-import-unit-unknown'],
      [7, 'unit', 'register-not-yours'],
      [8, 'endsOn', 'register-check-broken'],
    ]);
    expect((await listEntries(db, { registerId: classes.id, unitIds: ['hn'], limit: 500 })).length).toBe(before);
  });

  test('enters the good rows when told so, once, for whoever looked at it', async () => {
    const looked = await seen(await sheet([row('Vào 1'), row('Vào 2'), row('Vào 3', { 4: 'hôm qua' })]));
    const at = moment('2021-07-01T09:05');
    const entering = (by = clerk) => enterImport(db, ground, classes, by, looked.id, at);
    expect(codeOf(await entering(chair))).toBe('register-import-not-found');
    const both = await Promise.all([entering(), entering()]);
    expect(both.map((done) => done.ok && done.value.entered)).toEqual([2, 2]);
    const again = await seen(await sheet([row('Vào 1'), row('Vào 4')]));
    expect(again.bad.map(({ refusal }) => refusal.code)).toEqual(['register-duplicate']);
    const found = await listEntries(db, { registerId: classes.id, unitIds: ['q-001'], words: 'vao', limit: 50 });
    expect(found.map(({ entered, standing }) => [entered.name, standing])).toEqual([
      ['Vào 2', 'proposed'],
      ['Vào 1', 'proposed'],
    ]);
  });

  test('refuses a file without the columns it needs, with a column twice, or with nothing in it', async () => {
    const without = await looking(await sheet([['Lớp']], ['Tên lớp']));
    expect(without.ok ? '' : without.refusal.facts.columns).toContain('“Ngày khai giảng”');
    expect(
      codeOf(
        await looking(
          await sheet(
            [row('x')].map((cells) => [...cells, 'x']),
            [...columns, 'Tên lớp'],
          ),
        ),
      ),
    ).toBe('register-import-column-twice');
    expect(codeOf(await looking(await sheet([])))).toBe('register-import-no-rows');
    expect(codeOf(await looking(await sheet([row('Ai')]), chair))).toBe('register-not-yours');
  });

  test('a computed or merged cell is not taken for what it shows', async () => {
    const { writeXlsx } = await import('hucre/xlsx');
    const content = await writeXlsx({
      sheets: [
        {
          name: 'A',
          rows: [
            columns,
            row('Công thức').map((cell) => (cell instanceof Temporal.PlainDate ? '01/06/2021' : cell)),
            row('Gộp').map((cell) => (cell instanceof Temporal.PlainDate ? '01/06/2021' : cell)),
          ],
          cells: new Map([['1,6', { formula: 'SUM(1,2)', formulaResult: 3 }]]),
          merges: [{ startRow: 2, endRow: 2, startCol: 1, endCol: 2 }],
        },
      ],
    });
    const looked = await seen(content);
    expect(looked.good).toEqual([]);
    expect(looked.bad.map(({ row: number, refusal }) => [number, refusal.field, refusal.code])).toEqual([
      [2, 'learners', 'register-import-cell-formula'],
      [3, 'name', 'register-import-cell-merged'],
      [3, 'kind', 'register-import-cell-merged'],
    ]);
  });
});

describe('the figures that registers feed', () => {
  const load = (
    id: string,
    rows: readonly { unitId?: string; at?: string; raw: Record<string, string | number | boolean> }[],
  ) =>
    loadEntries(
      db,
      ground.tree,
      register(id),
      rows.map(({ unitId = 'hn', at = '2021-10-01T08:00', raw }) => ({ unitId, raw, at: moment(at) })),
      { accountId: accountId(9), name: 'Hệ thống' },
    );

  test('the year’s documents are told by type, those that lost force by extent', async () => {
    const document = (number: string, type: string) => ({
      raw: { number, type, title: 'Về', issuedOn: '2021-05-01', inForceFrom: '2021-05-11' },
    });
    await load('legal-documents', [
      document('1/2021/NQ-HĐND', 'resolution'),
      document('2/2021/QĐ-UBND', 'decision'),
      document('3/2021/QĐ-UBND', 'decision'),
    ]);
    await load('legal-documents', [{ ...document('1/2021/QĐ-UBND', 'decision'), unitId: 'q-001' }]);
    expect(await value('legal.issued', '2021-10-30T17:00'), 'the city’s own').toBe(3);
    expect(await value('legal.issued_resolutions', '2021-10-30T17:00')).toBe(1);
    expect(await value('legal.issued_decisions', '2021-10-30T17:00')).toBe(2);
    expect(await value('legal.issued', '2021-10-30T17:00', ['hn'], '2021-04-30'), 'issued later').toBe(0);
  });

  test('what stands is counted on the last day of the period; what ended by then is not', async () => {
    const databaseOf = (name: string, listedOn: string, more = {}) => ({
      unitId: 'hn',
      raw: { name, description: 'x', access: 'service', cycle: 'daily', listedOn, ...more },
    });
    await load('core-databases', [
      databaseOf('Dân cư', '2019-01-01'),
      databaseOf('Đất đai', '2021-06-01'),
      databaseOf('Cũ', '2018-01-01', { endedOn: '2021-06-30' }),
    ]);
    expect(await value('databases.core', '2021-10-30T17:00', ['hn'], '2021-05-31')).toBe(2);
    expect(await value('databases.core', '2021-10-30T17:00', ['hn'], '2021-06-29')).toBe(3);
    expect(await value('databases.core', '2021-10-30T17:00', ['hn'], '2021-10-30')).toBe(2);
  });

  test('the latest result of an index is the figure, and ranks gained are the difference', async () => {
    const result = (index: string, year: number, rank: number, previousRank: number) => ({
      raw: { index, year, periodEndsOn: `${year}-12-31`, rank, outOf: 63, previousRank },
    });
    await load('index-results', [
      result('parindex', 2019, 6, 2),
      result('parindex', 2020, 8, 6),
      result('sipas', 2020, 20, 39),
    ]);
    expect(await value('parindex.rank', '2021-10-30T17:00')).toBe(8);
    expect(await value('parindex.rank', '2021-10-30T17:00', ['hn'], '2019-12-31')).toBe(6);
    expect(await value('sipas.rank_up', '2021-10-30T17:00')).toBe(19);
    expect(await value('papi.rank_up', '2021-10-30T17:00'), 'nothing recorded is not nought').toBeNull();
  });

  test('money is told in millions, a share as the two numbers it is made of', async () => {
    const saved = (body: string, amount: number) => ({
      unitId: 'q-001',
      raw: {
        body,
        level: 'district',
        year: 2021,
        reportedOn: '2021-10-30',
        budget: 900_000_000,
        saved: amount,
        raisedIncome: true,
        extraIncome: 1_500_000,
      },
    });
    await load('finance-savings', [saved('Phòng A', 100_500_000), saved('Phòng B', 50_000_000)]);
    expect(await value('finance.saved', '2021-10-30T17:00')).toBe(150.5);
    expect(await value('finance.extra_income', '2021-10-30T17:00')).toBe(3);
    expect(await value('finance.units_district', '2021-10-30T17:00')).toBe(2);
    const service = (code: string, level: string, national: boolean) => ({
      raw: { code, name: code, level, since: '2020-01-01', national },
    });
    await load('e-services', [
      service('1', '3', true),
      service('2', '4', false),
      service('3', '2', true),
      service('4', '4', false),
    ]);
    expect(await figure('eservices.national', '2021-10-30T17:00')).toMatchObject({ value: 1, outOf: 3 });
    await load('commune-web-pages', [
      { unitId: 'x-00007', raw: { url: 'https://congvi.example.vn', openedOn: '2020-01-01' } },
    ]);
    expect(await figure('communes.web', '2021-10-30T17:00')).toMatchObject({ value: 1, outOf: 579 });
    expect(await figure('communes.web', '2021-10-30T17:00', ['q-001'])).toMatchObject({ value: 1, outOf: 14 });
  });

  test('a figure is asked for several units at once, told apart by a field, and the entries behind it are as many as it counts', async () => {
    const reviewed = (code: string, field: string, unitId: string) => ({
      unitId,
      raw: { code, name: code, field, reviewedOn: '2021-06-01', proposal: 'simplify', approvedOn: '2021-08-01' },
    });
    await load('procedure-reviews', [
      reviewed('a', 'Y tế', 'hn'),
      reviewed('b', 'Y tế', 'q-001'),
      reviewed('c', 'Công Thương', 'q-017'),
    ]);
    const scope = {
      unitIds: ['hn', 'q-001', 'q-005'],
      from: Temporal.PlainDate.from('2021-01-01'),
      to: Temporal.PlainDate.from('2021-12-31'),
      asOf: moment('2021-10-30T17:00'),
    };
    const answers = await askRegisterFigures(db, { ...scope, figureIds: ['procedures.simplify_approved'] });
    expect(answers.map(({ unitId, value: its }) => [unitId, its])).toEqual([
      ['hn', 3],
      ['q-001', 1],
      ['q-005', 0],
    ]);
    const parts = await askRegisterFigures(db, {
      ...scope,
      unitIds: ['hn'],
      figureIds: ['procedures.simplify_approved'],
      by: 'field',
    });
    expect(new Map(parts.map(({ part, value: its }) => [part, its]))).toEqual(
      new Map([
        ['Y tế', 2],
        ['Công Thương', 1],
      ]),
    );
    const city = { ...scope, unitIds: ['hn'] };
    const first = await entriesBehind(db, 'procedures.simplify_approved', city, { limit: 2 });
    const rest = await entriesBehind(db, 'procedures.simplify_approved', city, {
      limit: 2,
      after: first.at(-1)!.entryId,
    });
    expect([first.length, rest.length]).toEqual([2, 1]);
    expect(await findEntry(db, first[0]!.entryId)).toMatchObject({ registerId: 'procedure-reviews' });
  });

  test('whatever was done to the entries and whenever, a figure as of a moment is what a plain retelling gives', async () => {
    type Step = {
      readonly act: 'record' | 'correct' | 'approve' | 'withdraw';
      readonly of: number;
      readonly learners: number;
    };
    const step = fc.record({
      act: fc.constantFrom<Step['act']>('record', 'record', 'correct', 'approve', 'approve', 'withdraw'),
      of: fc.nat({ max: 3 }),
      learners: fc.integer({ min: 1, max: 90 }),
    });
    let walk = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
        walk++;
        const raw = (of: number, learners: number) =>
          aClass(`Chuỗi ${walk}.${of}`, { startsOn: '01/02/2018', endsOn: '02/02/2018', learners: String(learners) });
        const made = new Map<number, { id: string; version: number; said: number; counts: number | null }>();
        const known: number[] = [];
        const at = (place: number) => moment('2021-08-01T08:00').add({ minutes: walk * 100 + place });
        const started = await sum(at(-1));
        for (const [place, { act, of, learners }] of steps.entries()) {
          const entry = made.get(of);
          const now = at(place);
          if (act === 'record' && !entry) {
            const done = await recordEntry(db, ground, classes, clerk, wish(raw(of, learners)), now);
            if (done.ok) made.set(of, { id: done.value, version: 1, said: learners, counts: null });
          } else if (entry && act !== 'record') {
            const seen = { entryId: entry.id, seen: entry.version };
            const correction = { ...seen, raw: raw(of, learners), evidence: [], reason: 'vì' };
            const done =
              act === 'correct'
                ? await correctEntry(db, ground, classes, clerk, correction, now)
                : act === 'approve'
                  ? await approveEntry(db, ground, classes, chair, seen, now)
                  : await withdrawEntry(db, ground, classes, chair, { ...seen, reason: 'vì' }, now);
            if (done.ok) {
              entry.version++;
              if (act === 'correct') entry.said = learners;
              if (act === 'approve') entry.counts = entry.said;
              if (act === 'withdraw') entry.counts = null;
            }
          }
          known.push([...made.values()].reduce((total, { counts }) => total + (counts ?? 0), 0));
        }
        for (const [place, total] of known.entries()) expect(await sum(at(place))).toBe(started + total);
      }),
      { numRuns: 12 },
    );
    async function sum(asOf: Temporal.Instant): Promise<number> {
      const period = { from: Temporal.PlainDate.from('2018-01-01'), to: Temporal.PlainDate.from('2018-12-31') };
      const [answer] = await askRegisterFigures(db, {
        ...period,
        unitIds: ['q-001'],
        figureIds: ['training.learners'],
        asOf,
      });
      return answer?.value ?? 0;
    }
  });
});
