import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { App } from '#app.ts';
import { demoSignIns, loadDemoAccounts } from '#modules/people/index.ts';
import { openFileStore } from '#platform/file-store.ts';
import { webShell } from '#surfaces/web/web-shell.ts';
import { openCity } from '../../../tests/city.ts';
import { moment } from '../../../tests/dossier-walk.ts';
import { freshDatabase } from '../../../tests/on-database.ts';
import { sampleSubmission } from '../../../tests/sample-submission.ts';
import { workspaceRoutes } from './routes.ts';

const database = await freshDatabase();
const { db } = database;
const folder = mkdtempSync(join(tmpdir(), 'motcua-workspace-'));
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true });
});

const token = 'x'.repeat(43);
const sessions = new Map<string, string>();
let app: App;
let shell: ReturnType<typeof webShell>;

beforeAll(async () => {
  ({ app } = await openCity(db, await openFileStore(folder)));
  await loadDemoAccounts(db, moment('2021-11-05T08:00'));
  shell = webShell(app, workspaceRoutes(app));
});

/** Signed in as a demo account once, then by its session. */
async function cookieOf(who: string | null): Promise<string> {
  if (!who) return `motcua_form=${token}`;
  let session = sessions.get(who);
  if (!session) {
    const signedIn = await app.people.signIn(who, demoSignIns().password, 'test');
    if (!signedIn.ok) throw new Error(`${who}: ${signedIn.refusal.code}`);
    session = signedIn.value.token;
    sessions.set(who, session);
  }
  return `motcua_form=${token}; motcua_session=${session}`;
}

async function get(who: string | null, path: string) {
  return shell.request(`http://localhost${path}`, { headers: { cookie: await cookieOf(who) } });
}

async function post(who: string, path: string, fields: Record<string, string>) {
  return shell.request(`http://localhost${path}`, {
    method: 'POST',
    headers: {
      cookie: await cookieOf(who),
      origin: 'http://localhost',
      host: 'localhost',
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams({ csrf: token, ...fields }),
  });
}

const desk = 'motcua.congvi';
const actorOf = async (who: string) => {
  await cookieOf(who);
  const actor = await app.people.findActorBySession(sessions.get(who) ?? '');
  if (!actor) throw new Error(who);
  return actor;
};

async function received(ownerName = 'Trần Văn An'): Promise<string> {
  const submission = { ...(await sampleSubmission(app, '1.004873', 'x-00007')), ownerName };
  const done = await app.dossiers.receive(await actorOf(desk), submission);
  if (!done.ok) throw new Error(JSON.stringify(done.refusal));
  return done.value.caseId;
}

async function waiting(): Promise<string> {
  const { onPaper: _, ...submission } = await sampleSubmission(app, '1.004873', 'x-00007');
  const citizen = { kind: 'citizen', accountId: null, name: 'Trần Văn An', posts: [] } as const;
  const done = await app.dossiers.submit(citizen, { ...submission, channel: 'online' });
  if (!done.ok) throw new Error(JSON.stringify(done.refusal));
  return done.value.caseId;
}

const entriesOf = async (caseId: string): Promise<number> => {
  const { rows } = await sql<{ entries: number }>`select entries from cases where id = ${caseId}::uuid`.execute(db);
  return rows[0]?.entries ?? 0;
};

describe('who may look', () => {
  test('nobody signed in is led to the sign-in and back', async () => {
    const answer = await get(null, '/lam-viec?nhom=overdue');
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe('/dang-nhap?ve=%2Flam-viec%3Fnhom%3Doverdue');
  });

  test('a citizen finds nothing here', async () => {
    expect((await get('cong.dan.1', '/lam-viec')).status).toBe(404);
  });

  test('an officer of another unit gets the same 404 for a dossier as for none at all', async () => {
    const caseId = await received();
    for (const rest of ['', '/forward', '/ban-in/01929d3e-0000-7000-8000-000000000001.pdf']) {
      expect((await get('quanlydothi.badinh', `/lam-viec/ho-so/${caseId}${rest}`)).status, rest).toBe(404);
    }
    expect((await post('quanlydothi.badinh', `/lam-viec/ho-so/${caseId}/forward`, { note: '' })).status).toBe(404);
    expect((await get(desk, '/lam-viec/ho-so/01929d3e-0000-7000-8000-000000000001')).status).toBe(404);
    expect((await get(desk, '/lam-viec/ho-so/khong-phai-ma')).status).toBe(404);
    expect(await entriesOf(caseId)).toBe(2);
  });

  test('outside one’s own work a reason is asked for first, and logged', async () => {
    const caseId = await received();
    const asked = await get('chutich.badinh', `/lam-viec/ho-so/${caseId}`);
    expect(asked.status).toBe(200);
    expect(await asked.text()).toContain('Vì sao bạn xem hồ sơ này?');
    expect((await get('chutich.badinh', `/lam-viec/ho-so/${caseId}/urge`)).status).toBe(303);

    const empty = await post('chutich.badinh', `/lam-viec/ho-so/${caseId}/ly-do-xem`, { reason: ' ' });
    expect(empty.status).toBe(422);
    const given = await post('chutich.badinh', `/lam-viec/ho-so/${caseId}/ly-do-xem`, { reason: 'Kiểm tra đơn 12' });
    expect(given.status).toBe(303);
    const shown = await (await get('chutich.badinh', `/lam-viec/ho-so/${caseId}`)).text();
    expect(shown).toContain('Tờ khai');
    const { rows } = await sql<{ reason: string }>`
      select reason from reading_log where case_id = ${caseId}::uuid`.execute(db);
    expect(rows).toEqual([{ reason: 'Kiểm tra đơn 12' }]);
  });
});

describe('the list of work', () => {
  test('shows whose, which, and what remains in words, and its address carries the filters', async () => {
    await received('Đặng Thị Ngọc');
    const shown = await (await get(desk, '/lam-viec?q=dang+thi+ngoc')).text();
    expect(shown).toContain('Đặng Thị Ngọc');
    expect(shown).toContain('còn 3 ngày làm việc');
    expect(shown).toContain('/lam-viec?nhom=overdue&amp;q=dang+thi+ngoc');
    expect(await (await get(desk, '/lam-viec?q=khong+ai+ca')).text()).toContain('Không có hồ sơ nào khớp');
    expect(await (await get('motcua.badinh', '/lam-viec?q=dang+thi+ngoc')).text()).not.toContain('Đặng Thị Ngọc');
  });

  test('is downloaded as it is seen, and a name that looks like a formula is text', async () => {
    await received('=HYPERLINK("x"), An');
    const answer = await get(desk, '/lam-viec/danh-sach.csv?q=hyperlink');
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const lines = Buffer.from(await answer.arrayBuffer())
      .toString('utf8')
      .split('\r\n');
    expect(lines[0]?.startsWith('\uFEFFMã hồ sơ,')).toBe(true);
    expect(lines).toHaveLength(3);
    expect(lines[1]).toContain(`,"'=HYPERLINK(""x""), An",`);
  });

  test('goes on where the page before ended', async () => {
    for (let i = 0; i < 27; i++) await received(`Người thứ ${i}`);
    const first = await (await get(desk, '/lam-viec?q=nguoi+thu')).text();
    const next = /href="([^"]*sau=[^"]*)"/.exec(first)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const second = await (await get(desk, next)).text();
    const namesOn = (html: string) => new Set(html.match(/Người thứ \d+/g));
    expect(namesOn(first).size).toBe(25);
    expect(namesOn(second).size).toBe(2);
    expect(namesOn(first).isDisjointFrom(namesOn(second))).toBe(true);
  });
});

describe('moves', () => {
  test('each is a page with its consequence said first', async () => {
    const caseId = await received();
    const shown = await (await get(desk, `/lam-viec/ho-so/${caseId}/forward`)).text();
    expect(shown).toMatch(/→ .*còn 3 ngày làm việc\./);
  });

  test('acceptance says limit and due day before, gives the code after', async () => {
    const caseId = await waiting();
    const before = await (await get(desk, `/lam-viec/ho-so/${caseId}`)).text();
    expect(before).toContain('03 ngày làm việc');
    expect(before).toContain('thứ Tư 10/11/2021');
    const seen = /name="seen" value="(\d+)"/.exec(before)?.[1] ?? '';
    const done = await post(desk, `/lam-viec/ho-so/${caseId}/accept`, { seen, key: 'accept-key-1' });
    expect(done.headers.get('location')).toBe(`/lam-viec/ho-so/${caseId}?da-lam=accept`);
    const again = await post(desk, `/lam-viec/ho-so/${caseId}/accept`, { seen, key: 'accept-key-1' });
    expect(again.status).toBe(303);
    expect(await entriesOf(caseId)).toBe(2);
    const after = await (await get(desk, done.headers.get('location') ?? '')).text();
    expect(after).toMatch(/big-code">000\.04\.31\.H26-211105-\d{4}/);
    expect(after).toContain('/phieu/01');
  });

  test('a supplement needs reason and clause, rows are added without script, and nothing typed is lost', async () => {
    const caseId = await waiting();
    const path = `/lam-viec/ho-so/${caseId}/ask-supplement`;
    const typed = { 'items.0.what': 'Bản chính quyết định ly hôn', rows: '3' };
    const more = await (await post(desk, path, { ...typed, go: 'more' })).text();
    expect(more).toContain('Bản chính quyết định ly hôn');
    expect(more).toContain('name="items.3.what"');
    const wrong = await post(desk, path, typed);
    expect(wrong.status).toBe(422);
    const html = await wrong.text();
    expect(html).toContain('Bản chính quyết định ly hôn');
    expect(html).toContain('href="#f-items.0.reason"');
    expect(html).toContain('href="#f-items.0.clause"');
    const right = { ...typed, 'items.0.reason': 'Thiếu', 'items.0.clause': 'Điều 22 NĐ 123/2015' };
    expect((await post(desk, path, right)).status).toBe(303);
    expect(await (await get(desk, `/lam-viec/ho-so/${caseId}`)).text()).toContain('Chờ công dân bổ sung');
  });

  test('papers of a supplement are handed in at the desk; a program in disguise is refused at its field', async () => {
    const caseId = await waiting();
    const item = { 'items.0.what': 'Bản án ly hôn', 'items.0.reason': 'Thiếu', 'items.0.clause': 'Điều 22' };
    await post(desk, `/lam-viec/ho-so/${caseId}/ask-supplement`, item);
    const hand = async (content: string) => {
      const body = new FormData();
      body.set('csrf', token);
      body.set('note', 'đã đối chiếu');
      body.set('answer-0', new File([content], 'ban-an.pdf'));
      const headers = { cookie: await cookieOf(desk), origin: 'http://localhost', host: 'localhost' };
      const path = `http://localhost/lam-viec/ho-so/${caseId}/answer-supplement`;
      return shell.request(path, { method: 'POST', headers, body });
    };
    const refusedFile = await hand('MZ\u0090 this is a program');
    expect(refusedFile.status).toBe(422);
    const html = await refusedFile.text();
    expect(html).toContain('href="#f-answer-0"');
    expect(html).toContain('đã đối chiếu');
    expect((await hand('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF')).status).toBe(303);
    const page = await (await get(desk, `/lam-viec/ho-so/${caseId}`)).text();
    expect(page).toContain('Bổ sung theo yêu cầu, mục 1');
    const link = /href="([^"]*giay-to[^"]*)"/.exec(page)?.[1] ?? '';
    const file = await get(desk, link);
    expect(file.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''ban-an.pdf");
    expect((await get('quanlydothi.badinh', link)).status).toBe(404);
  });

  test('a form opened before another’s move comes back with what was typed and what happened meanwhile', async () => {
    const caseId = await received();
    await post(desk, `/lam-viec/ho-so/${caseId}/urge`, { note: 'Làm sớm', seen: '2' });
    const stale = await post(desk, `/lam-viec/ho-so/${caseId}/forward`, { note: 'kèm hai bản chính', seen: '2' });
    expect(stale.status).toBe(409);
    const html = await stale.text();
    expect(html).toContain('kèm hai bản chính');
    expect(html).toContain('đã đôn đốc');
    expect(html).toContain('name="seen" value="3"');
    expect(await entriesOf(caseId)).toBe(3);
  });

  test('a move that is not open says why in words', async () => {
    const caseId = await received();
    const answer = await get(desk, `/lam-viec/ho-so/${caseId}/return-result`);
    expect(answer.status).toBe(409);
    expect(await answer.text()).toContain('Không thể “Trả kết quả”');
  });

  test('a dossier is worked through to its result from the pages alone', async () => {
    const caseId = await received();
    const make = async (who: string, move: string, fields: Record<string, string> = {}) => {
      const answer = await post(who, `/lam-viec/ho-so/${caseId}/${move}`, fields);
      const why = answer.status === 303 ? '' : (await answer.text()).match(/role="alert"[\s\S]{0,900}/)?.[0];
      expect(answer.status, `${move}: ${why}`).toBe(303);
    };
    const handler = await actorOf('hotich2.congvi');
    await make(desk, 'forward', { note: 'kèm bản chính' });
    await make('hotich.congvi', 'take-over');
    const toHandler = await (await get('chutich.congvi', `/lam-viec/ho-so/${caseId}/assign`)).text();
    expect(toHandler).toContain(handler.name);
    await make('chutich.congvi', 'assign', { accountId: handler.accountId ?? '' });
    await make('hotich2.congvi', 'propose', { outcome: 'grant', summary: 'Đủ điều kiện' });
    const toSign = await (await get('chutich.congvi', `/lam-viec/ho-so/${caseId}/sign`)).text();
    expect(toSign).toContain('Đủ điều kiện');
    await make('chutich.congvi', 'sign', {});
    const state = async () => (await app.dossiers.page(await actorOf(desk), caseId))?.state.state;
    if ((await state()) === 'in-process') {
      const open =
        (await app.dossiers.page(await actorOf('vanthu.congvi'), caseId))?.moves.map(({ move }) => move) ?? [];
      if (open.includes('take-over')) await make('vanthu.congvi', 'take-over');
      await make('vanthu.congvi', 'issue', { number: '15/UBND-XNTTHN' });
    }
    expect(await state()).toBe('settled');
    await make(desk, 'return-result', { receivedBy: 'Trần Văn An', method: 'desk' });
    expect(await state()).toBe('returned');
  });
});

describe('an absent colleague', () => {
  test('has the work handed over by the head, each dossier with its own entry', async () => {
    const [absent, present] = [await actorOf('hotich2.congvi'), await actorOf('hotich.congvi')];
    const caseId = await received('Việc bàn giao');
    await app.dossiers.move(await actorOf(desk), { caseId, move: 'forward', data: {} });
    await app.dossiers.move(present, { caseId, move: 'take-over', data: {} });
    const data = { accountId: absent.accountId };
    const assigned = await app.dossiers.move(await actorOf('chutich.congvi'), { caseId, move: 'assign', data });
    expect(assigned.ok).toBe(true);
    expect((await get('hotich.congvi', '/lam-viec/dong-nghiep')).status).toBe(404);
    const list = await (await get('chutich.congvi', `/lam-viec/dong-nghiep?cua=${absent.accountId}`)).text();
    expect(list).toContain('Việc bàn giao');
    const given = { cua: absent.accountId ?? '', case: caseId, accountId: present.accountId ?? '' };
    const wrong = await post('chutich.congvi', '/lam-viec/dong-nghiep', given);
    expect(wrong.status).toBe(422);
    const done = await post('chutich.congvi', '/lam-viec/dong-nghiep', { ...given, reason: 'Nghỉ phép' });
    const why = (await done.clone().text()).match(/role="alert"[\s\S]{0,700}/)?.[0];
    expect(done.status, why).toBe(303);
    expect((await app.dossiers.page(present, caseId))?.state.holder?.accountId).toBe(present.accountId);
  });
});

describe('desk intake', () => {
  const path = '/lam-viec/tiep-nhan';
  const card = '001099000001||Trần Văn An|05031999|Nam|12 Đội Cấn, Ba Đình|20062021';
  const shownOn = (html: string) => /name="shown" value="([^"]*)"/.exec(html)?.[1] ?? '';

  test('is for desks only, and offers what the agency receives', async () => {
    expect((await get('quanlydothi.badinh', path)).status).toBe(404);
    const html = await (await get(desk, path)).text();
    expect(html).toContain('1.004873');
    expect(html).not.toContain('1.009994');
  });

  test('a scanned card fills in the person, and the person fills in the form', async () => {
    const first = await (await post(desk, path, { 'thu-tuc': '1.004873', card, go: 'card' })).text();
    expect(first).toContain('value="Trần Văn An"');
    expect(first).toContain('value="12 Đội Cấn, Ba Đình"');
    expect(first).toContain('name="party-bornOn" value="05/03/1999"');
    const copied = await (
      await post(desk, path, {
        'thu-tuc': '1.004873',
        'party-name': 'Trần Văn An',
        'party-personalId': '001099000001',
        'party-bornOn': '05/03/1999',
        go: 'copy-person',
      })
    ).text();
    expect(copied).toMatch(/name="q-subjectName"[^>]*value="Trần Văn An"/);
    expect(copied).toMatch(/name="q-subjectBornOn"[^>]*value="05\/03\/1999"/);
    const wrong = await post(desk, path, { 'thu-tuc': '1.004873', card: 'xyz', go: 'card' });
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain('value="xyz"');
  });

  test('says at each field what is missing, keeps what was entered, and accepts when it is right', async () => {
    const procedure = await app.procedures.inForce('1.004873');
    const sample = await sampleSubmission(app, '1.004873', 'x-00007');
    const answers = Object.fromEntries(Object.entries(sample.answers).map(([id, value]) => [`q-${id}`, `${value}`]));
    const whole: Record<string, string> = {
      'thu-tuc': procedure?.definition.code ?? '',
      'party-name': 'Lê Thị Bình',
      'party-personalId': '001099000001',
      'party-address': '12 Đội Cấn',
      ...answers,
      go: 'refresh',
      key: 'intake-key-1',
    };
    const fresh = await (await post(desk, path, whole)).text();
    const ready = { ...whole, go: 'accept', shown: shownOn(fresh) };
    const wrong = await post(desk, path, { ...ready, 'party-personalId': '12', 'q-subjectBornOn': '01/01/2030' });
    expect(wrong.status).toBe(422);
    const html = await wrong.text();
    expect(html).toContain('href="#f-party-personalId"');
    expect(html).toContain('href="#f-q-subjectBornOn"');
    expect(html).toContain('value="Lê Thị Bình"');

    const done = await post(desk, path, ready);
    expect(done.status, (await done.clone().text()).match(/role="alert"[\s\S]{0,900}/)?.[0]).toBe(303);
    const again = await post(desk, path, ready);
    expect(again.headers.get('location')).toBe(done.headers.get('location'));
    const page = await (await get(desk, done.headers.get('location') ?? '')).text();
    expect(page).toMatch(/big-code">000\.04\.31\.H26-211105-\d{4}/);
    expect(page).toContain('thứ Tư 10/11/2021');
  });

  test('by post, needs the moment of the signed hand-over, and the clock starts there', async () => {
    const sample = await sampleSubmission(app, '1.004873', 'x-00007');
    const answers = Object.fromEntries(Object.entries(sample.answers).map(([id, value]) => [`q-${id}`, `${value}`]));
    const whole: Record<string, string> = {
      'thu-tuc': '1.004873',
      'party-name': 'Lê Thị Bình',
      'party-personalId': '001099000001',
      'party-address': '12 Đội Cấn',
      ...answers,
      channel: 'post',
      go: 'refresh',
    };
    const ready = { ...whole, go: 'accept', shown: shownOn(await (await post(desk, path, whole)).text()) };
    const wrong = await post(desk, path, ready);
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain('href="#f-handed-on"');
    const future = await post(desk, path, { ...ready, 'handed-on': '05/11/2021', 'handed-at': '16:00' });
    expect(future.status).toBe(422);
    const done = await post(desk, path, { ...ready, 'handed-on': '04/11/2021', 'handed-at': '09:30' });
    const page = await (await get(desk, done.headers.get('location') ?? '')).text();
    expect(page).toContain('thứ Ba 09/11/2021');
  });
});
