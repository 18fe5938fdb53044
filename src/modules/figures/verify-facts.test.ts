import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { App } from '#app.ts';
import type { Actor } from '#case-engine/rules/authority.ts';
import { dossierKinds } from '#modules/dossiers/index.ts';
import { openFileStore } from '#platform/file-store.ts';
import { officerOf, openCity, ward } from '../../../tests/city.ts';
import { freshDatabase } from '../../../tests/on-database.ts';
import { sampleSubmission } from '../../../tests/sample-submission.ts';
import { type FactDifference, rebuildFacts, verifyFacts } from './verify-facts.ts';

const database = await freshDatabase();
const { db, pool } = database;
const folder = mkdtempSync(join(tmpdir(), 'motcua-files-'));
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true });
});

let app: App;
let setClock: (at: string) => void;

async function must<T>(done: Promise<{ ok: true; value: T } | { ok: false; refusal: unknown }>): Promise<T> {
  const answer = await done;
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal));
  return answer.value;
}

const move = (actor: Actor, caseId: string, name: string, data: object) =>
  must(app.dossiers.move(actor, { caseId, move: name, data }));

const everyone = ['unit-head', 'case-handler', 'signatory', 'records-clerk'] as const;
const districtDesk = officerOf('q-001.desk', ['intake-officer', 'desk-head'], 11, 'hn/q-001/q-001.desk');
const office = officerOf('q-001.urban-management', everyone, 12, 'hn/q-001/q-001.urban-management');
const planning = officerOf('so-quy-hoach-kien-truc.planning', everyone, 14, 'hn/so-quy-hoach-kien-truc/x');
const item = { what: 'Bản sao hộ khẩu', reason: 'Thiếu trang 2', clause: 'Điều 15' };

beforeAll(async () => {
  ({ app, setClock } = await openCity(db, await openFileStore(folder)));
  // one dossier of every fate: settled, refused, withdrawn, sent for papers twice over, apologised for, interlinked
  setClock('2021-10-04T08:30');
  const ofWard = async (channel: 'online' | 'desk') => ({
    ...(await sampleSubmission(app, '1.004873', 'x-00007')),
    channel,
    ...(channel === 'online' ? { papers: [] } : {}),
  });
  const settled = await must(app.dossiers.receive(ward.desk, await ofWard('desk')));
  await move(ward.desk, settled.caseId, 'forward', { note: '' });
  await move(ward.signatory, settled.caseId, 'take-over', {});
  setClock('2021-10-05T10:00');
  await move(ward.handler, settled.caseId, 'propose', { outcome: 'grant', summary: 'Đủ điều kiện.' });
  await move(ward.signatory, settled.caseId, 'sign', {});
  await move(ward.clerk, settled.caseId, 'issue', { number: '12/XN-UBND' });
  const refused = await must(app.dossiers.submit(ward.desk, await ofWard('online')));
  await move(ward.desk, refused.caseId, 'refuse', { reason: 'Không đúng thẩm quyền', clause: 'Điều 17' });
  const supplemented = await must(app.dossiers.receive(ward.desk, await ofWard('desk')));
  await move(ward.desk, supplemented.caseId, 'ask-supplement', { items: [item] });
  setClock('2021-10-11T10:00');
  await move(ward.desk, supplemented.caseId, 'answer-supplement', { note: 'Đã nộp' });
  const apologised = await must(app.dossiers.receive(ward.desk, await ofWard('desk')));
  setClock('2021-10-12T10:00');
  await move(ward.signatory, apologised.caseId, 'apologise', {
    reason: 'Cần xác minh',
    letterNumber: '12/XL',
    newDueOn: '2021-10-20',
  });
  await move(ward.desk, apologised.caseId, 'reappoint', {});
  const withdrawn = await must(app.dossiers.receive(ward.desk, await ofWard('desk')));
  await move(ward.desk, withdrawn.caseId, 'withdraw', { reason: 'Không còn nhu cầu' });
  const permit = await must(app.dossiers.receive(districtDesk, await sampleSubmission(app, '1.009994', 'q-001')));
  await move(districtDesk, permit.caseId, 'forward', {});
  await move(office, permit.caseId, 'take-over', {});
  const plan = app.dossiers.partId(permit.caseId, 'appraise/planning');
  setClock('2021-10-18T10:00');
  await move(planning, plan, 'take-over', {});
  await move(planning, plan, 'propose', { outcome: 'grant', summary: 'Phù hợp.' });
  await move(planning, plan, 'sign', {});
}, 60_000);

async function verify(): Promise<{ cases: number; differences: FactDifference[] }> {
  let cases = 0;
  const differences: FactDifference[] = [];
  for await (const batch of verifyFacts(db, dossierKinds)) {
    cases += batch.cases;
    differences.push(...batch.differences);
  }
  return { cases, differences };
}

const facts = async () =>
  (await pool.query('select to_jsonb(f) as fact from case_fact f order by case_id')).rows.map(({ fact }) => fact);

test('facts kept move by move are those told from the journals by the rules', async () => {
  expect(await verify()).toEqual({ cases: 8, differences: [] });
});

test('facts made all at once are those kept move by move', async () => {
  const kept = await facts();
  expect(await rebuildFacts(db, dossierKinds)).toBe(8);
  expect(await facts()).toEqual(kept);
  expect((await verify()).differences).toEqual([]);
});

test('a fact that was changed by hand, or lost, is named with its field', async () => {
  const owner = new pg.Client(database.administratorConnectionString);
  await owner.connect();
  await owner.query(`update case_fact set accepted_at = accepted_at - interval '1 hour', accepted_known_at = accepted_at
    where case_id = (select case_id from case_fact where accepted_at is not null order by case_id limit 1)`);
  const [difference] = (await verify()).differences;
  expect(difference?.field).toBe('acceptedAt');
  await owner.query('delete from case_fact where apologised_at is not null');
  expect((await verify()).differences.map(({ field }) => field).sort()).toEqual(['acceptedAt', 'fact']);
  await owner.end();
  await rebuildFacts(db, dossierKinds);
  expect((await verify()).differences).toEqual([]);
});

test('an end that was put right and a case that went to another agency keep what was known before', async () => {
  const [row] = (await pool.query(`select id, entries from cases where state = 'settled' limit 1`)).rows;
  await pool.query(
    `insert into journal select case_id, $2 + 1, at + interval '1 day', 'correct', actor, data,
       '{"state":"withdrawn","timeliness":null,"endedAt":"2021-10-05T03:00:00Z","receivingUnitId":"x-00004"}', hash, hash
     from journal where case_id = $1 and seq = $2`,
    [row.id, row.entries],
  );
  const kept = await facts();
  expect(kept.find(({ case_id }) => case_id === row.id).earlier).toHaveLength(1);
  expect((await verify()).differences).toEqual([]);
  await pool.query(`update cases set receiving_unit_id = 'x-00004', timeliness = null where id = $1`, [row.id]);
  await rebuildFacts(db, dossierKinds);
  expect(await facts()).toEqual(kept);
});
