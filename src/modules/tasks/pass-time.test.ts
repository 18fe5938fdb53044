import { afterAll, beforeAll, expect, test } from 'vitest';
import { findCase, listJournal } from '#case-engine/case-store.ts';
import { type CityGround, getCityGround } from '#modules/organisation/index.ts';
import { officerOf } from '../../../tests/city.ts';
import { moment } from '../../../tests/dossier-walk.ts';
import { freshDatabase } from '../../../tests/on-database.ts';
import { loadReferenceData } from '../../load-demo-city.ts';
import { assignTasks } from './assign-tasks.ts';
import { changePolicy } from './change-policy.ts';
import { makeRecurringTasks, recordDuty } from './make-recurring-tasks.ts';
import { makeTaskMove } from './make-task-move.ts';
import { previewMonth, publishMonth } from './publish-month.ts';
import { raiseTasks } from './raise-tasks.ts';
import { remindTasks } from './remind-tasks.ts';
import { taskFacts } from './rules/task-facts.ts';
import { listTasks } from './task-queries.ts';

const database = await freshDatabase();
afterAll(database.drop);
const { db } = database;
let ground: CityGround;
beforeAll(async () => {
  await loadReferenceData(db, () => undefined);
  ground = await getCityGround(db);
});

const office = officerOf(
  'van-phong-ubnd.general-affairs',
  ['case-handler'],
  1,
  'hn/van-phong-ubnd/van-phong-ubnd.general-affairs',
) as ReturnType<typeof officerOf> & { accountId: string };
const director = officerOf('so-tu-phap', ['agency-head'], 3, 'hn/so-tu-phap');
const source = { number: '1/TB', issuedOn: '2021-11-01', issuer: 'UBND Thành phố', title: 't', signatory: 's' };
const task = {
  paragraph: '',
  quote: 'q',
  title: 'Báo cáo tháng',
  leadUnitId: 'so-tu-phap',
  coUnits: [],
  product: 'Báo cáo',
  answerable: 'Giám đốc',
};
const give = async (giver: 'chair' | 'party-committee', secret: boolean, day: string, at = '2021-11-05T09:00') => {
  const wish = { giver, source, secret, tasks: [{ ...task, deadline: { on: Temporal.PlainDate.from(day) } }] };
  const given = await assignTasks(db, ground, office, wish, moment(at));
  if (!given.ok) throw new Error(given.refusal.code);
  return given.value[0]!.caseId;
};

test('the ladder of reminders is climbed once a rung, and begins anew when the deadline is moved', async () => {
  const caseId = await give('chair', false, '2021-11-17');
  const reminded = async () =>
    (await listJournal(db, caseId)).filter(({ verb }) => verb === 'remind').map(({ data }) => data.workingDays);
  await remindTasks(db, ground, moment('2021-11-09T09:00'));
  expect(await reminded()).toEqual([]);
  await remindTasks(db, ground, moment('2021-11-10T09:00'));
  await remindTasks(db, ground, moment('2021-11-11T09:00'));
  expect(await reminded()).toEqual([-5]);
  await remindTasks(db, ground, moment('2021-11-15T09:00'));
  expect(await reminded()).toEqual([-5, -2]);
  await makeTaskMove(
    db,
    ground,
    director,
    { caseId, move: 'request-extension', data: { newDueOn: '2021-11-26', reason: 'r' } },
    moment('2021-11-15T10:00'),
  );
  const chair = officerOf('hn', ['agency-head'], 9, 'hn');
  await makeTaskMove(
    db,
    ground,
    chair,
    { caseId, move: 'grant-extension', data: { document: 'd' } },
    moment('2021-11-15T11:00'),
  );
  await remindTasks(db, ground, moment('2021-11-19T09:00'));
  expect(await reminded()).toEqual([-5, -2, -5]);
});

test('a recurring duty makes its task once a period', async () => {
  const wish = {
    giver: 'chair' as const,
    source,
    secret: false,
    task,
    every: 'month' as const,
    dueWorkingDays: 5,
    untilOn: undefined,
  };
  const recorded = await recordDuty(db, ground, office, wish, moment('2021-11-02T09:00'));
  expect(recorded.ok).toBe(true);
  await makeRecurringTasks(db, ground, moment('2021-11-20T09:00'));
  await makeRecurringTasks(db, ground, moment('2021-12-01T08:00'));
  await makeRecurringTasks(db, ground, moment('2021-12-02T08:00'));
  const { rows } = await listTasks(db, { agencyIds: ['hn'], now: moment('2021-12-02T08:00'), pageSize: 100 });
  const made = rows.filter((state) => taskFacts(state).period);
  expect(made.map((state) => [taskFacts(state).period, state.dueAt])).toEqual([
    ['2021-11', '2021-11-08T10:00:00Z'],
    ['2021-12', '2021-12-08T10:00:00Z'],
  ]);
});

test('secret tasks and those of the Party are not in what is published, and what is due on the last day is not late', async () => {
  const before = await previewMonth(db, ground, '2021-11');
  await give('chair', true, '2021-11-08');
  await give('party-committee', false, '2021-11-08');
  await give('chair', false, '2021-11-30');
  const late = await give('chair', false, '2021-11-29');
  const after = await previewMonth(db, ground, '2021-11');
  expect(after.counts.all - before.counts.all).toBe(2);
  expect(after.counts.overdue - before.counts.overdue).toBe(1);
  const code = (await findCase(db, late))?.code;
  expect(after.late.find((one) => one.code === code)?.daysLate).toBe(1);
  expect(after.units.reduce((sum, unit) => sum + unit.counts.all, 0)).toBe(after.counts.all);
  expect(after.givers.reduce((sum, one) => sum + one.counts.all, 0)).toBe(after.counts.all);
});

test('a month is published once, when it is over, and stays as it was', async () => {
  expect((await publishMonth(db, ground, office, '2021-11', moment('2021-11-30T23:00'))).ok).toBe(false);
  const published = await publishMonth(db, ground, office, '2021-11', moment('2021-12-01T08:00'));
  expect(published.ok).toBe(true);
  expect((await publishMonth(db, ground, office, '2021-11', moment('2021-12-02T08:00'))).ok).toBe(false);
  expect((await publishMonth(db, ground, director, '2021-10', moment('2021-12-02T08:00'))).ok).toBe(false);
});

test('lateness raises a task only where the city decided so, at most one for a unit and a cause a week, with the cases', async () => {
  expect(await raiseTasks(db, ground, moment('2021-12-13T09:00'))).toBe(0);
  const raising = { on: true, causes: ['task'], workingDays: 5 };
  expect((await changePolicy(db, ground, office, raising, '7/QĐ', moment('2021-12-12T09:00'))).ok).toBe(true);
  expect(await raiseTasks(db, ground, moment('2021-12-13T09:00'))).toBe(1);
  expect(await raiseTasks(db, ground, moment('2021-12-14T09:00'))).toBe(0);
  const { rows } = await listTasks(db, { agencyIds: ['hn'], now: moment('2021-12-14T09:00'), pageSize: 100 });
  const raised = rows.find((state) => taskFacts(state).causes);
  expect(taskFacts(raised!).leadUnitId).toBe('so-tu-phap');
  expect(taskFacts(raised!).causes?.length).toBeGreaterThan(1);
  expect(await raiseTasks(db, ground, moment('2021-12-20T09:00'))).toBe(1);
});
