import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { App } from '#app.ts';
import { openFileStore } from '#platform/file-store.ts';
import { openMailer } from '#platform/mail.ts';
import { openCity, submitter, ward } from '../../../tests/city.ts';
import { type MailServer, startMailServer } from '../../../tests/mail-server.ts';
import { freshDatabase } from '../../../tests/on-database.ts';
import { sampleSubmission } from '../../../tests/sample-submission.ts';

const database = await freshDatabase();
const { db } = database;
const folder = mkdtempSync(join(tmpdir(), 'motcua-notices-'));
const server: MailServer = await startMailServer();
const mailer = openMailer(server.url, 'Một Cửa Hà Nội <khong-tra-loi@motcua.example.vn>');
const publicUrl = 'https://motcua.example.vn';
let app: App;
let setClock: (at: string) => void;

beforeAll(async () => {
  const city = await openCity(db, await openFileStore(folder), '2021-11-05T09:00', {
    channels: { email: mailer },
    publicUrl,
  });
  ({ app, setClock } = city);
});
beforeEach(() => {
  server.mails.length = 0;
  server.answer = () => 0;
  setClock('2021-11-05T09:00');
});
afterAll(async () => {
  mailer.close();
  await server.close();
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

async function received(email: string): Promise<string> {
  const submission = await sampleSubmission(app, '1.004873', 'x-00007');
  const done = await app.dossiers.receive(ward.desk, { ...submission, submitter: { ...submitter, email } });
  if (!done.ok) throw new Error(JSON.stringify(done.refusal));
  return done.value.caseId;
}

async function round(): Promise<void> {
  await app.notices.derive();
  await app.notices.send();
}

const emailOf = async (caseId: string) =>
  (await app.notices.ofCase(caseId)).find((notice) => notice.channel === 'email');

describe('a mail about a dossier', () => {
  test('is whole: headers, Vietnamese in subject and text, HTML without anything remote', async () => {
    const caseId = await received('an@example.vn');
    await round();
    expect(server.mails).toHaveLength(1);
    const { raw, parsed } = server.mails[0]!;
    const notice = await emailOf(caseId);
    const code = notice?.facts.code;
    expect(parsed.subject).toBe(`Hồ sơ ${code} đã được tiếp nhận, hẹn trả thứ Tư 10/11/2021`);
    expect(parsed.from?.value).toEqual([{ name: 'Một Cửa Hà Nội', address: 'khong-tra-loi@motcua.example.vn' }]);
    expect(parsed.to).toMatchObject({ value: [{ address: 'an@example.vn', name: '' }] });
    expect(parsed.messageId).toBe(`<${notice?.id}@motcua.example.vn>`);
    expect(parsed.date?.toISOString()).toBe('2021-11-05T02:00:00.000Z');
    expect(parsed.headers.get('auto-submitted')).toBe('auto-generated');
    expect(parsed.headers.get('content-language')).toBe('vi');
    expect(Buffer.byteLength(raw), 'every byte is ASCII').toBe(raw.length);
    expect(raw).toContain('Content-Type: multipart/alternative');
    expect(parsed.text).toBe(
      `Hồ sơ của bạn đủ giấy tờ và đã được tiếp nhận. Kết quả được hẹn trả thứ Tư 10/11/2021, trước 17:00.

Mã hồ sơ: ${code}
Thủ tục: Cấp Giấy xác nhận tình trạng hôn nhân
Cơ quan: Ủy ban nhân dân phường Cống Vị
Hạn: thứ Tư 10/11/2021, trước 17:00

Bạn cần làm gì
Bạn không phải làm gì cho đến ngày hẹn. Giữ mã hồ sơ để theo dõi.

Chịu trách nhiệm lúc này: Cán bộ 1, Bộ phận Tiếp nhận và Trả kết quả phường Cống Vị.

Theo dõi hồ sơ: https://motcua.example.vn/tra-cuu

--
Thư tự động của hệ thống Một Cửa, thành phố Hà Nội. Xin đừng trả lời thư này.
`,
    );
    const html = String(parsed.html);
    expect(html).toContain('<html lang="vi">');
    expect(html).not.toMatch(/<img|<link|<script|src=|url\(/);
    expect(html.match(/https?:\/\/[^"]+/g)).toEqual(['https://motcua.example.vn/tra-cuu']);
    expect(html.normalize('NFC')).toBe(html);
  });

  test('is sent once, however often the worker goes round and however many workers there are', async () => {
    await received('mot-lan@example.vn');
    await Promise.all([round(), round(), round()]);
    await round();
    expect(server.mails).toHaveLength(1);
  });

  test('waits while the server does not take it, longer each time, goes out in the end, and tells its state', async () => {
    const caseId = await received('cho@example.vn');
    server.answer = () => 451;
    await round();
    expect(await emailOf(caseId)).toMatchObject({ state: 'waiting', attempts: 1, fault: 'EENVELOPE 451' });
    await round();
    expect((await emailOf(caseId))?.attempts).toBe(1);
    setClock('2021-11-05T09:01');
    await round();
    expect(String((await emailOf(caseId))?.nextTryAt)).toBe('2021-11-05T02:06:00Z');
    server.answer = () => 0;
    setClock('2021-11-05T09:06');
    await round();
    expect(await emailOf(caseId)).toMatchObject({ state: 'sent', attempts: 3, fault: null, nextTryAt: null });
    expect(server.mails).toHaveLength(1);
  });

  test('is given up at once when the address is refused for good, shown, and sent when someone tries again', async () => {
    const caseId = await received('khong-co@example.vn');
    server.answer = () => 550;
    await round();
    const failed = await emailOf(caseId);
    expect(failed).toMatchObject({ state: 'failed', fault: 'EENVELOPE 550', attempts: 1 });
    const list = await app.notices.failed(['hn/q-001/x-00007'], 50);
    expect(list.map(({ id }) => id)).toContain(failed?.id);
    expect(await app.notices.failed(['hn/q-001/x-00004'], 50)).toEqual([]);
    server.answer = () => 0;
    const desk = { ...ward.desk, accountId: await account() };
    const stranger = { ...ward.neighbour, accountId: desk.accountId };
    expect(await app.notices.tryAgain(stranger, failed!.id)).toMatchObject({ refusal: { code: 'notice-not-found' } });
    expect(await app.notices.tryAgain(desk, failed!.id)).toMatchObject({ ok: true });
    expect(await app.notices.tryAgain(desk, failed!.id)).toMatchObject({ refusal: { code: 'notice-not-failed' } });
    await round();
    expect(await emailOf(caseId)).toMatchObject({ state: 'sent' });
    expect(server.mails[0]?.parsed.messageId).toBe(`<${failed?.id}@motcua.example.vn>`);
  });

  test('is given up after eight attempts when the server stays away', async () => {
    const caseId = await received('may-chu-hong@example.vn');
    server.answer = () => 421;
    await app.notices.derive();
    for (let day = 0, attempts = 0; attempts < 20; attempts++) {
      await app.notices.send();
      const notice = await emailOf(caseId);
      if (notice?.state === 'failed') {
        expect(notice.attempts).toBe(8);
        expect(day).toBe(7);
        return;
      }
      day++;
      setClock(`2021-11-${String(5 + day).padStart(2, '0')}T12:00`);
    }
    throw new Error('never given up');
  });

  test('that was sent cannot be changed or erased', async () => {
    await received('giu@example.vn');
    await round();
    await expect(sql`update notice set facts = '{}' where state = 'sent'`.execute(db)).rejects.toThrow('never changed');
    await expect(sql`delete from notice`.execute(db)).rejects.toThrow('append-only');
  });
});

async function account(): Promise<string> {
  const id = '00000000-0000-7000-8000-000000000001';
  await sql`insert into account (id, kind, sign_in_name, name, created_at)
    values (${id}::uuid, 'officer', 'can-bo-1', 'Cán bộ 1', now()) on conflict do nothing`.execute(db);
  return id;
}
