import type { CellValue } from 'hucre';
import { parseCsv } from 'hucre/csv';
import { readXlsx } from 'hucre/xlsx';
import { accepted, type Result, refused } from '#kernel/result.ts';
import type { SpreadsheetRefusal } from './spreadsheet-refusals.ts';
import { unpackedWeight } from './unpacked-weight.ts';

/** A cell that says nothing by itself: computed elsewhere, part of a merged block, or an error of the spreadsheet. */
export interface UnusableCell {
  readonly unusable: 'formula' | 'merged' | 'error';
}

/** What stands in a cell. A day typed as text stays text; one formatted as a date is a day. */
export type SpreadsheetCell = string | number | boolean | Temporal.PlainDate | UnusableCell | null;

/** A row as the person sees it in the file: the first is 1. */
export interface SpreadsheetRow {
  readonly number: number;
  readonly cells: readonly SpreadsheetCell[];
}

const limitMegabytes = 60;

/**
 * Reads the first sheet of an .xlsx file, or a CSV file in UTF-8 or UTF-16 with comma, semicolon or tab. Rows without
 * any content are left out.
 * @param mostRows refused `spreadsheet-too-many-rows` beyond it
 */
export async function readSpreadsheet(
  content: Uint8Array,
  { mostRows = 20_000 }: { readonly mostRows?: number } = {},
): Promise<Result<readonly SpreadsheetRow[], SpreadsheetRefusal>> {
  const start = Buffer.from(content.subarray(0, 4)).toString('hex');
  if (start === 'd0cf11e0') return refused('spreadsheet-old-format');
  const rows = start === '504b0304' ? await readWorkbook(content, mostRows) : readText(content);
  if (!rows.ok) return rows;
  const filled = rows.value.filter(({ cells }) => cells.some((cell) => cell !== null && cell !== ''));
  if (filled.length === 0) return refused('spreadsheet-empty');
  if (filled.length > mostRows) return refused('spreadsheet-too-many-rows', { limit: mostRows });
  return accepted(filled);
}

async function readWorkbook(
  content: Uint8Array,
  mostRows: number,
): Promise<Result<readonly SpreadsheetRow[], SpreadsheetRefusal>> {
  const weight = unpackedWeight(content, limitMegabytes * 1_000_000);
  if (weight === 'too-heavy') return refused('spreadsheet-too-heavy', { limitMegabytes });
  if (weight === 'damaged') return refused('spreadsheet-not-readable');
  const read = await readXlsx(content, { sheets: [0], maxRows: mostRows + 1 }).catch(() => undefined);
  if (!read) return refused('spreadsheet-not-readable');
  const [sheet] = read.sheets;
  if (!sheet) return refused('spreadsheet-empty');
  const merged = sheet.merges ?? [];
  const isInside = (row: number, column: number) =>
    merged.some(
      (range) => row >= range.startRow && row <= range.endRow && column >= range.startCol && column <= range.endCol,
    );
  const rows = sheet.rows.map((cells, row) => ({
    number: row + 1,
    cells: cells.map((value, column): SpreadsheetCell => {
      const type = sheet.cells?.get(`${row},${column}`)?.type;
      if (type === 'formula' || type === 'error') return { unusable: type };
      return merged.length > 0 && isInside(row, column) ? { unusable: 'merged' } : cellOf(value);
    }),
  }));
  return accepted(rows);
}

function cellOf(value: CellValue | undefined): SpreadsheetCell {
  if (value instanceof Date) {
    if (Number.isNaN(value.getTime())) return { unusable: 'error' };
    return new Temporal.PlainDate(value.getUTCFullYear(), value.getUTCMonth() + 1, value.getUTCDate());
  }
  if (typeof value === 'string') return value.normalize('NFC');
  return typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

function readText(content: Uint8Array): Result<readonly SpreadsheetRow[], SpreadsheetRefusal> {
  const text = textOf(content);
  if (text === undefined) return refused('spreadsheet-not-utf8');
  if (text.includes('\0')) return refused('spreadsheet-not-readable');
  return accepted(parseCsv(text).map((cells, index) => ({ number: index + 1, cells: cells.map(cellOf) })));
}

function textOf(content: Uint8Array): string | undefined {
  const isWide = content[0] === 0xff && content[1] === 0xfe;
  try {
    return new TextDecoder(isWide ? 'utf-16le' : 'utf-8', { fatal: true }).decode(content);
  } catch {
    return undefined;
  }
}
