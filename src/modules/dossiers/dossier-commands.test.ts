import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { App } from '#app.ts';
import { findCase, listJournal } from '#case-engine/case-store.ts';
import { firstBrokenEntry, fold } from '#case-engine/rules/journal.ts';
import { canonicalJson, type Json } from '#kernel/json.ts';
import { openFileStore } from '#platform/file-store.ts';
import { accountId, openCity, ward } from '../../../tests/city.ts';
import { freshDatabase } from '../../../tests/on-database.ts';
import { sampleSubmission } from '../../../tests/sample-submission.ts';
import { type DossierSubmission, dossierKind } from './index.ts';

const database = await freshDatabase();
const { db } = database;
const folder = mkdtempSync(join(tmpdir(), 'motcua-files-'));
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true });
});

let app: App;
let setClock: (at: string) => void;
beforeAll(async () => {
  ({ app, setClock } = await openCity(db, await openFileStore(folder)));
  setClock('2021-11-05T09:00');
});

const submission = async (changes: Partial<DossierSubmission> = {}): Promise<DossierSubmission> => ({
  ...(await sampleSubmission(app, '1.004873', 'x-00007')),
  ...changes,
});

const key = (name: string) => ({ caller: 'test', key: name, requestHash: 'ab'.repeat(32) });

async function receive(name: string): Promise<string> {
  const done = await app.dossiers.receive(ward.desk, await submission(), key(name));
  if (!done.ok) throw new Error(JSON.stringify(done.refusal));
  return done.value.caseId;
}

describe('a dossier on the real database', () => {
  test('received at the desk has its code, its due day, and two entries in its journal', async () => {
    const caseId = await receive('desk-1');
    const state = await findCase(db, caseId);
    expect(state?.code).toMatch(/^000\.04\.31\.H26-211105-\d{4}$/);
    expect(state?.state).toBe('accepted');
    expect(state?.entries).toBe(2);
    expect(state?.dueAt).not.toBeNull();
  });

  test('a retried command with the same key gives the same answer and writes nothing more', async () => {
    const first = await app.dossiers.receive(ward.desk, await submission(), key('twice'));
    const again = await app.dossiers.receive(ward.desk, await submission(), key('twice'));
    expect(again).toEqual(first);
    const other = { ...key('twice'), requestHash: 'cd'.repeat(32) };
    const otherwise = await app.dossiers.receive(ward.desk, await submission(), other);
    expect(otherwise.ok || otherwise.refusal.code).toBe('key-used-otherwise');
  });

  test('the same request sent ten times at once opens one dossier', async () => {
    const body = await submission();
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => app.dossiers.receive(ward.desk, body, key('ten'))),
    );
    expect(new Set(answers.map((answer) => canonicalJson(answer as unknown as Json))).size).toBe(1);
    expect(answers[0]?.ok).toBe(true);
  });

  test('of two moves at once one wins and the other is refused in words', async () => {
    const caseId = await receive('race');
    const forward = () => app.dossiers.move(ward.desk, { caseId, move: 'forward', data: {} });
    const answers = await Promise.all([forward(), forward(), forward()]);
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    for (const answer of answers) {
      if (!answer.ok) expect(['case-changed', 'move-not-open']).toContain(answer.refusal.code);
    }
  });

  test('a form opened before another made a move is stale', async () => {
    const caseId = await receive('stale');
    const stale = await app.dossiers.move(ward.desk, { caseId, move: 'forward', data: {} }, { seen: 1 });
    expect(stale.ok || stale.refusal.code).toBe('case-changed');
    expect((await findCase(db, caseId))?.entries).toBe(2);
  });

  test('twenty desks accepting at once for one agency give codes without gap or double', async () => {
    setClock('2021-11-08T09:00');
    const online = await submission({ channel: 'online' });
    const opened = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        app.dossiers.submit({ ...ward.desk, kind: 'citizen', posts: [] }, online, key(`online-${index}`)),
      ),
    );
    const ids = opened.map((answer) => (answer.ok ? answer.value.caseId : JSON.stringify(answer.refusal)));
    const accepted = await Promise.all(ids.map((caseId) => app.dossiers.accept(ward.desk, caseId)));
    const numbers = accepted
      .map((answer) => (answer.ok ? Number(answer.value.code?.slice(-4)) : 0))
      .sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
    setClock('2021-11-05T09:00');
  });

  test('an acceptance that fails gives its number back', async () => {
    const caseId = await receive('twice-accepted');
    const before = await sql<{ last: number }>`select last from dossier_count where on_day = '2021-11-05'`.execute(db);
    const again = await app.dossiers.accept(ward.desk, caseId);
    expect(again.ok || again.refusal.code).toBe('move-not-open');
    const after = await sql<{ last: number }>`select last from dossier_count where on_day = '2021-11-05'`.execute(db);
    expect(after.rows).toEqual(before.rows);
  });

  test('its columns are what its journal folds to, and its chain is whole', async () => {
    const caseId = await receive('fold');
    await app.dossiers.move(ward.desk, { caseId, move: 'forward', data: { note: 'kèm bản chính' } });
    await app.dossiers.move(ward.handler, { caseId, move: 'take-over', data: {} });
    const journal = await listJournal(db, caseId);
    expect(firstBrokenEntry(journal)).toBeUndefined();
    expect(await findCase(db, caseId)).toEqual(fold(dossierKind.kind, journal));
  });

  test('its journal can be neither changed nor erased, not even by the program itself', async () => {
    await receive('forever');
    await expect(sql`update journal set verb = 'forged'`.execute(db)).rejects.toThrow('append-only');
    await expect(sql`delete from journal`.execute(db)).rejects.toThrow('append-only');
    await expect(sql`truncate journal cascade`.execute(db)).rejects.toThrow('append-only');
  });

  test('the desk of another ward neither sees nor moves it', async () => {
    const caseId = await receive('other-ward');
    expect(await app.dossiers.page(ward.neighbour, caseId)).toBeUndefined();
    const moved = await app.dossiers.move(ward.neighbour, { caseId, move: 'forward', data: {} });
    expect(moved.ok || moved.refusal.code).toBe('move-not-yours');
  });

  test('is tracked with its code and secret, however typed, and by nothing less', async () => {
    const caseId = await receive('track');
    const code = (await findCase(db, caseId))?.code ?? '';
    const secret = await app.dossiers.secretOf(caseId);
    expect(await app.dossiers.track(` ${code.toLowerCase()} `, secret.toLowerCase())).toMatchObject({
      state: 'accepted',
    });
    expect(await app.dossiers.track(code, 'AAAAAAAA')).toBeUndefined();
    expect(await app.dossiers.track('000.04.31.H26-211105-9999', secret)).toBeUndefined();
    expect(await app.dossiers.track("' or 1=1 --", '')).toBeUndefined();
  });

  test('a paper that is missing is named, and nothing is written', async () => {
    const refusal = await app.dossiers.receive(ward.desk, {
      ...(await sampleSubmission(app, '1.001193', 'x-00007')),
      onPaper: [],
    });
    expect(refusal.ok || refusal.refusal.code).toBe('paper-missing');
  });

  test('is received only by an agency that receives its procedure', async () => {
    const refusal = await app.dossiers.receive(ward.desk, await submission({ receiverId: 'q-001' }));
    expect(refusal.ok || refusal.refusal.code).toBe('receiver-wrong');
  });

  test('data a move does not take is refused with the field named', async () => {
    const caseId = await receive('bad-data');
    for (const items of [
      [],
      [{ what: 'x'.repeat(10_000), reason: 'r', clause: 'c' }],
      [{ what: 'a\u0000b', reason: 'r', clause: 'c' }],
    ]) {
      const refusal = await app.dossiers.move(ward.desk, { caseId, move: 'ask-supplement', data: { items } });
      expect(refusal.ok || refusal.refusal.code).toBe('move-data-wrong');
    }
  });

  test('is given to a colleague only when the colleague holds the post the step needs', async () => {
    const caseId = await receive('colleague');
    const refusal = await app.dossiers.move(ward.desk, {
      caseId,
      move: 'reassign',
      data: { accountId: accountId(77), reason: 'nghỉ phép' },
    });
    expect(refusal.ok || refusal.refusal.code).toBe('colleague-not-able');
  });
});
