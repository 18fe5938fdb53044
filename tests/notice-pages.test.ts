import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { App } from '#app.ts';
import { demoSignIns, loadDemoAccounts } from '#modules/people/index.ts';
import { openFileStore } from '#platform/file-store.ts';
import { openMailer } from '#platform/mail.ts';
import { portalRoutes } from '#surfaces/portal/routes.ts';
import { webShell } from '#surfaces/web/web-shell.ts';
import { workspaceRoutes } from '#surfaces/workspace/routes.ts';
import { openCity, submitter, ward } from './city.ts';
import { moment } from './dossier-walk.ts';
import { startMailServer } from './mail-server.ts';
import { freshDatabase } from './on-database.ts';
import { PageVisitor } from './page-visitor.ts';
import { sampleSubmission } from './sample-submission.ts';

const database = await freshDatabase();
const folder = mkdtempSync(join(tmpdir(), 'motcua-notice-pages-'));
const server = await startMailServer();
const mailer = openMailer(server.url, 'khong-tra-loi@motcua.example.vn');
const publicUrl = 'https://motcua.example.vn';
const { password } = demoSignIns();
const settings = '/ho-so-cua-toi/thong-bao';
let app: App;
let shell: ReturnType<typeof webShell>;

beforeAll(async () => {
  ({ app } = await openCity(database.db, await openFileStore(folder), '2021-11-05T09:00', {
    channels: { email: mailer },
    publicUrl,
  }));
  await loadDemoAccounts(database.db, moment('2021-11-05T08:00'));
  shell = webShell(app, (router) => {
    portalRoutes(app)(router);
    workspaceRoutes(app)(router);
  });
});
beforeEach(() => {
  server.mails.length = 0;
  server.answer = () => 0;
});
afterAll(async () => {
  mailer.close();
  await server.close();
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

let registered = 0;
async function citizen(): Promise<{ visitor: PageVisitor; accountId: string }> {
  const phone = `09123456${String(10 + registered++)}`;
  const typed = {
    name: 'Trần Văn An',
    personalId: '001099000001',
    phone,
    password: 'mat-khau-rat-dai-2021',
    address: phone,
  };
  const done = await app.people.registerCitizen(typed);
  if (!done.ok) throw new Error(done.refusal.code);
  return { visitor: await signedIn(phone, typed.password), accountId: done.value.accountId };
}

async function signedIn(signInName: string, secret: string): Promise<PageVisitor> {
  const visitor = new PageVisitor(shell);
  await visitor.send('/dang-nhap', '/dang-nhap', { signInName, password: secret });
  return visitor;
}

async function received(email: string, ownerAccountId: string | null = null): Promise<string> {
  const submission = await sampleSubmission(app, '1.004873', 'x-00007');
  const whole = { ...submission, ownerAccountId, submitter: { ...submitter, email } };
  const done = await app.dossiers.receive(ward.desk, whole);
  if (!done.ok) throw new Error(JSON.stringify(done.refusal));
  return done.value.caseId;
}

async function round(): Promise<void> {
  await app.notices.derive();
  await app.notices.send();
}

const linkOf = (text: string | undefined) =>
  /https:\/\/motcua\.example\.vn(\S+xac-nhan\S+)/.exec(text ?? '')?.[1] ?? '';
const byMail = { channels: 'email', language: 'vi' };

test('nothing but the link is sent to an address until it is confirmed; opening the link confirms nothing', async () => {
  const { visitor, accountId } = await citizen();
  const saved = await visitor.send(settings, settings, { ...byMail, email: 'an@example.vn' });
  expect(saved.location).toBe(`${settings}?xong=xac-nhan`);
  await received('', accountId);
  await round();
  expect(server.mails.map(({ parsed }) => parsed.subject)).toEqual(['Xác nhận địa chỉ thư điện tử']);
  const link = linkOf(server.mails[0]?.parsed.text);

  const stranger = new PageVisitor(shell);
  expect((await stranger.get(link)).text).toContain('an@example.vn');
  await received('', accountId);
  await round();
  expect(server.mails).toHaveLength(1);

  expect((await stranger.send(link, link)).text).toContain('Đã xác nhận địa chỉ thư');
  const caseId = await received('', accountId);
  await round();
  expect(server.mails.at(-1)?.parsed.text).toContain(`${publicUrl}/ho-so-cua-toi/${caseId}\n`);
  expect(server.mails.at(-1)?.parsed.text).toContain(`${publicUrl}${settings}`);
  expect((await visitor.get(`/ho-so-cua-toi/${caseId}`)).text).toContain('Đã gửi 09:00 05/11/2021');
  expect((await visitor.get(settings)).text).toContain('an@example.vn đã được xác nhận');
});

test('a changed link, an old one, and one of an address given up since are refused', async () => {
  const { visitor } = await citizen();
  await visitor.send(settings, settings, { ...byMail, email: 'cu@example.vn' });
  await round();
  const link = linkOf(server.mails[0]?.parsed.text);
  const changed = `${link.slice(0, -1)}${link.endsWith('A') ? 'B' : 'A'}`;
  expect((await new PageVisitor(shell).get(changed)).text).toContain('proof-link-over');
  const page = new PageVisitor(shell);
  await visitor.send(settings, settings, { ...byMail, email: 'moi@example.vn' });
  expect((await page.send(link, link)).text).toContain('proof-link-over');
});

test('a wrong address is said at its field, and only so many links are sent a day', async () => {
  const { visitor } = await citizen();
  const wrong = await visitor.send(settings, settings, { ...byMail, email: 'khong phai' });
  expect(wrong.status).toBe(422);
  expect(wrong.text).toContain('Địa chỉ thư điện tử chưa đúng');
  expect((await visitor.send(settings, settings, { ...byMail, email: '' })).status).toBe(422);
  for (let sent = 0; sent < 5; sent++) {
    expect((await visitor.send(settings, settings, { ...byMail, email: 'an@example.vn' })).status).toBe(303);
  }
  expect((await visitor.send(settings, settings, { ...byMail, email: 'an@example.vn' })).status).toBe(429);
});

test('a notice that failed is shown to the desk of that dossier, and sent again by a button', async () => {
  server.answer = () => 550;
  const caseId = await received('hong@example.vn');
  await round();
  const desk = await signedIn('motcua.congvi', password);
  const failed = await desk.get('/lam-viec/thong-bao');
  expect(failed.text).toContain('hong@example.vn');
  expect(failed.text).toContain('địa chỉ không nhận thư (EENVELOPE 550)');
  expect((await desk.get(`/lam-viec/ho-so/${caseId}`)).text).toContain('Không gửi được');
  const elsewhere = await signedIn('motcua.coloa', password);
  expect((await elsewhere.get('/lam-viec/thong-bao')).text).not.toContain('hong@example.vn');

  const action = /action="([^"]+gui-lai)"/.exec(failed.text)?.[1] ?? '';
  server.answer = () => 0;
  expect((await desk.send('/lam-viec/thong-bao', action)).location).toBe('/lam-viec/thong-bao?xong=gui-lai');
  await round();
  expect(server.mails).toHaveLength(1);
  expect((await desk.get('/lam-viec/thong-bao')).text).toContain('Không có thông báo nào hỏng');
});

test('the desk is told whom no channel reaches, so that somebody calls', async () => {
  const caseId = await received('');
  await round();
  const page = await (await signedIn('motcua.congvi', password)).get(`/lam-viec/ho-so/${caseId}`);
  expect(page.text).toContain('Chưa báo được qua kênh nào');
  expect(page.text).toContain(`Gọi ${submitter.phone}.`);
});

test('an officer sees every notice filled in, in both languages; the HTML of a mail runs nothing and loads nothing', async () => {
  const desk = await signedIn('motcua.congvi', password);
  expect((await desk.get('/lam-viec/thong-bao/mau')).text).toContain('Luôn gửi theo luật');
  expect((await desk.get('/en/lam-viec/thong-bao/mau')).text).toContain('What you do next');
  const mail = await desk.get('/lam-viec/thong-bao/mau/accepted');
  expect(mail.headers.get('content-security-policy')).toContain("sandbox; default-src 'none'");
  expect((await desk.get('/lam-viec/thong-bao/mau/khong-co')).status).toBe(404);
  expect((await new PageVisitor(shell).get('/lam-viec/thong-bao/mau')).status).toBe(303);
});
