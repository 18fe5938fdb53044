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

  test('an answer is taken back once, for a reason; the second word of the reporter is the last', async () => {
    setClock('2021-11-05T09:00');
    const { caseId } = await report();
    const answered = async () => {
      await move(handler, caseId, 'draft-answer', answer);
      return move(viceChair, caseId, 'approve');
    };
    const rate = async (reason: string) => {
      const made = await app.feedback.moveOwn(caseId, 'rate', { satisfied: 'no', reason });
      return made.ok ? made.value.state : made.refusal.code;
    };
    await move(clerk, caseId, 'accept', { class: 'ours' });
    expect(await answered()).toBe('answered');
    expect(await rate('')).toBe('reason-missing');
    expect(await rate('Nước vẫn tràn')).toBe('in-handling');
    expect(await answered()).toBe('answered');
    expect(await rate('Vẫn chưa được')).toBe('closed');
  });

  test('it climbs the ladder by working days, each rung once, up to the list of the chair of the City', async () => {
    setClock('2021-11-05T09:00');
    const { caseId, code } = await report();
    await move(clerk, caseId, 'accept', { class: 'ours' });
    const told: string[] = [];
    for (const day of ['09', '10', '11', '12', '17', '18', '23', '24']) {
      setClock(`2021-11-${day}T09:00`);
      await app.feedback.passTime();
      const page = await app.work.page(clerk, caseId);
      const { data } = page?.journal.findLast(({ verb }) => verb === 'remind') ?? {};
      const { to, unitId } = (data ?? {}) as { to?: string; unitId?: string };
      told.push(`${day} ${to ?? 'nobody'} ${unitId ?? ''}`.trim());
    }
    // due on Friday the 12th: two working days before, on it, three and seven after
    expect(told).toEqual([
      '09 nobody',
      '10 handler x-00007',
      '11 handler x-00007',
      '12 head x-00007',
      '17 agency x-00007',
      '18 agency x-00007',
      '23 city hn',
      '24 city hn',
    ]);
    const late = await app.feedback.list({ show: 'late' } as Parameters<typeof app.feedback.list>[0]);
    expect(late.rows.map((row) => row.code)).toContain(code);
  });

  test('who joins and who is merged follows the same item, with a secret of their own', async () => {
    setClock('2021-11-05T09:00');
    const one = await report();
    const two = await report({ reporter: { ...person, name: 'Trần Thị Mơ', phone: '0912345671' } });
    expect(await move(clerk, two.caseId, 'merge', { code: one.code })).toBe('merged');
    const own = await app.feedback.own(one.code, two.secret);
    expect(own).toBeDefined();
    expect(two.secret).not.toBe(one.secret);
    const page = await app.work.page(clerk, one.caseId);
    expect(page && feedbackFacts(page.state).reporters).toBe(2);
    expect(await move(clerk, one.caseId, 'merge', { code: two.code })).toBe('merge-not-possible');
  });

  test('what belongs to another agency goes there, and says when that was after the five days of the decree', async () => {
    setClock('2021-11-05T09:00');
    const { caseId } = await report();
    expect(await move(clerk, caseId, 'forward', { agencyId: 'x-00007', reason: 'x' })).toBe('agency-is-own');
    setClock('2021-11-15T09:00');
    expect(await move(clerk, caseId, 'forward', { agencyId: 'x-00004', reason: 'Thuộc phường Vĩnh Phúc' })).toBe(
      'received',
    );
    const page = await app.work.page(officerOf('x-00004', ['agency-head'], 30, 'hn/q-001/x-00004'), caseId);
    expect(page && feedbackFacts(page.state).forwards?.[0]).toMatchObject({ fromUnitId: 'x-00007', late: true });
  });

  test('a denunciation is recognised and handed to its own law by a person, and the reporter reads which', async () => {
    setClock('2021-11-05T09:00');
    const { caseId, code, secret } = await report({ text: 'Tôi tố cáo cán bộ địa chính nhận hối lộ để cấp phép.' });
    const page = await app.work.page(clerk, caseId);
    expect(page && feedbackFacts(page.state).suspectedLaw).toBe('denunciation');
    expect(await move(clerk, caseId, 'hand-to-law', { law: 'denunciation', body: 'Thanh tra quận' })).toBe(
      'handed-to-law',
    );
    expect((await app.feedback.own(code, secret))?.moves).toEqual([]);
  });

  test('every journal is whole', async () => {
    const faults: unknown[] = [];
    for await (const batch of verifyJournals(db, [feedbackKind])) faults.push(...batch.broken);
    expect(faults).toEqual([]);
  });
});
