import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { App } from '#app.ts';
import { openFileStore } from '#platform/file-store.ts';
import { openCity, ward } from '../../../../../tests/city.ts';
import { freshDatabase } from '../../../../../tests/on-database.ts';
import { sampleSubmission } from '../../../../../tests/sample-submission.ts';
import type { DossierPage } from '../../dossier-page.ts';
import { type IssuedSlip, slipsOf } from '../../rules/slips.ts';
import { type SlipFacts, slipQrText } from '../slip-frame.ts';
import { slipHeading } from '../slip-heading.ts';
import { slipPdf } from '../slip-pdf.ts';
import { receiptContent as contentOf } from './receipt-content.ts';

const database = await freshDatabase();
const folder = mkdtempSync(join(tmpdir(), 'motcua-files-'));
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true });
});

let app: App;
let page: DossierPage;
let facts: SlipFacts;
let slip: IssuedSlip;
beforeAll(async () => {
  ({ app } = await openCity(database.db, await openFileStore(folder), '2021-11-05T09:30'));
  const submission = await sampleSubmission(app, '1.004873', 'x-00007');
  const documents = (await app.procedures.inForce('1.004873'))?.definition.documents ?? [];
  const done = await app.dossiers.receive(ward.desk, { ...submission, onPaper: documents.map(({ id }) => id) });
  if (!done.ok) throw new Error(done.refusal.code);
  const found = await app.dossiers.page(ward.desk, done.value.caseId);
  if (!found) throw new Error('the dossier is not there');
  page = found;
  slip = slipsOf(page.journal)[0]!;
  facts = {
    ground: await app.ground(),
    secret: 'K7QW2MXA',
    publicUrl: 'https://motcua.example.vn',
    nth: 1,
    printedAt: app.now(),
    parts: [],
    signerTitle: '',
  };
});

const withState = (state: Partial<DossierPage['state']>): DossierPage => ({
  ...page,
  state: { ...page.state, ...state },
});
const receiptContent = (shown: DossierPage, given: SlipFacts) => contentOf(shown, slip, given);
const receiptPdf = (shown: DossierPage, given: SlipFacts) => slipPdf(shown, slip, given);
const bytesOf = (pdf: Uint8Array): string => Buffer.from(pdf).toString('latin1');
const pagesOf = (pdf: Uint8Array): number => Number(/<xmpTPg:NPages>(\d+)</.exec(bytesOf(pdf))?.[1]);

describe('the content of a receipt', () => {
  test('is issued by the desk, below its agency and the body above it', () => {
    expect(receiptContent(page, facts).agencyLines).toEqual([
      'UBND QUẬN BA ĐÌNH',
      'UBND PHƯỜNG CỐNG VỊ',
      'BỘ PHẬN TIẾP NHẬN VÀ TRẢ KẾT QUẢ',
    ]);
    expect(receiptContent(page, facts).placeAndDate).toBe('Cống Vị, ngày 05 tháng 11 năm 2021');
  });

  test('of a department is dated in Hà Nội, below the City', async () => {
    const { agencyLines, place } = slipHeading('so-tu-phap', (await app.ground()).tree);
    expect(agencyLines.slice(0, 2)).toEqual(['UBND THÀNH PHỐ HÀ NỘI', 'SỞ TƯ PHÁP']);
    expect(place).toBe('Hà Nội');
  });

  test('promises the day the clock gives, with its hour, its weekday and its reasons', () => {
    const content = receiptContent(page, facts);
    expect(content.receivedAt).toBe('09 giờ 30 phút, ngày 05/11/2021');
    expect(content.due).toEqual({
      moment: '17 giờ 00 phút, ngày 10/11/2021',
      weekday: 'thứ Tư',
      first: '',
      reappointed: '',
      waiting: '',
    });
    expect(content.counting?.leftOut.map(({ days }) => days)).toEqual(['05/11', '06–07/11']);
    expect(content.receiver).toBe(ward.desk.name);
  });

  test('lists what was handed in, not what was only shown', () => {
    const { documents } = page.procedure.definition;
    const papers = receiptContent(page, facts).papers.map(({ name }) => name);
    expect(papers).toEqual(documents.filter(({ showOnly }) => !showOnly).map(({ name }) => name.vi));
  });

  test('lists files as electronic, and those added on request by what was asked', () => {
    const kept = { originalSeen: false, keptPaperId: null, reused: false, digitised: null };
    const file = { ...page.papers[0], ...kept, addedAt: app.now() };
    const paper = { ...file, id: '1', fileName: 'a.pdf', sha256: '', sizeBytes: 1, mediaType: 'application/pdf' };
    const asked = { ...page.journal[1], verb: 'ask-supplement', data: { items: [{ what: 'Bản dịch công chứng' }] } };
    const added = {
      ...page,
      journal: [...page.journal, asked as DossierPage['journal'][number]],
      papers: [{ ...paper, documentId: 'supplement-1' }],
    };
    expect(receiptContent(added, facts).papers.at(-1)).toEqual({
      name: 'Bản dịch công chứng',
      form: 'Bản điện tử',
      count: '01',
    });
  });

  test('after a re-appointment names the day that holds now and keeps the first', () => {
    const newDueAt = '2021-11-15T10:00:00Z';
    const { clock, facts: known } = page.state;
    if (!clock) throw new Error('a received dossier has a clock');
    const content = receiptContent(
      withState({
        dueAt: newDueAt,
        clock: { ...clock, reappointedTo: newDueAt },
        facts: { ...known, apology: { letterNumber: '15/PXL-UBND' } },
      }),
      facts,
    );
    expect(content.due).toMatchObject({
      moment: '17 giờ 00 phút, ngày 15/11/2021',
      first: '17 giờ 00 phút, ngày 10/11/2021 (thứ Tư)',
      reappointed: 'Phiếu xin lỗi và hẹn lại ngày trả kết quả số 15/PXL-UBND',
    });
    expect(content.counting).toBeNull();
  });

  test("never passes the citizen's own day to answer off as the day of the result", () => {
    const waiting = receiptContent(withState({ state: 'awaiting-supplement', dueAt: '2021-12-17T10:00:00Z' }), facts);
    expect(waiting.due.moment).toContain('10/11/2021');
    expect(waiting.due.waiting).toContain('chờ bổ sung');
  });

  test('has the secret as text only: the QR leads to the page and names the code', () => {
    expect(receiptContent(page, facts).secret).toBe('K7QW-2MXA');
    expect(slipQrText('H26.31.04-211105-0007', 'https://motcua.example.vn')).toBe(
      'https://motcua.example.vn/tra-cuu?ma=H26.31.04-211105-0007',
    );
    expect(slipQrText('H26.31.04-211105-0007', undefined)).toBe('H26.31.04-211105-0007');
  });

  test('is refused to a dossier that has no code', () => {
    expect(() => receiptContent(withState({ code: null }), facts)).toThrow(RangeError);
  });
});

describe('the receipt as a PDF', () => {
  test('is one A5 page, tagged in Vietnamese for screen readers, its fonts embedded with their letters', async () => {
    const pdf = await receiptPdf(page, facts);
    const bytes = bytesOf(pdf);
    expect(bytes.startsWith('%PDF-1.7')).toBe(true);
    expect(pagesOf(pdf)).toBe(1);
    const [width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(bytes)?.slice(1).map(Number) ?? [];
    expect([width, height].map((points = 0) => Math.round((points * 25.4) / 72))).toEqual([148, 210]);
    for (const part of ['/StructTreeRoot', '/Lang (vi-VN)', '<pdfuaid:part>1<', '/DisplayDocTitle true']) {
      expect(bytes).toContain(part);
    }
    const count = (part: RegExp) => bytes.match(part)?.length ?? 0;
    expect(count(/\/FontFile2 /g)).toBeGreaterThan(0);
    expect(count(/\/ToUnicode /g)).toBe(count(/\/FontFile2 /g));
    expect(Buffer.from(pdf).toString('utf8')).toContain(`Giấy tiếp nhận hồ sơ và hẹn trả kết quả ${page.state.code}`);
  });

  test('goes on to a second page when there are many papers', async () => {
    const papers = Array.from({ length: 30 }, (_, index) => ({
      documentId: `other-${index}`,
      fileName: `Bản vẽ thiết kế số ${index + 1}, kèm giấy chứng nhận thẩm duyệt về phòng cháy, chữa cháy.pdf`,
    })) as unknown as DossierPage['papers'];
    expect(pagesOf(await receiptPdf({ ...page, papers }, facts))).toBeGreaterThan(1);
  });

  test('sets whatever a person typed as text, letters no font has included', async () => {
    const { submitter } = page.dossier;
    for (const name of ['#panic("x") *a* $b$ @c <d> // e', 'Nguyễn 😀 漢字', 'Ô'.repeat(200)]) {
      const pdf = await receiptPdf({ ...page, dossier: { ...page.dossier, submitter: { ...submitter, name } } }, facts);
      expect(bytesOf(pdf)).toContain('/StructTreeRoot');
    }
  });

  test('is given to whoever may read the dossier and looks absent to anyone else, or before it has a code', async () => {
    const receipt = { form: '01' };
    expect((await app.dossiers.slip(ward.desk, page.state.caseId, receipt)).ok).toBe(true);
    expect((await app.dossiers.slip(ward.neighbour, page.state.caseId, receipt)).ok).toBe(false);
    const submission = await sampleSubmission(app, '1.004873', 'x-00007');
    const citizen = { kind: 'citizen', accountId: ward.clerk.accountId, name: 'Trần Văn An', posts: [] } as const;
    const filed = await app.dossiers.submit(citizen, {
      ...submission,
      channel: 'online',
      onPaper: page.procedure.definition.documents.map(({ id }) => id),
      ownerAccountId: ward.clerk.accountId,
    });
    if (!filed.ok) throw new Error(filed.refusal.code);
    expect((await app.dossiers.slip(citizen, filed.value.caseId, receipt)).ok).toBe(false);
  });
});
