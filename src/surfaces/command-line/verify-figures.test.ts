import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { openCase } from '#case-engine/record-entries.ts';
import type { EntryDraft } from '#case-engine/rules/journal.ts';
import { accepted } from '#kernel/result.ts';
import { dossierKind } from '#modules/dossiers/index.ts';
import { freshDatabase } from '../../../tests/on-database.ts';

const database = await freshDatabase({ size: 2 });
afterAll(database.drop);

const opening = {
  at: '2021-11-05T02:00:00Z',
  verb: 'submit',
  actor: { kind: 'officer', accountId: null, name: 'Cán bộ 1', unitId: null, role: null },
  data: {},
  effect: {
    state: 'submitted',
    typeCode: '1.004873',
    typeVersion: 1,
    title: 'Xác nhận tình trạng hôn nhân',
    receivingUnitId: 'x-00007',
    reference: 'MC-0000000001',
    holder: { unitId: 'x-00007.desk', role: 'intake-officer', accountId: null, name: null },
    dueAt: '2021-11-08T10:00:00Z',
    facts: { channel: 'online' },
  },
} as unknown as EntryDraft;

async function verifyFigures(...args: string[]): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const program = fileURLToPath(new URL('../../../bin/motcua.mjs', import.meta.url));
  const env = { ...process.env, DATABASE_URL: database.connectionString };
  const child = spawn(process.execPath, [program, 'verify-figures', ...args], { env });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (text) => (stdout += text));
  child.stderr.on('data', (text) => (stderr += text));
  const code = await new Promise<number | null>((done) => child.on('close', done));
  return { code, stdout, stderr };
}

test('facts that agree end with 0, the first that differs is named with its field and 1, made anew they agree', async () => {
  await openCase(database.db, dossierKind, '01929d3e-0000-7000-8000-000000000001', undefined, async () =>
    accepted({ drafts: async () => accepted([opening]), beside: async () => undefined }),
  );
  expect(await verifyFigures()).toMatchObject({ code: 0, stdout: expect.stringContaining('1 cases, 0 differ') });
  await database.pool.query(`update case_fact set channel = (select key from fact_word where word = 'desk')`);
  const differing = await verifyFigures();
  expect(differing).toMatchObject({ code: 1, stdout: expect.stringContaining('MC-0000000001') });
  expect(differing.stdout).toContain('channel');
  const told = JSON.parse((await verifyFigures('--json')).stdout);
  expect(told).toMatchObject({ cases: 1, differences: [{ field: 'channel', kept: 'desk', told: 'online' }] });
  expect((await verifyFigures('--rebuild')).code).toBe(0);
}, 60_000);

test('an option nobody knows is refused with 2', async () => {
  expect((await verifyFigures('--all')).code).toBe(2);
});
