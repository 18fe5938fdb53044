import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { App } from '#app.ts';
import type { Actor } from '#case-engine/rules/authority.ts';
import { dossierKinds } from '#modules/dossiers/index.ts';
import { feedbackKind } from '#modules/feedback/index.ts';
import { roundKinds } from '#modules/indices/index.ts';
import { inspectionKind } from '#modules/inspections/index.ts';
import { reportingKinds } from '#modules/reports/index.ts';
import { taskKinds } from '#modules/tasks/index.ts';
import { openFileStore } from '#platform/file-store.ts';
import { officerOf, openCity, ward } from '../../../tests/city.ts';
import { moment } from '../../../tests/dossier-walk.ts';
import { freshDatabase } from '../../../tests/on-database.ts';
import { sampleSubmission } from '../../../tests/sample-submission.ts';
import { asNumber } from './rules/figure-value.ts';
import { rebuildFacts, verifyFacts } from './verify-facts.ts';

const database = await freshDatabase();
const { db, pool } = database;
const folder = mkdtempSync(join(tmpdir(), 'motcua-files-'));
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true });
});

let app: App;
let setClock: (at: string) => void;
let caseId: string;
const chair = officerOf('hn', ['agency-head', 'signatory'], 31, 'hn');

async function must<T>(done: Promise<{ ok: true; value: T } | { ok: false; refusal: unknown }>): Promise<T> {
  const answer = await done;
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal));
  return answer.value;
}
const move = (actor: Actor, name: string, data: object) => must(app.dossiers.move(actor, { caseId, move: name, data }));

beforeAll(async () => {
  ({ app, setClock } = await openCity(db, await openFileStore(folder)));
  setClock('2021-06-01T08:30');
  const filled = await sampleSubmission(app, '1.004873', 'x-00007');
  ({ caseId } = await must(app.dossiers.receive(ward.desk, filled)));
  setClock('2021-06-01T10:00');
  const item = { what: 'Bản sao hộ khẩu', reason: 'Thiếu trang 2', clause: 'Điều 15' };
  await move(ward.desk, 'ask-supplement', { items: [item] });
}, 60_000);

const told = async (id: string, asOf: string): Promise<number | null> => {
  const answers = await app.figures.ask({
    ids: [id],
    unitId: 'hn',
    from: Temporal.PlainDate.from('2021-01-01'),
    to: Temporal.PlainDate.from('2021-12-31'),
    asOf: moment(asOf),
  });
  if (!answers.ok) throw new Error(answers.refusal.code);
  const value = answers.value.figures[0]?.value;
  return value ? asNumber(value) : null;
};

const ofWard = {
  scope: 'unit',
  accountId: ward.desk.accountId ?? '',
  unitIds: ['x-00007.desk', 'x-00007'],
  jurisdiction: [],
} as const;
const listed = async (queue: 'overdue' | 'awaiting-supplement' | 'answer-overdue' | 'due-soon') =>
  (await app.work.list({ ...ofWard, queue })).rows.map((row) => row.caseId);
const toUrge = async () => [
  ...(await app.followUp.list({ unitIds: null, show: 'late' })).rows,
  ...(await app.followUp.list({ unitIds: null, show: 'soon' })).rows,
];

test('a state that waits for the person is the same to the rules and to the database', async () => {
  const kinds = [...dossierKinds, feedbackKind, ...taskKinds, inspectionKind, ...roundKinds, ...reportingKinds];
  const said = kinds.flatMap(({ kind, states }) =>
    Object.entries(states).flatMap(([state, { waits }]) => (waits ? [{ kind, state }] : [])),
  );
  const { rows } = await pool.query('select kind, state from waiting_state order by kind, state desc');
  expect(rows).toEqual(said);
});

test('while the person must answer nobody is late, in lists, in follow-up and in figures, even when their day has passed', async () => {
  setClock('2021-06-30T09:00');
  expect(await listed('awaiting-supplement')).toEqual([caseId]);
  expect(await listed('answer-overdue')).toEqual([]);
  expect(await listed('due-soon')).toEqual([]);
  setClock('2021-08-20T09:00');
  expect(await listed('overdue')).toEqual([]);
  expect(await listed('answer-overdue')).toEqual([caseId]);
  expect(await listed('awaiting-supplement')).toEqual([caseId]);
  expect(await toUrge()).toEqual([]);
  const urging = {
    agencyId: 'hn',
    number: '12/UBND-KSTTHC',
    note: 'Đề nghị giải quyết ngay',
    answerBy: Temporal.PlainDate.from('2021-08-25'),
    caseIds: [caseId],
  };
  expect(await app.followUp.urge(chair as Actor & { accountId: string }, urging)).toMatchObject({
    value: { urged: [], refused: [{ caseId, refusal: { code: 'move-not-open' } }] },
  });
  expect(await told('dossiers.open_overdue', '2021-08-20T09:00')).toBe(0);
  expect(await told('dossiers.open_in_time', '2021-08-20T09:00')).toBe(1);
});

test('once the person has answered the new day counts, and what was known while it waited stays known', async () => {
  setClock('2021-08-20T10:00');
  await move(ward.desk, 'answer-supplement', { note: 'Đã nộp' });
  setClock('2021-09-20T09:00');
  expect(await listed('overdue')).toEqual([caseId]);
  expect(await told('dossiers.open_overdue', '2021-09-20T09:00')).toBe(1);
  expect(await told('dossiers.open_overdue', '2021-08-20T09:00')).toBe(0);
});

test('facts of what waited are the same told by the rules, kept move by move and made all at once', async () => {
  const facts = async () =>
    (await pool.query('select to_jsonb(f) as fact from case_fact f order by case_id')).rows.map(({ fact }) => fact);
  const kept = await facts();
  for await (const { differences } of verifyFacts(db, dossierKinds)) expect(differences).toEqual([]);
  await rebuildFacts(db, dossierKinds);
  expect(await facts()).toEqual(kept);
});
