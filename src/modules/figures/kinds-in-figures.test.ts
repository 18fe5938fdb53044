import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { App } from '#app.ts';
import type { Actor } from '#case-engine/rules/authority.ts';
import { dossierKinds } from '#modules/dossiers/index.ts';
import { feedbackKind } from '#modules/feedback/index.ts';
import { inspectionKind } from '#modules/inspections/index.ts';
import { taskFacts, taskKinds } from '#modules/tasks/index.ts';
import { openFileStore } from '#platform/file-store.ts';
import { officerOf, openCity, ward } from '../../../tests/city.ts';
import { moment } from '../../../tests/dossier-walk.ts';
import { freshDatabase } from '../../../tests/on-database.ts';
import { figureCatalogue } from './rules/figure-catalogue.ts';
import { asNumber } from './rules/figure-value.ts';
import { rebuildFacts, verifyFacts } from './verify-facts.ts';

const database = await freshDatabase();
const { db, pool } = database;
const folder = mkdtempSync(join(tmpdir(), 'motcua-files-'));
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true });
});

const kinds = [...dossierKinds, feedbackKind, ...taskKinds, inspectionKind];
let app: App;
let setClock: (at: string) => void;
beforeAll(async () => {
  ({ app, setClock } = await openCity(db, await openFileStore(folder)));
});

const chair = officerOf('hn', ['agency-head', 'signatory'], 31, 'hn');
const officePath = 'hn/van-phong-ubnd/van-phong-ubnd.general-affairs';
const office = officerOf('van-phong-ubnd.general-affairs', ['case-handler'], 32, officePath);
const director = officerOf('so-tu-phap', ['agency-head', 'signatory'], 33, 'hn/so-tu-phap');
const reform = 'so-noi-vu.administrative-reform';
const team = officerOf(reform, ['unit-head'], 34, `hn/so-noi-vu/${reform}`);
const focal = officerOf('q-001.office', ['case-handler'], 35, 'hn/q-001/q-001.office');

async function must<T>(done: Promise<{ ok: true; value: T } | { ok: false; refusal: unknown }>): Promise<T> {
  const answer = await done;
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal));
  return answer.value;
}
const move = (who: Actor, caseId: string, name: string, data: object, at: string) => {
  setClock(at);
  return must(app.work.move(who, { caseId, move: name, data }));
};

interface TaskMore {
  readonly giver?: 'chair' | 'government' | 'party-committee';
  readonly secret?: boolean;
  readonly goal?: { readonly figureId: string; readonly atLeast: number };
}

async function giveTask(more: TaskMore = {}) {
  setClock('2021-10-05T09:00');
  const answers = await must(
    app.tasks.assign(office, {
      giver: more.giver ?? 'chair',
      source: {
        number: '5/TB',
        issuedOn: '2021-10-04',
        issuer: 'UBND Thành phố',
        title: 'Kết luận',
        signatory: 'Chủ tịch',
      },
      secret: more.secret ?? false,
      tasks: [
        {
          paragraph: 'mục 1',
          quote: 'Giao Sở Tư pháp rà soát thủ tục.',
          title: 'Rà soát thủ tục',
          leadUnitId: 'so-tu-phap',
          coUnits: [],
          product: 'Báo cáo',
          answerable: 'Giám đốc',
          goal: more.goal,
          deadline: { on: Temporal.PlainDate.from('2021-10-12') },
        },
      ],
    }),
  );
  return answers[0]!.caseId;
}
const product = { number: '9/BC', on: '2021-10-12', summary: 'Đã rà soát.' };

/** Values of figures of October as known at a moment; every identity among them holds. */
async function told(ids: readonly string[], asOf: string, unitId = 'hn') {
  setClock('2021-12-01T09:00');
  const period = { from: Temporal.PlainDate.from('2021-10-01'), to: Temporal.PlainDate.from('2021-10-31') };
  const { figures } = await must(app.figures.ask({ ids, ...period, unitId, asOf: moment(asOf) }));
  expect(figures.flatMap(({ broken }) => broken)).toEqual([]);
  return figures.map(({ value }) => value && asNumber(value));
}

test('a task that was handed in is as late as it was then, however slow its follower; one sent back runs on', async () => {
  const inTime = await giveTask();
  const late = await giveTask();
  for (const caseId of [inTime, late]) {
    await move(director, caseId, 'acknowledge', {}, '2021-10-05T10:00');
    await move(director, caseId, 'hand-in', product, '2021-10-12T16:00');
  }
  const states = ['tasks.city.in_time', 'tasks.city.overdue', 'tasks.city.done_in_time', 'tasks.city.done_late'];
  expect(await told(states, '2021-10-14T09:00')).toEqual([2, 0, 0, 0]);
  await move(office, late, 'return-work', { reason: 'Thiếu số liệu' }, '2021-10-14T10:00');
  expect(await told(states, '2021-10-14T11:00')).toEqual([1, 1, 0, 0]);
  await move(director, late, 'hand-in', product, '2021-10-15T09:00');
  for (const caseId of [inTime, late]) await move(office, caseId, 'complete', {}, '2021-10-19T09:00');
  expect(await told(states, '2021-10-31T09:00')).toEqual([0, 0, 1, 1]);
  // what was known before stays what it was
  expect(await told(states, '2021-10-14T09:00')).toEqual([2, 0, 0, 0]);
  expect(await told(states, '2021-10-14T11:00')).toEqual([1, 1, 0, 0]);
});

test('a task counts for the unit that leads and for all above it; behind the number stands that very task', async () => {
  const ids = ['tasks.city.total', 'tasks.city.done'];
  expect(await told(ids, '2021-11-01T09:00', 'so-tu-phap')).toEqual([2, 2]);
  expect(await told(ids, '2021-11-01T09:00', 'so-noi-vu')).toEqual([0, 0]);
  const asked = { from: Temporal.PlainDate.from('2021-10-01'), to: Temporal.PlainDate.from('2021-10-31') };
  const { cases } = await must(
    app.figures.casesBehind(chair, { id: 'tasks.city.done', ...asked, unitId: 'hn' }, { most: 10 }),
  );
  expect(cases.map(({ kind, unitId, state }) => [kind, unitId, state])).toEqual([
    ['task', 'so-tu-phap', 'completed'],
    ['task', 'so-tu-phap', 'completed'],
  ]);
});

test('secret tasks and those of the Party are in no figure; figures of a month are those that are published', async () => {
  const ids = figureCatalogue.map(({ id }) => id).filter((id) => id.startsWith('tasks.'));
  const before = await told(ids, '2021-11-01T09:00');
  await giveTask({ secret: true });
  await giveTask({ giver: 'party-committee' });
  expect(await told(ids, '2021-11-01T09:00')).toEqual(before);
  const recalled = await giveTask({ giver: 'government' });
  await giveTask({ giver: 'government' });
  await move(chair, recalled, 'recall', { reason: 'Không còn cần' }, '2021-10-06T09:00');
  const states = ['total', 'done_in_time', 'done_late', 'in_time', 'overdue', 'late_by_first'];
  const counted = await told(
    states.map((state) => `tasks.all.${state}`),
    '2021-11-01T09:00',
  );
  setClock('2021-11-02T09:00');
  const { counts, lateByFirst } = await app.tasks.previewMonth('2021-10');
  const published = [counts.all, counts['done-on-time'], counts['done-late'], counts['in-time'], counts.overdue];
  expect(counted).toEqual([...published, lateByFirst]);
  expect(await told(['tasks.government.total', 'tasks.government.overdue'], '2021-11-01T09:00')).toEqual([1, 1]);
});

test('how far a measure has come to its goal is counted from the figure of the unit that leads', async () => {
  const caseId = await giveTask({ goal: { figureId: 'tasks.all.done', atLeast: 2 } });
  const goalNow = async () => {
    const { state } = (await app.work.page(office, caseId))!;
    return app.tasks.goalNow(taskFacts(state), state.dueAt);
  };
  setClock('2021-10-05T10:00');
  expect(await goalNow()).toMatchObject({ atLeast: 2, isReached: false, value: { steps: 0 } });
  setClock('2021-11-01T09:00');
  expect(await goalNow()).toMatchObject({ isReached: false });
  await expect(giveTask({ goal: { figureId: 'nothing', atLeast: 2 } })).rejects.toThrow('figure-unknown');
  await move(chair, caseId, 'recall', { reason: 'Không còn cần' }, '2021-11-01T10:00');
});

test('an inspection counts when it is concluded, for the unit inspected; what it gives to mend is counted apart', async () => {
  setClock('2021-10-05T09:00');
  const { caseId } = await must(
    app.inspections.open(team, {
      subject: 'one-stop-desk',
      unitId: 'x-00007',
      scope: 'Năm 2021',
      plan: '',
      unannounced: false,
      dueOn: Temporal.PlainDate.from('2021-10-29'),
    }),
  );
  const decision = { number: '1/QĐ', on: '2021-10-06', leader: 'Trưởng đoàn', members: '' };
  await move(team, caseId, 'decide', decision, '2021-10-06T09:00');
  const minutes = { on: '2021-10-07', place: 'UBND phường', present: '', summary: 'Đã xem' };
  await move(team, caseId, 'record-minutes', { ...minutes, present: 'Lãnh đạo' }, '2021-10-07T09:00');
  const finding = { what: 'Thiếu giấy hẹn', evidence: '03 hồ sơ', clause: 'NĐ 61/2018', remedy: 'Cấp giấy hẹn' };
  await move(team, caseId, 'add-finding', { ...finding, dueOn: '2021-10-20' }, '2021-10-07T10:00');
  const ids = ['inspections.total', 'inspections.under_way', 'inspections.being_mended', 'tasks.remedy.overdue'];
  expect(await told(ids, '2021-10-08T09:00')).toEqual([0, 1, 0, 0]);
  await move(team, caseId, 'conclude', { number: '1/KL', on: '2021-10-11', summary: 'Kết luận' }, '2021-10-11T09:00');
  expect(await told(ids, '2021-10-12T09:00', 'x-00007')).toEqual([1, 0, 1, 0]);
  expect(await told(ids, '2021-10-25T09:00', 'q-001')).toEqual([1, 0, 1, 1]);
  expect(await told(ids, '2021-10-25T09:00', 'so-noi-vu')).toEqual([0, 0, 0, 0]);
});

test('feedback that is passed on counts for the agency it went to, and before that for the one it came from', async () => {
  setClock('2021-10-05T09:00');
  const { caseId } = await must(
    app.feedback.submit(
      { kind: 'citizen', accountId: null, name: '', posts: [] },
      {
        channel: 'portal',
        about: 'place',
        field: 'drainage',
        text: 'Cống thoát nước trước nhà bị tắc, mưa là ngập.',
        place: 'Trước số 12 phố Đội Cấn',
        communeId: 'x-00007',
        aboutUnitId: '',
        procedureCode: '',
        files: [],
        reporter: {
          anonymous: false,
          name: 'Lê Thị Hòa',
          phone: '0912 345 670',
          email: '',
          address: '',
          accountId: null,
          language: 'vi',
        },
      },
    ),
  );
  await move(ward.clerk, caseId, 'forward', { agencyId: 'q-001', reason: 'Cống của quận' }, '2021-10-06T09:00');
  const waiting = ['feedback.awaiting_intake'];
  expect(await told(waiting, '2021-10-05T12:00', 'x-00007')).toEqual([1]);
  expect(await told(waiting, '2021-10-07T09:00', 'x-00007')).toEqual([0]);
  await move(focal, caseId, 'accept', { class: 'ours' }, '2021-10-07T09:00');
  const open = ['feedback.received', 'feedback.open', 'feedback.open_overdue'];
  expect(await told(open, '2021-10-08T09:00', 'q-001')).toEqual([1, 1, 0]);
  expect(await told(open, '2021-10-31T09:00')).toEqual([1, 1, 1]);
  expect(await told(open, '2021-10-31T09:00', 'x-00007')).toEqual([0, 0, 0]);
});

test('the facts of every kind are what its journals say, kept move by move or made all at once', async () => {
  const facts = async () =>
    (await pool.query('select to_jsonb(f) as fact from case_fact f order by case_id')).rows.map(({ fact }) => fact);
  const kept = await facts();
  for await (const { differences } of verifyFacts(db, kinds)) expect(differences).toEqual([]);
  expect(await rebuildFacts(db, kinds)).toBe(kept.length);
  expect(await facts()).toEqual(kept);
});

test('tasks and inspections that were opened before openings said how they are counted are counted as they would be now', async () => {
  const counts = async () =>
    (await pool.query('select case_id, receiver_key, counted_as from case_fact order by case_id')).rows;
  const kept = await counts();
  const owner = new pg.Client(database.administratorConnectionString);
  await owner.connect();
  await owner.query('alter table journal disable trigger user');
  await owner.query(`update journal j set effect = effect - 'counted'
    from cases c where c.id = j.case_id and c.kind in ('task', 'inspection') and j.seq = 1`);
  await owner.query('alter table journal enable trigger user');
  await owner.end();
  await rebuildFacts(db, kinds);
  expect(await counts()).toEqual(kept);
  for await (const { differences } of verifyFacts(db, kinds)) expect(differences).toEqual([]);
});
