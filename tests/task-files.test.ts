import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { App } from '#app.ts';
import type { Actor } from '#case-engine/rules/authority.ts';
import { demoSignIns, loadActor, loadDemoAccounts } from '#modules/people/index.ts';
import { openFileStore } from '#platform/file-store.ts';
import { apiRoutes } from '#surfaces/api/routes.ts';
import { portalRoutes } from '#surfaces/portal/routes.ts';
import { webShell } from '#surfaces/web/web-shell.ts';
import { workspaceRoutes } from '#surfaces/workspace/routes.ts';
import { openCity } from './city.ts';
import { moment } from './dossier-walk.ts';
import { freshDatabase } from './on-database.ts';
import { PageVisitor } from './page-visitor.ts';

const database = await freshDatabase();
const { db } = database;
const folder = mkdtempSync(join(tmpdir(), 'motcua-task-files-'));
const { password } = demoSignIns();
let app: App;
let shell: ReturnType<typeof webShell>;
let api: ReturnType<typeof apiRoutes>;
let caseId: string;

beforeAll(async () => {
  ({ app } = await openCity(db, await openFileStore(folder), '2021-10-05T09:00'));
  await loadDemoAccounts(db, moment('2021-10-05T08:00'));
  shell = webShell(app, (router) => {
    portalRoutes(app)(router);
    workspaceRoutes(app)(router);
  });
  api = apiRoutes(app);
  caseId = await giveTask();
}, 60_000);
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

async function giveTask(): Promise<string> {
  const { rows } = await sql<{ id: string }>`select id from account where sign_in_name = 'tonghop.vanphong'`.execute(
    db,
  );
  const office = (await loadActor(db, rows[0]?.id ?? '', app.now())) as Actor & { readonly accountId: string };
  const source = { number: '5/TB', issuedOn: '2021-10-04', issuer: 'UBND', title: 'Kết luận', signatory: 'Chủ tịch' };
  const deadline = { on: Temporal.PlainDate.from('2021-10-12') };
  const task = { paragraph: 'mục 1', quote: 'Giao Sở Tư pháp rà soát.', title: 'Rà soát thủ tục', product: 'Báo cáo' };
  const tasks = [{ ...task, leadUnitId: 'so-tu-phap', coUnits: [], answerable: 'Giám đốc', deadline }];
  const given = await app.tasks.assign(office, { giver: 'chair', source, secret: false, tasks });
  if (!given.ok) throw new Error(given.refusal.code);
  return given.value[0]!.caseId;
}

async function signedIn(signInName: string): Promise<PageVisitor> {
  const visitor = new PageVisitor(shell);
  await visitor.send('/dang-nhap', '/dang-nhap', { signInName, password });
  return visitor;
}

const pdf = new File(['%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF'], 'Bao-cao.pdf');
const at = (path = '') => `/lam-viec/viec/${caseId}${path}`;
const said = { number: '9/BC-STP', on: '12/10/2021', summary: 'Đã rà soát 20 thủ tục.' };

test('a file of a kind that is not taken, or too many, is refused in words, and nothing is handed in', async () => {
  const director = await signedIn('giamdoc.sotuphap');
  const script = new File(['#!/bin/sh\necho'], 'chay.sh');
  const refused = await director.send(at('/hand-in'), at('/hand-in'), { ...said, files: [script] });
  expect(refused.status).toBeGreaterThanOrEqual(400);
  expect(refused.text).toContain('PDF');
  const page = await app.work.page((await actorOf('giamdoc.sotuphap'))!, caseId);
  expect(page?.state.state).toBe('assigned');
});

async function actorOf(signInName: string) {
  const { rows } = await sql<{ id: string }>`select id from account where sign_in_name = ${signInName}`.execute(db);
  return loadActor(db, rows[0]?.id ?? '', app.now());
}

test('the product is handed in with its file, which whoever follows opens and nobody else', async () => {
  const director = await signedIn('giamdoc.sotuphap');
  const done = await director.send(at('/hand-in'), at('/hand-in'), { ...said, files: [pdf] });
  expect(done.status).toBe(303);
  const follower = await signedIn('tonghop.vanphong');
  const shown = await follower.get(at());
  expect(shown.text).toContain('Bao-cao.pdf');
  const [, address = ''] = /href="([^"]*\/tep\/[0-9a-f-]{36})/.exec(shown.text) ?? [];
  const file = await follower.get(address);
  expect(file.status).toBe(200);
  expect(file.headers.get('content-type')).toBe('application/pdf');
  expect(file.text).toContain('%PDF-1.7');
  expect((await (await signedIn('vanthu.coloa')).get(address)).status).toBe(404);
});

test('systems hand files in by tickets of their own uploads, and read them by the right to the case', async () => {
  caseId = await giveTask();
  const director = await actorOf('giamdoc.sotuphap');
  const ticket = await app.dossiers.writePaperTicket({
    fileName: 'Phu-luc.pdf',
    ...(await stored()),
  });
  const move = (files: readonly string[]) =>
    app.work.move(director!, { caseId, move: 'hand-in', data: { ...said, on: '2021-10-12', files } });
  const foreign = await move([`${ticket}x`]);
  expect(foreign).toMatchObject({ refusal: { code: 'case-file-unknown' } });
  expect((await move([ticket])).ok).toBe(true);
  const page = await app.work.page((await actorOf('tonghop.vanphong'))!, caseId);
  expect(page && 'files' in page ? page.files : []).toMatchObject([{ fileName: 'Phu-luc.pdf', caseId }]);
  const [file] = page && 'files' in page ? page.files : [];
  const address = `/cases/${caseId}/files/${file?.id}`;
  expect((await api.request(address)).status).toBe(401);
  const read = async (signInName: string) => {
    const body = JSON.stringify({ signInName, password });
    const { token } = (await (await api.request('/tokens', { method: 'POST', body })).json()) as { token: string };
    return api.request(address, { headers: { authorization: `Bearer ${token}` } });
  };
  expect(await (await read('tonghop.vanphong')).text()).toContain('%PDF-1.7');
  expect((await read('vanthu.coloa')).status).toBe(404);
});

async function stored() {
  const put = await app.files.put(new Uint8Array(await pdf.arrayBuffer()));
  if (!put.ok) throw new Error(put.refusal.code);
  return put.value;
}
