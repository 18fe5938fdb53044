import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type App, createApp } from '#app.ts';
import { demoSignIns, loadDemoAccounts } from '#modules/people/index.ts';
import { stoppedClock } from '#platform/clock.ts';
import { openFileStore } from '#platform/file-store.ts';
import { createServer } from '#surfaces/web/server.ts';
import { openCity, submitter } from './city.ts';
import { moment } from './dossier-walk.ts';
import { freshDatabase } from './on-database.ts';
import { PageVisitor } from './page-visitor.ts';
import { sampleSubmission } from './sample-submission.ts';

const database = await freshDatabase();
const folder = mkdtempSync(join(tmpdir(), 'motcua-paper-pages-'));
const papersUrl = 'https://giayto.example.vn';
let app: App;
let server: ReturnType<typeof createServer>;
let apart: ReturnType<typeof createServer>;
let citizen: PageVisitor;
let caseId = '';
let paperId = '';
const clock = stoppedClock(moment('2021-11-05T09:00'));

beforeAll(async () => {
  const store = await openFileStore(folder);
  ({ app } = await openCity(database.db, store));
  await loadDemoAccounts(database.db, moment('2021-11-05T08:00'));
  const isReady = async () => true;
  server = createServer({ app, settings: { publicUrl: undefined }, isReady });
  const withOrigin = createApp({ db: database.db, files: store, clock, papersUrl });
  apart = createServer({ app: withOrigin, settings: { publicUrl: undefined }, isReady });
  citizen = await signedIn('cong.dan.1', server);
  const sample = await sampleSubmission(app, '1.001193', 'x-00007');
  const stored = await app.files.put(Buffer.from('%PDF-1.4\n1 0 obj\n%%EOF\n'));
  if (!stored.ok) throw new Error('refused');
  const session = citizen.cookies.get('motcua_session') ?? '';
  const actor = await app.people.findActorBySession(session);
  if (!actor) throw new Error('nobody');
  const done = await app.dossiers.submit(actor, {
    ...sample,
    answers: { ...sample.answers, birthProof: 'notice' },
    channel: 'online',
    papers: [{ documentId: 'birth-notice', fileName: 'giấy chứng sinh.pdf', ...stored.value }],
    onPaper: [],
    submitter,
    ownerAccountId: actor.accountId,
  });
  if (!done.ok) throw new Error(JSON.stringify(done.refusal));
  ({ caseId } = done.value);
  paperId = (await app.dossiers.page(actor, caseId))?.papers[0]?.id ?? '';
});
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

async function signedIn(signInName: string, on: ReturnType<typeof createServer>): Promise<PageVisitor> {
  const visitor = new PageVisitor(on as never);
  await visitor.send('/dang-nhap', '/dang-nhap', { signInName, password: demoSignIns().password });
  return visitor;
}

const ofPaper = () => `/ho-so-cua-toi/${caseId}/giay-to/${paperId}`;

describe('a paper goes out', () => {
  test('on the one origin with nothing it could run, guess or be taken for', async () => {
    const answer = await citizen.get(ofPaper());
    expect(answer.status).toBe(200);
    const header = (name: string) => answer.headers.get(name);
    expect(header('content-security-policy')).toMatch(/default-src 'none'; sandbox/);
    expect(header('x-content-type-options')).toBe('nosniff');
    expect(header('cross-origin-resource-policy')).toBe('same-origin');
    expect(header('content-disposition')).toBe(
      `attachment; filename*=UTF-8''${encodeURIComponent('giấy chứng sinh.pdf')}`,
    );
    expect(header('content-type')).toBe('application/pdf');
    expect((await citizen.get(`${ofPaper()}?xem=1`)).headers.get('content-disposition')).toMatch(/^inline/);
  });

  test('from an origin of its own, by a link without a cookie that lasts two minutes', async () => {
    const visitor = await signedIn('cong.dan.1', apart);
    const sent = await visitor.get(ofPaper());
    expect(sent.status).toBe(303);
    expect(sent.location.startsWith(`${papersUrl}/`)).toBe(true);
    const path = new URL(sent.location).pathname;
    const onPapers = (where: string) =>
      apart.request(`http://localhost${where}`, { headers: { host: 'giayto.example.vn' } });
    const file = await onPapers(path);
    expect(file.status).toBe(200);
    expect(file.headers.get('set-cookie')).toBeNull();
    expect(file.headers.get('content-security-policy')).toMatch(/sandbox/);
    expect((await file.text()).startsWith('%PDF')).toBe(true);
    clock.set(moment('2021-11-05T09:03'));
    expect((await onPapers(path)).status).toBe(404);
    clock.set(moment('2021-11-05T09:00'));
    // nothing else lives there, and the link means nothing to the pages
    for (const where of ['/', '/dang-nhap', '/api/procedures', '/healthz'])
      expect((await onPapers(where)).status, where).toBe(404);
    expect((await apart.request(`http://localhost${path}`)).status).toBe(404);
    const home = await apart.request('http://localhost/');
    expect(home.headers.get('content-security-policy')).toContain(`img-src 'self' data: ${papersUrl}`);
  });

  test('to nobody without a right to the dossier', async () => {
    const other = await signedIn('cong.dan.2', server);
    expect((await other.get(ofPaper())).status).toBe(404);
    expect((await new PageVisitor(server as never).get(ofPaper())).status).toBe(303);
  });
});

describe('my papers', () => {
  test('lists what I handed in, shows who may use it and who looked, and lets me withdraw', async () => {
    const list = await citizen.get('/ho-so-cua-toi/giay-to');
    const [, id = ''] = /\/ho-so-cua-toi\/giay-to\/([0-9a-f-]{36})/.exec(list.text) ?? [];
    const address = `/ho-so-cua-toi/giay-to/${id}`;
    expect((await citizen.get(address)).text).toContain('Chưa ai được dùng');

    const sample = await sampleSubmission(app, '1.001193', 'x-00007');
    const desk = await signedIn('motcua.congvi', server);
    const officer = await app.people.findActorBySession(desk.cookies.get('motcua_session') ?? '');
    const me = await app.people.findActorBySession(citizen.cookies.get('motcua_session') ?? '');
    if (!officer || !me) throw new Error('nobody');
    const done = await app.dossiers.submit(me, {
      ...sample,
      answers: { ...sample.answers, birthProof: 'notice' },
      channel: 'online',
      papers: [{ documentId: 'birth-notice', keptPaperId: id, fileName: '', sha256: '', sizeBytes: 0, mediaType: '' }],
      onPaper: [],
      submitter,
      ownerAccountId: me.accountId,
    });
    if (!done.ok) throw new Error(JSON.stringify(done.refusal));
    const page = await app.dossiers.page(officer, done.value.caseId);
    const file = `/lam-viec/ho-so/${done.value.caseId}/giay-to/${page?.papers[0]?.id}`;
    expect((await desk.get(file)).status).toBe(200);
    const seen = (await citizen.get(address)).text;
    expect(seen).toContain(officer.name);
    expect(seen).toContain('Rút sự đồng ý');
    expect((await citizen.send(address, `${address}/rut-dong-y`)).status).toBe(303);
    expect((await citizen.get(address)).text).not.toContain('rut-dong-y');
    const closed = await desk.get(file);
    expect(closed.status).toBe(403);
    expect(closed.text).toContain('Căn cứ pháp luật');
    expect((await desk.get(`${file}?can-cu=&ly-do=`)).status).toBe(422);
    expect(
      (await desk.get(`${file}?can-cu=${encodeURIComponent('Điều 16')}&ly-do=${encodeURIComponent('Đối chiếu')}`))
        .status,
    ).toBe(200);
    expect((await citizen.get(address)).text).toContain('Đối chiếu');
  });

  test('are for their owner alone', async () => {
    const list = await citizen.get('/ho-so-cua-toi/giay-to');
    const [, id = ''] = /\/ho-so-cua-toi\/giay-to\/([0-9a-f-]{36})/.exec(list.text) ?? [];
    const other = await signedIn('cong.dan.2', server);
    expect((await other.get(`/ho-so-cua-toi/giay-to/${id}`)).status).toBe(404);
    expect((await other.get(`/ho-so-cua-toi/giay-to/${id}/tep`)).status).toBe(404);
    expect((await citizen.get(`/ho-so-cua-toi/giay-to/${id}/tep`)).status).toBe(200);
    expect((await new PageVisitor(server as never).get('/ho-so-cua-toi/giay-to')).status).toBe(303);
  });
});
