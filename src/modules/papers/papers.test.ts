import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type App, createApp } from '#app.ts';
import type { Actor } from '#case-engine/rules/authority.ts';
import type { DossierSubmission } from '#modules/dossiers/index.ts';
import { loadDemoAccounts } from '#modules/people/index.ts';
import { stoppedClock } from '#platform/clock.ts';
import { type FileStore, openFileStore } from '#platform/file-store.ts';
import { clamScanner } from '#platform/virus-scanner.ts';
import { openCity, submitter, ward } from '../../../tests/city.ts';
import { eicar, startClamd } from '../../../tests/clamd.ts';
import { moment } from '../../../tests/dossier-walk.ts';
import { freshDatabase } from '../../../tests/on-database.ts';
import { sampleSubmission } from '../../../tests/sample-submission.ts';
import { keepPaper, keptFiles, leastSweepDays, sweepFiles } from './index.ts';

const database = await freshDatabase();
const { db } = database;
const folder = mkdtempSync(join(tmpdir(), 'motcua-papers-'));
let store: FileStore;
let app: App;
let setClock: (at: string) => void;
let may: Actor;
let tung: Actor;
const officer: Actor = ward.desk;

beforeAll(async () => {
  store = await openFileStore(folder);
  ({ app, setClock } = await openCity(db, store));
  await loadDemoAccounts(db, moment('2021-11-05T08:00'));
  may = await citizen('cong.dan.1');
  tung = await citizen('cong.dan.2');
});
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

async function citizen(signInName: string): Promise<Actor> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from account where sign_in_name = ${signInName}`.execute(db);
  const row = rows[0];
  if (!row) throw new Error(signInName);
  return { kind: 'citizen', accountId: row.id, name: row.name, posts: [] };
}

let count = 0;
const pdf = (text = String(count++)) => Buffer.from(`%PDF-1.4\n${text}\n%%EOF\n`);

async function upload(text?: string) {
  const stored = await app.files.put(pdf(text));
  if (!stored.ok) throw new Error(stored.refusal.code);
  return { fileName: 'giay-chung-sinh.pdf', ...stored.value };
}

/** A birth registration whose birth notice is this file, or that kept paper. */
async function birth(
  who: Actor,
  notice: Omit<DossierSubmission['papers'][number], 'documentId'>,
  over: Partial<DossierSubmission> = {},
) {
  const sample = await sampleSubmission(app, '1.001193', 'x-00007');
  const online = who.kind === 'citizen';
  const others = (sample.onPaper ?? []).map(String).filter((id) => id !== 'birth-notice');
  const submission: DossierSubmission = {
    ...sample,
    answers: { ...sample.answers, birthProof: 'notice' },
    channel: online ? 'online' : 'desk',
    papers: [{ documentId: 'birth-notice', ...notice }],
    onPaper: online ? [] : others,
    submitter: { ...submitter, personalId: '001190000001', name: 'Trần Thị Mây' },
    ownerAccountId: who.accountId,
    ...over,
  };
  return online
    ? app.dossiers.submit(who, submission)
    : app.dossiers.receive(who, { ...submission, ownerAccountId: null });
}

async function filed(who: Actor, notice: Omit<DossierSubmission['papers'][number], 'documentId'>, over = {}) {
  const done = await birth(who, notice, over);
  if (!done.ok) throw new Error(JSON.stringify(done.refusal));
  return done.value.caseId;
}

const none = { fileName: '', sha256: '', sizeBytes: 0, mediaType: '' };
const accountOf = (actor: Actor) => actor.accountId ?? '';

describe('a paper handed in', () => {
  test('is kept for whoever handed it in, and used again for another dossier without a copy', async () => {
    const file = await upload();
    const first = await filed(may, file);
    const [kept] = await app.papers.usable(accountOf(may));
    expect(kept).toMatchObject({ documentCode: 'birth-notice', kind: 'handed-in', fromCaseId: first });
    const second = await filed(may, { ...none, keptPaperId: kept?.id ?? '' });
    const page = await app.dossiers.page(may, second);
    expect(page?.papers[0]).toMatchObject({ sha256: file.sha256, reused: true, keptPaperId: kept?.id });
    const { rows } = await sql`select from blob where sha256 = ${file.sha256}`.execute(db);
    expect(rows.length).toBe(1);
    // used again, it is not kept a second time
    expect((await app.papers.usable(accountOf(may))).filter(({ sha256 }) => sha256 === file.sha256)).toHaveLength(1);
  });

  test('cannot be used by another person, whatever number they write', async () => {
    await filed(may, await upload());
    const [kept] = await app.papers.usable(accountOf(may));
    const notice = { ...none, keptPaperId: kept?.id ?? '' };
    for (const who of [tung, { ...tung, accountId: null }]) {
      const done = await birth(who, notice);
      expect(done.ok ? '' : done.refusal.code).toBe('kept-paper-not-found');
    }
  });

  test('by a visitor without an account, under somebody’s number, comes into nobody’s papers', async () => {
    const before = (await app.papers.usable(accountOf(may))).length;
    await filed({ kind: 'citizen', accountId: null, name: 'Ai đó', posts: [] }, await upload());
    expect((await app.papers.usable(accountOf(may))).length).toBe(before);
  });

  test('for one document does not stand for another', async () => {
    await filed(may, await upload());
    const [kept] = await app.papers.usable(accountOf(may));
    const papers = [
      { documentId: 'birth-notice', ...(await upload()) },
      { documentId: 'pledge', ...none, keptPaperId: kept?.id ?? '' },
    ];
    const done = await birth(may, none, { papers });
    expect(done.ok ? '' : done.refusal.code).toBe('kept-paper-other-document');
  });

  test('that has expired or was revoked is not taken again', async () => {
    const caseId = await filed(may, await upload());
    const { sha256 } = await upload();
    const id = await app.papers.keep({
      ownerPersonalId: '001190000001',
      kind: 'result',
      documentCode: 'birth-notice',
      name: { vi: 'Giấy chứng sinh', en: 'Birth notice' },
      fileName: 'a.pdf',
      sha256,
      fromCaseId: caseId,
      keptOn: Temporal.PlainDate.from('2021-11-01'),
      validUntil: Temporal.PlainDate.from('2021-11-05'),
    });
    setClock('2021-11-05T16:00');
    expect((await birth(may, { ...none, keptPaperId: id })).ok).toBe(true);
    setClock('2021-11-06T09:00');
    const late = await birth(may, { ...none, keptPaperId: id });
    expect(late.ok ? '' : late.refusal.code).toBe('kept-paper-expired');
    setClock('2021-11-05T09:00');
    await app.papers.end(id, 'Thu hồi theo Quyết định 12/QĐ-UBND');
    const revoked = await birth(may, { ...none, keptPaperId: id });
    expect(revoked.ok ? '' : revoked.refusal.code).toBe('kept-paper-expired');
  });

  test('at the desk belongs to the number on the card, and the account sees it once its person was proven', async () => {
    const registered = await app.people.registerCitizen({
      name: 'Lê Thị Hoa',
      personalId: '001185000077',
      phone: '0912777001',
      password: 'mật khẩu rất dài 2021',
      address: '127.0.0.1',
    });
    if (!registered.ok) throw new Error(registered.refusal.code);
    const { accountId, signInName } = registered.value;
    const hoa = { ...submitter, name: 'Lê Thị Hoa', personalId: '001185000077' };
    await filed(officer, await upload(), { submitter: hoa });
    expect((await app.papers.own(accountId)).kept).toEqual([]);
    const wrong = await app.people.proveIdentity(officer, { signInName, personalId: '001185000078', seen: 'CCCD' });
    expect(wrong.ok ? '' : wrong.refusal.code).toBe('identity-not-matching');
    const stranger = await app.people.proveIdentity(may, { signInName, personalId: '001185000077', seen: 'CCCD' });
    expect(stranger.ok ? '' : stranger.refusal.code).toBe('identity-not-yours');
    const mayProve = { ...officer, accountId: null };
    expect(
      (await app.people.proveIdentity(mayProve, { signInName, personalId: '001185000077', seen: 'CCCD' })).ok,
    ).toBe(true);
    expect((await app.papers.own(accountId)).kept).toHaveLength(1);
  });
});

describe('consent', () => {
  test('is given by choosing, for that dossier; withdrawn, the paper opens only by a clause of law and for a reason', async () => {
    await filed(may, await upload());
    const [kept] = await app.papers.usable(accountOf(may));
    const caseId = await filed(may, { ...none, keptPaperId: kept?.id ?? '' });
    const page = await app.dossiers.page(officer, caseId);
    const wanted = { caseId, paperId: page?.papers[0]?.id ?? '' };
    expect((await app.dossiers.openPaper(officer, wanted)).ok).toBe(true);

    const vault = await app.papers.own(accountOf(may));
    const consent = vault.consents.find((each) => each.caseId === caseId);
    expect(consent).toMatchObject({ unitId: 'x-00007', atDesk: false, withdrawnAt: null });
    const stolen = await app.papers.withdrawConsent(accountOf(tung), consent?.id ?? '');
    expect(stolen.ok ? '' : stolen.refusal.code).toBe('consent-not-found');
    expect((await app.papers.withdrawConsent(accountOf(may), consent?.id ?? '')).ok).toBe(true);
    expect((await app.papers.withdrawConsent(accountOf(may), consent?.id ?? '')).ok).toBe(false);

    const refused = await app.dossiers.openPaper(officer, wanted);
    expect(refused.ok ? '' : refused.refusal.code).toBe('consent-withdrawn');
    expect((await app.dossiers.openPaper(may, wanted)).ok).toBe(true);
    const law = { clause: 'Điều 15 Nghị định 123/2015/NĐ-CP', reason: 'Đối chiếu khi ký' };
    expect((await app.dossiers.openPaper(officer, { ...wanted, ...law })).ok).toBe(true);

    const { looks } = await app.papers.own(accountOf(may));
    const ofCase = looks.filter((look) => look.caseId === caseId);
    expect(ofCase.map(({ act, basis, name }) => [act, basis, name])).toEqual([
      ['opened', 'law', officer.name],
      ['opened', 'consent', officer.name],
      ['used', 'owner', may.name],
    ]);
    expect(ofCase[0]).toMatchObject(law);
  });

  test('is asked for at the desk before the officer sees or uses anything', async () => {
    await filed(may, await upload());
    const look = { personalId: '001190000001', agencyId: 'x-00007' };
    for (const basis of [{}, { basis: 'law' }, { basis: 'law', clause: 'Điều 5' }]) {
      const looked = await app.papers.look(officer, { ...look, ...basis });
      expect(looked.ok ? '' : looked.refusal.code).toBe('vault-basis-missing');
    }
    for (const stranger of [ward.neighbour, ward.handler, may]) {
      const looked = await app.papers.look(stranger, { ...look, basis: 'consent' });
      expect(looked.ok ? '' : looked.refusal.code).toBe('vault-not-yours');
    }
    const looked = await app.papers.look(officer, { ...look, basis: 'consent' });
    const kept = looked.ok ? looked.value[0] : undefined;
    expect(kept).toBeDefined();
    const notice = { ...none, keptPaperId: kept?.id ?? '' };
    const silent = await birth(officer, notice);
    expect(silent.ok ? '' : silent.refusal.code).toBe('vault-basis-missing');
    const caseId = await filed(officer, notice, { reuse: { basis: 'consent' } });
    const { consents, looks } = await app.papers.own(accountOf(may));
    expect(consents.find((each) => each.caseId === caseId)).toMatchObject({
      atDesk: true,
      givenByName: 'Trần Thị Mây',
    });
    expect(looks.map(({ act }) => act)).toContain('listed');
  });

  test('what was written is never changed', async () => {
    for (const table of ['paper_consent', 'paper_access', 'kept_paper', 'paper_hand_in']) {
      await expect(sql`delete from ${sql.table(table)}`.execute(db)).rejects.toThrow(/append-only/);
    }
  });
});

describe('on the table of the desk', () => {
  const onTable = async (form: string, copies?: number) => {
    const sample = await sampleSubmission(app, '2.001263', 'x-00007');
    const others = (sample.onPaper ?? []).filter((id) => id !== 'marital-status');
    const paper = { documentId: 'marital-status', form, compared: true, ...(copies ? { copies } : {}) };
    return app.dossiers.receive(officer, {
      ...sample,
      onPaper: [...others, 'judicial-record', paper] as DossierSubmission['onPaper'] & object,
    });
  };

  test('an original kept to be returned must be given back with the result', async () => {
    const done = await onTable('original-to-return');
    if (!done.ok) throw new Error(JSON.stringify(done.refusal));
    const { caseId } = done.value;
    const page = await app.dossiers.page(officer, caseId);
    expect(page?.handIns.find(({ documentId }) => documentId === 'marital-status')).toMatchObject({
      form: 'original-to-return',
      comparedByName: officer.name,
    });
    expect(page?.state.facts.originals).toMatchObject([{ documentId: 'marital-status', copies: 1 }]);
  });

  test('a form that is worth less than what is asked for is not taken, nor fewer than are asked for', async () => {
    for (const form of ['photocopy', 'copy', 'certified-copy', 'original-shown']) {
      const done = await onTable(form);
      expect(done.ok ? form : done.refusal.code).toBe('paper-form-wrong');
    }
  });

  test('the desk signs off an electronic copy once; nobody else does', async () => {
    const caseId = await filed(officer, { ...(await upload()), compared: true });
    const page = await app.dossiers.page(officer, caseId);
    expect(page?.papers[0]?.digitised).toMatchObject({ byName: officer.name });
    const again = await app.dossiers.digitise(officer, { caseId, paperId: page?.papers[0]?.id ?? '', name: 'x' });
    expect(again.ok ? '' : again.refusal.code).toBe('digitisation-done');
    const other = await filed(officer, await upload());
    const paperId = (await app.dossiers.page(officer, other))?.papers[0]?.id ?? '';
    const handler = await app.dossiers.digitise(ward.handler, { caseId: other, paperId, name: 'Giấy chứng sinh' });
    expect(handler.ok ? '' : handler.refusal.code).toBe('digitisation-not-yours');
    const nameless = await app.dossiers.digitise(officer, { caseId: other, paperId, name: ' ' });
    expect(nameless.ok ? '' : nameless.refusal.code).toBe('digitisation-name-missing');
    expect((await app.dossiers.digitise(officer, { caseId: other, paperId, name: 'Giấy chứng sinh' })).ok).toBe(true);
  });
});

describe('contents', () => {
  const old = (sha256: string) =>
    sql`update blob set offered_at = now() - interval '40 days' where sha256 = ${sha256}`.execute(db);

  test('two uploads of the same bytes at once are one content', async () => {
    const content = pdf('cùng một tệp');
    const stored = await Promise.all(Array.from({ length: 12 }, () => app.files.put(content)));
    const hashes = new Set(stored.map((each) => (each.ok ? each.value.sha256 : each.refusal.code)));
    expect(hashes.size).toBe(1);
    const [sha256 = ''] = hashes;
    expect(Buffer.compare(await buffer((await app.files.open(sha256)).stream), content)).toBe(0);
  });

  test('a content any dossier, draft or kept paper uses is always readable, whatever is swept', async () => {
    type Step = 'upload' | 'again' | 'file' | 'draft' | 'keep' | 'sweep' | 'age';
    const steps = fc.array(fc.constantFrom<Step>('upload', 'again', 'file', 'draft', 'keep', 'sweep', 'age'), {
      minLength: 5,
      maxLength: 14,
    });
    const procedure = await app.procedures.inForce('1.001193');
    await fc.assert(
      fc.asyncProperty(steps, async (way) => {
        const contents: Buffer[] = [];
        const used = new Map<string, Buffer>();
        let last: Awaited<ReturnType<typeof upload>> | undefined;
        for (const step of way) {
          if (step === 'upload' || !last) {
            const text = `tệp ${count++}`;
            contents.push(pdf(text));
            last = await upload(text);
          }
          const content = contents.at(-1) ?? Buffer.alloc(0);
          if (step === 'again') await app.files.put(content);
          if (step === 'age') await old(last.sha256);
          if (step === 'sweep') await sweepFiles(db, app.files, { days: leastSweepDays, act: true });
          if (step === 'file' || step === 'keep') {
            const done = await birth(step === 'file' ? tung : officer, last);
            if (done.ok) used.set(last.sha256, content);
            else expect(done.refusal.code).toBe('paper-file-gone');
          }
          if (step === 'draft') {
            const { draftId } = await app.drafts.start(procedure?.id ?? 0, null);
            await app.drafts.save(draftId, { papers: [{ documentId: 'birth-notice', ...last }] });
            const { rows } = await sql`select from blob where sha256 = ${last.sha256}`.execute(db);
            if (rows.length > 0) used.set(last.sha256, content);
          }
          for (const [sha256, bytes] of used) {
            expect(Buffer.compare(await buffer((await app.files.open(sha256)).stream), bytes)).toBe(0);
          }
        }
      }),
      { numRuns: 25 },
    );
  });

  test('one nobody used goes with its bytes, comes back when uploaded again, and a look alone takes nothing', async () => {
    const content = pdf('không ai dùng');
    const stored = await app.files.put(content);
    if (!stored.ok) throw new Error('refused');
    const { sha256 } = stored.value;
    expect((await sweepFiles(db, app.files, { days: leastSweepDays, act: true })).swept).toBe(0);
    await old(sha256);
    expect((await sweepFiles(db, app.files, { days: leastSweepDays, act: false })).swept).toBe(1);
    await app.files.open(sha256);
    expect((await sweepFiles(db, app.files, { days: leastSweepDays, act: true })).swept).toBe(1);
    await expect(store.open(sha256)).rejects.toThrow('does not hold');
    await app.files.put(content);
    expect(await buffer((await store.open(sha256)).stream)).toEqual(content);
  });

  test('an upload beside a sweep of the same content never leaves a row without bytes', async () => {
    for (let round = 0; round < 15; round++) {
      const content = pdf(`cùng lúc ${round}`);
      const stored = await app.files.put(content);
      if (!stored.ok) throw new Error('refused');
      await old(stored.value.sha256);
      await Promise.all([app.files.put(content), sweepFiles(db, app.files, { days: leastSweepDays, act: true })]);
      expect(await buffer((await app.files.open(stored.value.sha256)).stream)).toEqual(content);
    }
  });

  test('every column that names a content is known to the sweep', async () => {
    const caseId = await filed(officer, await upload());
    const { sha256 } = await upload();
    const paper = { kind: 'result', documentCode: 'x', name: { vi: 'X', en: 'X' }, fileName: 'x.pdf' } as const;
    await keepPaper(db, { ...paper, ownerPersonalId: '001190000001', sha256, fromCaseId: caseId, keptOn: app.today() });
    await old(sha256);
    const swept = await sweepFiles(db, app.files, { days: leastSweepDays, act: true });
    expect(swept.swept).toBe(0);
    expect(swept.used).toBeGreaterThan(0);
  });
});

describe('the scanner', () => {
  const infected = () => Buffer.from(`%PDF-1.4\n${eicar}\n${count++}\n%%EOF\n`);

  test('finds the test virus: the file is refused in words and nothing of it is kept', async () => {
    const clamd = await startClamd();
    const files = keptFiles(db, store, { scanner: clamScanner(clamd.address), whenDown: 'refuse' });
    const refused = await files.put(infected());
    expect(refused.ok ? {} : refused.refusal).toMatchObject({ code: 'file-infected', facts: { virus: /EICAR/ } });
    expect((await files.put(pdf())).ok).toBe(true);
    clamd.close();
  });

  test('down, an upload is refused; set to hold, the file is kept unopened until it was scanned', async () => {
    const clamd = await startClamd();
    const { address } = clamd;
    clamd.close();
    const down = await keptFiles(db, store, { scanner: clamScanner(address), whenDown: 'refuse' }).put(pdf());
    expect(down.ok ? '' : down.refusal.code).toBe('file-not-checked');

    const holding = keptFiles(db, store, { scanner: clamScanner(address), whenDown: 'hold' });
    const [clean, bad] = [await holding.put(pdf()), await holding.put(infected())];
    if (!clean.ok || !bad.ok) throw new Error('refused');
    const waits = await holding.openScanned(clean.value.sha256);
    expect(waits.ok ? '' : waits.refusal.code).toBe('file-check-waits');
    await expect(holding.open(clean.value.sha256)).rejects.toThrow('file-check-waits');

    const up = await startClamd();
    const again = keptFiles(db, store, { scanner: clamScanner(up.address), whenDown: 'hold' });
    expect((await again.openScanned(clean.value.sha256)).ok).toBe(true);
    expect(await again.scanHeld()).toEqual({ clean: 0, infected: 1, held: 0 });
    const found = await again.openScanned(bad.value.sha256);
    expect(found.ok ? '' : found.refusal.code).toBe('file-infected');
    up.close();
  });

  test('the app of the city scans what its surfaces take in', async () => {
    const clamd = await startClamd();
    const scanning = { scanner: clamScanner(clamd.address), whenDown: 'refuse' } as const;
    const scanned = createApp({ db, files: store, clock: stoppedClock(moment('2021-11-05T09:00')), scanning });
    expect((await scanned.files.put(infected())).ok).toBe(false);
    clamd.close();
  });
});

test('a link to a paper opens it for two minutes and no other', async () => {
  const paper = { sha256: 'a'.repeat(64), fileName: 'a.pdf', mediaType: 'application/pdf', inline: false };
  const link = await app.papers.writeLink(paper);
  expect(await app.papers.readLink(link)).toEqual(paper);
  expect(await app.papers.readLink(`${link}x`)).toBeUndefined();
  const [content = '', signed = ''] = link.split('.');
  const other = Buffer.from(Buffer.from(content, 'base64url').toString().replace('aaaa', 'bbbb')).toString('base64url');
  expect(await app.papers.readLink(`${other}.${signed}`)).toBeUndefined();
  setClock('2021-11-05T09:03');
  expect(await app.papers.readLink(link)).toBeUndefined();
  setClock('2021-11-05T09:00');
});
