import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  type FileChild,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import { officialLayout } from '../rules/official-layout.ts';
import type { ReportRun, ReportTable } from '../rules/report-document.ts';
import { tableHead } from '../rules/table-head.ts';
import { points } from './docx-runs.ts';

const { page, sizes } = officialLayout;
const thin = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
const borders = { top: thin, bottom: thin, left: thin, right: thin, insideHorizontal: thin, insideVertical: thin };

/** A table with its name above it; the head stands again on every page. */
export function dataTable({ caption, columns, rows }: ReportTable, isAcross: boolean): readonly FileChild[] {
  const width = isAcross ? page.height - page.top - page.bottom : page.width - page.left - page.right;
  const whole = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => convertMillimetersToTwip((width * share) / whole));
  const cell = (
    runs: readonly ReportRun[],
    place: number,
    how: { bold?: boolean; head?: boolean; over?: number; lines?: number },
  ) =>
    new TableCell({
      width: {
        size: widths.slice(place, place + (how.over ?? 1)).reduce((sum, one) => sum + one, 0),
        type: WidthType.DXA,
      },
      ...((how.over ?? 1) > 1 ? { columnSpan: how.over ?? 1 } : {}),
      ...((how.lines ?? 1) > 1 ? { rowSpan: how.lines ?? 1 } : {}),
      verticalAlign: VerticalAlign.CENTER,
      margins: { left: 60, right: 60, top: 30, bottom: 30 },
      children: [
        new Paragraph({
          alignment: how.head
            ? AlignmentType.CENTER
            : columns[place]?.isNumber
              ? AlignmentType.RIGHT
              : AlignmentType.LEFT,
          spacing: { before: 0, after: 0, line: 240, lineRule: LineRuleType.AUTO },
          children: runs.map((run) =>
            run.kind === 'note'
              ? new TextRun('')
              : new TextRun({
                  text: run.words,
                  size: points(sizes.table),
                  bold: how.bold === true || how.head === true,
                  ...(run.kind === 'open' ? { highlight: 'yellow' as const } : {}),
                }),
          ),
        }),
      ],
    });
  return [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      keepNext: true,
      spacing: { before: 120, after: 80 },
      children: [new TextRun({ text: caption, bold: true, size: points(13) })],
    }),
    new Table({
      layout: TableLayoutType.FIXED,
      width: { size: convertMillimetersToTwip(width), type: WidthType.DXA },
      columnWidths: widths,
      borders,
      rows: [
        ...tableHead({ columns }).map(
          (line) =>
            new TableRow({
              tableHeader: true,
              cantSplit: true,
              children: line.map(({ label, at, columns: over, lines }) =>
                cell([{ kind: 'words', words: label }], at, { head: true, over, lines }),
              ),
            }),
        ),
        ...rows.map(
          ({ cells, isTotal }) =>
            new TableRow({
              cantSplit: true,
              children: cells.map((runs, place) => cell(runs, place, { bold: isTotal === true })),
            }),
        ),
      ],
    }),
    new Paragraph({ spacing: { after: 0, line: 160, lineRule: LineRuleType.EXACT } }),
  ];
}
