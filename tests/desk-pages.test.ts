import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { App } from '#app.ts';
import { loadDemoDesks } from '#modules/desk/index.ts';
import { demoSignIns, loadDemoAccounts } from '#modules/people/index.ts';
import { openFileStore } from '#platform/file-store.ts';
import { openMessageGateway } from '#platform/message-gateway.ts';
import { kioskRoutes } from '#surfaces/kiosk/routes.ts';
import { portalRoutes } from '#surfaces/portal/routes.ts';
import { webShell } from '#surfaces/web/web-shell.ts';
import { workspaceRoutes } from '#surfaces/workspace/routes.ts';
import { openCity, ward } from './city.ts';
import { moment } from './dossier-walk.ts';
import { freshDatabase } from './on-database.ts';
import { PageVisitor } from './page-visitor.ts';
import { sampleSubmission } from './sample-submission.ts';

const database = await freshDatabase();
const folder = mkdtempSync(join(tmpdir(), 'motcua-desk-pages-'));
const { password } = demoSignIns();
const deskId = 'x-00007.desk';
const counter = `/lam-viec/quay?noi=${deskId}`;
/** What the operator's gateway was given. */
const messages: { to: string; text: string }[] = [];
const operator = createServer(async (request, response) => {
  let body = '';
  for await (const piece of request) body += piece;
  messages.push(JSON.parse(body));
  response.end();
}).listen(0, '127.0.0.1');
await once(operator, 'listening');
const sms = openMessageGateway(`http://127.0.0.1:${(operator.address() as AddressInfo).port}/`, 'khoa');
let app: App;
let shell: ReturnType<typeof webShell>;
let setClock: (at: string) => void;
let day = Temporal.PlainDate.from('2021-10-31');

beforeAll(async () => {
  ({ app, setClock } = await openCity(database.db, await openFileStore(folder), '2021-11-01T09:00', {
    channels: { sms },
  }));
  await loadDemoAccounts(database.db, moment('2021-10-01T08:00'));
  await loadDemoDesks(database.db);
  shell = webShell(app, (router) => {
    portalRoutes(app)(router);
    workspaceRoutes(app)(router);
    kioskRoutes(app)(router);
  });
});
// each test has a working day of its own: an empty queue
beforeEach(() => {
  do day = day.add({ days: 1 });
  while (day.dayOfWeek > 5);
  setClock(`${day}T09:00`);
});
afterAll(async () => {
  operator.closeAllConnections();
  operator.close();
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

async function signedIn(signInName: string): Promise<PageVisitor> {
  const visitor = new PageVisitor(shell);
  const answered = await visitor.send('/dang-nhap', '/dang-nhap', { signInName, password });
  if (answered.status !== 303) throw new Error(`${signInName} is not let in`);
  return visitor;
}

let phones = 0;
async function booked(visitor = new PageVisitor(shell)) {
  const phone = `09345${String(10_000 + ++phones)}`;
  const page = `/dat-lich?thu-tuc=1.001193&quay=${deskId}&ngay=${day}`;
  const slot = moment(`${day}T09:30`).toString();
  const sent = await visitor.send(page, '/dat-lich', { slot, name: 'Trần Văn An', phone });
  expect(sent).toMatchObject({ status: 303, location: '/dat-lich/lich-hen' });
  const shown = await visitor.get('/dat-lich/lich-hen');
  const code = /class="big-code">([2-9A-Z]{6})</.exec(shown.text)?.[1] ?? '';
  return { visitor, phone, code, shown };
}

/** A browser that opened the address an officer was given for it. */
async function device(kind: 'kiosk' | 'display', officer: PageVisitor): Promise<PageVisitor> {
  const page = `/lam-viec/quay/thiet-bi?noi=${deskId}`;
  await officer.send(page, '/lam-viec/quay/thiet-bi', { kind, label: `${kind} ${day}`, counter: '' });
  const link = /http:\/\/localhost(\/[^"?]*)[?]khoa=([\w-]{43})/.exec((await officer.get(page)).text);
  const browser = new PageVisitor(shell);
  const opened = await browser.get(`${link?.[1]}?khoa=${link?.[2]}`);
  expect(opened).toMatchObject({ status: 303, location: link?.[1] });
  return browser;
}

const takeNumber = async (kiosk: PageVisitor, priority = '') => {
  const page = `/kiosk/${deskId}?viec=nop&linh-vuc=ho-tich`;
  return kiosk.send(page, `/kiosk/${deskId}`, { 'uu-tien': priority });
};
const act = (officer: PageVisitor, viec: string, more: Record<string, string> = {}) =>
  officer.send(counter, '/lam-viec/quay', { viec, so: '', ...more });
const numberOf = (html: string) => /class="counter-ticket">.*?<strong>(\d{3})</s.exec(html)?.[1];
const ticketId = (html: string) => /name="so" value="([0-9a-f-]{36})"/.exec(html)?.[1] ?? '';

describe('a booked visit', () => {
  test('is made without account, found on another device by code and telephone, and cancelled there', async () => {
    const { phone, code, shown } = await booked();
    expect(shown.text).toContain('Đã giữ chỗ');
    const other = new PageVisitor(shell);
    const wrong = await other.send('/dat-lich/lich-hen', '/dat-lich/lich-hen', { code, phone: '0900000000' });
    expect(wrong.status).toBe(404);
    expect(wrong.text).toContain('Không có lịch hẹn');
    expect(wrong.text).not.toContain(phone);
    expect(await other.send('/dat-lich/lich-hen', '/dat-lich/lich-hen', { code, phone })).toMatchObject({
      status: 303,
    });
    expect((await other.get('/dat-lich/lich-hen.ics')).text).toContain('BEGIN:VEVENT');
    await other.send('/dat-lich/lich-hen', '/dat-lich/lich-hen/doi', { go: 'cancel' });
    expect((await other.get('/dat-lich/lich-hen')).text).toContain('Đã hủy');
  });

  test('is opened by its owner without a telephone number, and by no other account', async () => {
    const { visitor, code } = await booked(await signedIn('cong.dan.1'));
    visitor.cookies.delete('motcua_booking');
    expect((await visitor.get('/dat-lich/lich-hen')).text).toContain(`Mở lịch hẹn ${code}`);
    expect(await visitor.send('/dat-lich/lich-hen', '/dat-lich/lich-hen', { code })).toMatchObject({ status: 303 });
    const stranger = new PageVisitor(shell);
    expect((await stranger.send('/dat-lich/lich-hen', '/dat-lich/lich-hen', { code })).status).toBe(404);
  });

  test('is reminded of by one text message without diacritics; the counter sees whether it left', async () => {
    const visits = [await booked(), await booked()];
    for (const each of visits) {
      const later = `/dat-lich/lich-hen?ngay=${day.add({ days: 1 })}`;
      const slot = moment(`${day.add({ days: 1 })}T15:00`).toString();
      expect(await each.visitor.send(later, '/dat-lich/lich-hen/doi', { slot })).toMatchObject({ status: 303 });
    }
    const tell = async () => {
      await app.desk.remind();
      await app.notices.send();
    };
    await tell();
    expect(messages).toEqual([]);
    setClock(`${day}T19:30`);
    await tell();
    await tell();
    expect(messages.map(({ to }) => to).sort()).toEqual(visits.map(({ phone }) => `+84${phone.slice(1)}`).sort());
    expect(messages.find(({ text }) => text.includes(visits[0]!.code))?.text).toMatch(/^Lich hen [\x20-\x7e]{20,150}$/);

    day = day.add({ days: 1 });
    setClock(`${day}T09:00`);
    const officer = await signedIn('motcua.congvi');
    expect((await officer.get(counter)).text.match(/Đã nhắc/g)).toHaveLength(2);
  });

  test('is offered on the page of the procedure, and what is wrong is said at its field', async () => {
    const visitor = new PageVisitor(shell);
    expect((await visitor.get('/thu-tuc/1.001193')).text).toContain('/dat-lich?thu-tuc=1.001193');
    const page = `/dat-lich?thu-tuc=1.001193&quay=${deskId}&ngay=${day}`;
    const slot = moment(`${day}T10:00`).toString();
    const sent = await visitor.send(page, '/dat-lich', { slot, name: 'Trần Văn An', phone: '123' });
    expect(sent.status).toBe(422);
    expect(sent.text).toContain('Số điện thoại chưa đúng');
    expect(sent.text).toContain('value="Trần Văn An"');
  });
});

describe('devices', () => {
  test('a kiosk gives numbers with its key alone, and no more when it is revoked', async () => {
    const officer = await signedIn('motcua.congvi');
    const stranger = new PageVisitor(shell);
    expect((await stranger.get(`/kiosk/${deskId}`)).status).toBe(200);
    expect((await takeNumber(stranger)).status).toBe(403);
    expect((await stranger.get(`/kiosk/${deskId}?khoa=${'x'.repeat(43)}`)).status).toBe(403);
    const kiosk = await device('kiosk', officer);
    const given = await takeNumber(kiosk);
    expect(given.status).toBe(303);
    expect((await kiosk.get(given.location)).text).toContain('>001<');
    const devices = `/lam-viec/quay/thiet-bi?noi=${deskId}`;
    await officer.send(devices, '/lam-viec/quay/thiet-bi/thu-hoi');
    expect((await takeNumber(kiosk)).status).toBe(403);
  });

  test('a display shows numbers to its own screen only, and never a name', async () => {
    const officer = await signedIn('motcua.congvi');
    const { code } = await booked();
    const kiosk = await device('kiosk', officer);
    await kiosk.send(`/kiosk/${deskId}?viec=hen`, `/kiosk/${deskId}`, { code });
    expect((await new PageVisitor(shell).get(`/man-hinh/${deskId}`)).status).toBe(403);
    expect((await new PageVisitor(shell).get(`/man-hinh/${deskId}/truc-tiep`)).status).toBe(404);
    const board = await (await device('display', officer)).get(`/man-hinh/${deskId}`);
    expect(board.status).toBe(200);
    expect(board.text).toContain('001');
    expect(board.text).not.toContain('Trần Văn An');
  });
});

describe('the counter', () => {
  test('calls, calls again, marks who is not here, puts back, transfers and ends', async () => {
    const officer = await signedIn('motcua.congvi');
    const kiosk = await device('kiosk', officer);
    await takeNumber(kiosk);
    await takeNumber(kiosk, 'elderly');
    await act(officer, 'open', { counter: '1' });
    await act(officer, 'next');
    let page = (await officer.get(counter)).text;
    expect(numberOf(page)).toBe('002');
    expect(page).toContain('Người từ 60 tuổi');
    const so = ticketId(page);
    await act(officer, 'recall', { so });
    expect((await officer.get(counter)).text).toContain('gọi 2 lần');
    await act(officer, 'miss', { so });
    page = (await officer.get(counter)).text;
    expect(page).toContain('Số 002 đã có mặt');
    await act(officer, 'return', { so });
    await act(officer, 'next');
    await act(officer, 'transfer', { so, counter: '2' });
    expect((await officer.get(counter)).text).toContain('Chuyển đến quầy 2');
    await act(officer, 'next');
    page = (await officer.get(counter)).text;
    expect(numberOf(page)).toBe('001');
    const done = await act(officer, 'finish-next', { so: ticketId(page) });
    expect(done.status).toBe(200);
    expect(done.text).toContain('Không còn ai chờ ở quầy của bạn');
    expect((await act(officer, 'close')).status).toBe(303);
  });

  test('belongs to the officers of its desk: another desk shows its own, a citizen nothing', async () => {
    const other = await signedIn('motcua.coloa');
    expect((await other.get(counter)).text).not.toContain('Cống Vị');
    expect((await (await signedIn('cong.dan.1')).get('/lam-viec/quay')).status).toBe(404);
    expect((await (await signedIn('hotich.congvi')).get('/lam-viec/quay')).status).toBe(404);
    expect((await new PageVisitor(shell).get('/lam-viec/quay')).location).toContain('/dang-nhap');
  });

  test('opens the intake with the ticket, its procedure and what was told when booking', async () => {
    const officer = await signedIn('motcua.congvi');
    const { code, phone } = await booked();
    const kiosk = await device('kiosk', officer);
    setClock(`${day}T09:20`);
    await kiosk.send(`/kiosk/${deskId}?viec=hen`, `/kiosk/${deskId}`, { code });
    await act(officer, 'open', { counter: '1' });
    await act(officer, 'next');
    const page = (await officer.get(counter)).text;
    const intake = (/href="(\/lam-viec\/tiep-nhan\?[^"]*so=[^"]*)"/.exec(page)?.[1] ?? '').replaceAll('&amp;', '&');
    expect(intake).toContain('thu-tuc=1.001193');
    const form = (await officer.get(intake)).text;
    expect(form).toContain('Đang phục vụ số');
    expect(form).toContain('value="Trần Văn An"');
    expect(form).toContain(`value="${phone}"`);
    await act(officer, 'finish', { so: ticketId(page) });
    await act(officer, 'close');
  });
});

describe('a rating', () => {
  const received = async () => {
    const done = await app.dossiers.receive(ward.desk, await sampleSubmission(app, '1.004873', 'x-00007'));
    if (!done.ok) throw new Error(done.refusal.code);
    return done.value;
  };
  const answers = { attitude: 'good', elsewhere: 'no', organisation: 'good', publication: 'right', comment: '' };

  test('is asked for at the end, once, with the secret of the slip and without a name', async () => {
    const { caseId, code } = await received();
    const secret = await app.ratings.secretOf(caseId);
    const visitor = new PageVisitor(shell);
    const at = `/danh-gia/${code}`;
    expect((await visitor.get(at)).text).toContain('Mã bí mật');
    expect((await visitor.get(`${at}?ma=AAAAAAAA`)).status).toBe(404);
    expect((await visitor.get(`${at}?ma=${secret}`)).status).toBe(409);
    await sql`
      update cases set ended_at = ${app.now()}::timestamptz, open = false, timeliness = 'early'
      where id = ${caseId}::uuid`.execute(database.db);
    const page = await visitor.get(`${at}?ma=${secret}`);
    expect(page.text).toContain('Cán bộ tiếp ông/bà thế nào?');
    expect(page.text).not.toMatch(/bao lâu|đúng hạn không/);
    const missing = await visitor.send(`${at}?ma=${secret}`, at, { ...answers, attitude: '' });
    expect(missing.status).toBe(422);
    expect(await visitor.send(`${at}?ma=${secret}`, at, answers)).toMatchObject({ location: `${at}/cam-on` });
    expect((await visitor.get(`${at}?ma=${secret}`)).text).toContain('Cảm ơn');
  });

  test('is shown to officers as nine indicators; the slip is printed from the dossier', async () => {
    const officer = await signedIn('motcua.congvi');
    const { caseId } = await received();
    const scores = await officer.get('/lam-viec/danh-gia?quy=2021-4');
    expect(scores.text).toContain('9. Cung cấp dịch vụ công trực tuyến');
    expect(scores.text).toContain('Mới có 1 người trả lời');
    const slip = await officer.get(`/lam-viec/ho-so/${caseId}/phieu-danh-gia.pdf`);
    expect(slip.headers.get('content-type')).toBe('application/pdf');
    expect(
      (await (await signedIn('motcua.coloa')).get(`/lam-viec/ho-so/${caseId}/phieu-danh-gia.pdf`)).status,
    ).not.toBe(200);
  });
});
