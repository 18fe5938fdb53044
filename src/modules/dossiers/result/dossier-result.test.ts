import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type App, createApp } from '#app.ts';
import type { Actor } from '#case-engine/rules/authority.ts';
import { demoKeys, demoRootFile, pdfSigner, readTrustedRoots, type Signer } from '#modules/signatures/index.ts';
import { stoppedClock } from '#platform/clock.ts';
import { openFileStore } from '#platform/file-store.ts';
import { moment } from '../../../../tests/dossier-walk.ts';
import { freshDatabase } from '../../../../tests/on-database.ts';
import { sampleSubmission } from '../../../../tests/sample-submission.ts';
import { loadDemoCity, loadReferenceData } from '../../../load-demo-city.ts';

const database = await freshDatabase();
const { db } = database;
const folder = mkdtempSync(join(tmpdir(), 'motcua-results-'));
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true });
});

let app: App;
const clock = stoppedClock(moment('2021-11-05T09:00'));
/** A real signer that a test can take off the line. */
let isDown = false;
let signatures = 0;

beforeAll(async () => {
  await loadReferenceData(db, () => undefined);
  await loadDemoCity(db, clock.now(), () => undefined);
  const files = await openFileStore(join(folder, 'files'));
  const keys = await demoKeys(join(folder, 'keys'), 'test');
  const real = pdfSigner(keys);
  const signer: Signer = {
    sign: async (pdf, request) => {
      if (isDown) throw new Error('the signing service does not answer');
      signatures++;
      return real.sign(pdf, request);
    },
  };
  const roots = await readTrustedRoots({ files: [demoRootFile(join(folder, 'keys'))] });
  app = createApp({ db, files, clock, signer, roots, publicUrl: 'https://motcua.example.vn' });
});

const actors = new Map<string, Actor & { readonly accountId: string }>();
async function actor(signInName: string): Promise<Actor & { readonly accountId: string }> {
  const known = actors.get(signInName);
  if (known) return known;
  const signedIn = await app.people.signIn(signInName, 'motcua-demo-2021', '127.0.0.1');
  const found = signedIn.ok ? await app.people.findActorBySession(signedIn.value.token) : undefined;
  if (!found?.accountId) throw new Error(signInName);
  const officer = { ...found, accountId: found.accountId };
  actors.set(signInName, officer);
  return officer;
}

async function make(name: string, caseId: string, move: string, data: object = {}) {
  return app.dossiers.move(await actor(name), { caseId, move, data });
}

const summary = 'Ông Trần Văn An, sinh năm 1990, hiện chưa đăng ký kết hôn với ai.';

/** A dossier of Phường Cống Vị that waits for the signature. */
async function readyToSign(procedureCode = '1.004873', outcome = 'grant'): Promise<string> {
  const received = await app.dossiers.receive(
    await actor('motcua.congvi'),
    await sampleSubmission(app, procedureCode, 'x-00007'),
  );
  if (!received.ok) throw new Error(JSON.stringify(received.refusal));
  const { caseId } = received.value;
  for (const [name, move, data] of [
    ['motcua.congvi', 'forward', { note: '' }],
    ['phochutich.congvi', 'take-over', {}],
    [
      'hotich.congvi',
      'propose',
      { outcome, summary, reason: 'Thiếu căn cứ.', clause: 'Điều 22 Nghị định 123/2015/NĐ-CP' },
    ],
  ] as const) {
    const made = await make(name, caseId, move, data);
    if (!made.ok) throw new Error(`${move}: ${JSON.stringify(made.refusal)}`);
  }
  return caseId;
}

async function fileOf(caseId: string): Promise<Uint8Array> {
  const result = await app.results.ofCase(caseId);
  if (!result?.meant.file) throw new Error('not signed');
  return new Uint8Array(await buffer((await app.files.open(result.meant.file)).stream));
}

describe('signing a dossier', () => {
  test('makes a signed paper with a number, which checks as valid and stands in the register', async () => {
    const caseId = await readyToSign();
    const signed = await make('chutich.congvi', caseId, 'sign', { signingForm: 'TUQ', title: 'Vua' });
    expect(signed.ok).toBe(true);
    const result = await app.results.ofCase(caseId);
    expect(result).toMatchObject({
      state: 'valid',
      meant: {
        version: 1,
        number: 1,
        year: 2021,
        signerName: 'Trịnh Thị Kim Oanh',
        signingForm: 'direct',
        block: ['CHỦ TỊCH'],
        content: { title: 'Giấy xác nhận tình trạng hôn nhân', notation: 'KQ-UBND' },
      },
    });
    expect(result?.meant.validUntil?.toString()).toBe('2022-05-05');
    const pdf = await fileOf(caseId);
    if (process.env.MOTCUA_SHOW) writeFileSync(process.env.MOTCUA_SHOW, pdf);
    const { checked, found } = await app.results.checkFile(pdf);
    expect(checked).toMatchObject({
      verdict: 'valid',
      signatures: [
        { signer: { name: 'Trịnh Thị Kim Oanh', organisation: 'Ủy ban nhân dân phường Cống Vị' }, coversAll: true },
      ],
    });
    expect(found?.meant.caseId).toBe(caseId);
    const altered = Uint8Array.from(pdf);
    altered[500] = altered[500]! ^ 1;
    expect(await app.results.checkFile(altered)).toMatchObject({ checked: { verdict: 'altered' }, found: undefined });
    const page = await app.dossiers.page(await actor('chutich.congvi'), caseId);
    const decision = page?.state.facts.decision as { signingForm: string };
    expect(decision.signingForm).toBe('direct');
  });

  test('by a deputy is for the head, whatever the person may have wished', async () => {
    const caseId = await readyToSign();
    expect((await make('phochutich.congvi', caseId, 'sign', {})).ok).toBe(true);
    expect(await app.results.ofCase(caseId)).toMatchObject({
      meant: { signingForm: 'KT', block: ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'] },
    });
  });

  test('of a certification is open to the delegated officer, in the chair’s name, and nothing else is', async () => {
    const certification = await readyToSign('2.000815');
    const page = await app.dossiers.page(await actor('hotich.congvi'), certification);
    expect(page?.moves.map(({ move }) => move)).toContain('sign');
    expect(page?.moves.map(({ move }) => move)).not.toContain('send-back');
    expect((await make('hotich.congvi', certification, 'sign')).ok).toBe(true);
    expect(await app.results.ofCase(certification)).toMatchObject({
      meant: {
        signingForm: 'TUQ',
        block: ['TUQ. CHỦ TỊCH', 'CÔNG CHỨC TƯ PHÁP - HỘ TỊCH'],
        signerName: 'Nguyễn Thị Thu Mai',
      },
    });

    const marital = await readyToSign();
    const other = await app.dossiers.page(await actor('hotich.congvi'), marital);
    expect(other?.moves.map(({ move }) => move)).not.toContain('sign');
    expect(await make('hotich.congvi', marital, 'sign')).toMatchObject({ refusal: { code: 'delegation-other-kind' } });
    expect(await make('vanthu.congvi', marital, 'sign')).toMatchObject({ refusal: { code: 'move-not-yours' } });
  });

  test('of a refusal makes a notice with reason and clause', async () => {
    const caseId = await readyToSign('1.004873', 'refuse');
    await make('chutich.congvi', caseId, 'sign');
    const content = (await app.results.ofCase(caseId))?.meant.content;
    expect(content).toMatchObject({ title: 'Thông báo', notation: 'TB-UBND' });
    expect(content?.paragraphs.at(-1)).toBe('Căn cứ: Điều 22 Nghị định 123/2015/NĐ-CP');
  });

  test('while the signing service is down decides all the same; the paper is signed once, as soon as it is back', async () => {
    isDown = true;
    const caseId = await readyToSign();
    expect((await make('chutich.congvi', caseId, 'sign')).ok).toBe(true);
    expect(await app.results.ofCase(caseId)).toMatchObject({ state: 'being-signed', meant: { file: null } });
    expect(await app.results.signWaiting()).toBe(0);
    isDown = false;
    const before = signatures;
    const both = await Promise.all([app.results.signWaiting(), app.results.signWaiting()]);
    expect(both.toSorted()).toEqual([0, 1]);
    expect(signatures - before).toBe(1);
    expect(await app.results.ofCase(caseId)).toMatchObject({ state: 'valid' });
  });

  test('gives numbers without gap or double, one series an agency and year', async () => {
    const { rows } = await sql<{
      number: number;
    }>`select number from result where unit_id = 'x-00007' order by number`.execute(db);
    expect(rows.map(({ number }) => number)).toEqual(rows.map((_, index) => index + 1));
  });
});

describe('a result in the register', () => {
  test('is corrected by a new version that says what changed; the old paper says what replaced it', async () => {
    const caseId = await readyToSign();
    await make('chutich.congvi', caseId, 'sign');
    const first = await fileOf(caseId);
    const before = (await app.results.ofCase(caseId))!.meant;
    const paragraphs = before.content.paragraphs.map((line) => line.replace('1990', '1991'));
    const wish = { code: before.code, paragraphs, reason: 'Ghi sai năm sinh', kinds: ['1.004873', 'ho-tich'] };
    expect(await app.results.correct(await actor('vanthu.congvi'), wish)).toMatchObject({
      refusal: { code: 'signing-not-empowered' },
    });
    const same = { ...wish, paragraphs: before.content.paragraphs };
    expect(await app.results.correct(await actor('chutich.congvi'), same)).toMatchObject({
      refusal: { code: 'result-unchanged' },
    });
    expect(await app.results.correct(await actor('phochutich.congvi'), wish)).toEqual({ ok: true, value: 2 });

    const old = await app.results.checkFile(first);
    expect(old.checked.verdict).toBe('valid');
    expect(old.found).toMatchObject({ state: 'replaced', meant: { version: 1 } });
    expect(old.found?.changes.filter(({ kind }) => kind !== 'same')).toEqual([
      { kind: 'removed', text: '1990,' },
      { kind: 'added', text: '1991,' },
    ]);
    const now = await app.results.ofCase(caseId);
    expect(now).toMatchObject({
      state: 'valid',
      meant: { version: 2, signingForm: 'KT', changeReason: 'Ghi sai năm sinh' },
    });
    expect((await app.results.checkFile(await fileOf(caseId))).found?.state).toBe('valid');
  });

  test('is revoked by the head of the agency only, for a reason, and its paper says so from then on', async () => {
    const caseId = await readyToSign();
    await make('chutich.congvi', caseId, 'sign');
    const { code } = (await app.results.ofCase(caseId))!.meant;
    const wish = { code, reason: 'Người nộp khai gian', decisionNumber: '40/QĐ-UBND' };
    expect(await app.results.revoke(await actor('phochutich.congvi'), wish)).toMatchObject({
      refusal: { code: 'result-not-yours' },
    });
    expect((await app.results.revoke(await actor('chutich.congvi'), wish)).ok).toBe(true);
    expect(await app.results.revoke(await actor('chutich.congvi'), wish)).toMatchObject({
      refusal: { code: 'result-revoked-already' },
    });
    const { checked, found } = await app.results.checkFile(await fileOf(caseId));
    expect(checked.verdict).toBe('valid');
    expect(found).toMatchObject({ state: 'revoked', revocation: { reason: 'Người nộp khai gian' } });
  });

  test('is never written over or deleted', async () => {
    const change = sql`update result set content = '{}'`;
    await expect(change.execute(db)).rejects.toThrow(/never changed/);
    await expect(sql`delete from result`.execute(db)).rejects.toThrow(/not deleted/);
    await expect(sql`delete from result_revocation`.execute(db)).rejects.toThrow(/append-only/);
  });
});
