import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { App } from '#app.ts';
import type { Actor } from '#case-engine/rules/authority.ts';
import { dossierKinds } from '#modules/dossiers/index.ts';
import { openFileStore } from '#platform/file-store.ts';
import { accountId, openCity, ward } from '../../../tests/city.ts';
import { moment } from '../../../tests/dossier-walk.ts';
import { freshDatabase } from '../../../tests/on-database.ts';
import { sampleSubmission } from '../../../tests/sample-submission.ts';
import { figureCatalogue } from './rules/figure-catalogue.ts';
import { asNumber } from './rules/figure-value.ts';
import { verifyFacts } from './verify-facts.ts';

const database = await freshDatabase();
const { db, pool } = database;
const folder = mkdtempSync(join(tmpdir(), 'motcua-files-'));
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true });
});

let app: App;
let setClock: (at: string) => void;
beforeAll(async () => {
  ({ app, setClock } = await openCity(db, await openFileStore(folder)));
});

const day = (text: string) => Temporal.PlainDate.from(text);
const october = { from: day('2021-10-01'), to: day('2021-10-31') };
const all = figureCatalogue.map(({ id }) => id);

async function must<T>(done: Promise<{ ok: true; value: T } | { ok: false; refusal: unknown }>): Promise<T> {
  const answer = await done;
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal));
  return answer.value;
}

const move = (actor: Actor, caseId: string, name: string, data: object) =>
  must(app.dossiers.move(actor, { caseId, move: name, data }));

async function receive(at: string, channel: 'online' | 'desk' = 'desk'): Promise<string> {
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

/** Values by id, with every identity that does not hold. */
async function ask(ids: readonly string[], asOf: string, period = october, more: object = {}) {
  const answer = await must(app.figures.ask({ ids, ...period, asOf: moment(asOf), ...more }));
  const values = Object.fromEntries(
    answer.figures.map(({ definition, value }) => [definition.id, value && asNumber(value)]),
  );
  return { values, broken: answer.figures.flatMap(({ broken }) => broken), figures: answer.figures };
}

test('figures as of earlier moments are what was answered then, whatever is done later', async () => {
  const early = await receive('2021-09-29T09:00');
  const first = await receive('2021-10-04T09:00');
  const second = await receive('2021-10-05T09:00');
  const third = await receive('2021-10-06T09:00');
  await settle(early, '2021-10-04T14:00');
  await settle(first, '2021-10-05T14:00');
  setClock('2021-10-07T10:00');
  await move(ward.signatory, second, 'apologise', {
    reason: 'Cần xác minh',
    letterNumber: '12/XL',
    newDueOn: '2021-10-20',
  });
  await move(ward.desk, second, 'reappoint', {});
  setClock('2021-10-08T12:00');
  const moments = ['2021-10-04T12:00', '2021-10-05T23:00', '2021-10-06T09:00', '2021-10-08T12:00'];
  const then = await Promise.all(moments.map((at) => ask(all, at)));
  expect(then.map(({ values }) => values['dossiers.received'])).toEqual([1, 2, 3, 3]);
  expect(then.map(({ values }) => values['dossiers.resolved'])).toEqual([0, 2, 2, 2]);

  // much happens: the second is late all the same, the third waits for papers and is withdrawn
  setClock('2021-10-11T09:00');
  await move(ward.desk, third, 'ask-supplement', {
    items: [{ what: 'Bản sao', reason: 'Thiếu', clause: 'Điều 15' }],
  });
  setClock('2021-10-12T09:00');
  await move(ward.desk, third, 'withdraw', { reason: 'Không còn nhu cầu' });
  await settle(second, '2021-10-25T09:00');
  await receive('2021-10-26T09:00', 'online');
  setClock('2021-11-02T09:00');
  const again = await Promise.all(moments.map((at) => ask(all, at)));
  expect(again.map(({ values }) => values)).toEqual(then.map(({ values }) => values));
  expect([...then, ...again].flatMap(({ broken }) => broken)).toEqual([]);

  const { values, broken } = await ask(all, '2021-11-02T09:00');
  expect(broken).toEqual([]);
  expect(values).toMatchObject({
    'dossiers.received': 4,
    'dossiers.received_online': 1,
    'dossiers.carried_over': 1,
    'dossiers.resolved': 3,
    'dossiers.resolved_late': 1,
    'dossiers.late_with_apology': 1,
    'dossiers.resolved_late_by_first': 1,
    'dossiers.withdrawn': 1,
    'dossiers.supplement_asked': 1,
    'dossiers.open': 1,
    'dossiers.open_overdue': 1,
    'dossiers.online_share': 25,
    'ii06a.3': 4,
    'ii06a.4': 1,
    'ii06a.5': 2,
    'ii06a.6': 1,
    'ii06a.7': 3,
    'ii06a.11': 1,
    'ii06a.apart_received': 1,
  });
});

test('what is carried over is what was open at the end of the period before', async () => {
  for (const first of ['2021-10-04', '2021-10-05', '2021-10-07', '2021-10-12', '2021-10-30']) {
    const before = await ask(['dossiers.open', 'ii06a.11'], '2021-11-02T09:00', {
      from: day('2021-09-01'),
      to: day(first).subtract({ days: 1 }),
    });
    const after = await ask(['dossiers.carried_over', 'ii06a.6', 'ii06a.apart_carried'], '2021-11-02T09:00', {
      from: day(first),
      to: day('2021-10-31'),
    });
    expect(after.values['dossiers.carried_over']).toBe(before.values['dossiers.open']);
    expect(after.values['ii06a.6']! + after.values['ii06a.apart_carried']!).toBe(before.values['ii06a.11']);
  }
});

test('the lines of every breakdown add up to the whole', async () => {
  const ids = ['dossiers.received', 'dossiers.resolved', 'dossiers.open_overdue'];
  for (const by of ['unit', 'branch', 'tier', 'field', 'procedure', 'channel', 'level'] as const) {
    const { figures } = await ask(ids, '2021-11-02T09:00', october, { by });
    for (const { value, lines } of figures)
      expect(lines.reduce((sum, line) => sum + (line.value?.steps ?? 0), 0)).toBe(value?.steps);
  }
  const year = { from: day('2021-09-01'), to: day('2021-12-31') };
  const { figures } = await ask(['dossiers.received', 'dossiers.open'], '2021-11-02T09:00', year, { by: 'month' });
  expect(figures.map(({ lines }) => lines.map(({ key, value }) => [key, value?.steps]))).toEqual([
    [
      ['2021-09', 1],
      ['2021-10', 4],
      ['2021-11', 0],
    ],
    [
      ['2021-09', 1],
      ['2021-10', 1],
      ['2021-11', 1],
    ],
  ]);
});

test('a unit is asked with all below it, and no other', async () => {
  const within = async (unitId: string) =>
    (await ask(['dossiers.received'], '2021-11-02T09:00', october, { unitId })).values['dossiers.received'];
  expect(await Promise.all(['hn', 'q-001', 'x-00007', 'x-00004', 'q-002'].map(within))).toEqual([4, 4, 4, 0, 0]);
});

test('the units of the city are those of its own decisions: 22, 30, 579 and 175 wards', async () => {
  const { values } = await ask(
    [
      'org.departments',
      'org.districts',
      'org.communes',
      'delegation.wards_total',
      'delegation.wards',
      'procedures.offered',
    ],
    '2021-10-30T17:00',
  );
  expect(values).toMatchObject({
    'org.departments': 22,
    'org.districts': 30,
    'org.communes': 579,
    'delegation.wards_total': 175,
    'delegation.wards': 0,
    'procedures.offered': 29,
  });
});

test('an end that was put right counts as it was known, before and after', async () => {
  setClock('2021-11-05T09:00');
  const before = await ask(['dossiers.resolved', 'dossiers.withdrawn'], '2021-11-05T09:00');
  const [row] = (await pool.query(`select id, entries from cases where state = 'settled' order by ended_at limit 1`))
    .rows;
  await pool.query(
    `insert into journal select case_id, $2 + 1, '2021-11-05T10:00+07', 'correct', actor, data,
       '{"state":"withdrawn","timeliness":null,"endedAt":"2021-10-05T03:00:00Z"}', hash, hash
     from journal where case_id = $1 and seq = $2`,
    [row.id, row.entries],
  );
  setClock('2021-11-06T09:00');
  expect((await ask(['dossiers.resolved', 'dossiers.withdrawn'], '2021-11-05T09:00')).values).toEqual(before.values);
  const { values, broken } = await ask(all, '2021-11-06T09:00');
  expect(values['dossiers.resolved']).toBe(before.values['dossiers.resolved']! - 1);
  expect(values['dossiers.withdrawn']).toBe(before.values['dossiers.withdrawn']! + 1);
  expect(broken).toEqual([]);
});

test('the cases behind a figure are as many as it counts, page by page, for whoever oversees the unit', async () => {
  const asked = { id: 'dossiers.received', ...october, asOf: moment('2021-11-02T09:00'), unitId: 'x-00007' };
  const first = await must(app.figures.casesBehind(ward.signatory, asked, { most: 3 }));
  const second = await must(
    app.figures.casesBehind(ward.signatory, asked, { most: 3, after: first.next ?? undefined }),
  );
  expect([first.cases.length, second.cases.length, second.next]).toEqual([3, 1, null]);
  const count = async (id: string) =>
    (await must(app.figures.casesBehind(ward.signatory, { ...asked, id }, { most: 50 }))).cases.length;
  const counted = figureCatalogue.filter(({ source }) => source.from === 'cases').map(({ id }) => id);
  const { values } = await ask(counted, '2021-11-02T09:00');
  for (const id of counted) expect([id, await count(id)]).toEqual([id, values[id]]);
  expect(await count('ii06a.3')).toBe(4);

  const refusalOf = async (actor: Actor, more: object = {}) => {
    const answer = await app.figures.casesBehind(actor, { ...asked, ...more }, { most: 3 });
    return answer.ok ? undefined : answer.refusal.code;
  };
  expect(await refusalOf(ward.signatory, { unitId: 'hn' })).toBe('figure-cases-not-yours');
  expect(await refusalOf(ward.neighbour)).toBe('figure-cases-not-yours');
  expect(await refusalOf({ kind: 'citizen', accountId: null, name: '', posts: [] })).toBe('figure-cases-not-yours');
  expect(await refusalOf(ward.signatory, { id: 'org.communes' })).toBe('figure-has-no-cases');
});

test('a closed period keeps its numbers; what came in late is a later version with a reason, both kept', async () => {
  const head = { ...ward.signatory, accountId: accountId(3) };
  await pool.query(
    `insert into account (id, kind, sign_in_name, name, created_at) values ($1, 'officer', 'head', 'Cán bộ 3', now())`,
    [head.accountId],
  );
  setClock('2021-11-07T09:00');
  const wish = { unitId: 'x-00007', ...october, reason: '' };
  const code = async (done: ReturnType<App['figures']['close']>) => {
    const answer = await done;
    return answer.ok ? undefined : answer.refusal.code;
  };
  expect(await code(app.figures.close({ ...ward.handler, accountId: head.accountId }, wish))).toBe(
    'period-close-not-yours',
  );
  expect(await code(app.figures.close(head, { ...wish, to: day('2021-11-30') }))).toBe('period-not-over');
  const { closing } = await must(app.figures.close(head, wish));
  expect(closing).toMatchObject({ version: 1, figures: { 'dossiers.received': { steps: 4 } } });
  expect(await code(app.figures.close(head, { ...wish, reason: 'Thử' }))).toBe('period-closed-same');

  // a paper that the post handed over on 29 October is entered on 8 November
  setClock('2021-11-08T09:00');
  const filled = { ...(await sampleSubmission(app, '1.004873', 'x-00007')), channel: 'post' as const };
  await must(app.dossiers.receive(ward.desk, filled, undefined, moment('2021-10-29T09:00')));
  const november = { from: day('2021-11-01'), to: day('2021-11-08') };
  const { broken } = await ask(['dossiers.carried_over'], '2021-11-08T09:00', november, { unitId: 'x-00007' });
  expect(broken).toMatchObject([{ leftSum: 2, rightSum: 1 }]);
  expect((await ask(['dossiers.received'], '2021-11-07T09:00')).values['dossiers.received']).toBe(4);
  expect(await code(app.figures.close(head, wish))).toBe('period-reason-missing');
  await must(app.figures.close(head, { ...wish, reason: 'Hồ sơ bưu chính nhập muộn' }));
  const versions = await app.figures.closings(wish);
  expect(versions.map(({ closing: { version } }) => version)).toEqual([1, 2]);
  expect(versions[0]?.closing.figures).toEqual(closing.figures);
  expect(versions[1]?.restated).toContainEqual({
    id: 'dossiers.received',
    before: { steps: 4, decimals: 0 },
    after: { steps: 5, decimals: 0 },
  });
  expect((await ask(['dossiers.carried_over'], '2021-11-08T09:00', november, { unitId: 'x-00007' })).broken).toEqual(
    [],
  );
  await expect(pool.query(`update figure_closing set reason = 'x'`)).rejects.toThrow('append-only');
});

test('a day of a result that is corrected later moves the figures from then on, and none as of before', async () => {
  const november = { from: day('2021-11-09'), to: day('2021-11-30') };
  const ids = ['dossiers.resolved', 'dossiers.resolved_on_time', 'dossiers.resolved_late', 'ii06a.7', 'ii06a.10'];
  const caseId = await receive('2021-11-09T09:00');
  await settle(caseId, '2021-11-30T14:00');
  setClock('2021-11-30T15:00');
  await move(ward.desk, caseId, 'return-result', { receivedBy: 'Trần Văn An', method: 'desk' });
  setClock('2021-11-30T17:30');
  const signed = (await ask(ids, '2021-11-30T17:00', november)).values;
  expect(signed).toMatchObject({ 'dossiers.resolved': 1, 'dossiers.resolved_late': 1, 'ii06a.10': 1 });

  setClock('2021-12-02T09:00');
  const correct = (actor: Actor, endedOn: string) =>
    app.dossiers.move(actor, {
      caseId,
      move: 'correct-end',
      data: { endedOn, document: 'Giấy xác nhận số 31/XN-UBND ngày 10/11/2021', reason: 'Nhập sổ muộn' },
    });
  const refusalOf = async (actor: Actor, endedOn: string) => {
    const answer = await correct(actor, endedOn);
    return answer.ok ? undefined : answer.refusal.code;
  };
  expect(await refusalOf(ward.handler, '2021-11-10')).toBe('move-not-yours');
  expect(await refusalOf(ward.signatory, '2021-11-30')).toBe('end-day-same');
  expect(await refusalOf(ward.signatory, '2021-11-08')).toBe('end-day-impossible');
  expect(await refusalOf(ward.signatory, '2021-12-03')).toBe('end-day-impossible');
  const before = (await pool.query('select seq, hash from journal where case_id = $1 order by seq', [caseId])).rows;
  await must(correct(ward.signatory, '2021-11-10'));
  const after = (await pool.query('select seq, hash from journal where case_id = $1 order by seq', [caseId])).rows;
  expect(after.slice(0, -1)).toEqual(before);

  setClock('2021-12-02T10:00');
  expect((await ask(ids, '2021-11-30T17:00', november)).values).toEqual(signed);
  const { values, broken } = await ask(all, '2021-12-02T10:00', november);
  expect(values).toMatchObject({ 'dossiers.resolved': 1, 'dossiers.resolved_late': 0, 'ii06a.7': 1, 'ii06a.10': 0 });
  expect(broken.filter(({ id }) => id.startsWith('ii06a'))).toEqual([]);
  for await (const { differences } of verifyFacts(db, dossierKinds)) expect(differences).toEqual([]);
});

test('an unknown figure or unit, a period that runs backwards and a moment to come are refused', async () => {
  const refusalOf = async (asked: object) => {
    const answer = await app.figures.ask({ ids: ['dossiers.received'], ...october, ...asked });
    return answer.ok ? undefined : answer.refusal.code;
  };
  expect(await refusalOf({ ids: ['no.such'] })).toBe('figure-unknown');
  expect(await refusalOf({ unitId: 'nowhere' })).toBe('figure-unit-unknown');
  expect(await refusalOf({ to: day('2021-09-01') })).toBe('period-wrong-way');
  expect(await refusalOf({ asOf: moment('2031-01-01T00:00') })).toBe('moment-not-come');
  expect(await refusalOf({ asOf: moment('2021-01-01T00:00') })).toBe('period-not-begun');
  expect(await refusalOf({ ids: ['org.communes'], by: 'field' })).toBe('figure-not-by');
});
