import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import mammoth from 'mammoth';
import { beforeAll, describe, expect, test } from 'vitest';
import { unpackedEntry } from '#platform/spreadsheet/unpacked-weight.ts';
import { readWord } from '#platform/word/read-word.ts';
import { type PlacedLine, placedLines } from '../../../../tests/pdf-places.ts';
import { type PdfRead, readPdf } from '../../../../tests/read-pdf.ts';
import { reportOf2021, signedReportOf2021 } from '../../../../tests/report-of-2021.ts';
import { placedBlocks, runsWithin } from '../rules/count-runs.ts';
import { boldWidth, officialLayout, stateMotto } from '../rules/official-layout.ts';
import { reportPage } from './report-page.ts';
import { writeReport } from './write-report.ts';

const madeAt = Temporal.Instant.from('2021-11-05T02:00:00Z');
const report = signedReportOf2021();
let docx: Uint8Array;
let pdf: Uint8Array;
beforeAll(async () => {
  [docx, pdf] = await Promise.all([writeReport('docx', report, madeAt), writeReport('pdf', report, madeAt)]);
});

/** What the decree says of places and sizes, asked of the lines of a PDF, whoever made it. */
function expectOfficialForm(lines: readonly PlacedLine[], slack: number) {
  const of = (text: string, page = 1) => {
    const line = lines.find((each) => each.page === page && each.text.startsWith(text));
    if (!line) throw new Error(`there is no line “${text}” on page ${page}`);
    return line;
  };
  const middle = ({ left, right }: PlacedLine) => (left + right) / 2;
  const near = (value: number, wanted: number, within = slack) => expect(Math.abs(value - wanted)).toBeLessThan(within);
  const [body, city, state, motto] = ['ỦY BAN NHÂN DÂN', 'THÀNH PHỐ HÀ NỘI', 'CỘNG HÒA XÃ HỘI', stateMotto].map(
    (text) => of(text),
  ) as [PlacedLine, PlacedLine, PlacedLine, PlacedLine];
  // the issuer left, the State right, each in the middle of its column; the first lines level
  near(middle(body), 30 + 65 / 2);
  near(middle(city), 30 + 65 / 2);
  near(middle(state), 95 + 100 / 2);
  near(middle(motto), 95 + 100 / 2);
  near(body.baseline, state.baseline);
  expect(body.baseline).toBeGreaterThan(20);
  expect(body.baseline).toBeLessThan(20 + 8);
  expect([body.size, state.size]).toEqual([13, 13]);
  expect(motto.size).toBe(14);
  for (const line of [body, city, state, motto]) expect(line.fontName).toContain('Bold');
  // number and place on one line, under the issuer and under the State
  const [number, place] = [of('Số: 05/BC-UBND'), of('Hà Nội, ngày 05 tháng 11 năm 2021')];
  near(number.baseline, place.baseline);
  near(middle(number), 30 + 65 / 2);
  near(middle(place), 95 + 100 / 2);
  expect([number.size, place.size]).toEqual([13, 14]);
  expect(place.fontName).toContain('Italic');
  // type and abstract in the middle of the text
  for (const title of [of('BÁO CÁO'), of('Kết quả công tác')]) {
    near(middle(title), 30 + 165 / 2);
    expect(title.size).toBe(14);
    expect(title.fontName).toContain('Bold');
  }
  // the text: left margin 30, right margin 15, first line 12.7 in, lines single to one and a half
  near(of('Thực hiện Nghị quyết').left, 42.7);
  const text = lines.filter(({ page, size, left }) => page === 1 && size === 14 && Math.abs(left - 30) < slack);
  expect(text.length).toBeGreaterThan(5);
  for (const { right, left } of lines.filter(({ page, size }) => page <= 5 && size >= 11)) {
    expect(left).toBeGreaterThan(30 - slack);
    expect(right).toBeLessThan(195 + slack);
  }
  const steps = text.slice(1).map(({ baseline }, index) => baseline - text[index]!.baseline);
  const line = Math.min(...steps.filter((step) => step > 0)) / (25.4 / 72) / 14;
  expect(line).toBeGreaterThan(1.14);
  expect(line).toBeLessThan(1.5 * 1.15);
  for (const { baseline } of lines) expect(baseline).toBeLessThan(297 - 20 + slack);
  // page numbers in the middle of the upper margin, from the second page on
  expect(lines.some(({ page, baseline }) => page === 1 && baseline < 20)).toBe(false);
  for (const page of [2, 3, 4]) {
    const shown = lines.find((each) => each.page === page && each.text === `${page}` && each.baseline < 20);
    expect(shown?.size).toBe(14);
    near(middle(shown!), 30 + 165 / 2);
  }
  // recipients left in 12 and 11, who signs in the middle of the right
  const last = lines.find(({ text: words }) => words.startsWith('TM. ỦY BAN'))!.page;
  expect(of('Nơi nhận:', last).size).toBe(12);
  expect(of('Nơi nhận:', last).fontName).toMatch(/Bold.?Italic/);
  expect(of('- Như trên;', last).size).toBe(11);
  near(of('Nơi nhận:', last).left, 30);
  near(middle(of('TM. ỦY BAN NHÂN DÂN', last)), 30 + 80 + 85 / 2);
  near(middle(of('Nguyễn Văn An', last)), 30 + 80 + 85 / 2);
  expect(Math.abs(of('Nơi nhận:', last).baseline - of('TM. ỦY BAN NHÂN DÂN', last).baseline)).toBeLessThan(2);
}

describe('the PDF', () => {
  let read: PdfRead;
  beforeAll(async () => {
    read = await readPdf(pdf);
  });

  test('has the form of official papers, measured in the file', async () => {
    expectOfficialForm(await placedLines(pdf), 0.6);
  });

  test('is A4, tagged, in Vietnamese, with headings, tables, footnotes, a chart in words, its fonts inside', () => {
    expect(read.millimetres).toEqual([210, 297]);
    expect(read.tagged).toBe(true);
    expect(read.language).toMatch(/^vi/);
    expect(read.title).toBe('BÁO CÁO Kết quả công tác cải cách hành chính năm 2021');
    expect(read.elements).toMatchObject({ H1: 6, Table: expect.any(Number), Note: 3 });
    expect(read.elements.TH).toBeGreaterThan(10);
    expect(read.alternatives.join()).toContain('T7: 7.000; T8: 8.000');
    for (const { name, embedded } of read.fonts) {
      expect(name).toContain('Tinos');
      expect(embedded).toBe(true);
    }
  });

  test('says where each annex belongs and begins its pages again', async () => {
    const lines = await placedLines(pdf);
    const annex = lines.find(({ text }) => text === 'Phụ lục I')!;
    const own = lines.filter(({ page, text, baseline }) => page === annex.page + 1 && baseline < 20 && text === '2');
    expect(own).toHaveLength(1);
    expect(lines.some(({ page, text }) => page === annex.page && text.includes('Báo cáo số 05/BC-UBND'))).toBe(true);
  });

  test('is the same file for the same document', async () => {
    expect(await writeReport('pdf', report, madeAt)).toEqual(pdf);
  });
});

describe('the .docx', () => {
  const xmlOf = (entry: string) => new TextDecoder().decode(unpackedEntry(docx, entry));

  test('has the page, margins, font, language and page numbers of official papers', () => {
    const main = xmlOf('word/document.xml');
    const styles = xmlOf('word/styles.xml');
    expect(main).toContain('<w:pgSz w:w="11906" w:h="16838" w:orient="portrait"/>');
    // 20, 15, 20 and 30 mm in twentieths of a point
    const [, top, right, bottom, left, header] =
      /<w:pgMar w:top="(\d+)" w:right="(\d+)" w:bottom="(\d+)" w:left="(\d+)" w:header="(\d+)"/.exec(main)!.map(Number);
    const millimetres = [top, right, bottom, left, header].map((twips) => Math.round((twips! / 1440) * 25.4));
    expect(millimetres).toEqual([20, 15, 20, 30, 10]);
    expect(main).toContain('<w:titlePg/>');
    expect(main).toContain('w:orient="landscape"');
    expect(styles).toContain('w:ascii="Times New Roman"');
    expect(styles).toContain('<w:sz w:val="28"/>');
    expect(styles).toContain('w:val="vi-VN"');
    expect(xmlOf('word/header1.xml')).toMatch(/<w:jc w:val="center"\/>.*PAGE/s);
    // the line beneath the motto is as long as the motto: the column less its indents
    const [, indent] = /<w:ind w:left="(\d+)"[^>]*\/>(?:(?!<\/w:p>).)*<\/w:p><\/w:tc><\/w:tr>/.exec(main)!;
    const long = officialLayout.heading.right - (2 * Number(indent) * 25.4) / 1440;
    expect(Math.abs(long - boldWidth(stateMotto, officialLayout.sizes.motto))).toBeLessThan(0.5);
  });

  test('is read alike by a program that is not ours', async () => {
    const { value: html, messages } = await mammoth.convertToHtml({ buffer: Buffer.from(docx) });
    expect(messages.filter(({ type }) => type === 'error')).toEqual([]);
    const { value: text } = await mammoth.extractRawText({ buffer: Buffer.from(docx) });
    for (const { block } of placedBlocks(report)) {
      if (block.kind !== 'paragraph') continue;
      const words = runsWithin(block)
        .map((run) => (run.kind === 'note' ? '' : run.words))
        .join('');
      expect(text.replaceAll(/\[\d+\]/g, '')).toContain(words);
    }
    expect(html.match(/<h1>/g)?.length).toBeGreaterThanOrEqual(4);
    expect(html.match(/<thead>/g)?.length).toBe(3);
    expect(html).toContain('footnote-');
  });

  test('gives back its own text when it is read to be checked', () => {
    const read = readWord(docx);
    if (!read.ok) throw new Error(read.refusal.code);
    const text = read.value.map((each) => each.text).join('\n');
    expect(text).toContain('đã giải quyết 1.376.469 hồ sơ, bằng 90,2% số tiếp nhận');
    expect(text).toContain('11 | Hồ sơ tiếp nhận | hồ sơ | 1.525.653 | 30/10/2021');
  });

  const office = ['/usr/bin/soffice', '/usr/lib/libreoffice/program/soffice'].find((path) => existsSync(path));
  test.skipIf(!office)(
    `is laid out by LibreOffice in the form of official papers${office ? '' : ' (LibreOffice is not installed here: not measured)'}`,
    async () => {
      expectOfficialForm(await placedLines(convert(office!)), 0.8);
    },
    120_000,
  );

  /** To PDF by LibreOffice, which finds Tinos where it looks for Times New Roman: the two have the same measures. */
  function convert(program: string): Uint8Array {
    const folder = mkdtempSync(join(tmpdir(), 'motcua-office-'));
    try {
      const fonts = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/tinos/package.json'));
      const settings = join(folder, 'fonts.conf');
      writeFileSync(
        settings,
        `<?xml version="1.0"?><fontconfig><dir>${fonts}</dir><cachedir>${folder}/cache</cachedir>
<alias binding="same"><family>Times New Roman</family><prefer><family>Tinos</family></prefer></alias></fontconfig>`,
      );
      mkdirSync(join(folder, 'out'));
      writeFileSync(join(folder, 'report.docx'), docx);
      execFileSync(
        program,
        [
          `-env:UserInstallation=file://${folder}/profile`,
          '--headless',
          '--convert-to',
          'pdf',
          '--outdir',
          join(folder, 'out'),
          join(folder, 'report.docx'),
        ],
        { env: { ...process.env, FONTCONFIG_FILE: settings }, stdio: 'ignore' },
      );
      return readFileSync(join(folder, 'out', 'report.pdf'));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
});

describe('the letter that goes with it', () => {
  const letter = signedReportOf2021('par-letter');

  test('has its bases in italics, each with its sign, and sections without parts', async () => {
    const file = await writeReport('pdf', letter, madeAt);
    const lines = await placedLines(file);
    const line = (text: string) => lines.find((each) => each.text.startsWith(text));
    expect(line('Số: 05/TTr-UBND')).toBeDefined();
    expect(line('TỜ TRÌNH')?.fontName).toContain('Bold');
    expect(line('Căn cứ Nghị quyết số 76/NQ-CP')?.fontName).toContain('Italic');
    const { pages, elements } = await readPdf(file);
    const text = pages.join(' ').replaceAll(/\s+/g, ' ');
    expect(text).toContain('ngày 22/11/2019; Căn cứ Nghị quyết');
    expect(text).toContain('ngày 29/12/2020 của Ủy ban nhân dân Thành phố. I. SỰ CẦN THIẾT');
    expect(text).not.toContain('Phần I');
    expect(elements.H1).toBe(3);
  });

  test('is a page and a .docx with the same headings', async () => {
    const { value: html } = await mammoth.convertToHtml({
      buffer: Buffer.from(await writeReport('docx', letter, madeAt)),
    });
    expect(html).toContain('II. NỘI DUNG CHỦ YẾU CỦA BÁO CÁO');
    expect(html).not.toContain('Phần');
    expect(reportPage(letter)).toContain('<h2>II. Nội dung chủ yếu của báo cáo</h2>');
  });
});

describe('the page and the tables', () => {
  test('every number on the page leads to where it comes from, and every address is there', () => {
    const page = reportPage(report);
    const links = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id!);
    const ids = new Set([...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    expect(links.filter((id) => !ids.has(id))).toEqual([]);
    const figures = placedBlocks(report)
      .flatMap(({ block }) => runsWithin(block))
      .filter(({ kind }) => kind === 'figure');
    expect(page.match(/class="report-figure"/g)?.length).toBe(figures.length);
    expect(page).toContain('Nghị định 61/2018/NĐ-CP');
  });

  test('whatever somebody writes stays text on the page', () => {
    const { document } = reportOf2021();
    const nasty = {
      kind: 'paragraph',
      id: 'x',
      runs: [{ kind: 'words', words: '<script>alert("1")</script>' }],
    } as const;
    expect(reportPage({ ...document, opening: [nasty] })).not.toContain('<script');
  });

  test('the tables are sheets with numbers', async () => {
    const { readSpreadsheet } = await import('#platform/spreadsheet/read-spreadsheet.ts');
    const read = await readSpreadsheet(await writeReport('xlsx', report, madeAt));
    if (!read.ok) throw new Error(read.refusal.code);
    expect(read.value.find(({ cells }) => cells[1] === 'Hồ sơ tiếp nhận')?.cells).toEqual([
      11,
      'Hồ sơ tiếp nhận',
      'hồ sơ',
      1_525_653,
      '30/10/2021',
    ]);
  });
});
