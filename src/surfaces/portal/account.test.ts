import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openFileStore } from '#platform/file-store.ts';
import type { WebEnv } from '#surfaces/web/visitor.ts';
import { webShell } from '#surfaces/web/web-shell.ts';
import { openCity } from '../../../tests/city.ts';
import { freshDatabase } from '../../../tests/on-database.ts';
import { PageVisitor } from '../../../tests/page-visitor.ts';
import { portalRoutes } from './routes.ts';

const database = await freshDatabase();
const folder = mkdtempSync(join(tmpdir(), 'motcua-account-'));
let server: Hono<WebEnv>;

beforeAll(async () => {
  const { app } = await openCity(database.db, await openFileStore(folder));
  server = webShell(app, (router) => portalRoutes(app)(router));
});
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

const first = 'mưa phùn tháng ba';
const second = 'nắng thu Ba Đình';

async function registered(phone: string): Promise<PageVisitor> {
  const visitor = new PageVisitor(server);
  const person = { name: 'Lê Thị Mai', personalId: '001190000123', phone, email: '', signInName: '' };
  const done = await visitor.send('/dang-ky', '/dang-ky', { ...person, password: first });
  expect(done.status).toBe(303);
  return visitor;
}

async function signedIn(phone: string, password: string): Promise<PageVisitor | undefined> {
  const visitor = new PageVisitor(server);
  const done = await visitor.send('/dang-nhap', '/dang-nhap', { signInName: phone, password });
  return done.status === 303 ? visitor : undefined;
}

test('whoever knows the present password sets a new one, and every other device is signed out', async () => {
  const visitor = await registered('0912000101');
  const elsewhere = await signedIn('0912000101', first);
  expect((await elsewhere?.get('/ho-so-cua-toi'))?.status).toBe(200);
  const changed = await visitor.send('/tai-khoan', '/tai-khoan', { present: first, wanted: second });
  expect(changed.location).toBe('/tai-khoan?da-doi=mat-khau');
  expect((await visitor.get('/tai-khoan?da-doi=mat-khau')).text).toContain('Đã đổi mật khẩu');
  expect((await elsewhere?.get('/ho-so-cua-toi'))?.status).toBe(303);
  expect(await signedIn('0912000101', first)).toBeUndefined();
  expect(await signedIn('0912000101', second)).toBeDefined();
});

test('a wrong present password, the same one again, or a weak one changes nothing and is said at its field', async () => {
  const visitor = await registered('0912000102');
  const change = (present: string, wanted: string) => visitor.send('/tai-khoan', '/tai-khoan', { present, wanted });
  expect((await change('không phải', second)).text).toContain('Mật khẩu hiện tại không đúng');
  expect((await change(first, first)).text).toContain('phải khác mật khẩu đang dùng');
  expect((await change(first, '1234567890')).status).toBe(422);
  expect(await signedIn('0912000102', first)).toBeDefined();
});

test('the account is one’s own: without a session the page leads to sign-in', async () => {
  const stranger = new PageVisitor(server);
  expect((await stranger.get('/tai-khoan')).location).toBe('/dang-nhap?ve=%2Ftai-khoan');
});

test('a session that was there before ends when someone signs in over it', async () => {
  const visitor = await registered('0912000103');
  const before = visitor.cookies.get('motcua_session');
  await visitor.post('/dang-xuat', {});
  const again = await signedIn('0912000103', first);
  const token = again?.cookies.get('motcua_session') ?? '';
  expect(token).not.toBe(before);
  await again?.post('/dang-nhap', {
    csrf: again.cookies.get('motcua_form') ?? '',
    signInName: '0912000103',
    password: first,
  });
  const old = new PageVisitor(server);
  old.cookies.set('motcua_session', token);
  expect((await old.get('/ho-so-cua-toi')).status).toBe(303);
});
