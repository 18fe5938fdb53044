import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { App } from '#app.ts';
import type { Actor } from '#case-engine/rules/authority.ts';
import { asNumber } from '#modules/figures/index.ts';
import { openFileStore } from '#platform/file-store.ts';
import { openCity, ward } from '../../../tests/city.ts';
import { moment } from '../../../tests/dossier-walk.ts';
import { freshDatabase } from '../../../tests/on-database.ts';
import { sampleSubmission } from '../../../tests/sample-submission.ts';

const database = await freshDatabase();
const { db } = database;
const folder = mkdtempSync(join(tmpdir(), 'motcua-indices-'));
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true });
});

let app: App;
let setClock: (at: string) => void;
beforeAll(async () => {
  ({ app, setClock } = await openCity(db, await openFileStore(folder)));
});

async function must<T>(done: Promise<{ ok: true; value: T } | { ok: false; refusal: unknown }>): Promise<T> {
  const answer = await done;
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal));
  return answer.value;
}

const day = (text: string) => Temporal.PlainDate.from(text);
const october = { from: day('2021-10-01'), to: day('2021-10-31') };
const compute = (frameId: string, asOf: string) =>
  must(app.indices.compute({ frameId, ...october, asOf: moment(asOf) }));
const move = (actor: Actor, caseId: string, name: string, data: object) =>
  must(app.dossiers.move(actor, { caseId, move: name, data }));

async function receive(at: string, channel: 'online' | 'desk'): Promise<string> {
  setClock(at);
  const filled = { ...(await sampleSubmission(app, '1.004873', 'x-00007')), channel };
  return (await must(app.dossiers.receive(ward.desk, filled))).caseId;
}

async function settle(caseId: string, at: string): Promise<void> {
  setClock(at);
  await move(ward.desk, caseId, 'forward', { note: '' });
  await move(ward.signatory, caseId, 'take-over', {});
  await move(ward.handler, caseId, 'propose', { outcome: 'grant', summary: 'Đủ điều kiện.' });
  await move(ward.signatory, caseId, 'sign', {});
  await move(ward.clerk, caseId, 'issue', { number: '12/XN-UBND' });
}

beforeAll(async () => {
  const early = await receive('2021-10-04T09:00', 'online');
  const late = await receive('2021-10-05T09:00', 'desk');
  await receive('2021-10-26T09:00', 'desk');
  await settle(early, '2021-10-05T14:00');
  await settle(late, '2021-10-25T14:00');
  setClock('2021-11-05T09:00');
});

test('the agency scoring of Circular 01/2018 follows from the journals: one early, one late', async () => {
  const { scores } = await compute('tt01-2018', '2021-11-01T09:00');
  const own = scores.find(({ unitId }) => unitId === 'x-00007');
  const points = Object.fromEntries((own?.subScores ?? []).map(({ id, points: of }) => [id, of && of.steps / 10]));
  expect(points).toMatchObject({ '1.1': 1, '2.1': 1, '3.1': 2, '4.1': 1.5, '5.1': null, '7.1': 1, '8.1': 2 });
  expect(own).toMatchObject({ rank: 1 });
  const silent = scores.find(({ unitId }) => unitId === 'x-00004');
  expect(silent).toMatchObject({ rank: null });
});

const indicators = async (unitId: string) => {
  const ids = Array.from({ length: 9 }, (_, number) => `indicator.${number + 1}`);
  const { figures } = await must(app.figures.ask({ ids, unitId, ...october, asOf: moment('2021-11-05T09:00') }));
  return figures.map(({ value }) => (value ? asNumber(value) : null));
};

test('the figures of the nine indicators are what the index counts, of one agency and of all below a unit', async () => {
  const { scores } = await compute('tt01-2018', '2021-11-05T09:00');
  const own = scores.find(({ unitId }) => unitId === 'x-00007');
  expect(await indicators('x-00007')).toEqual((own?.subScores ?? []).map(({ points }) => points && asNumber(points)));
  expect(await indicators('q-001')).toEqual([1, 1, 2, 1.5, null, null, 1, 2, 2]);
});

test('a complaint about a dossier takes its points for attitude, unless it is turned down', async () => {
  const { rows } = await sql<{ caseId: string; code: string }>`
    select id as "caseId", code from cases where kind = 'dossier' and timeliness = 'early'`.execute(db);
  const sent = await must(
    app.feedback.submit(
      { kind: 'citizen', accountId: null, name: '', posts: [] },
      {
        channel: 'portal',
        about: 'conduct',
        field: 'public-service',
        text: 'Cán bộ hẹn đi hẹn lại nhiều lần, không giải thích rõ ràng.',
        place: '',
        communeId: 'x-00007',
        aboutUnitId: 'x-00007',
        procedureCode: '',
        files: [],
        reporter: {
          anonymous: false,
          name: 'Lê Thị Hòa',
          phone: '0912345670',
          email: '',
          address: '',
          accountId: null,
          language: 'vi',
        },
        aboutDossier: { ...rows[0]!, agencyId: 'x-00007' },
      },
    ),
  );
  expect((await indicators('x-00007'))[6]).toBe(0);
  const why = { reason: 'Đã xác minh, không có việc như phản ánh', clause: 'Điều 7' };
  await must(app.work.move(ward.clerk, { caseId: sent.caseId, move: 'decline', data: why }));
  expect((await indicators('x-00007'))[6]).toBe(1);
});

test('scores as of an earlier moment are what they were then', async () => {
  const before = await compute('tt01-2018', '2021-10-20T09:00');
  const own = before.scores.find(({ unitId }) => unitId === 'x-00007');
  expect(own?.subScores[0]?.points).toEqual({ steps: 20, decimals: 1 });
});

test('the real-time set is called a simulation before its decision, and progress counts what is open in time', async () => {
  const answer = await compute('qd766-2022', '2021-10-28T09:00');
  expect(answer.simulated).toBe(true);
  const own = answer.scores.find(({ unitId }) => unitId === 'x-00007');
  expect(own?.subScores.find(({ id }) => id === '2.1.1')?.state).toBe('scored');
  // one of three filed online: 33,3 % of the 50 % that give all six points
  expect(own?.subScores.find(({ id }) => id === '3.2.1')?.points).toEqual({ steps: 40, decimals: 1 });
  expect(own?.subScores.find(({ id }) => id === '1.1.1')?.state).toBe('not-known');
});

test('a score in the register counts on its days, as it was known then', async () => {
  const entry = '00000000-0000-7000-8000-000000000901';
  const entered = JSON.stringify({
    frame: 'qd766-2022',
    criterion: '1.1.1',
    fromOn: '2021-10-01',
    untilOn: '2021-12-31',
    points: 4.5,
  });
  await sql`
    insert into register_entry (id, register_id, unit_id, unit_path, latest_version, counting_version, standing, entered, search,
      recorded_at, changed_at)
    values (${entry}, 'index-scores', 'x-00007', 'hn/q-001/x-00007', 1, 1, 'in-force', ${entered}::jsonb, '',
      '2021-10-29T09:00+07:00', '2021-10-29T09:00+07:00')`.execute(db);
  await sql`
    insert into register_version (entry_id, version, register_id, act, standing, entered, evidence, recorded_at, account_id, account_name)
    values (${entry}, 1, 'index-scores', 'record', 'in-force', ${entered}::jsonb, '[]', '2021-10-29T09:00+07:00', ${entry}, 'A')`.execute(
    db,
  );
  const pointsAt = async (asOf: string) => {
    const { scores } = await compute('qd766-2022', asOf);
    return scores.find(({ unitId }) => unitId === 'x-00007')?.subScores.find(({ id }) => id === '1.1.1')?.points;
  };
  expect(await pointsAt('2021-10-28T09:00')).toBeNull();
  expect(await pointsAt('2021-10-30T09:00')).toEqual({ steps: 45, decimals: 1 });
});

/** Told again from the file alone, with nothing of the program: rows, sums, scale, places. */
test('whoever has only the CSV computes the same totals and places', async () => {
  const answer = await compute('qd766-2022', '2021-11-01T09:00');
  const lines = Buffer.from(await app.indices.csv(answer))
    .toString('utf8')
    .replace('\uFEFF', '')
    .trim()
    .split('\r\n')
    .map((line) => [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell = '']) => cell));
  const [head = [], ...rows] = lines;
  const most = head.slice(11, -1).map((title) => Math.round(Number(/\((.*)\)/.exec(title)?.[1]) * 10));
  const told = rows.map((row) => {
    const points = row.slice(11, 11 + most.length).map((cell) => (cell === '' ? null : Math.round(Number(cell) * 10)));
    const possible = most.reduce((sum, each, place) => sum + (points[place] === null ? 0 : each), 0);
    const earned = points.reduce<number>((sum, each) => sum + (each ?? 0), 0);
    const known = Math.floor((possible * 100) / 1000);
    const total = possible === 0 ? null : Math.floor((2 * earned * 1000 + possible) / (2 * possible));
    return { group: row[4], rank: row[5], written: row[8], known, total };
  });
  expect(told.length).toBe(answer.scores.length);
  for (const one of told) {
    expect(one.written).toBe(one.total === null ? '' : String(one.total / 10));
    const better = told.filter(
      ({ group, known, total }) =>
        group === one.group && known >= 40 && total !== null && one.total !== null && total > one.total,
    );
    expect(one.rank).toBe(one.known >= 40 && one.total !== null ? String(better.length + 1) : '');
  }
});

test('an index that nobody knows is refused by name', async () => {
  const answer = await app.indices.compute({ frameId: 'nothing', ...october });
  expect(answer.ok ? '' : answer.refusal.code).toBe('index-unknown');
});

test('a month that is over is kept as it was known when it ended, once, and the rest of it does not change it', async () => {
  expect(await app.indices.keepMonths({ back: 3, most: 100 })).toBe(2);
  expect(await app.indices.keepMonths({ back: 3, most: 100 })).toBe(0);
  const [kept, ...none] = await app.indices.monthsOf('tt01-2018', 'x-00007');
  expect(none).toEqual([]);
  const then = await compute('tt01-2018', '2021-11-01T00:00');
  const own = then.scores.find(({ unitId }) => unitId === 'x-00007');
  expect(kept).toMatchObject({ month: '2021-10', total: own?.total?.steps, rank: own?.rank });
  await expect(sql`update index_month set rank = 1`.execute(db)).rejects.toThrow();
});

test('a score is a figure like any other: of a unit its own, of the city the mean of those ranked', async () => {
  const { scores } = await compute('tt01-2018', '2021-11-01T09:00');
  const ask = async (unitId: string) => {
    const asked = { ids: ['indices.procedures'], unitId, ...october, asOf: moment('2021-11-01T09:00') };
    return (await must(app.figures.ask(asked))).figures[0]?.value;
  };
  expect(await ask('x-00007')).toEqual(scores.find(({ unitId }) => unitId === 'x-00007')?.total);
  const ranked = scores.filter(({ rank }) => rank !== null);
  expect(ranked).toHaveLength(1);
  expect(await ask('hn')).toEqual(ranked[0]?.total);
});
