import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { App } from '#app.ts';
import { openFileStore } from '#platform/file-store.ts';
import { openCity, ward } from '../../../../../tests/city.ts';
import { freshDatabase } from '../../../../../tests/on-database.ts';
import { flat, readPdf } from '../../../../../tests/read-pdf.ts';
import { sampleSubmission } from '../../../../../tests/sample-submission.ts';
import { listRegister, type RegisterQuery } from '../../register-queries.ts';

const database = await freshDatabase();
const { db } = database;
const folder = mkdtempSync(join(tmpdir(), 'motcua-files-'));
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true });
});

let app: App;
let setClock: (at: string) => void;
beforeAll(async () => {
  ({ app, setClock } = await openCity(db, await openFileStore(folder), '2021-11-05T09:30'));
});

const november: RegisterQuery = {
  agencyId: 'x-00007',
  from: Temporal.PlainDate.from('2021-11-01'),
  to: Temporal.PlainDate.from('2021-11-30'),
  procedureCode: '',
  standing: 'all',
};

async function received(ownerName: string): Promise<string> {
  const done = await app.dossiers.receive(ward.desk, {
    ...(await sampleSubmission(app, '1.004873', 'x-00007')),
    ownerName,
  });
  if (!done.ok) throw new Error(done.refusal.code);
  return done.value.caseId;
}

async function printed(query: RegisterQuery, volume = 1) {
  const print = await app.dossiers.printRegister(ward.desk, query, volume);
  if (!print.ok) throw new Error(print.refusal.code);
  const file = await app.dossiers.printedRegister(ward.desk, print.value.id);
  if (!file) throw new Error('the print is not there');
  const kept = process.env.MOTCUA_KEEP_PDF;
  if (kept) {
    mkdirSync(kept, { recursive: true });
    writeFileSync(join(kept, `06-${volume}-${query.standing}.pdf`), file.pdf);
  }
  return file.pdf;
}

/** Copies a dossier as often as an agency receives in a busy month, with the numbers that follow. */
async function copies(caseId: string, count: number): Promise<void> {
  await sql`
    with made as (
      insert into cases select (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid(), 'code', 'C-' || n,
        'reference', 'R-' || n))).* from cases c, generate_series(1, ${count}::int) as n where c.id = ${caseId}::uuid
      returning id, code),
    copied as (
      insert into dossier select made.id, procedure_version_id, channel, submitter, 'Người thứ ' || substr(made.code, 3), answers
      from made, dossier d where d.case_id = ${caseId}::uuid),
    last as (select max(number) as last from slip where agency_id = 'x-00007' and form = '01')
    insert into slip select 'x-00007', '01', 2021, last + substr(code, 3)::int, id, '2021-11-08T02:00:00Z' from made, last`.execute(
    db,
  );
}

describe('the register of an agency (form 06)', () => {
  test('says that nothing came when nothing came', async () => {
    const pdf = await readPdf(await printed(november));
    expect(flat(pdf)).toContain('Không có hồ sơ nào trong thời gian này.');
    expect(flat(pdf)).toContain('Tổng số hồ sơ: 0');
  });

  test('has a line for every dossier accepted in the period, A4 across, tagged, with its totals', async () => {
    setClock('2021-11-05T09:30');
    const caseId = await received('Nguyễn Thị Ánh Tuyết');
    const made = async (actor: (typeof ward)[keyof typeof ward], move: string, data: object = {}) => {
      const done = await app.dossiers.move(actor, { caseId, move, data });
      expect(done.ok || done.refusal).toBe(true);
    };
    await made(ward.desk, 'forward');
    await made(ward.clerk, 'take-over');
    await made(ward.handler, 'propose', { outcome: 'grant', summary: 'Đủ' });
    await made(ward.signatory, 'sign', { signingForm: 'direct' });
    await made(ward.clerk, 'issue', { number: '15/GXN' });
    await made(ward.desk, 'return-result', { receivedBy: 'Nguyễn Thị Ánh Tuyết', method: 'desk' });
    await received('Ô'.repeat(200));
    setClock('2021-12-01T09:30');
    await received('Của tháng sau');
    setClock('2021-11-30T16:00');

    const pdf = await readPdf(await printed(november));
    expect(pdf.millimetres).toEqual([297, 210]);
    expect(pdf.tagged).toBe(true);
    expect(pdf.language).toBe('vi-VN');
    expect(pdf.title).toContain('Sổ theo dõi hồ sơ UBND PHƯỜNG CỐNG VỊ');
    expect(pdf.fonts.filter(({ embedded }) => !embedded)).toEqual([]);
    expect(pdf.elements.TH).toBe(14);
    const text = flat(pdf);
    for (const part of ['SỔ THEO DÕI HỒ SƠ', 'Từ ngày 01/11/2021 đến ngày 30/11/2021', '0001', 'Tại quầy']) {
      expect(text).toContain(part);
    }
    expect(text).toContain('Tổng số hồ sơ: 2');
    expect(text).toContain('Có kết quả trước hạn: 1');
    expect(text).toContain('Đã trả kết quả: 1');
    expect(text).toContain('Đang giải quyết: 1');
    expect(text).not.toContain('Của tháng sau');
    expect(flat(await readPdf(await printed(november)))).toContain('In lại lần 2');
    const open = flat(await readPdf(await printed({ ...november, standing: 'open' })));
    expect(open).toContain('hồ sơ đang giải quyết');
    expect(open).toContain('Tổng số hồ sơ: 1');
  });

  test('of five thousand dossiers is set in volumes, each in bounded time and memory, headings on every page', async () => {
    setClock('2021-11-30T16:00');
    const [first] = await listRegister(db, november, { limit: 1 });
    await copies(first!.caseId, 5000);
    const page = await app.dossiers.register(ward.desk, november, { skip: 0, limit: 50 });
    expect(page.ok && page.value.volumes).toBe(11);
    const before = process.memoryUsage().rss;
    const started = performance.now();
    const pdf = await printed(november, 2);
    const took = performance.now() - started;
    const grown = (process.memoryUsage().rss - before) / 1e6;
    console.info(`a volume of 500: ${Math.round(took)} ms, ${Math.round(grown)} MB, ${pdf.length} bytes`);
    expect(took).toBeLessThan(10_000);
    expect(grown).toBeLessThan(500);
    const read = await readPdf(pdf);
    expect(read.pages.length).toBeGreaterThan(10);
    for (const sheet of read.pages) expect(sheet.replaceAll(/\s+/g, ' ')).toContain('Nhận hồ sơ');
    expect(read.pages[1]).toMatch(/Trang 2 \/ \d+/);
    expect(flat(read)).not.toContain('Tổng số hồ sơ');
    const last = flat(await readPdf(await printed(november, 11)));
    expect(last).toContain('Tổng số hồ sơ: 5002');
    expect(last).toContain('Quyển 11/11');
    const refusedVolume = await app.dossiers.printRegister(ward.desk, november, 12);
    expect(refusedVolume.ok).toBe(false);

    const numbers: string[] = [];
    for await (const lines of await app.dossiers.registerLines(ward.desk, november)) {
      expect(lines.length).toBeLessThanOrEqual(500);
      numbers.push(...lines.map(({ number }) => number));
    }
    expect(numbers).toHaveLength(5002);
    expect(new Set(numbers).size).toBe(5002);
  }, 60_000);

  test('is read by the agency’s own officers and those above it, by nobody else', async () => {
    const look = async (actor: Parameters<App['dossiers']['register']>[0]) =>
      (await app.dossiers.register(actor, november, { skip: 0, limit: 1 })).ok;
    expect(await look(ward.desk)).toBe(true);
    expect(await look(ward.signatory)).toBe(true);
    expect(await look(ward.neighbour)).toBe(false);
    expect(await look({ kind: 'citizen', accountId: ward.desk.accountId, name: 'An', posts: ward.desk.posts })).toBe(
      false,
    );
    expect((await app.dossiers.printRegister(ward.neighbour, november, 1)).ok).toBe(false);
    const parts: unknown[] = [];
    for await (const part of await app.dossiers.registerLines(ward.neighbour, november)) parts.push(part);
    expect(parts).toEqual([]);
  });
});
