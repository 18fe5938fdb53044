import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { App } from '#app.ts';
import { demoSignIns, loadDemoAccounts } from '#modules/people/index.ts';
import { openFileStore } from '#platform/file-store.ts';
import { portalRoutes } from '#surfaces/portal/routes.ts';
import { webShell } from '#surfaces/web/web-shell.ts';
import { openCity } from '../../../../tests/city.ts';
import { moment } from '../../../../tests/dossier-walk.ts';
import { freshDatabase } from '../../../../tests/on-database.ts';
import { PageVisitor } from '../../../../tests/page-visitor.ts';
import { sampleSubmission } from '../../../../tests/sample-submission.ts';
import { workspaceRoutes } from '../routes.ts';

const database = await freshDatabase();
const folder = mkdtempSync(join(tmpdir(), 'motcua-slips-'));
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true });
});

let app: App;
let shell: ReturnType<typeof webShell>;
beforeAll(async () => {
  ({ app } = await openCity(database.db, await openFileStore(folder)));
  await loadDemoAccounts(database.db, moment('2021-11-05T08:00'));
  shell = webShell(app, (router) => {
    workspaceRoutes(app)(router);
    portalRoutes(app)(router);
  });
});

async function signedIn(name: string) {
  const done = await app.people.signIn(name, demoSignIns().password, 'test');
  if (!done.ok) throw new Error(done.refusal.code);
  const visitor = new PageVisitor(shell);
  visitor.cookies.set('motcua_session', done.value.token);
  const actor = await app.people.findActorBySession(done.value.token);
  if (!actor) throw new Error(name);
  return { visitor, actor };
}

async function received(): Promise<string> {
  const { actor } = await signedIn('motcua.congvi');
  const citizen = (await signedIn('cong.dan.1')).actor;
  const submission = await sampleSubmission(app, '1.004873', 'x-00007');
  const done = await app.dossiers.receive(actor, { ...submission, ownerAccountId: citizen.accountId });
  if (!done.ok) throw new Error(done.refusal.code);
  return done.value.caseId;
}

describe('forms on the page of a dossier', () => {
  test('are printed by one press, shown at an address of their own, and traced on the page', async () => {
    const caseId = await received();
    const { visitor } = await signedIn('motcua.congvi');
    const page = `/lam-viec/ho-so/${caseId}`;
    const pressed = await visitor.send(page, `${page}/phieu/01`);
    expect(pressed.status).toBe(303);
    expect(pressed.location).toMatch(/\/ban-in\/[0-9a-f-]{36}\.pdf$/);
    const paper = await visitor.get(pressed.location);
    expect(paper.headers.get('content-type')).toBe('application/pdf');
    expect(paper.headers.get('cache-control')).toContain('no-store');
    await visitor.send(page, `${page}/phieu/01`);
    const after = (await visitor.get(page)).text;
    expect(after).toContain('lần đầu');
    expect(after).toContain('in lại lần 1');
    expect(after).toContain('Đỗ Thị Hải Yến');
    expect(after).toMatch(/In phiếu kiểm soát/);
    expect(after).not.toContain('/phieu/02');
  });

  test('are offered where the move that issued them is answered', async () => {
    const caseId = await received();
    const { visitor, actor } = await signedIn('motcua.congvi');
    const items = [{ what: 'Bản sao', reason: 'Thiếu', clause: 'Điều 21' }];
    await app.dossiers.move(actor, { caseId, move: 'ask-supplement', data: { items } });
    const done = (await visitor.get(`/lam-viec/ho-so/${caseId}?da-lam=ask-supplement`)).text;
    expect(done).toMatch(/In phiếu yêu cầu bổ sung \d\d\/HDHS/);
  });

  test('are nothing to an officer without a right, nor once the dossier has moved on', async () => {
    const caseId = await received();
    const desk = await signedIn('motcua.congvi');
    const page = `/lam-viec/ho-so/${caseId}`;
    const pressed = await desk.visitor.send(page, `${page}/phieu/01`);
    const stranger = (await signedIn('quanlydothi.badinh')).visitor;
    expect((await stranger.get(pressed.location)).status).toBe(404);
    expect((await desk.visitor.get(`${page}/ban-in/01929d3e-0000-7000-8000-000000000001.pdf`)).status).toBe(303);
    await app.dossiers.move(desk.actor, { caseId, move: 'forward', data: {} });
    expect((await desk.visitor.get(pressed.location)).status).toBe(303);
  });

  test('that are written to the citizen stand on the own page of the dossier, not those between offices', async () => {
    const caseId = await received();
    const owner = (await signedIn('cong.dan.1')).visitor;
    const page = (await owner.get(`/ho-so-cua-toi/${caseId}`)).text;
    const href = /href="([^"]*\/phieu\/01\.pdf[^"]*)"/.exec(page)?.[1] ?? '';
    expect((await owner.get(href)).headers.get('content-type')).toBe('application/pdf');
    expect(page).not.toContain('/phieu/05');
    expect((await owner.get(`/ho-so-cua-toi/${caseId}/phieu/05.pdf`)).status).toBe(404);
    expect((await owner.get(`/ho-so-cua-toi/${caseId}/phieu/02.pdf`)).status).toBe(404);
    const other = (await signedIn('cong.dan.2')).visitor;
    expect((await other.get(href)).status).toBe(404);
  });
});

describe('the register on its page', () => {
  test('is looked through, printed a volume at a time, and taken along as CSV', async () => {
    await received();
    const { visitor } = await signedIn('truongmotcua.congvi');
    const page = await visitor.get('/lam-viec/so-theo-doi?tu=01/11/2021&den=30/11/2021');
    expect(page.status).toBe(200);
    expect(page.text).toContain('Sổ theo dõi hồ sơ');
    expect(page.text).toMatch(/000\.04\.31\.H26-211105-\d{4}/);
    const printed = await visitor.send(
      '/lam-viec/so-theo-doi?tu=01/11/2021&den=30/11/2021',
      '/lam-viec/so-theo-doi/in',
      {
        quyen: '1',
      },
    );
    expect(printed.status).toBe(303);
    expect((await visitor.get(printed.location)).headers.get('content-type')).toBe('application/pdf');
    const csv = await visitor.get('/lam-viec/so-theo-doi.csv?tu=01/11/2021&den=30/11/2021');
    const [head = '', first = ''] = csv.text.split('\r\n');
    expect(head).toContain('TT,Mã hồ sơ,Tên thủ tục hành chính');
    expect(first).toContain('000.04.31.H26-211105-');
  });

  test('is not offered to whoever has none', async () => {
    const { visitor } = await signedIn('quanlydothi.badinh');
    expect((await visitor.get('/lam-viec')).text).not.toContain('so-theo-doi');
    expect((await visitor.get('/lam-viec/so-theo-doi')).status).toBe(404);
    const asked = await visitor.get('/lam-viec/so-theo-doi.csv?noi=x-00007');
    expect(asked.text).not.toContain('H26');
  });
});
