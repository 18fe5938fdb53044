import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { App } from '#app.ts';
import type { Actor } from '#case-engine/rules/authority.ts';
import { loadActor, loadDemoAccounts } from '#modules/people/index.ts';
import { openFileStore } from '#platform/file-store.ts';
import { openMailer } from '#platform/mail.ts';
import { openCity } from '../../../tests/city.ts';
import { moment } from '../../../tests/dossier-walk.ts';
import { type MailServer, startMailServer } from '../../../tests/mail-server.ts';
import { freshDatabase } from '../../../tests/on-database.ts';
import { optionalTemplates } from './rules/check-preference.ts';

const database = await freshDatabase();
const { db } = database;
const folder = mkdtempSync(join(tmpdir(), 'motcua-officers-told-'));
const server: MailServer = await startMailServer();
const mailer = openMailer(server.url, 'Một Cửa Hà Nội <khong-tra-loi@motcua.example.vn>');
const publicUrl = 'https://motcua.example.vn';
let app: App;
let setClock: (at: string) => void;
type Officer = Actor & { readonly accountId: string };
let [office, director] = [] as Officer[];

async function must<T>(done: Promise<{ ok: true; value: T } | { ok: false; refusal: unknown }>): Promise<T> {
  const answer = await done;
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal));
  return answer.value;
}

async function actor(signInName: string): Promise<Officer> {
  const { rows } = await sql<{ id: string }>`select id from account where sign_in_name = ${signInName}`.execute(db);
  return (await loadActor(db, rows[0]?.id ?? '', moment('2021-10-05T08:00'))) as Officer;
}

beforeAll(async () => {
  const channels = { email: mailer };
  const city = await openCity(db, await openFileStore(folder), '2021-10-05T08:00', { channels, publicUrl });
  ({ app, setClock } = city);
  await loadDemoAccounts(db, moment('2021-10-05T08:00'));
  [office, director] = [await actor('tonghop.vanphong'), await actor('giamdoc.sotuphap')];
}, 60_000);
beforeEach(() => {
  server.mails.length = 0;
});
afterAll(async () => {
  mailer.close();
  await server.close();
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

async function round(): Promise<void> {
  await app.notices.derive();
  await app.notices.send();
}

async function giveTask(on = '2021-10-12'): Promise<string> {
  const source = { number: '5/TB', issuedOn: '2021-10-04', issuer: 'UBND', title: 'Kết luận', signatory: 'Chủ tịch' };
  const deadline = { on: Temporal.PlainDate.from(on) };
  const task = { paragraph: 'mục 1', quote: 'Giao Sở Tư pháp rà soát.', title: 'Rà soát thủ tục', product: 'Báo cáo' };
  const tasks = [{ ...task, leadUnitId: 'so-tu-phap', coUnits: [], answerable: 'Giám đốc', deadline }];
  const answers = await must(app.tasks.assign(office!, { giver: 'chair', source, secret: false, tasks }));
  return answers[0]!.caseId;
}

const subjects = async (officer: Officer) =>
  (await app.notices.ofOfficer(officer.accountId, 20)).map(({ written }) => written.subject.replace(/:.*/, ''));

/** The link of the mail is opened. */
async function proveAddress(officer: Officer, email: string): Promise<void> {
  const wish = { language: 'vi', channels: ['email'], email, wanted: optionalTemplates };
  await must(app.notices.choose(officer.accountId, wish));
  await round();
  const [, proofId = '', token = ''] = /xac-nhan\/([^/\s]+)\/(\S+)/.exec(server.mails.at(-1)?.parsed.text ?? '') ?? [];
  await must(app.notices.prove(proofId, token));
  server.mails.length = 0;
}

let first: string;

test('what comes to a post is told to its holder in the pages, and by no mail before an address is proved', async () => {
  setClock('2021-10-05T09:00');
  first = await giveTask();
  await round();
  expect(await subjects(director!)).toEqual(['Việc mới đến']);
  expect(server.mails).toEqual([]);
  const [told] = await app.notices.ofOfficer(director!.accountId, 1);
  expect(told?.follow).toBe(`/lam-viec/viec/${first}`);
  // the person of a case is told nothing by it
  expect(await app.notices.ofCase(first)).toEqual([]);
});

test('at a proved address each comes by mail too, once however often the round is made', async () => {
  await proveAddress(director!, 'giam-doc@example.vn');
  const caseId = await giveTask();
  await round();
  await round();
  expect(server.mails.map(({ parsed }) => parsed.to)).toMatchObject([{ value: [{ address: 'giam-doc@example.vn' }] }]);
  const text = server.mails[0]?.parsed.text ?? '';
  expect(text).toContain('Rà soát thủ tục');
  expect(text).toContain(`${publicUrl}/lam-viec/viec/${caseId}`);
});

test('whoever is reminded or urged is told, and whoever follows hears that work was handed in or more time is asked for', async () => {
  const move = (who: Officer, name: string, data: object) =>
    must(app.work.move(who, { caseId: first, move: name, data }));
  setClock('2021-10-06T09:00');
  await move(office!, 'urge', { note: 'Đề nghị báo cáo sớm', document: '12/VP' });
  await move(director!, 'acknowledge', {});
  await move(director!, 'request-extension', { newDueOn: '2021-10-20', reason: 'Khối lượng lớn' });
  await round();
  expect(server.mails.map(({ parsed }) => parsed.subject?.replace(/:.*/, ''))).toEqual(['Đôn đốc']);
  expect(server.mails[0]?.parsed.text).toContain('Đề nghị báo cáo sớm');
  expect(await subjects(office!)).toContain('Gia hạn');
  server.mails.length = 0;
  setClock('2021-10-13T09:00');
  await app.tasks.passTime();
  await round();
  expect(server.mails.map(({ parsed }) => parsed.subject?.replace(/:.*/, ''))).toContain('Nhắc hạn');
});

test('who switched mails off is told in the pages alone', async () => {
  const off = { language: 'vi', channels: [], email: 'giam-doc@example.vn', wanted: optionalTemplates };
  await must(app.notices.choose(director!.accountId, off));
  const before = (await subjects(director!)).length;
  await giveTask('2021-10-20');
  await round();
  expect(server.mails).toEqual([]);
  expect((await subjects(director!)).length).toBe(before + 1);
});

test('an officer is told of an entry once by each channel', async () => {
  const again = sql`
    insert into notice (id, case_id, seq, template, channel, language, account_id, facts, made_at, state, sent_at, for_officer)
    select gen_random_uuid(), case_id, seq, template, channel, language, account_id, facts, made_at, state, sent_at, true
    from notice where for_officer and channel = 'in-app' limit 1`;
  await expect(again.execute(db)).rejects.toThrow('notice_once');
});
