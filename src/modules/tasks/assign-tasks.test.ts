import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findCase, listFamily } from '#case-engine/case-store.ts';
import type { CaseState } from '#case-engine/rules/case-state.ts';
import { verifyJournals } from '#case-engine/verify-journals.ts';
import { type CityGround, getCityGround } from '#modules/organisation/index.ts';
import { officerOf } from '../../../tests/city.ts';
import { moment } from '../../../tests/dossier-walk.ts';
import { freshDatabase } from '../../../tests/on-database.ts';
import { loadReferenceData } from '../../load-demo-city.ts';
import { type AssignmentWish, assignTasks, type TaskWish } from './assign-tasks.ts';
import { makeTaskMove } from './make-task-move.ts';
import { taskKinds } from './rules/task-kind.ts';
import { taskStatus } from './rules/task-status.ts';
import { findTaskPage } from './task-page.ts';
import { countTasks, listTasks } from './task-queries.ts';

const database = await freshDatabase();
afterAll(database.drop);
const { db } = database;
let ground: CityGround;
beforeAll(async () => {
  await loadReferenceData(db, () => undefined);
  ground = await getCityGround(db);
});

const chair = officerOf('hn', ['agency-head', 'signatory'], 1, 'hn');
const office = officerOf(
  'van-phong-ubnd.general-affairs',
  ['case-handler'],
  2,
  'hn/van-phong-ubnd/van-phong-ubnd.general-affairs',
);
const director = officerOf('so-tu-phap', ['agency-head', 'signatory'], 3, 'hn/so-tu-phap');
const districtChair = officerOf('q-001', ['agency-head', 'signatory'], 4, 'hn/q-001');
const stranger = officerOf('x-00007', ['case-handler'], 5, 'hn/q-001/x-00007');

const task: TaskWish = {
  paragraph: 'mục 1',
  quote: 'Giao Sở Tư pháp rà soát các thủ tục hành chính trong lĩnh vực hộ tịch, báo cáo trước ngày 30/11/2021.',
  title: 'Rà soát thủ tục hành chính lĩnh vực hộ tịch',
  leadUnitId: 'so-tu-phap',
  coUnits: [{ unitId: 'q-001', question: 'Cho biết vướng mắc tại quận' }],
  product: 'Báo cáo rà soát',
  answerable: 'Giám đốc Sở Tư pháp',
  deadline: { on: Temporal.PlainDate.from('2021-11-30') },
};
const conclusion: AssignmentWish = {
  giver: 'chair',
  source: {
    number: '512/TB-VP',
    issuedOn: '2021-11-02',
    issuer: 'Ủy ban nhân dân Thành phố',
    title: 'Kết luận của Chủ tịch tại cuộc họp giao ban tháng 11',
    signatory: 'Chủ tịch',
  },
  secret: false,
  tasks: [task],
};

const given = async (wish: AssignmentWish, at = '2021-11-05T09:00', who = office) => {
  const answer = await assignTasks(db, ground, who, wish, moment(at));
  if (!answer.ok) throw new Error(answer.refusal.code);
  return answer.value;
};
const refusalOf = async (wish: AssignmentWish, who = office) => {
  const answer = await assignTasks(db, ground, who, wish, moment('2021-11-05T09:00'));
  return answer.ok ? undefined : answer.refusal.code;
};
const move = async (who: typeof chair, caseId: string, name: string, data: object, at: string) => {
  const made = await makeTaskMove(db, ground, who, { caseId, move: name, data }, moment(at));
  return made.ok ? made.value.state : made.refusal.code;
};
const handIn = { number: '99/BC-STP', on: '2021-11-29', summary: 'Đã rà soát 21 thủ tục.' };

describe('giving tasks', () => {
  test('the paragraphs of a document become tasks at once, each with the parts of the units that contribute', async () => {
    const answers = await given({
      ...conclusion,
      tasks: [task, { ...task, coUnits: [] }, { ...task, leadUnitId: 'q-001', coUnits: [] }],
    });
    expect(answers.map(({ state }) => state)).toEqual(['assigned', 'asked', 'assigned', 'assigned']);
    const [first, part] = await Promise.all(answers.slice(0, 2).map(({ caseId }) => findCase(db, caseId)));
    expect(first?.holder).toMatchObject({ unitId: 'so-tu-phap', role: 'agency-head' });
    expect(part?.holder).toMatchObject({ unitId: 'q-001', role: 'agency-head' });
    expect(part?.parent?.caseId).toBe(first?.caseId);
    expect(first?.code).toMatch(/^NV-2021-\d{6}$/);
  });

  test('a task that is not clear in one of five ways is refused, and with it all of the document', async () => {
    for (const missing of [
      { leadUnitId: '' },
      { quote: '' },
      { title: '' },
      { product: '' },
      { answerable: '' },
      { deadline: null },
    ])
      expect(await refusalOf({ ...conclusion, tasks: [task, { ...task, ...missing }] })).toBe('task-not-clear');
    expect(await refusalOf({ ...conclusion, source: { ...conclusion.source, number: '' } })).toBe(
      'task-source-missing',
    );
  });

  test('tasks go down only, from whoever gives for an agency', async () => {
    expect(await refusalOf(conclusion, stranger)).toBe('task-not-yours-to-give');
    expect(await refusalOf(conclusion, director)).toBe('task-unit-outside');
    expect(
      await refusalOf({ ...conclusion, tasks: [{ ...task, deadline: { on: Temporal.PlainDate.from('2021-11-28') } }] }),
    ).toBe('task-day-wrong');
  });

  test('the same form sent twice gives the same tasks once', async () => {
    const key = { caller: 'a', key: 'form-key-1', requestHash: 'aa'.repeat(32) };
    const first = await assignTasks(db, ground, office, conclusion, moment('2021-11-05T09:00'), key);
    const again = await assignTasks(db, ground, office, conclusion, moment('2021-11-05T09:01'), key);
    expect(again).toEqual(first);
  });

  test('a secret task says in lists only that it is one, and is read by its own units alone', async () => {
    const [answer] = await given({ ...conclusion, secret: true });
    const state = (await findCase(db, answer!.caseId))!;
    expect(state.title).toBe('Nhiệm vụ mật');
    const found = await database.pool.query('select search from case_search where case_id = $1', [state.caseId]);
    expect(JSON.stringify(found.rows)).not.toContain('ra soat');
    const page = (who: typeof chair) => findTaskPage(db, ground, who, state.caseId, moment('2021-11-06T09:00'));
    expect(await page(director)).toBeDefined();
    expect(await page(office)).toBeDefined();
    const neighbour = officerOf('so-tu-phap.civil-status', ['unit-head'], 8, 'hn/so-tu-phap/so-tu-phap.civil-status');
    expect(await page(neighbour)).toBeUndefined();
    expect(await page(stranger)).toBeUndefined();
  });
});

describe('the way of a task', () => {
  test('it is done when the follower has seen the product; on time by the moment it was handed in', async () => {
    const [answer] = await given(conclusion);
    const { caseId } = answer!;
    expect(await move(director, caseId, 'complete', {}, '2021-11-29T10:00')).toBe('move-not-yours');
    expect(await move(director, caseId, 'hand-in', handIn, '2021-11-30T18:00')).toBe('awaiting-review');
    expect(await move(director, caseId, 'complete', {}, '2021-12-02T10:00')).toBe('move-not-yours');
    expect(await move(office, caseId, 'complete', {}, '2021-12-06T10:00')).toBe('completed');
    const [done, part] = await listFamily(db, caseId);
    expect(done?.timeliness).toBe('on-time');
    expect(taskStatus(done!, moment('2021-12-07T10:00'))).toBe('done-on-time');
    expect(part?.state).toBe('called-off');
  });

  test('a product that is sent back counts nothing', async () => {
    const [answer] = await given(conclusion);
    const { caseId } = answer!;
    await move(director, caseId, 'hand-in', handIn, '2021-11-29T10:00');
    expect(await move(office, caseId, 'return-work', { reason: 'Thiếu phụ lục' }, '2021-12-01T10:00')).toBe(
      'in-progress',
    );
    expect(taskStatus((await findCase(db, caseId))!, moment('2021-12-01T11:00'))).toBe('overdue');
    await move(director, caseId, 'hand-in', handIn, '2021-12-02T10:00');
    await move(office, caseId, 'complete', {}, '2021-12-02T11:00');
    expect((await findCase(db, caseId))?.timeliness).toBe('late');
  });

  test('the doer never closes, not even with the post of the follower', async () => {
    const both = { ...director, posts: [...director.posts, ...office.posts] };
    const [answer] = await given(conclusion);
    await move(both, answer!.caseId, 'hand-in', handIn, '2021-11-29T10:00');
    expect(await move(both, answer!.caseId, 'complete', {}, '2021-11-29T11:00')).toBe('doer-never-closes');
  });

  test('an extension is asked for and granted before the deadline, and both deadlines are told', async () => {
    const [answer] = await given(conclusion);
    const { caseId } = answer!;
    const wish = { newDueOn: '2021-12-15', reason: 'Chờ số liệu của quận' };
    expect(
      await move(director, caseId, 'request-extension', { ...wish, newDueOn: '2021-11-30' }, '2021-11-29T10:00'),
    ).toBe('task-day-wrong');
    expect(await move(director, caseId, 'request-extension', wish, '2021-11-29T10:00')).toBe('assigned');
    expect(await move(director, caseId, 'request-extension', wish, '2021-11-29T10:00')).toBe('extension-asked-already');
    expect(await move(director, caseId, 'grant-extension', { document: 'tự gia hạn' }, '2021-11-29T11:00')).toBe(
      'move-not-yours',
    );
    expect(await move(chair, caseId, 'grant-extension', { document: '530/VP' }, '2021-12-01T08:00')).toBe(
      'extension-too-late',
    );
    expect(await move(chair, caseId, 'grant-extension', { document: '530/VP' }, '2021-11-30T20:00')).toBe('assigned');
    await move(director, caseId, 'hand-in', handIn, '2021-12-10T10:00');
    await move(office, caseId, 'complete', {}, '2021-12-11T10:00');
    const state = (await findCase(db, caseId)) as CaseState;
    expect([
      taskStatus(state, moment('2022-01-01T00:00')),
      taskStatus(state, moment('2022-01-01T00:00'), 'first'),
    ]).toEqual(['done-on-time', 'done-late']);
  });

  test('the deadline of the Government is moved by the Government: the follower records its document', async () => {
    const [answer] = await given({ ...conclusion, giver: 'prime-minister' });
    const { caseId } = answer!;
    await move(director, caseId, 'request-extension', { newDueOn: '2021-12-15', reason: 'r' }, '2021-11-29T10:00');
    expect(await move(chair, caseId, 'grant-extension', { document: 'x' }, '2021-11-29T11:00')).toBe(
      'extension-decided-outside',
    );
    expect(await move(office, caseId, 'record-extension', { document: '8123/VPCP' }, '2021-11-29T12:00')).toBe(
      'assigned',
    );
  });

  test('a part given on must be done before the product is handed in, and the contributing unit answers by itself', async () => {
    const [answer, part] = await given(conclusion);
    const { caseId } = answer!;
    const small = {
      title: 'Rà soát khai sinh',
      unitId: 'so-tu-phap.civil-status',
      product: 'Bảng',
      answerable: 'Trưởng phòng',
      dueOn: '2021-11-25',
    };
    expect(await move(director, caseId, 'split', { ...small, dueOn: '2021-12-01' }, '2021-11-08T10:00')).toBe(
      'task-day-wrong',
    );
    expect(await move(director, caseId, 'split', { ...small, unitId: 'q-001' }, '2021-11-08T10:00')).toBe(
      'task-unit-outside',
    );
    expect(await move(director, caseId, 'split', small, '2021-11-08T10:00')).toBe('in-progress');
    expect(await move(director, caseId, 'hand-in', handIn, '2021-11-09T10:00')).toBe('sub-tasks-open');
    expect(
      await move(
        districtChair,
        part!.caseId,
        'answer-part',
        { number: '7/UBND', summary: 'Không vướng' },
        '2021-11-09T10:00',
      ),
    ).toBe('answered');
    const family = await listFamily(db, caseId);
    const sub = family.find(({ kind, parent }) => kind === 'task' && parent)!;
    const head = officerOf('so-tu-phap.civil-status', ['unit-head'], 6, 'hn/so-tu-phap/so-tu-phap.civil-status');
    expect(await move(head, sub.caseId, 'hand-in', handIn, '2021-11-10T10:00')).toBe('awaiting-review');
    expect(await move(head, sub.caseId, 'complete', {}, '2021-11-10T11:00')).toBe('move-not-yours');
    expect(await move(director, sub.caseId, 'complete', {}, '2021-11-10T11:00')).toBe('completed');
    expect(await move(director, caseId, 'hand-in', handIn, '2021-11-11T10:00')).toBe('awaiting-review');
  });

  test('the list in SQL and the rule tell the same four states, and they make the whole', async () => {
    for (const at of ['2021-11-06T09:00', '2021-12-01T09:00', '2021-12-20T09:00']) {
      const query = { agencyIds: ['hn'], now: moment(at) };
      const counts = await countTasks(db, query);
      const { rows } = await listTasks(db, { ...query, pageSize: 100 });
      const told = Map.groupBy(rows, (state) => taskStatus(state, moment(at)));
      for (const status of ['done-on-time', 'done-late', 'in-time', 'overdue'] as const) {
        expect(counts[status]).toBe(told.get(status)?.length ?? 0);
        const listed = await listTasks(db, { ...query, show: status, pageSize: 100 });
        expect(new Set(listed.rows.map(({ caseId }) => caseId))).toEqual(
          new Set((told.get(status) ?? []).map(({ caseId }) => caseId)),
        );
      }
      expect(rows.length).toBe(counts['done-on-time'] + counts['done-late'] + counts['in-time'] + counts.overdue);
    }
  });

  test('every journal of a task folds to what is stored', async () => {
    for await (const { broken } of verifyJournals(db, taskKinds))
      expect(broken.filter(({ fault }) => fault !== 'kind-unknown')).toEqual([]);
  });
});
