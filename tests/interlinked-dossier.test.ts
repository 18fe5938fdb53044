import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { App } from '#app.ts';
import { listFamily, listJournal } from '#case-engine/case-store.ts';
import type { Actor } from '#case-engine/rules/authority.ts';
import { verifyJournals } from '#case-engine/verify-journals.ts';
import { dossierKinds } from '#modules/dossiers/index.ts';
import { openFileStore } from '#platform/file-store.ts';
import { officerOf, openCity } from './city.ts';
import { freshDatabase } from './on-database.ts';
import { flat, readPdf } from './read-pdf.ts';
import { sampleSubmission } from './sample-submission.ts';

const database = await freshDatabase();
const { db } = database;
const folder = mkdtempSync(join(tmpdir(), 'motcua-files-'));
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true });
});

const everyone = ['unit-head', 'case-handler', 'signatory', 'records-clerk'] as const;
const desk = officerOf('q-001.desk', ['intake-officer', 'desk-head'], 1, 'hn/q-001/q-001.desk');
const office = officerOf('q-001.urban-management', everyone, 2, 'hn/q-001/q-001.urban-management');
const leader = officerOf('q-001', ['signatory', 'records-clerk'], 3, 'hn/q-001');
const planning = officerOf('so-quy-hoach-kien-truc.planning', everyone, 4, 'hn/so-quy-hoach-kien-truc/x');
const cadastre = officerOf('q-001.land-registration', everyone, 5, 'hn/q-001/q-001.land-registration');
const stranger = officerOf('q-002.urban-management', everyone, 6, 'hn/q-002/q-002.urban-management');

let app: App;
beforeAll(async () => {
  ({ app } = await openCity(db, await openFileStore(folder)));
});

const grant = { outcome: 'grant', summary: 'Phù hợp quy hoạch, không tranh chấp.' };
const sign = {};

async function move(actor: Actor, caseId: string, name: string, data: object, key?: string) {
  const call = key ? { key: { caller: 'test', key, requestHash: 'ab'.repeat(32) } } : {};
  return app.dossiers.move(actor, { caseId, move: name, data }, call);
}

async function must(done: ReturnType<typeof move>) {
  const answer = await done;
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal));
  return answer.value;
}

/** A building permit that stands with its handler, its two parts on their way. */
async function permit(): Promise<{ caseId: string; plan: string; land: string }> {
  const received = await app.dossiers.receive(desk, await sampleSubmission(app, '1.009994', 'q-001'));
  if (!received.ok) throw new Error(JSON.stringify(received.refusal));
  const { caseId } = received.value;
  await must(move(desk, caseId, 'forward', {}));
  await must(move(office, caseId, 'take-over', {}));
  return {
    caseId,
    plan: app.dossiers.partId(caseId, 'appraise/planning'),
    land: app.dossiers.partId(caseId, 'appraise/cadastre'),
  };
}

async function answer(staff: Actor, part: string): Promise<void> {
  await must(move(staff, part, 'take-over', {}));
  await must(move(staff, part, 'propose', grant));
}

describe('an interlinked dossier on the real database', () => {
  test('two agencies that sign their answers at the same moment are both heard', async () => {
    const { caseId, plan, land } = await permit();
    await answer(planning, plan);
    await answer(cadastre, land);
    const [one, other] = await Promise.all([move(planning, plan, 'sign', sign), move(cadastre, land, 'sign', sign)]);
    expect([one.ok, other.ok]).toEqual([true, true]);
    const family = await listFamily(db, caseId);
    expect(family.map(({ state }) => state).sort()).toEqual(['answered', 'answered', 'in-process']);
    expect(Object.values(family[0]?.branches ?? {}).map(({ outcome }) => outcome)).toEqual(['positive', 'positive']);
    await must(move(office, caseId, 'propose', grant));
  });

  test('an answer sent twice with one key is one answer', async () => {
    const { caseId, land } = await permit();
    await must(move(cadastre, land, 'take-over', {}, `${land} take`));
    const again = await must(move(cadastre, land, 'take-over', {}, `${land} take`));
    expect(again.caseId).toBe(land);
    await must(move(cadastre, land, 'propose', grant));
    const [first, second] = await Promise.all([
      move(cadastre, land, 'sign', sign, `${land} sign`),
      move(cadastre, land, 'sign', sign, `${land} sign`),
    ]);
    expect(first).toEqual(second);
    const answered = (await listJournal(db, caseId)).filter(({ verb }) => verb === 'branch-answered');
    expect(answered).toHaveLength(1);
  });

  test('whoever sees the dossier sees its parts; an agency sees its own part, and nobody else either', async () => {
    const { caseId, plan } = await permit();
    expect((await app.dossiers.page(desk, plan))?.state.parent?.caseId).toBe(caseId);
    const own = await app.dossiers.page(planning, plan);
    expect(own?.dossier.caseId).toBe(caseId);
    expect(own?.moves.map(({ move: name }) => name)).toContain('take-over');
    expect(await app.dossiers.page(planning, caseId)).toBeUndefined();
    expect(await app.dossiers.page(stranger, plan)).toBeUndefined();
  });

  test('a part stands in the list of the agency that has to answer it', async () => {
    const { plan } = await permit();
    const list = await app.dossiers.list({
      scope: 'unit',
      accountId: planning.accountId!,
      unitIds: ['so-quy-hoach-kien-truc.planning'],
      jurisdiction: [],
      queue: 'to-take-over',
    });
    const row = list.rows.find(({ caseId }) => caseId === plan);
    expect(row).toMatchObject({ kind: 'leg', part: { vi: 'Cung cấp thông tin quy hoạch của thửa đất' } });
    expect(row?.code).toMatch(/^000\.\d\d\.\d\d\.H26-211105-\d{4}$/);
  });

  test('withdrawn while others work on it, everything ends in one act, and the journals hold together', async () => {
    const { caseId } = await permit();
    await must(move(office, caseId, 'consult', { unitId: 'q-001.justice', question: 'Có tranh chấp?', days: '3' }));
    await must(move(desk, caseId, 'withdraw', { reason: 'Bán đất' }));
    const family = await listFamily(db, caseId);
    expect(family.map(({ state }) => state).sort()).toEqual(['called-off', 'called-off', 'called-off', 'withdrawn']);
    expect(await move(leader, caseId, 'sign', sign)).toMatchObject({ ok: false });
    let cases = 0;
    for await (const batch of verifyJournals(db, dossierKinds)) {
      cases += batch.cases;
      expect(batch.broken).toEqual([]);
    }
    expect(cases).toBeGreaterThan(10);
  });

  test('the control slip tells the hops of every agency, each part in a group of its own', async () => {
    const { caseId, plan, land } = await permit();
    await move(office, caseId, 'consult', { unitId: 'q-001.justice', question: 'Có tranh chấp?', days: '3' });
    await must(move(planning, plan, 'decline-hand-over', { reason: 'Thiếu sơ đồ' }));
    await answer(cadastre, land);
    await must(move(cadastre, land, 'sign', sign));
    const slip = await app.dossiers.slip(desk, caseId, { form: '05' });
    if (!slip.ok) throw new Error(slip.refusal.code);
    if (process.env.MOTCUA_KEEP_PDF) writeFileSync(join(process.env.MOTCUA_KEEP_PDF, '05-legs.pdf'), slip.value.pdf);
    const read = await readPdf(slip.value.pdf);
    const text = flat(read);
    expect(text).toContain('Cung cấp thông tin quy hoạch của thửa đất: Sở Quy hoạch');
    for (const { name } of [planning, cadastre, office, desk]) expect(text).toContain(name);
    expect(text).toContain('Thiếu');
    expect(read.elements.Table).toBe(4);
    expect((await app.dossiers.slip(planning, caseId, { form: '05' })).ok).toBe(false);
    expect((await app.dossiers.slip(planning, plan, { form: '05' })).ok).toBe(false);
  });

  test('a body without handlers cannot be consulted, nor oneself', async () => {
    const { caseId } = await permit();
    const ask = (unitId: string) => move(office, caseId, 'consult', { unitId, question: 'Hỏi', days: '3' });
    expect(await ask('q-001.desk')).toMatchObject({ ok: false, refusal: { code: 'unit-not-consulted' } });
    expect(await ask('q-001.urban-management')).toMatchObject({ ok: false, refusal: { code: 'unit-not-consulted' } });
    expect(await ask('no-such-unit')).toMatchObject({ ok: false, refusal: { code: 'unit-not-consulted' } });
  });
});

test('the promise of interlinked procedures follows the rule each declares', async () => {
  const promised = async (code: string, receiverId: string, answers: Record<string, unknown> = {}) => {
    const filled = await sampleSubmission(app, code, receiverId);
    const at = officerOf(`${receiverId}.desk`, ['intake-officer'], 9);
    const documents = (await app.procedures.inForce(code))!.definition.documents.map(({ id }) => id);
    const received = await app.dossiers.receive(at, {
      ...filled,
      answers: { ...filled.answers, ...answers },
      onPaper: documents,
    });
    if (!received.ok) throw new Error(JSON.stringify(received.refusal));
    return (await app.dossiers.page(at, received.value.caseId))?.state.clock?.limit;
  };
  // longest path: 8 of the commune and 7 of the police; the 5 of the insurance run beside them
  expect(await promised('2.000986', 'x-00007')).toBe('15 working-day');
  // sum, only when the leg is asked for
  expect(await promised('2.001263', 'x-00007', { obtainRecord: 'no' })).toBe('30 calendar-day');
  expect(await promised('2.001263', 'x-00007', { obtainRecord: 'yes' })).toBe('40 calendar-day');
  // own: legs inside the fifteen days
  expect(await promised('1.009994', 'q-001')).toBe('15 calendar-day');
});
