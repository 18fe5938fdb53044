import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { App } from '#app.ts';
import type { Actor } from '#case-engine/rules/authority.ts';
import { openFileStore } from '#platform/file-store.ts';
import { openCity, ward } from '../../../../tests/city.ts';
import { freshDatabase } from '../../../../tests/on-database.ts';
import { flat, type PdfRead, readPdf } from '../../../../tests/read-pdf.ts';
import { sampleSubmission } from '../../../../tests/sample-submission.ts';
import type { DossierPage } from '../dossier-page.ts';
import { slipsOf } from '../rules/slips.ts';
import type { SlipFacts } from './slip-frame.ts';
import { slipKinds } from './slip-kinds.ts';
import { slipPdf } from './slip-pdf.ts';

const database = await freshDatabase();
const folder = mkdtempSync(join(tmpdir(), 'motcua-files-'));
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true });
});

let app: App;
let setClock: (at: string) => void;
let facts: SlipFacts;
beforeAll(async () => {
  ({ app, setClock } = await openCity(database.db, await openFileStore(folder), '2021-11-05T09:30'));
  facts = {
    ground: await app.ground(),
    secret: 'K7QW2MXA',
    publicUrl: 'https://motcua.example.vn',
    nth: 1,
    printedAt: app.now(),
    parts: [],
    signerTitle: 'Chủ tịch',
  };
});

async function received(): Promise<string> {
  const done = await app.dossiers.receive(ward.desk, await sampleSubmission(app, '1.004873', 'x-00007'));
  if (!done.ok) throw new Error(done.refusal.code);
  return done.value.caseId;
}

async function waiting(): Promise<string> {
  const submission = await sampleSubmission(app, '1.004873', 'x-00007');
  const citizen: Actor = { kind: 'citizen', accountId: ward.clerk.accountId, name: 'Trần Văn An', posts: [] };
  const stored = await app.files.put(Buffer.from('%PDF-1.4\n1 0 obj\n%%EOF\n'));
  if (!stored.ok) throw new Error(stored.refusal.code);
  const papers = (submission.onPaper ?? []).map((documentId) => ({
    documentId: String(documentId),
    fileName: 'a.pdf',
    ...stored.value,
  }));
  const done = await app.dossiers.submit(citizen, {
    ...submission,
    channel: 'online',
    papers,
    onPaper: [],
    ownerAccountId: citizen.accountId,
  });
  if (!done.ok) throw new Error(JSON.stringify(done.refusal));
  return done.value.caseId;
}

async function move(actor: Actor, caseId: string, name: string, data: object = {}): Promise<void> {
  const done = await app.dossiers.move(actor, { caseId, move: name, data });
  if (!done.ok) throw new Error(`${name}: ${JSON.stringify(done.refusal)}`);
}

const pageOf = async (caseId: string): Promise<DossierPage> => {
  const page = await app.dossiers.page(ward.desk, caseId);
  if (!page) throw new Error('the dossier is not there');
  return page;
};

/** Where a person looks at what was set: `MOTCUA_KEEP_PDF=/tmp/x vitest run …`. */
async function set(name: string, page: DossierPage, form: string, given: SlipFacts = facts): Promise<PdfRead> {
  const slip = slipsOf(page.journal).findLast((one) => one.form === form);
  if (!slip) throw new Error(`the dossier has no form ${form}`);
  const pdf = await slipPdf(page, slip, given);
  const kept = process.env.MOTCUA_KEEP_PDF;
  if (kept) {
    mkdirSync(kept, { recursive: true });
    writeFileSync(join(kept, `${name}.pdf`), pdf);
  }
  return readPdf(pdf);
}

const item = {
  what: 'Bản chụp căn cước công dân',
  reason: 'Bản đã nộp mờ, không đọc được',
  clause: 'Điều 21 NĐ 123/2015',
};

/** What every form has, whoever reads it. */
function expectForm(read: PdfRead, form: '01' | '02' | '03' | '04' | '05') {
  expect(read.millimetres).toEqual([148, 210]);
  expect(read.tagged).toBe(true);
  expect(read.language).toBe('vi-VN');
  expect(read.title).toContain(slipKinds[form].name.vi);
  expect(read.fonts.length).toBeGreaterThan(0);
  expect(read.fonts.filter(({ embedded }) => !embedded)).toEqual([]);
  expect(read.elements.H1).toBe(1);
  expect(read.alternatives.filter((text) => text.startsWith('Mã QR của hồ sơ'))).toHaveLength(1);
  const text = flat(read);
  expect(text).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
  expect(text).toContain('Độc lập - Tự do - Hạnh phúc');
  expect(text).toBe(text.normalize('NFC'));
  if (form !== '01') expect(text.replaceAll('-', '')).not.toContain(facts.secret);
  return text;
}

describe('form 02', () => {
  test('lists what is missing with why and by which clause, by when, and whom to ask', async () => {
    const caseId = await received();
    await move(ward.desk, caseId, 'ask-supplement', { items: [item, { ...item, what: 'Bản dịch công chứng' }] });
    const page = await pageOf(caseId);
    const read = await set('02', page, '02');
    const text = expectForm(read, '02');
    expect(read.elements.TH).toBe(4);
    for (const part of ['PHIẾU YÊU CẦU BỔ SUNG,', 'HOÀN THIỆN HỒ SƠ', 'UBND PHƯỜNG CỐNG VỊ', 'Số: 01/HDHS']) {
      expect(text).toContain(part);
    }
    expect(text).toContain('Cống Vị, ngày 05 tháng 11 năm 2021');
    expect(text).toContain(`Mã hồ sơ: ${page.state.code}`);
    expect(text).toContain('Hồ sơ của: Trần Văn An');
    expect(text).toContain('Bản dịch công chứng');
    expect(text).toContain('Bổ sung chậm nhất: 17 giờ 00 phút, ngày 17/12/2021.');
    expect(text).toContain('NGƯỜI HƯỚNG DẪN');
    expect(text).toContain(ward.desk.name);
  });

  test('goes on to a second page with its headings when forty things are missing', async () => {
    const caseId = await received();
    await move(ward.desk, caseId, 'ask-supplement', { items: [item] });
    const page = await pageOf(caseId);
    const items = Array.from({ length: 40 }, (_, index) => ({ ...item, what: `Bản vẽ thiết kế số ${index + 1}` }));
    const last = page.journal.at(-1)!;
    const many = { ...page, journal: [...page.journal.slice(0, -1), { ...last, data: { ...last.data, items } }] };
    const read = await set('02-forty', many, '02');
    expect(read.pages.length).toBeGreaterThan(1);
    expect(flat(read)).toContain('Bản vẽ thiết kế số 40');
    expect(read.pages[1]).toContain('Cần bổ sung');
    expect(read.pages[1]).toMatch(/Trang 2 \/ \d/);
  });
});

describe('form 03', () => {
  test('says why the dossier is not taken and by which clause, with both names to sign', async () => {
    const caseId = await waiting();
    const reason = 'Nơi thường trú của người nộp không thuộc địa bàn phường.';
    await move(ward.desk, caseId, 'refuse', { reason, clause: 'Điều 21 khoản 1 Nghị định 123/2015/NĐ-CP' });
    const page = await pageOf(caseId);
    const text = expectForm(await set('03', page, '03'), '03');
    const desk = 'Bộ phận Tiếp nhận và Trả kết quả phường Cống Vị';
    expect(text.trim()).toBe(
      [
        'UBND QUẬN BA ĐÌNH CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
        'UBND PHƯỜNG CỐNG VỊ Độc lập - Tự do - Hạnh phúc',
        'BỘ PHẬN TIẾP NHẬN VÀ TRẢ KẾT QUẢ Cống Vị, ngày 05 tháng 11 năm 2021 Số: 01/TCHS',
        'PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ',
        `Mã theo dõi: ${page.state.reference}`,
        `Cơ quan: ${desk}`,
        'Đã nhận hồ sơ của: Trần Văn An',
        'Địa chỉ: 12 Đội Cấn, Ba Đình',
        'Điện thoại: 0912345678',
        'Nội dung yêu cầu giải quyết: Cấp Giấy xác nhận tình trạng hôn nhân (thủ tục 1.004873)',
        'Thời gian nhận hồ sơ: 09 giờ 30 phút, ngày 05/11/2021.',
        `Lý do không tiếp nhận ${reason}`,
        'Căn cứ pháp luật Điều 21 khoản 1 Nghị định 123/2015/NĐ-CP',
        `Cần giải đáp, xin liên hệ: ${ward.desk.name}, ${desk}.`,
        'Người nộp hồ sơ có quyền phản ánh, khiếu nại việc từ chối này theo quy định của pháp luật.',
        'NGƯỜI NỘP HỒ SƠ NGƯỜI TIẾP NHẬN HỒ SƠ (Ký và ghi rõ họ tên) (Ký và ghi rõ họ tên)',
        `Trần Văn An ${ward.desk.name}`,
        `Mã theo dõi ${page.state.reference} · In lần đầu, lúc 09 giờ 30 phút, ngày 05/11/2021`,
      ].join(' '),
    );
  });
});

describe('form 04', () => {
  test('names the day promised, how many working days later the new one is, why, and the head', async () => {
    setClock('2021-11-05T09:30');
    const caseId = await received();
    setClock('2021-11-08T08:00');
    await move(ward.desk, caseId, 'forward');
    await move(ward.handler, caseId, 'take-over').catch(() => move(ward.clerk, caseId, 'take-over'));
    await move(ward.signatory, caseId, 'apologise', {
      reason: 'Phải xác minh tại nơi cư trú cũ',
      newDueOn: '2021-11-15',
    });
    const page = await pageOf(caseId);
    const read = await set('04', page, '04');
    const text = expectForm(read, '04');
    expect(text).toContain('PHIẾU XIN LỖI VÀ HẸN LẠI NGÀY TRẢ KẾT QUẢ');
    expect(text).toContain('Số: 01/PXL');
    expect(text).not.toContain('BỘ PHẬN TIẾP NHẬN VÀ TRẢ KẾT QUẢ');
    expect(text).toContain('Thời gian hẹn trả kết quả: 17 giờ 00 phút, ngày 10/11/2021 (thứ Tư).');
    expect(text).toContain('Thời gian trả kết quả mới: 17 giờ 00 phút, ngày 15/11/2021 (thứ Hai).');
    expect(text).toContain('Chậm so với ngày đã hẹn: 03 ngày làm việc.');
    expect(text).toContain('Phải xác minh tại nơi cư trú cũ');
    expect(text).toContain('CHỦ TỊCH');
    expect(text).toContain(ward.signatory.name);
    expect(page.state.facts.apology).toMatchObject({ letterNumber: '01/PXL' });
  });
});

describe('form 05', () => {
  test('has a block for every hop, with both names, hour, minute and day, and how each kept its time', async () => {
    setClock('2021-11-05T09:30');
    const caseId = await received();
    setClock('2021-11-05T10:00');
    await move(ward.desk, caseId, 'forward', { note: 'kèm 02 bản chính' });
    setClock('2021-11-05T10:15');
    await move(ward.clerk, caseId, 'take-over');
    setClock('2021-11-09T15:00');
    await move(ward.handler, caseId, 'propose', { outcome: 'grant', summary: 'Đủ điều kiện' });
    setClock('2021-11-09T15:30');
    await move(ward.signatory, caseId, 'sign', { signingForm: 'direct' });
    setClock('2021-11-09T15:40');
    await move(ward.clerk, caseId, 'issue', { number: '15/GXN-UBND' });
    setClock('2021-11-10T08:00');
    await move(ward.desk, caseId, 'return-result', { receivedBy: 'Trần Văn An', method: 'desk' });
    const page = await pageOf(caseId);
    const read = await set('05', page, '05', { ...facts, nth: 3 });
    const text = expectForm(read, '05');
    expect(text).toContain('PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ');
    expect(text).toMatch(/Sổ theo dõi hồ sơ: năm 2021, số thứ tự \d{4}/);
    expect(text).toContain('Giao: 10 giờ 00 phút, ngày 05/11/2021');
    expect(text).toContain('Nhận: 10 giờ 15 phút, ngày 05/11/2021');
    expect(text).toContain('kèm 02');
    for (const result of ['Trước hạn', 'Quá hạn']) expect(text).toContain(result);
    for (const { name } of [ward.desk, ward.clerk, ward.handler, ward.signatory]) expect(text).toContain(name);
    expect(text).toContain('In lại lần 2');
    expect(text).not.toContain(facts.secret);
    expect(read.elements.TH).toBe(5);
  });

  test('of a dossier that was only received says that it went nowhere yet', async () => {
    setClock('2021-11-05T09:30');
    const page = await pageOf(await received());
    expect(expectForm(await set('05-empty', page, '05'), '05')).toContain('Chưa giao cho nơi nào.');
    const parts = { ...facts, parts: [page.journal] };
    const text = expectForm(await set('05-parts', page, '05', parts), '05');
    expect(text).toContain('Phần việc liên thông: Ủy ban nhân dân phường Cống Vị');
  });
});

describe('what people typed', () => {
  test('may be as long as a field takes, with and without spaces, and stays on the paper', async () => {
    const caseId = await received();
    const data = { items: [{ what: 'W'.repeat(500), reason: 'Vì '.repeat(160), clause: 'Ô'.repeat(300) }] };
    await move(ward.desk, caseId, 'ask-supplement', data);
    const page = await pageOf(caseId);
    const name = 'Nguyễn Thị Minh Khai '.repeat(10).trim().slice(0, 200);
    const submitter = { ...page.dossier.submitter, name, address: 'Đ'.repeat(500), email: `${'a'.repeat(190)}@vi.vn` };
    const long = { ...page, dossier: { ...page.dossier, submitter, ownerName: 'Ô'.repeat(200) } };
    for (const form of ['01', '02', '05']) {
      const read = await set(`${form}-long`, long, form);
      expect(read.millimetres).toEqual([148, 210]);
      expect(flat(read)).toContain('In lần đầu');
    }
  });
});

describe('a number', () => {
  test('is the next of the book of agency, form and year, the same at every reprint, and given back by a move that fails', async () => {
    setClock('2021-11-05T09:30');
    const numbers: number[] = [];
    for (let round = 0; round < 3; round++) {
      const caseId = await received();
      await move(ward.desk, caseId, 'ask-supplement', { items: [item] });
      const again = await app.dossiers.move(ward.desk, { caseId, move: 'ask-supplement', data: { items: [item] } });
      expect(again.ok).toBe(false);
      numbers.push(slipsOf((await pageOf(caseId)).journal).find(({ form }) => form === '02')?.number?.number ?? 0);
    }
    const [first = 0] = numbers;
    expect(numbers).toEqual([first, first + 1, first + 2]);
    setClock('2022-01-04T09:30');
    const page = await pageOf(await received());
    expect(slipsOf(page.journal)[0]?.number).toEqual({ form: '01', agencyId: 'x-00007', year: 2022, number: 1 });
  });

  test('is never given twice when many move at once', async () => {
    setClock('2021-11-05T09:30');
    const caseIds = await Promise.all(Array.from({ length: 8 }, received));
    await Promise.all(caseIds.map((caseId) => move(ward.desk, caseId, 'ask-supplement', { items: [item] })));
    const pages = await Promise.all(caseIds.map(pageOf));
    const numbers = pages.map(({ journal }) => slipsOf(journal).find(({ form }) => form === '02')?.number?.number ?? 0);
    const sorted = numbers.toSorted((a, b) => a - b);
    expect(sorted).toEqual(sorted.map((_, index) => sorted[0]! + index));
  });
});

describe('a print', () => {
  test('is recorded with who and when, counts up, and says so on the paper', async () => {
    const caseId = await received();
    const printed = await Promise.all(
      Array.from({ length: 5 }, () => app.dossiers.printSlip(ward.desk, caseId, { form: '01' })),
    );
    expect(printed.map((print) => (print.ok ? print.value.nth : 0)).toSorted()).toEqual([1, 2, 3, 4, 5]);
    const prints = await app.dossiers.slipPrints(caseId);
    expect(prints.map(({ printedBy }) => printedBy)).toEqual(Array(5).fill(ward.desk.name));
    const second = prints.find(({ nth }) => nth === 2)!;
    const file = await app.dossiers.printedSlip(ward.desk, caseId, second.id);
    expect(flat(await readPdf(file!.pdf))).toContain('In lại lần 1');
    expect(await app.dossiers.printedSlip(ward.neighbour, caseId, second.id)).toBeUndefined();
    await move(ward.desk, caseId, 'forward');
    expect(await app.dossiers.printedSlip(ward.desk, caseId, second.id)).toBeUndefined();
  });

  test('is only of what the dossier has, for whoever may read it; the owner has no control slip and is not counted', async () => {
    const caseId = await waiting();
    const owner: Actor = { kind: 'citizen', accountId: ward.clerk.accountId, name: 'Trần Văn An', posts: [] };
    for (const form of ['01', '02', '03', '04', '05', '06', 'x']) {
      expect((await app.dossiers.printSlip(ward.desk, caseId, { form })).ok, form).toBe(false);
    }
    const done = await app.dossiers.accept(ward.desk, caseId);
    expect(done.ok).toBe(true);
    expect((await app.dossiers.printSlip(ward.neighbour, caseId, { form: '01' })).ok).toBe(false);
    expect((await app.dossiers.slip(owner, caseId, { form: '05' })).ok).toBe(false);
    const own = await app.dossiers.slip(owner, caseId, { form: '01' });
    expect(own.ok && flat(await readPdf(own.value.pdf))).toContain('Bản của chủ hồ sơ');
    expect(await app.dossiers.slipPrints(caseId)).toEqual([]);
  });

  test('can neither be changed nor erased', async () => {
    const caseId = await received();
    await app.dossiers.printSlip(ward.desk, caseId, { form: '01' });
    const { sql } = await import('kysely');
    await expect(sql`update slip_print set nth = 9`.execute(database.db)).rejects.toThrow('append-only');
    await expect(sql`delete from slip`.execute(database.db)).rejects.toThrow('append-only');
  });
});
