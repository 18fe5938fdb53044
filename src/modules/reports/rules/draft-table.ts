import { figureDefinition } from '#modules/figures/rules/figure-catalogue.ts';
import type { FigureDimension } from '#modules/figures/rules/figure-definition.ts';
import { boundCell, linesOf, plainCell } from './draft-cells.ts';
import { draftForm } from './draft-form.ts';
import type { FigureAsked, FigureLineFound } from './figure-binding.ts';
import type { ReportChart, ReportTable } from './report-document.ts';
import type { OutlineBlock } from './report-outline.ts';
import type { RunMaking } from './report-runs.ts';
import { writePeriodWords } from './report-spans.ts';
import { rankLines } from './show-binding.ts';

type TableBlock = Extract<OutlineBlock, { kind: 'table' }>;
type ChartBlock = Extract<OutlineBlock, { kind: 'chart' }>;

/** What a table or a chart asks for. */
export function figuresOfTable(
  block: TableBlock | ChartBlock,
  spanOf: (figureId: string) => string,
): readonly FigureAsked[] {
  const asked = (figureId: string, by: FigureDimension | null) => ({
    figureId,
    span: spanOf(figureId),
    unitId: null,
    by,
  });
  if (block.kind === 'chart') return [asked(block.figure, block.by)];
  const { rows } = block;
  if ('lines' in rows) return [];
  if ('form' in rows) {
    const { columns, rows: by } = rows.form;
    return columns.flatMap((column) => {
      if (!('figure' in column)) return [];
      const whole = asked(column.figure, null);
      return by === 'total' ? [whole] : [asked(column.figure, by), whole];
    });
  }
  return 'by' in rows
    ? rows.figures.flatMap((id) => [asked(id, rows.by), asked(id, null)])
    : rows.figures.map((id) => asked(id, null));
}

/** A table with a line a figure, or a line a unit, field or month with the total below. */
export function draftTable({ caption, rows }: TableBlock, making: RunMaking): ReportTable {
  const written = writePeriodWords(caption, making.spans);
  if ('lines' in rows)
    return {
      caption: written,
      columns: rows.columns.map((column) => ({ ...column, isNumber: false })),
      rows: rows.lines.map((line) => ({ cells: line.map(plainCell) })),
    };
  if ('form' in rows) return draftForm(written, rows.form, rows.leftOut ?? [], making);
  return 'by' in rows ? byDimension(written, rows, making) : byFigure(written, rows.figures, making);
}

function byFigure(caption: string, figures: readonly string[], making: RunMaking): ReportTable {
  return {
    caption,
    columns: [
      { label: 'STT', isNumber: true, share: 7 },
      { label: 'Chỉ tiêu', isNumber: false, share: 48 },
      { label: 'Đơn vị tính', isNumber: false, share: 17 },
      { label: 'Số liệu', isNumber: true, share: 16 },
      { label: 'Tính đến', isNumber: false, share: 12 },
    ],
    rows: figures.map((id, place) => {
      const definition = figureDefinition(id);
      const run = boundCell(id, undefined, making);
      const day = making.spans.get(making.spanOf(id))?.to;
      return {
        cells: [
          plainCell(`${place + 1}`),
          plainCell(definition?.name.vi ?? id),
          plainCell(definition?.measure.vi ?? ''),
          [run],
          plainCell(day ? `${two(day.day)}/${two(day.month)}/${day.year}` : ''),
        ],
      };
    }),
  };
}

const two = (number: number) => String(number).padStart(2, '0');

function byDimension(
  caption: string,
  { by, figures, most }: Extract<TableBlock['rows'], { by: FigureDimension }>,
  making: RunMaking,
): ReportTable {
  const [first = ''] = figures;
  const lines = linesOf(first, by, making);
  const shown = most === undefined ? lines : rankLines(lines, 'highest').slice(0, most);
  const [numberShare, nameShare] = figures.length > 6 ? [5, 22] : [6, 32];
  const share = (100 - numberShare - nameShare) / figures.length;
  return {
    caption,
    columns: [
      { label: 'STT', isNumber: true, share: numberShare },
      { label: dimensionLabels[by], isNumber: false, share: nameShare },
      ...figures.map((id) => ({ label: shortName(id), isNumber: true, share })),
    ],
    rows: [
      ...shown.map((line, place) => ({
        cells: [
          plainCell(`${place + 1}`),
          plainCell(line.label),
          ...figures.map((id) => [boundCell(id, { by, key: line.key }, making)]),
        ],
      })),
      {
        cells: [plainCell(''), plainCell('Tổng cộng'), ...figures.map((id) => [boundCell(id, undefined, making)])],
        isTotal: true,
      },
    ],
  };
}

/** A column's name: of the columns of a form what stands after its number. */
const shortName = (id: string): string => {
  const name = figureDefinition(id)?.name.vi ?? id;
  return name.replace(/^II\.\S+ cột \((\d+)\): /, '($1) ');
};

const dimensionLabels: Readonly<Record<FigureDimension, string>> = {
  unit: 'Cơ quan, đơn vị',
  branch: 'Cơ quan, đơn vị',
  tier: 'Cấp',
  field: 'Lĩnh vực',
  procedure: 'Thủ tục',
  channel: 'Hình thức nộp',
  level: 'Mức độ',
  month: 'Tháng',
};

/** A chart of one figure by one dimension; by months they stay in their order. */
export function draftChart({ caption, figure, by, most }: ChartBlock, making: RunMaking): ReportChart {
  const lines = linesOf(figure, by, making);
  const shown = by === 'month' ? shortMonths(lines) : rankLines(lines, 'highest');
  return {
    caption: writePeriodWords(caption, making.spans),
    measure: figureDefinition(figure)?.measure.vi ?? '',
    kind: by === 'month' ? 'columns' : 'bars',
    points: shown.slice(0, most ?? shown.length).map(({ label, value }) => ({ label, value })),
  };
}

/** `T1`, `T2`; with the year where there are several. */
function shortMonths(lines: readonly FigureLineFound[]): readonly FigureLineFound[] {
  const years = new Set(lines.map(({ key }) => key.slice(0, 4)));
  return lines.map((line) => {
    const [year = '', month = ''] = line.key.split('-');
    return { ...line, label: years.size > 1 ? `T${Number(month)}/${year}` : `T${Number(month)}` };
  });
}
