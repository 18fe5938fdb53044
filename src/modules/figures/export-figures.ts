import type { Language } from '#kernel/text.ts';
import { formatDate } from '#kernel/vietnamese.ts';
import { toLocal } from '#kernel/zone.ts';
import { writeCsvFile } from '#platform/spreadsheet/write-csv.ts';
import { type WrittenCell, writeSpreadsheet } from '#platform/spreadsheet/write-spreadsheet.ts';
import type { FigureAnswer, FiguresAnswer } from './ask-figures.ts';
import { asNumber, type FigureValue } from './rules/figure-value.ts';

/** A file for whoever asked for it. */
export interface FiguresFile {
  readonly mediaType: string;
  readonly content: Uint8Array;
}

const mediaTypes = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

export type FiguresFormat = keyof typeof mediaTypes;

const headings = {
  vi: [
    'Mã chỉ tiêu',
    'Chỉ tiêu',
    'Phần',
    'Giá trị',
    'Đơn vị tính',
    'Đơn vị',
    'Từ ngày',
    'Đến ngày',
    'Tính đến',
    'Định nghĩa',
  ],
  en: ['Figure', 'Name', 'Part', 'Value', 'Measure', 'Unit', 'From', 'To', 'As of', 'Definition'],
} as const;

/**
 * Figures as a table: a row for the whole and one for each line of a breakdown, with period, moment and definition in every
 * row, so that a row that is copied elsewhere still says what it is.
 */
export async function exportFigures(
  answer: FiguresAnswer,
  format: FiguresFormat,
  language: Language,
): Promise<FiguresFile> {
  const rows = answer.figures.flatMap((figure) => [
    rowOf(answer, figure, language, '', figure.value),
    ...figure.lines.map(({ label, value }) => rowOf(answer, figure, language, label[language], value)),
  ]);
  const columns = headings[language];
  if (format === 'csv') {
    const written = rows.map((row) => row.map(inWords));
    return { mediaType: mediaTypes.csv, content: writeCsvFile([[...columns], ...written]) };
  }
  const sheets = [
    { name: language === 'vi' ? 'Số liệu' : 'Figures', columns: columns.map((label) => ({ label })), rows },
  ];
  return { mediaType: mediaTypes.xlsx, content: await writeSpreadsheet(sheets) };
}

function rowOf(
  { unitId, from, to, asOf }: FiguresAnswer,
  { definition }: FigureAnswer,
  language: Language,
  part: string,
  value: FigureValue | null,
): readonly WrittenCell[] {
  return [
    definition.id,
    definition.name[language],
    part,
    value && asNumber(value),
    definition.measure[language],
    unitId,
    from,
    to,
    toLocal(asOf).toString({ smallestUnit: 'minute' }),
    definition.definition[language],
  ];
}

const inWords = (cell: WrittenCell): string =>
  cell === null ? '' : cell instanceof Temporal.PlainDate ? formatDate(cell) : String(cell);
