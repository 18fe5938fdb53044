import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findCase } from '#case-engine/case-store.ts';
import { verifyJournals } from '#case-engine/verify-journals.ts';
import { type CityGround, getCityGround } from '#modules/organisation/index.ts';
import { makeTaskMove, taskKinds } from '#modules/tasks/index.ts';
import { officerOf } from '../../../tests/city.ts';
import { moment } from '../../../tests/dossier-walk.ts';
import { freshDatabase } from '../../../tests/on-database.ts';
import { loadReferenceData } from '../../load-demo-city.ts';
import { findInspectionPage } from './inspection-page.ts';
import { countInspections } from './inspection-store.ts';
import { makeInspectionMove } from './make-inspection-move.ts';
import { openInspection } from './open-inspection.ts';
import { inspectionFacts } from './rules/inspection-facts.ts';
import { inspectionKind } from './rules/inspection-kind.ts';

const database = await freshDatabase();
afterAll(database.drop);
const { db } = database;
let ground: CityGround;
beforeAll(async () => {
  await loadReferenceData(db, () => undefined);
  ground = await getCityGround(db);
});

const division = 'so-noi-vu.administrative-reform';
const team = officerOf(division, ['unit-head'], 1, `hn/so-noi-vu/${division}`);
const wardChair = officerOf('x-00007', ['agency-head', 'signatory'], 2, 'hn/q-001/x-00007');
const wardOfficer = officerOf('x-00007', ['case-handler'], 3, 'hn/q-001/x-00007');

const wish = {
  subject: 'one-stop-desk',
  unitId: 'x-00007',
  scope: 'Năm 2021',
  plan: '12/KH-UBND',
  unannounced: true,
  dueOn: Temporal.PlainDate.from('2021-11-30'),
};
const opened = async (more: Partial<typeof wish> = {}, who = team) => {
  const answer = await openInspection(db, ground, who, { ...wish, ...more }, moment('2021-11-05T09:00'));
  if (!answer.ok) throw new Error(answer.refusal.code);
  return answer.value.caseId;
};
const move = async (who: typeof team, caseId: string, name: string, data: object, at: string) => {
  const made = await makeInspectionMove(db, ground, who, { caseId, move: name, data }, moment(at));
  return made.ok ? made.value.state : made.refusal.code;
};
const minutes = {
  on: '2021-11-10',
  place: 'UBND phường',
  present: 'Đại diện phường',
  summary: 'Đã xem',
  'item.receipt': 'not-met',
};
const finding = {
  what: 'Thiếu giấy hẹn',
  evidence: '03 hồ sơ',
  clause: 'NĐ 61/2018',
  remedy: 'Cấp giấy hẹn',
  dueOn: '2021-12-15',
};

describe('the way of an inspection', () => {
  test('a conclusion gives each remedy as a task of the unit, and the inspection ends when all are done', async () => {
    const caseId = await opened();
    await move(team, caseId, 'decide', { number: '45/QĐ', on: '2021-11-08', leader: 'A' }, '2021-11-08T09:00');
    expect(await move(team, caseId, 'record-minutes', minutes, '2021-11-10T15:00')).toBe('visited');
    expect(await move(team, caseId, 'add-finding', { ...finding, dueOn: '' }, '2021-11-10T15:10')).toBe(
      'remedy-needs-day',
    );
    expect(await move(team, caseId, 'add-finding', finding, '2021-11-10T15:10')).toBe('visited');
    expect(
      await move(team, caseId, 'conclude', { number: '50/KL', on: '2021-11-20', summary: 'k' }, '2021-11-22T09:00'),
    ).toBe('concluded');
    const state = (await findCase(db, caseId))!;
    const taskId = inspectionFacts(state).findings?.[0]?.taskId ?? '';
    expect(inspectionFacts(state).minutes?.[0]?.items.find(({ id }) => id === 'receipt')?.answer).toBe('not-met');
    const task = (await findCase(db, taskId))!;
    expect(task).toMatchObject({ kind: 'task', state: 'assigned', holder: { unitId: 'x-00007', role: 'agency-head' } });
    expect(await move(team, caseId, 'close-inspection', {}, '2021-12-01T09:00')).toBe('remedies-open');
    const span = { from: Temporal.PlainDate.from('2021-01-01'), until: Temporal.PlainDate.from('2021-12-31') };
    expect(await countInspections(db, span, moment('2021-12-20T09:00'))).toEqual({
      inspections: 1,
      units: 1,
      findings: 1,
      mended: 0,
      open: 1,
      late: 1,
    });
    const handIn = { number: '9/BC', on: '2021-12-10', summary: 'Đã cấp' };
    await makeTaskMove(
      db,
      ground,
      wardChair,
      { caseId: taskId, move: 'hand-in', data: handIn },
      moment('2021-12-10T09:00'),
    );
    const seen = await makeTaskMove(
      db,
      ground,
      team,
      { caseId: taskId, move: 'complete', data: {} },
      moment('2021-12-11T09:00'),
    );
    expect(seen.ok && seen.value.state).toBe('completed');
    expect(await move(team, caseId, 'close-inspection', {}, '2021-12-13T09:00')).toBe('closed');
    expect((await findCase(db, caseId))?.timeliness).toBe('early');
  });

  test('a unit sees nothing of a visit that is not announced before there are minutes', async () => {
    const caseId = await opened();
    const page = (at: string) => findInspectionPage(db, ground, wardOfficer, caseId, moment(at));
    expect(await page('2021-11-08T09:00')).toBeUndefined();
    await move(team, caseId, 'decide', { number: '46/QĐ', on: '2021-11-08', leader: 'A' }, '2021-11-08T09:00');
    await move(team, caseId, 'record-minutes', minutes, '2021-11-10T15:00');
    expect((await page('2021-11-11T09:00'))?.state.state).toBe('visited');
  });

  test('a conclusion rests on minutes, and a sanction stands with the answer of the person', async () => {
    const caseId = await opened({ unannounced: false });
    expect(
      await move(team, caseId, 'conclude', { number: '1', on: '2021-11-20', summary: 'k' }, '2021-11-20T09:00'),
    ).toBe('move-not-open');
    await move(team, caseId, 'decide', { number: '47/QĐ', on: '2021-11-08', leader: 'A' }, '2021-11-08T09:00');
    await move(team, caseId, 'record-minutes', minutes, '2021-11-10T15:00');
    const sanction = { person: 'B', measure: 'reprimand', decision: '3/QĐ', on: '2021-11-12' };
    await move(team, caseId, 'record-sanction', sanction, '2021-11-12T09:00');
    expect(await move(team, caseId, 'answer-sanction', { place: 2, answer: 'x' }, '2021-11-13T09:00')).toBe(
      'sanction-unknown',
    );
    expect(
      await move(team, caseId, 'answer-sanction', { place: 1, answer: 'Tôi xin giải trình' }, '2021-11-15T09:00'),
    ).toBe('visited');
    expect(
      await move(team, caseId, 'conclude', { number: '2', on: '2021-11-20', summary: 'k' }, '2021-11-22T09:00'),
    ).toBe('closed');
  });

  test('a unit inspects itself, and nobody another who is not below', async () => {
    const own = await opened({ unannounced: false }, wardChair);
    expect(inspectionFacts((await findCase(db, own))!).self).toBe(true);
    const other = await openInspection(
      db,
      ground,
      wardChair,
      { ...wish, unitId: 'x-00004' },
      moment('2021-11-05T09:00'),
    );
    expect(other.ok ? '' : other.refusal.code).toBe('inspection-unit-outside');
  });

  test('every journal folds to what is stored', async () => {
    for await (const { broken } of verifyJournals(db, [inspectionKind, ...taskKinds])) expect(broken).toEqual([]);
  });
});
