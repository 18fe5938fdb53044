import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type App, createApp } from '#app.ts';
import { sha256 } from '#kernel/hash.ts';
import { demoKeys, demoRootFile, pdfSigner, readTrustedRoots, writeResultCode } from '#modules/signatures/index.ts';
import { stoppedClock } from '#platform/clock.ts';
import { openFileStore } from '#platform/file-store.ts';
import { portalRoutes } from '#surfaces/portal/routes.ts';
import { webShell } from '#surfaces/web/web-shell.ts';
import { workspaceRoutes } from '#surfaces/workspace/routes.ts';
import { loadDemoCity, loadReferenceData } from '../src/load-demo-city.ts';
import { ward } from './city.ts';
import { moment } from './dossier-walk.ts';
import { freshDatabase } from './on-database.ts';
import { PageVisitor } from './page-visitor.ts';
import { sampleSubmission } from './sample-submission.ts';

const database = await freshDatabase();
const folder = mkdtempSync(join(tmpdir(), 'motcua-check-'));
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

let app: App;
let server: ReturnType<typeof webShell>;
let caseId = '';
let pdf: Uint8Array;
let code = '';

beforeAll(async () => {
  const { db } = database;
  const clock = stoppedClock(moment('2021-11-05T09:00'));
  await loadReferenceData(db, () => undefined);
  await loadDemoCity(db, clock.now(), () => undefined);
  const keys = join(folder, 'keys');
  const signer = pdfSigner(await demoKeys(keys, 'test'));
  const roots = await readTrustedRoots({ files: [demoRootFile(keys)] });
  app = createApp({ db, files: await openFileStore(join(folder, 'files')), clock, signer, roots });
  server = webShell(app, (router) => {
    portalRoutes(app)(router);
    workspaceRoutes(app)(router);
  });
  const received = await app.dossiers.receive(ward.desk, await sampleSubmission(app, '1.004873', 'x-00007'));
  if (!received.ok) throw new Error(received.refusal.code);
  caseId = received.value.caseId;
  for (const [actor, move, data] of [
    [ward.desk, 'forward', {}],
    [ward.signatory, 'take-over', {}],
    [ward.handler, 'propose', { outcome: 'grant', summary: 'Chưa đăng ký kết hôn với ai.' }],
    [ward.signatory, 'sign', {}],
  ] as const) {
    const made = await app.dossiers.move(actor, { caseId, move, data });
    if (!made.ok) throw new Error(`${move}: ${made.refusal.code}`);
  }
  const result = await app.results.ofCase(caseId);
  code = writeResultCode(result!.meant.code);
  pdf = new Uint8Array(await buffer((await app.files.open(result!.meant.file!)).stream));
});

async function officer(signInName: string): Promise<PageVisitor> {
  const visitor = new PageVisitor(server);
  await visitor.send('/dang-nhap', '/dang-nhap', { signInName, password: 'motcua-demo-2021' });
  return visitor;
}

const fileOf = (content: Uint8Array, name = 'ket-qua.pdf') =>
  new File([new Uint8Array(content)], name, { type: 'application/pdf' });
const check = (content: Uint8Array, name?: string) =>
  new PageVisitor(server).send('/kiem-tra', '/kiem-tra', { file: [fileOf(content, name)] });

describe('the check page, without script', () => {
  test('says of a signed result that it is whole and in force, who signed it, in what name and when', async () => {
    const { status, text } = await check(pdf);
    expect(status).toBe(200);
    for (const words of ['Kết quả đang có hiệu lực', 'Chữ ký số hợp lệ', '01/KQ-UBND', 'CHỦ TỊCH', '05/11/2021']) {
      expect(text).toContain(words);
    }
    // whom the paper is about is nobody's business here
    expect(text).not.toContain('Trần Văn An');
  });

  test('says of the same file altered by one byte that it was altered, and shows nothing of the register as its own', async () => {
    const altered = Uint8Array.from(pdf);
    altered[700] = altered[700]! ^ 1;
    const { text } = await check(altered);
    expect(text).toContain('Tệp đã bị sửa sau khi ký');
    expect(text).not.toContain('Chữ ký số hợp lệ');
    expect(text).not.toContain('Kết quả đang có hiệu lực');
  });

  test('finds a result by the code on it, however it is typed, and not by another', async () => {
    const visitor = new PageVisitor(server);
    for (const typed of [code, code.toLowerCase().replaceAll('-', ' ')]) {
      expect((await visitor.get(`/kiem-tra?ma=${encodeURIComponent(typed)}`)).text).toContain(
        'Kết quả đang có hiệu lực',
      );
    }
    expect((await visitor.get('/en/kiem-tra?ma=KQ-2222-2222-2222')).status).toBe(404);
    expect((await visitor.get(`/kiem-tra?ma=${encodeURIComponent('\u0000<script>')}`)).text).not.toContain('<script>');
  });

  test('keeps nothing of what was sent, and refuses what is no PDF, is empty or too large', async () => {
    const before = await sql<{ count: number }>`select count(*)::int as count from result`.execute(database.db);
    const scan = new TextEncoder().encode('%PDF-1.4\n1 0 obj\n%%EOF\n');
    expect((await check(scan)).text).toContain('Tệp không có chữ ký số');
    await expect(app.files.open('0'.repeat(64))).rejects.toThrow();
    await expect(app.files.open(sha256(scan))).rejects.toThrow();
    expect((await check(new TextEncoder().encode('MZ not a PDF'), 'x.pdf')).status).toBe(415);
    expect((await check(new Uint8Array(21 * 1024 * 1024).fill(0x25))).status).toBe(413);
    const after = await sql<{ count: number }>`select count(*)::int as count from result`.execute(database.db);
    expect(after.rows).toEqual(before.rows);
  });
});

describe('delegating in the workspace', () => {
  const page = '/lam-viec/uy-quyen';
  const wish = {
    receiver: 'x-00007|x-00007:land-officer',
    form: 'TUQ',
    kinds: ['2.000884'],
    upToAmount: '5.000.000',
    validFrom: '05/11/2021',
    validTo: '31/12/2021',
    decisionNumber: '31/QĐ-UBND',
  };

  test('a head gives and takes back; the delegate sees it; others find nothing there', async () => {
    const chair = await officer('chutich.congvi');
    expect((await chair.send(page, page, { ...wish, kinds: [] })).status).toBe(422);
    const again = await chair.send(page, page, { ...wish, validTo: '31/13/2021' });
    expect(again.status).toBe(422);
    expect(again.text).toContain('value="31/QĐ-UBND"');
    expect((await chair.send(page, page, wish)).location).toBe(`${page}?xong=giao`);
    const listed = (await chair.get(page)).text;
    expect(listed).toContain('đến 5.000.000 đồng');

    const delegate = await officer('diachinh.congvi');
    expect((await delegate.get(page)).text).toContain('31/QĐ-UBND');
    expect((await delegate.get(page)).text).not.toContain('Ghi ủy quyền');
    expect((await (await officer('vanhoa.congvi')).get(page)).status).toBe(404);

    const [, revoke = ''] = /31\/QĐ-UBND.*?href="(\/lam-viec\/uy-quyen\/[^"]+\/thu-hoi)"/s.exec(listed) ?? [];
    expect((await delegate.get(revoke)).status).toBe(404);
    expect((await chair.send(revoke, revoke, { reason: '' })).status).toBe(422);
    expect((await chair.send(revoke, revoke, { reason: 'Chuyển công tác' })).location).toBe(`${page}?xong=thu-hoi`);
    expect((await delegate.get(page)).text).toContain('Chuyển công tác');
  });
});

describe('the result in the workspace', () => {
  test('is opened, corrected and revoked from its page; the check page follows', async () => {
    const chair = await officer('chutich.congvi');
    const page = `/lam-viec/ho-so/${caseId}/ket-qua`;
    expect((await chair.get(`${page}.pdf`)).headers.get('content-type')).toBe('application/pdf');
    const wrong = await chair.send(page, page, { what: 'correct', paragraphs: 'Đúng.', reason: '' });
    expect(wrong.status).toBe(422);
    const corrected = { what: 'correct', paragraphs: 'Đã kết hôn năm 2019.', reason: 'Ghi nhầm' };
    expect((await chair.send(page, page, corrected)).status).toBe(303);
    const shown = (await chair.get(page)).text;
    expect(shown).toContain('<ins>');
    expect(shown).toContain('Ghi nhầm');
    const old = (await check(pdf)).text;
    expect(old).toContain('Bản này đã được thay thế');
    expect(old).toContain('Ghi nhầm');

    const revoked = { what: 'revoke', reason: 'Khai gian', decisionNumber: '40/QĐ-UBND' };
    expect((await chair.send(page, page, revoked)).status).toBe(303);
    expect((await new PageVisitor(server).get(`/kiem-tra?ma=${code}`)).text).toContain('Kết quả đã bị thu hồi');
  });
});

describe('guessing codes', () => {
  test('slows down whoever guesses codes', async () => {
    const visitor = new PageVisitor(server);
    const statuses: number[] = [];
    for (let tries = 0; tries < 25; tries++) {
      statuses.push((await visitor.get(`/kiem-tra?ma=KQ-2222-2222-22${tries < 10 ? 'AB' : 'CD'}`)).status);
    }
    expect(statuses.at(0)).toBe(404);
    expect(statuses.at(-1)).toBe(429);
  });
});
