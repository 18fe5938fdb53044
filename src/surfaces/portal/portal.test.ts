import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { App } from '#app.ts';
import type { Question } from '#modules/procedures/index.ts';
import { openFileStore } from '#platform/file-store.ts';
import type { WebEnv } from '#surfaces/web/visitor.ts';
import { webShell } from '#surfaces/web/web-shell.ts';
import { openCity, ward } from '../../../tests/city.ts';
import { freshDatabase } from '../../../tests/on-database.ts';
import { PageVisitor, type Sent } from '../../../tests/page-visitor.ts';
import { portalRoutes } from './routes.ts';

const database = await freshDatabase();
const folder = mkdtempSync(join(tmpdir(), 'motcua-portal-'));
let app: App;
let server: Hono<WebEnv>;

beforeAll(async () => {
  ({ app } = await openCity(database.db, await openFileStore(folder)));
  server = webShell(app, (router) => portalRoutes(app)(router));
});
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

const code = '1.001193';
const pdf = (name = 'chung-sinh.pdf') => new File(['%PDF-1.4\n1 0 obj\n%%EOF\n'], name, { type: 'application/pdf' });
const person = {
  name: 'Trần Văn An',
  personalId: '001099000001',
  phone: '0912 345 678',
  email: '',
  address: '12 Đội Cấn',
};

const nextStep = (location: string) => location.split('/').slice(4).join('/');

/** Starts a draft and goes as far as the first page of the form. */
async function begin(visitor: PageVisitor, procedure = code, words = 'cong vi', who: Sent = person): Promise<string> {
  const started = await visitor.send(`/nop-ho-so/${procedure}`, `/nop-ho-so/${procedure}`);
  const draft = started.location.replace(/\/[^/]+$/, '');
  if (nextStep(started.location) === 'noi-nop') {
    const where = `${draft}/noi-nop`;
    const page = `${where}?q=${encodeURIComponent(words)}`;
    const receiverId = /name="receiverId" value="([^"]+)"/.exec((await visitor.get(page)).text)?.[1] ?? '';
    await visitor.send(page, where, { receiverId });
  }
  await visitor.send(`${draft}/nguoi-nop`, `${draft}/nguoi-nop`, who);
  return draft;
}

const samples: Readonly<Record<string, string>> = {
  'yes-no': 'yes',
  'personal-id': '001099000002',
  phone: '0912345678',
  email: 'mai@example.vn',
  commune: 'x-00007',
};

/** Something that fits, for any question. */
function sampleAnswer({ type, options, min, minLength, dateMust }: Question): string {
  if (type === 'date') return dateMust === 'not-be-in-past' ? '30/12/2021' : '01/11/2021';
  if (type === 'whole-number' || type === 'money') return String(Math.max(1, min ?? 1));
  return samples[type] ?? options?.[0]?.value ?? 'Trần Thị Mai'.padEnd(minLength ?? 0, ' Hoa');
}

/** Answers every question of the form, page after page, and attaches a paper to each field. */
async function fillIn(visitor: PageVisitor, draft: string, procedure = code): Promise<void> {
  const pages = (await app.procedures.inForce(procedure))?.definition.form.pages ?? [];
  for (const page of pages) {
    const address = `${draft}/to-khai/${page.id}`;
    if ((await visitor.get(address)).status === 404) continue;
    const answers = Object.fromEntries(page.questions.map((question) => [question.id, sampleAnswer(question)]));
    const sent = await visitor.send(address, address, {
      ...answers,
      asked: page.questions.map(({ id }) => id).join(','),
    });
    expect(sent.status, `${procedure} ${page.id}: ${errorsOf(sent.text)}`).toBe(303);
  }
  const papers = await visitor.get(`${draft}/giay-to`);
  const fields = [...papers.text.matchAll(/type="file"[^>]*name="([^"]+)"/g)].map(([, name = '']) => name);
  const files = Object.fromEntries(fields.map((name) => [name, [pdf()]])) as Sent;
  await visitor.send(`${draft}/giay-to`, `${draft}/giay-to`, { ...files, go: 'next' });
}

const errorsOf = (html: string): string =>
  [...html.matchAll(/ds-validation-message[^>]*>(.*?)<\/p>/g)].map(([, text]) => text).join(' ');

async function file(visitor: PageVisitor): Promise<{ draft: string; reference: string; secret: string }> {
  const draft = await begin(visitor);
  await fillIn(visitor, draft);
  await visitor.send(`${draft}/kiem-tra`, `${draft}/kiem-tra`, { declared: 'yes' });
  const done = await visitor.get(`${draft}/da-nop`);
  const [reference = '', secret = ''] = [...done.text.matchAll(/class="big-code">([^<]+)</g)].map(([, text]) => text);
  return { draft, reference, secret };
}

test('a dossier filed for somebody else bears that person’s name, and the one who files stays the one to reach', async () => {
  const visitor = new PageVisitor(server);
  const draft = await begin(visitor, code, 'cong vi', { ...person, ownerName: 'Phạm Thị Lụa' });
  await fillIn(visitor, draft);
  expect((await visitor.get(`${draft}/kiem-tra`)).text).toContain('Phạm Thị Lụa');
  await visitor.send(`${draft}/kiem-tra`, `${draft}/kiem-tra`, { declared: 'yes' });
  const list = await app.dossiers.list({
    scope: 'unit',
    accountId: ward.desk.accountId!,
    unitIds: ['x-00007.desk'],
    jurisdiction: [],
    words: 'pham thi lua',
  });
  expect(list.rows).toHaveLength(1);
  const page = await app.dossiers.page(ward.desk, list.rows[0]!.caseId);
  expect(page?.dossier).toMatchObject({ ownerName: 'Phạm Thị Lụa', submitter: { name: 'Trần Văn An' } });
});

describe('the pages for everyone', () => {
  test.each([
    '/',
    '/thu-tuc',
    '/thu-tuc?q=giay+khai+sanh',
    `/thu-tuc/${code}`,
    '/tra-cuu',
    '/dang-nhap',
    '/dang-ky',
    '/gioi-thieu/tro-nang',
  ])('%s is there in both languages, under a strict policy', async (path) => {
    const visitor = new PageVisitor(server);
    const [vi, en] = [await visitor.get(path), await visitor.get(path === '/' ? '/en' : `/en${path}`)];
    expect([vi.status, en.status]).toEqual([200, 200]);
    expect(vi.text).toContain('<html lang="vi">');
    expect(en.text).toContain('<html lang="en">');
    expect(vi.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(vi.headers.get('x-content-type-options')).toBe('nosniff');
    expect(vi.text).not.toMatch(/<script>|style="|<style/);
  });

  test('a procedure tells search engines what it is', async () => {
    const { text } = await new PageVisitor(server).get(`/thu-tuc/${code}`);
    const data = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(text)?.[1];
    expect(JSON.parse(data ?? '')).toMatchObject({ '@type': 'GovernmentService', identifier: code });
  });

  test('words that find nothing lead on, and odd words are only words', async () => {
    const { status, text } = await new PageVisitor(server).get(
      '/thu-tuc?q=%00%27%3B--%3Cscript%3E&cap=moon&linh-vuc=%00',
    );
    expect(status).toBe(200);
    expect(text).toContain('Không tìm thấy thủ tục nào');
    expect(text).not.toContain('<script>');
  });

  test('an address that does not exist is said so, in words', async () => {
    const answered = await new PageVisitor(server).get('/en/nothing');
    expect(answered.status).toBe(404);
    expect(answered.text).toContain('not found');
  });
});

describe('a form', () => {
  test('from another site is refused', async () => {
    const visitor = new PageVisitor(server);
    await visitor.get('/');
    const fields = { csrf: visitor.cookies.get('motcua_form') ?? '', code: 'X', secret: 'Y' };
    for (const headers of [
      { origin: 'https://evil.example' },
      { 'sec-fetch-site': 'cross-site' },
      { origin: 'null' },
    ]) {
      expect((await visitor.post('/tra-cuu/ket-qua', fields, headers)).status).toBe(403);
    }
    expect((await visitor.post('/tra-cuu/ket-qua', fields)).status).toBe(404);
  });

  test('without its token, or with another one, does nothing and can be sent again by one press', async () => {
    const visitor = new PageVisitor(server);
    await visitor.get('/');
    const other = new PageVisitor(server);
    await other.get('/');
    for (const csrf of ['', 'x', other.cookies.get('motcua_form') ?? '']) {
      const answered = await visitor.post('/tra-cuu/ket-qua', { csrf, code: 'MC-"1"', secret: 'Y' });
      expect(answered.status).toBe(403);
      expect(answered.text).toContain('Gửi lại');
      expect(answered.text).toContain('value="MC-&quot;1&quot;"');
    }
    const withoutCookie = await new PageVisitor(server).post('/tra-cuu/ket-qua', { csrf: '', code: 'X', secret: 'Y' });
    expect(withoutCookie.status).toBe(403);
    const signIn = await visitor.post('/dang-nhap', { csrf: 'x', signInName: 'a', password: 'bí mật của tôi' });
    expect(signIn.text).not.toContain('bí mật của tôi');
  });

  test('with control characters, or of another kind, is refused in words', async () => {
    const visitor = new PageVisitor(server);
    const bad = await visitor.send('/tra-cuu', '/tra-cuu/ket-qua', { code: 'A\u0000B', secret: 'Y' });
    expect(bad.status).toBe(422);
    expect(bad.text).toContain('ký tự điều khiển');
    const request = await server.request('http://localhost/tra-cuu/ket-qua', {
      method: 'POST',
      body: '{}',
      headers: {
        'content-type': 'application/json',
        origin: 'http://localhost',
        cookie: `motcua_form=${visitor.cookies.get('motcua_form')}`,
      },
    });
    expect(request.status).toBe(400);
  });
});

describe('filing online', () => {
  test('from the first page to the done page makes one dossier, however often it is sent', async () => {
    const visitor = new PageVisitor(server);
    const draft = await begin(visitor);
    await fillIn(visitor, draft);
    const review = await visitor.get(`${draft}/kiem-tra`);
    expect(review.text).toContain('Phường Cống Vị');
    const undeclared = await visitor.send(`${draft}/kiem-tra`, `${draft}/kiem-tra`);
    expect(undeclared.status).toBe(422);
    const csrf = visitor.cookies.get('motcua_form') ?? '';
    const [first, second] = await Promise.all([
      visitor.post(`${draft}/kiem-tra`, { csrf, declared: 'yes' }),
      visitor.post(`${draft}/kiem-tra`, { csrf, declared: 'yes' }),
    ]);
    expect([nextStep(first.location), nextStep(second.location)]).toEqual(['da-nop', 'da-nop']);
    const again = await visitor.post(`${draft}/kiem-tra`, { csrf, declared: 'yes' });
    expect(nextStep(again.location)).toBe('da-nop');
    const done = await visitor.get(`${draft}/da-nop`);
    expect(done.text).toMatch(/MC-[0-9A-F]{10}/);
    expect(nextStep((await visitor.get(`${draft}/nguoi-nop`)).location)).toBe('da-nop');
  });

  test('works for every procedure that is filed online, from whichever tier', async () => {
    const all = await app.procedures.search({});
    const online = all.filter(({ definition }) => definition.channels.includes('online'));
    expect(new Set(online.map(({ definition }) => definition.tier)).size).toBe(3);
    for (const { definition } of online) {
      const visitor = new PageVisitor(server);
      const draft = await begin(visitor, definition.code, definition.tier === 'commune' ? 'cong vi' : '');
      await fillIn(visitor, draft, definition.code);
      const filed = await visitor.send(`${draft}/kiem-tra`, `${draft}/kiem-tra`, { declared: 'yes' });
      expect(nextStep(filed.location), `${definition.code}: ${errorsOf(filed.text)}`).toBe('da-nop');
      expect((await visitor.get(`/en${draft}/da-nop`)).text).toContain('Your dossier is filed');
    }
  });

  test('keeps every answer typed beside the sentence about the wrong one', async () => {
    const visitor = new PageVisitor(server);
    const draft = await begin(visitor);
    const wrong = await visitor.send(`${draft}/nguoi-nop`, `${draft}/nguoi-nop`, {
      ...person,
      personalId: '12',
      address: 'Ngõ 5 “Đội Cấn”',
    });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('gồm 12 chữ số');
    expect(wrong.text).toContain('value="Ngõ 5 “Đội Cấn”"');
    expect(wrong.text).toContain('<title>Lỗi: ');
    const long = await visitor.send(`${draft}/nguoi-nop`, `${draft}/nguoi-nop`, {
      ...person,
      name: 'Ă'.repeat(10_000),
    });
    expect(long.status).toBe(422);
    expect(long.text).toContain('Nhiều nhất 100 ký tự');
  });

  test('refuses a birth in the future', async () => {
    const visitor = new PageVisitor(server);
    const draft = await begin(visitor);
    const page = (await app.procedures.inForce(code))?.definition.form.pages.find(({ questions }) =>
      questions.some(({ dateMust }) => dateMust === 'not-be-in-future'),
    );
    const day = page?.questions.find(({ dateMust }) => dateMust === 'not-be-in-future')?.id ?? '';
    const address = `${draft}/to-khai/${page?.id}`;
    const answered = await visitor.send(address, address, { [day]: '01/01/2030' });
    expect(answered.status).toBe(422);
    expect(answered.text).toContain('Ngày này chưa tới');
    expect(answered.text).toContain('value="01/01/2030"');
  });

  test('takes no program under the name of a paper, and no file that is too large, but keeps the right ones', async () => {
    const visitor = new PageVisitor(server);
    const draft = await begin(visitor);
    await fillIn(visitor, draft);
    const field = /type="file"[^>]*name="([^"]+)"/.exec((await visitor.get(`${draft}/giay-to`)).text)?.[1] ?? '';
    const exe = new File(['MZ\u0090\u0000 program'], 'giay-chung-sinh.pdf');
    const large = new File([new Uint8Array(21_000_000)], 'anh.pdf');
    const answered = await visitor.send(`${draft}/giay-to`, `${draft}/giay-to`, {
      [field]: [exe, pdf('dung.pdf'), large],
    });
    expect(answered.status).toBe(422);
    expect(answered.text).toContain('giay-chung-sinh.pdf: Chỉ nhận tệp PDF');
    expect(answered.text).toContain('anh.pdf: Tệp này lớn hơn 20 MB');
    expect((await visitor.get(`${draft}/giay-to`)).text).toContain('chung-sinh.pdf');
  });

  test('is nobody else’s: without the token of the draft there is no such page', async () => {
    const visitor = new PageVisitor(server);
    const { draft } = await file(visitor);
    const stranger = new PageVisitor(server);
    for (const step of ['nguoi-nop', 'giay-to', 'kiem-tra', 'da-nop']) {
      expect((await stranger.get(`${draft}/${step}`)).status).toBe(404);
    }
  });

  test('does not go on with papers missing', async () => {
    const visitor = new PageVisitor(server);
    const draft = await begin(visitor);
    const early = await visitor.post(`${draft}/kiem-tra`, {
      csrf: visitor.cookies.get('motcua_form') ?? '',
      declared: 'yes',
    });
    expect(early.status).toBe(422);
    expect(early.text).toContain('Còn việc phải làm');
  });
});

describe('following a dossier without signing in', () => {
  test('needs code and secret, and shows state and percent but no name', async () => {
    const { reference, secret } = await file(new PageVisitor(server));
    const visitor = new PageVisitor(server);
    const wrong = await visitor.send('/tra-cuu', '/tra-cuu/ket-qua', { code: reference, secret: 'AAAAAAAA' });
    expect(wrong.status).toBe(404);
    const right = await visitor.send('/tra-cuu', '/tra-cuu/ket-qua', {
      code: reference.toLowerCase(),
      secret: secret.toLowerCase(),
    });
    expect(right.location).toBe('/tra-cuu/ket-qua');
    const { text } = await visitor.get('/tra-cuu/ket-qua');
    expect(text).toContain('Đã nộp, chờ kiểm tra');
    expect(text).not.toContain(person.name);
    expect(text).not.toContain(secret);
  });

  test('is throttled after twenty wrong guesses, by form and by cookie', async () => {
    const guarded = webShell(app, (router) => portalRoutes(app)(router));
    const visitor = new PageVisitor(guarded);
    for (let guess = 0; guess < 20; guess++) {
      await visitor.send('/tra-cuu', '/tra-cuu/ket-qua', { code: 'MC-0000000000', secret: 'AAAAAAAA' });
    }
    const answered = await visitor.send('/tra-cuu', '/tra-cuu/ket-qua', { code: 'MC-0000000000', secret: 'AAAAAAAA' });
    expect(answered.status).toBe(429);
    const { reference, secret } = await file(new PageVisitor(server));
    visitor.cookies.set('motcua_tracking', Buffer.from(JSON.stringify([reference, secret])).toString('base64url'));
    expect((await visitor.get('/tra-cuu/ket-qua')).location).toBe('/tra-cuu');
    expect(answered.text).toContain('phút');
  });

  test('lets the holder of the secret answer a supplement with files, once, and withdraw', async () => {
    const filed = await file(new PageVisitor(server));
    const visitor = new PageVisitor(server);
    await visitor.send('/tra-cuu', '/tra-cuu/ket-qua', { code: filed.reference, secret: filed.secret });
    const caseId = (await app.dossiers.track(filed.reference, filed.secret))?.caseId ?? '';
    const items = [{ what: 'Giấy chứng sinh rõ hơn', reason: 'Ảnh mờ', clause: 'Điều 16 Luật Hộ tịch' }];
    expect((await app.dossiers.move(ward.desk, { caseId, move: 'ask-supplement', data: { items } })).ok).toBe(true);
    const page = await visitor.get('/tra-cuu/ket-qua');
    expect(page.text).toContain('Giấy chứng sinh rõ hơn');

    const answerAt = '/tra-cuu/ket-qua/bo-sung';
    const empty = await visitor.send('/tra-cuu/ket-qua', answerAt, {
      note: '',
      'paper-supplement-1': [new File([''], '')],
    });
    expect(empty.status).toBe(422);
    const exe = new File(['MZ program'], 'x.pdf');
    const halfRight = await visitor.send('/tra-cuu/ket-qua', answerAt, {
      note: 'Gửi lại',
      'paper-supplement-1': [pdf('moi.pdf'), exe],
    });
    expect(halfRight.status).toBe(422);
    expect(halfRight.text).toContain('moi.pdf');
    expect(halfRight.text).toContain('Gửi lại');
    const done = await visitor.send('/tra-cuu/ket-qua', answerAt, { note: '', 'paper-supplement-1': [pdf('moi.pdf')] });
    expect(done.location).toBe('/tra-cuu/ket-qua');
    expect((await visitor.get('/tra-cuu/ket-qua')).text).toContain('Đã nộp, chờ kiểm tra');

    await visitor.send('/tra-cuu/ket-qua/rut', '/tra-cuu/ket-qua/rut', { reason: '' });
    expect((await visitor.get('/tra-cuu/ket-qua')).text).toContain('Đã rút');
  });
});

describe('with an account', () => {
  const register = async (phone: string, personalId: string) => {
    const visitor = new PageVisitor(server);
    const answered = await visitor.send('/dang-ky?ve=/ho-so-cua-toi', '/dang-ky', {
      ...person,
      phone,
      personalId,
      signInName: '',
      password: 'một câu dễ nhớ của tôi',
    });
    expect(answered.location).toBe('/ho-so-cua-toi');
    return visitor;
  };

  test('the owner sees all of the dossier, a stranger with an account nothing', async () => {
    const owner = await register('0912000001', '001099000011');
    const draft = await begin(owner);
    expect((await owner.get(`${draft}/nguoi-nop`)).text).toContain('Trần Văn An');
    expect((await owner.get('/ho-so-cua-toi')).text).toContain('Đang viết dở');
    await fillIn(owner, draft);
    await owner.send(`${draft}/kiem-tra`, `${draft}/kiem-tra`, { declared: 'yes' });
    const list = await owner.get('/ho-so-cua-toi');
    const address = /href="(\/ho-so-cua-toi\/[0-9a-f-]{36})"/.exec(list.text)?.[1] ?? '';
    const page = await owner.get(address);
    expect(page.text).toContain('đã nộp hồ sơ trực tuyến');
    expect(page.text).toContain('Bạn được trả lời');
    const paper = new RegExp(`href="(${address}/giay-to/[0-9a-f-]{36})"`).exec(page.text)?.[1] ?? '';
    const downloaded = await owner.get(paper);
    expect(downloaded.headers.get('content-disposition')).toMatch(/^attachment;/);
    expect(downloaded.headers.get('content-security-policy')).toContain('sandbox');
    expect(downloaded.text).toContain('%PDF');

    const stranger = await register('0912000002', '001099000012');
    for (const path of [address, `${address}/rut`, paper, `${draft}/kiem-tra`]) {
      expect((await stranger.get(path)).status).toBe(404);
    }
    const csrf = stranger.cookies.get('motcua_form') ?? '';
    expect((await stranger.post(`${address}/rut`, { csrf, reason: '' })).status).toBe(404);
    expect((await new PageVisitor(server).get(address)).location).toMatch(/^\/dang-nhap\?ve=/);
  });

  test('one comes back to where one was, and never to another site', async () => {
    await register('0912000003', '001099000013');
    const visitor = new PageVisitor(server);
    const wrong = await visitor.send('/dang-nhap', '/dang-nhap', { signInName: '0912000003', password: 'sai' });
    expect(wrong.status).toBe(401);
    const sign = (back: string) =>
      new PageVisitor(server).send(`/dang-nhap`, '/dang-nhap', {
        signInName: '0912000003',
        password: 'một câu dễ nhớ của tôi',
        ve: back,
      });
    expect((await sign(`/nop-ho-so/${code}`)).location).toBe(`/nop-ho-so/${code}`);
    for (const elsewhere of ['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:1']) {
      expect((await sign(elsewhere)).location).toBe('/ho-so-cua-toi');
    }
  });

  test('signing out ends the session', async () => {
    const visitor = await register('0912000004', '001099000014');
    await visitor.send('/ho-so-cua-toi', '/dang-xuat');
    expect((await visitor.get('/ho-so-cua-toi')).location).toMatch(/^\/dang-nhap/);
  });
});
