import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { App } from '#app.ts';
import type { Actor } from '#case-engine/rules/authority.ts';
import { verifyJournals } from '#case-engine/verify-journals.ts';
import { openFileStore } from '#platform/file-store.ts';
import { officerOf, openCity, ward } from '../../../tests/city.ts';
import { freshDatabase } from '../../../tests/on-database.ts';
import { feedbackFacts } from './rules/feedback-facts.ts';
import { feedbackKind } from './rules/feedback-kind.ts';

const database = await freshDatabase();
const folder = mkdtempSync(join(tmpdir(), 'motcua-feedback-'));
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});
const { db } = database;
let app: App;
let setClock: (at: string) => void;
beforeAll(async () => {
  ({ app, setClock } = await openCity(db, await openFileStore(folder)));
});

const nobody: Actor = { kind: 'citizen', accountId: null, name: '', posts: [] };
const person = {
  anonymous: false,
  name: 'Lê Thị Hòa Bình',
  phone: '0912 345 670',
  email: '',
  address: '9 ngõ 5 Đội Cấn',
  accountId: null,
  language: 'vi' as const,
};
const drain = {
  channel: 'portal' as const,
  about: 'place',
  field: 'drainage',
  text: 'Cống thoát nước trước nhà số 12 bị tắc, nước tràn ra đường mỗi khi mưa.',
  place: 'Trước số 12 phố Đội Cấn',
  communeId: 'x-00007',
  aboutUnitId: '',
  procedureCode: '',
  files: [],
  reporter: person,
};

async function report(more: object = {}) {
  const sent = await app.feedback.submit(nobody, { ...drain, ...more });
  if (!sent.ok) throw new Error(sent.refusal.code);
  const secret = await app.feedback.secretOf(sent.value.reporterId);
  return { ...sent.value, code: sent.value.code ?? '', secret };
}
const move = async (actor: Actor, caseId: string, name: string, data: object = {}) => {
  const made = await app.work.move(actor, { caseId, move: name, data });
  return made.ok ? made.value.state : made.refusal.code;
};
const { handler, clerk } = ward;
const viceChair = officerOf('x-00007', ['unit-head', 'signatory'], 21, 'hn/q-001/x-00007');
const answer = {
  text: 'Đã nạo vét cống, gọi ông Lê Thị Hòa Bình 0912345670 xác nhận.',
  number: '15/UBND',
  on: '2021-11-08',
};

describe('the way of feedback', () => {
  test('it is accepted, answered with proof, approved by a head and judged by whoever reported it', async () => {
    setClock('2021-11-05T09:00');
    const { caseId, code, secret, dueAt } = await report();
    expect(code).toMatch(/^PA-2021-\d{6}$/);
    expect(dueAt).toBe('2021-11-12T10:00:00Z');
    expect(await move(clerk, caseId, 'accept', { class: 'ours' })).toBe('in-handling');
    expect(await move(handler, caseId, 'draft-answer', { text: 'Xong' })).toBe('proof-missing');
    expect(await move(handler, caseId, 'draft-answer', answer)).toBe('awaiting-approval');
    expect(await move(handler, caseId, 'approve')).toBe('move-not-yours');
    expect(await move(viceChair, caseId, 'approve')).toBe('answered');
    const item = await app.feedback.item(code);
    expect(item?.answers[0]?.text).toBe('Đã nạo vét cống, gọi ông […] […] xác nhận.');
    expect(item?.answers[0]?.timeliness).toBe('early');
    const own = await app.feedback.own(code, secret);
    expect(own?.answers[0]).toContain('0912345670');
    expect(own?.moves).toEqual(['rate']);
    expect((await app.feedback.moveOwn(caseId, 'rate', { satisfied: 'yes' })).ok).toBe(true);
    expect((await app.feedback.item(code))?.satisfied).toBe(true);
  });

  test('every journal is whole', async () => {
    const faults: unknown[] = [];
    for await (const batch of verifyJournals(db, [feedbackKind])) faults.push(...batch.broken);
    expect(faults).toEqual([]);
    expect(feedbackFacts).toBeDefined();
  });
});
