import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { App } from '#app.ts';
import type { Actor } from '#case-engine/rules/authority.ts';
import { openFileStore } from '#platform/file-store.ts';
import { openCity, ward } from '../../tests/city.ts';
import { freshDatabase } from '../../tests/on-database.ts';
import { sampleSubmission } from '../../tests/sample-submission.ts';

const database = await freshDatabase();
const folder = mkdtempSync(join(tmpdir(), 'motcua-work-list-'));
let app: App;
let setClock: (at: string) => void;
const caseIds: string[] = [];

beforeAll(async () => {
  ({ app, setClock } = await openCity(database.db, await openFileStore(folder)));
  for (const minute of ['00', '10', '20']) {
    setClock(`2021-11-05T09:${minute}`);
    const done = await app.dossiers.receive(ward.desk, await sampleSubmission(app, '1.004873', 'x-00007'));
    if (!done.ok) throw new Error(done.refusal.code);
    caseIds.push(done.value.caseId);
  }
});
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true });
});

const citizen: Actor = { kind: 'citizen', accountId: null, name: 'Trần Văn An', posts: [] };

const of = (scope: 'mine' | 'unit' | 'jurisdiction', jurisdiction: readonly string[] = []) => ({
  scope,
  accountId: ward.desk.accountId ?? '',
  unitIds: ['x-00007.desk'],
  jurisdiction,
});

test.each([
  ['the ward itself', 'hn/q-001/x-00007', 3],
  ['the district above it', 'hn/q-001', 3],
  ['the whole city', 'hn', 3],
  ['another ward', 'hn/q-001/x-00004', 0],
])('whoever oversees %s sees and counts what is received or held below', async (_name, path, count) => {
  const { rows } = await app.work.list(of('jurisdiction', [path]));
  expect(rows.map(({ caseId }) => caseId)).toEqual(count === 0 ? [] : caseIds);
  expect((await app.work.countQueues(of('jurisdiction', [path]))).all).toBe(count);
});

test('a list goes on after the last row of the page before, in the order of the clock', async () => {
  const seen: string[] = [];
  let after: string | undefined;
  do {
    const page = await app.work.list({ ...of('unit'), pageSize: 1, ...(after ? { after } : {}) });
    seen.push(...page.rows.map(({ caseId }) => caseId));
    after = page.next ?? undefined;
  } while (after);
  expect(seen).toEqual(caseIds);
});

test.each([
  'all',
  'to-take-over',
  'due-soon',
  'overdue',
  'awaiting-supplement',
  'answer-overdue',
  'to-sign',
  'settled',
  'ended',
] as const)('the queue %s can be listed in every scope, and its count is its length', async (queue) => {
  setClock('2022-01-10T09:00');
  for (const query of [of('mine'), of('unit'), of('jurisdiction', ['hn/q-001']), of('jurisdiction', ['hn'])]) {
    const { rows } = await app.work.list({ ...query, queue });
    const counts = await app.work.countQueues(query);
    if (queue !== 'ended') expect(counts[queue]).toBe(rows.length);
  }
});

test('what a unit brought to an end is listed for its desk, its agency and whoever oversees it, the latest first', async () => {
  setClock('2022-01-10T09:00');
  const ended: string[] = [];
  for (const minute of ['10', '20']) {
    setClock(`2022-01-10T09:${minute}`);
    const filled = await sampleSubmission(app, '1.004873', 'x-00007');
    const submitted = await app.dossiers.submit(citizen, { ...filled, channel: 'online', papers: [] });
    if (!submitted.ok) throw new Error(submitted.refusal.code);
    const { caseId } = submitted.value;
    const withdrawn = await app.dossiers.move(ward.desk, {
      caseId,
      move: 'withdraw',
      data: { reason: 'Nộp nhầm nơi' },
    });
    if (!withdrawn.ok) throw new Error(withdrawn.refusal.code);
    ended.unshift(caseId);
  }
  for (const query of [of('unit'), of('jurisdiction', ['hn/q-001/x-00007']), of('jurisdiction', ['hn'])]) {
    const first = await app.work.list({ ...query, queue: 'ended', pageSize: 1 });
    const second = await app.work.list({ ...query, queue: 'ended', pageSize: 1, after: first.next ?? '' });
    expect([...first.rows, ...second.rows].map(({ caseId }) => caseId)).toEqual(ended);
    expect(second.next).toBeNull();
  }
});
