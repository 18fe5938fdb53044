import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { openCase, recordEntries } from '#case-engine/record-entries.ts';
import type { EntryDraft } from '#case-engine/rules/journal.ts';
import { accepted } from '#kernel/result.ts';
import { dossierKind } from '#modules/dossiers/index.ts';
import { freshDatabase } from '../../../tests/on-database.ts';

const database = await freshDatabase({ size: 2 });
const administrator = new pg.Client(database.administratorConnectionString);
await administrator.connect();
afterAll(async () => {
  await administrator.end();
  await database.drop();
});

const actor = { kind: 'officer', accountId: null, name: 'Cán bộ 1', unitId: 'x-00007.desk', role: 'intake-officer' };
const at = (minute: number) => `2021-11-05T02:${String(minute).padStart(2, '0')}:00.12Z`;
const draft = (verb: string, minute: number, effect: object, data = {}): EntryDraft =>
  ({ at: at(minute), verb, actor, data, effect }) as EntryDraft;

let made = 0;
/** A case with three entries. */
async function makeCase(): Promise<{ caseId: string; reference: string }> {
  made++;
  const caseId = `01929d3e-0000-7000-8000-${String(made).padStart(12, '0')}`;
  const reference = `MC-${String(made).padStart(10, '0')}`;
  const opening = draft('submit', 0, {
    state: 'submitted',
    typeCode: '1.004873',
    typeVersion: 1,
    title: 'Xác nhận tình trạng hôn nhân',
    receivingUnitId: 'x-00007',
    reference,
    holder: { unitId: 'x-00007.desk', role: 'intake-officer', accountId: null, name: null },
    dueAt: '2021-11-08T10:00:00Z',
  });
  await openCase(database.db, dossierKind, caseId, undefined, async () =>
    accepted({ drafts: async () => accepted([opening]), beside: async () => undefined }),
  );
  for (const minute of [10, 20]) {
    const urge = draft('urge', minute, { facts: { urged: minute } }, { note: `lần ${minute}`, share: 0.1 });
    await recordEntries(
      database.db,
      () => dossierKind,
      caseId,
      {},
      async () => accepted([urge]),
    );
  }
  return { caseId, reference };
}

/** What the machine's owner could do behind our back. */
async function forge(statement: string, values: unknown[]): Promise<void> {
  await administrator.query("set session_replication_role = 'replica'");
  const { rowCount } = await administrator.query(statement, values);
  expect(rowCount).toBe(1);
}

function motcua(...args: string[]): Promise<{ code: number | null; out: string; error: string }> {
  const program = fileURLToPath(new URL('../../../bin/motcua.mjs', import.meta.url));
  const child = spawn(process.execPath, [program, 'verify-journal', ...args], {
    env: { ...process.env, DATABASE_URL: database.connectionString },
  });
  let out = '';
  let error = '';
  child.stdout.on('data', (chunk) => {
    out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    error += chunk;
  });
  return new Promise((done) => child.on('close', (code) => done({ code, out, error })));
}

async function brokenOf(...args: string[]) {
  const { code, out } = await motcua('--json', ...args);
  return { code, ...JSON.parse(out) };
}

describe('verify-journal', () => {
  beforeEach(async () => {
    await administrator.query("set session_replication_role = 'replica'");
    await administrator.query('delete from journal');
    await administrator.query('delete from cases');
  });

  test('finds whole journals whole and counts them', async () => {
    await makeCase();
    await makeCase();
    expect(await brokenOf()).toEqual({ code: 0, cases: 2, entries: 6, broken: [] });
    expect((await motcua()).out).toContain('2 cases, 6 entries, 0 broken.');
  });

  test('names the first entry whose content was changed, its case and what is wrong', async () => {
    const { caseId, reference } = await makeCase();
    await makeCase();
    await forge(`update journal set data = '{"note":"lần khác"}' where case_id = $1 and seq = 2`, [caseId]);
    expect(await brokenOf()).toMatchObject({
      code: 1,
      broken: [{ caseId, reference, seq: 2, fault: 'content-changed' }],
    });
    const { out, code } = await motcua('--case', reference.toLowerCase());
    expect(code).toBe(1);
    expect(out).toMatch(new RegExp(`BROKEN {2}${reference} .*entry 2: content-changed`));
  });

  test('finds a moment moved by a millisecond', async () => {
    const { caseId } = await makeCase();
    await forge(`update journal set at = at - interval '1 millisecond' where case_id = $1 and seq = 3`, [caseId]);
    expect(await brokenOf()).toMatchObject({ code: 1, broken: [{ seq: 3, fault: 'content-changed' }] });
  });

  test('finds an entry taken out of the middle, and one taken off the end', async () => {
    const first = await makeCase();
    const second = await makeCase();
    await forge('delete from journal where case_id = $1 and seq = 2', [first.caseId]);
    await forge('delete from journal where case_id = $1 and seq = 3', [second.caseId]);
    expect((await brokenOf()).broken).toMatchObject([
      { seq: 3, fault: 'sequence-broken' },
      { seq: 0, fault: 'case-differs-from-journal', columns: ['folded', 'entries', 'last_hash'] },
    ]);
  });

  test('finds a journal that is gone', async () => {
    const { caseId } = await makeCase();
    await administrator.query('delete from journal where case_id = $1', [caseId]);
    expect((await brokenOf()).broken).toMatchObject([{ seq: 0, fault: 'journal-missing' }]);
  });

  test('finds a due moment that was moved in the lists but not in the journal', async () => {
    const { caseId } = await makeCase();
    await forge(`update cases set due_at = due_at + interval '1 day' where id = $1`, [caseId]);
    expect((await brokenOf()).broken).toMatchObject([{ fault: 'case-differs-from-journal', columns: ['due_at'] }]);
  });

  test('says so when the case asked for is not there or an option is unknown', async () => {
    expect((await motcua('--case', 'MC-NOTTHERE')).code).toBe(2);
    expect((await motcua('--all')).code).toBe(2);
  });
});
