import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { readSpreadsheet, type SpreadsheetCell } from './read-spreadsheet.ts';
import { unpackedWeight } from './unpacked-weight.ts';
import { writeSpreadsheet } from './write-spreadsheet.ts';

const text = (written: string) => Buffer.from(written, 'utf8');
const plain = (cell: SpreadsheetCell) => (cell instanceof Temporal.PlainDate ? cell.toString() : cell);

async function cellsOf(content: Uint8Array) {
  const read = await readSpreadsheet(content);
  if (!read.ok) throw new Error(read.refusal.code);
  return read.value.map(({ number, cells }) => [number, ...cells.map(plain)]);
}

async function refusalOf(content: Uint8Array, mostRows?: number) {
  const read = await readSpreadsheet(content, mostRows === undefined ? {} : { mostRows });
  return read.ok ? 'read' : read.refusal.code;
}

/** One entry of a ZIP archive that says it holds `said` bytes. */
function archiveOf(content: Buffer, said = content.byteLength): Buffer {
  const packed = deflateRawSync(content);
  const name = Buffer.from('xl/worksheets/sheet1.xml');
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt16LE(name.byteLength, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(packed.byteLength, 20);
  entry.writeUInt32LE(said, 24);
  entry.writeUInt16LE(name.byteLength, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(30 + name.byteLength + packed.byteLength, 16);
  return Buffer.concat([local, name, packed, entry, name, end]);
}

describe('reading a table', () => {
  test('CSV is read with commas, semicolons or tabs, with a byte order mark, and quotes', async () => {
    expect(await cellsOf(text('\uFEFFTên;Số\r\n"Lớp; một";2\r\n'))).toEqual([
      [1, 'Tên', 'Số'],
      [2, 'Lớp; một', '2'],
    ]);
    expect(await cellsOf(text('a,b\n1,2\n'))).toEqual([
      [1, 'a', 'b'],
      [2, '1', '2'],
    ]);
    expect(await cellsOf(Buffer.from('\uFEFFTên\tSố\nLớp\t2\n', 'utf16le'))).toEqual([
      [1, 'Tên', 'Số'],
      [2, 'Lớp', '2'],
    ]);
  });

  test('rows keep the number a person sees in the file, also after empty ones', async () => {
    expect(await cellsOf(text('a\n\n\nb\n'))).toEqual([
      [1, 'a'],
      [4, 'b'],
    ]);
  });

  test('a computed cell, a merged cell and an error are told apart from a value', async () => {
    const written = await writeXlsx({
      sheets: [
        {
          name: 'A',
          rows: [
            ['Tên', 'Số', 'Ghép'],
            ['x', null, 'y'],
            ['z', 3, null],
          ],
          cells: new Map([['1,1', { formula: '1+1', formulaResult: 2 }]]),
          merges: [{ startRow: 1, endRow: 2, startCol: 2, endCol: 2 }],
        },
      ],
    });
    expect(await cellsOf(written)).toEqual([
      [1, 'Tên', 'Số', 'Ghép'],
      [2, 'x', { unusable: 'formula' }, { unusable: 'merged' }],
      [3, 'z', 3, { unusable: 'merged' }],
    ]);
  });

  test('what is written is read again: words, numbers, days, also words that look like formulas', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.tuple(
            fc.oneof(
              fc.constantFrom('=1+1', '-5', '@x', 'Đỗ Thị Hải Yến'),
              fc.stringMatching(/^[\p{L}\d =+&<>"'-]{1,20}$/u),
            ),
            fc.integer(),
            fc.integer({ min: 0, max: 60_000 }),
          ),
          { minLength: 1, maxLength: 8 },
        ),
        async (rows) => {
          const days = rows.map(([words, number, day]) => [
            words.normalize('NFC').trim() || 'x',
            number,
            Temporal.PlainDate.from('1950-01-01').add({ days: day }),
          ]);
          const sheet = { name: 'Sổ', columns: ['a', 'b', 'c'].map((label) => ({ label })), rows: days };
          const read = await cellsOf(await writeSpreadsheet([sheet]));
          expect(read.slice(1).map(([, ...cells]) => cells)).toEqual(days.map((row) => row.map(plain)));
        },
      ),
      { numRuns: 30 },
    );
  });
});

describe('a table that cannot be used is refused in words', () => {
  test('old .xls files, files with a password, and what is no table', async () => {
    expect(await refusalOf(Buffer.from('d0cf11e0a1b11ae1', 'hex'))).toBe('spreadsheet-old-format');
    expect(await refusalOf(Buffer.from('504b030414000000', 'hex'))).toBe('spreadsheet-not-readable');
    expect(await refusalOf(text('a;b\n\0;2'))).toBe('spreadsheet-not-readable');
    expect(await refusalOf(Buffer.from([0x54, 0xea, 0x6e, 0x0a]))).toBe('spreadsheet-not-utf8');
    expect(await refusalOf(text('\n\n'))).toBe('spreadsheet-empty');
  });

  test('a file of more rows than allowed', async () => {
    const sheet = { name: 'A', columns: [{ label: 'a' }], rows: Array.from({ length: 60 }, (_, i) => [i]) };
    expect(await refusalOf(await writeSpreadsheet([sheet]), 50)).toBe('spreadsheet-too-many-rows');
    expect(await refusalOf(text('a\n'.repeat(60)), 50)).toBe('spreadsheet-too-many-rows');
  });

  test('a bomb is weighed before it is opened, whatever it says of itself', async () => {
    const bomb = archiveOf(Buffer.alloc(80_000_000), 100);
    expect(bomb.byteLength).toBeLessThan(200_000);
    expect(await refusalOf(bomb)).toBe('spreadsheet-too-heavy');
    expect(unpackedWeight(archiveOf(Buffer.from('small')), 1000)).toBe(5);
    expect(await refusalOf(bomb.subarray(0, 5000))).toBe('spreadsheet-not-readable');
  });

  test('entities that multiply themselves are not unfolded', async () => {
    const laughs = `<!DOCTYPE x [<!ENTITY a "${'ha'.repeat(50)}"><!ENTITY b "${'&a;'.repeat(50)}">]><worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>`;
    expect(await refusalOf(archiveOf(Buffer.from(laughs)))).toBe('spreadsheet-not-readable');
  });
});
