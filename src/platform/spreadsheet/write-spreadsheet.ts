import type { Cell } from 'hucre';
import { writeXlsx } from 'hucre/xlsx';

/** What can be written into a cell: text stays text, also when it begins like a formula. */
export type WrittenCell = string | number | bigint | boolean | Temporal.PlainDate | null;

/** One sheet of a workbook. */
export interface WrittenSheet {
  readonly name: string;
  readonly columns: readonly {
    readonly label: string;
    /** In characters; default from the label. */
    readonly width?: number;
    /** How numbers are shown, as Excel writes it: `#,##0`. */
    readonly format?: string;
  }[];
  /** Several lines of head instead of the labels: each cell over so many columns and lines, from a column on. */
  readonly head?: readonly (readonly WrittenHeadCell[])[];
  readonly rows: readonly (readonly WrittenCell[])[];
}

interface WrittenHeadCell {
  readonly label: string;
  readonly at: number;
  readonly columns: number;
  readonly lines: number;
}

const dayFormat = 'dd/mm/yyyy';

/** Sheets as an .xlsx file: a bold heading that stays in sight, days as days, numbers as numbers. */
export async function writeSpreadsheet(sheets: readonly WrittenSheet[]): Promise<Uint8Array> {
  return writeXlsx({
    sheets: sheets.map(({ name, columns, rows, head }) => {
      const heads = head ?? [columns.map(({ label }, at) => ({ label, at, columns: 1, lines: 1 }))];
      return {
        name: sheetName(name),
        columns: columns.map(({ label, width, format }) => ({
          ...(head ? {} : { header: label }),
          width: width ?? Math.min(60, Math.max(10, label.length + 2)),
          ...(format ? { numFmt: format } : {}),
        })),
        rows: [
          ...heads.map((line) => columns.map((_, at) => line.find((cell) => cell.at === at)?.label ?? null)),
          ...rows.map((row) => row.map(cellValue)),
        ],
        merges: heads.flatMap((line, startRow) =>
          line
            .filter((cell) => cell.columns > 1 || cell.lines > 1)
            .map((cell) => ({
              startRow,
              startCol: cell.at,
              endRow: startRow + cell.lines - 1,
              endCol: cell.at + cell.columns - 1,
            })),
        ),
        cells: new Map<string, Partial<Cell>>([
          ...heads.flatMap((line, row) =>
            line.map(
              ({ at }) =>
                [
                  `${row},${at}`,
                  {
                    style: head
                      ? {
                          font: { bold: true },
                          alignment: { horizontal: 'center' as const, vertical: 'center' as const, wrapText: true },
                        }
                      : { font: { bold: true } },
                  },
                ] as const,
            ),
          ),
          ...rows.flatMap((row, index) =>
            row.flatMap((cell, column) =>
              cell instanceof Temporal.PlainDate
                ? [[`${index + heads.length},${column}`, { style: { numFmt: dayFormat } }] as const]
                : [],
            ),
          ),
        ]),
        freezePane: { rows: heads.length },
        ...(head
          ? { pageSetup: { orientation: 'landscape' as const, fitToPage: true, fitToWidth: 1, fitToHeight: 0 } }
          : {}),
      };
    }),
  });
}

function cellValue(cell: WrittenCell): string | number | boolean | Date | null {
  if (cell instanceof Temporal.PlainDate) return new Date(Date.UTC(cell.year, cell.month - 1, cell.day));
  // beyond 15 digits a spreadsheet rounds: written as text it stays what it is
  if (typeof cell === 'bigint') return cell < 10n ** 15n && cell > -(10n ** 15n) ? Number(cell) : cell.toString();
  return cell;
}

/** At most 31 characters, without those a sheet's name may not have. */
function sheetName(name: string): string {
  return (
    name
      .replaceAll(/[\\/?*[\]:']/g, ' ')
      .slice(0, 31)
      .trim() || '1'
  );
}
