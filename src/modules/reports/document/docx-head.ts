import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  type FileChild,
  HeadingLevel,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import {
  boldWidth,
  numberLine,
  officialLayout,
  placeAndDate,
  stateMotto,
  stateName,
} from '../rules/official-layout.ts';
import type { ReportDocument } from '../rules/report-document.ts';
import { lineBeneath, points } from './docx-runs.ts';

const { sizes, heading: columns, page, lineShare } = officialLayout;
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const noBorders = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none };

const line = (text: string, size: number, how: { bold?: boolean; italics?: boolean; left?: boolean } = {}) =>
  new Paragraph({
    alignment: how.left ? AlignmentType.LEFT : AlignmentType.CENTER,
    spacing: { before: 0, after: 0, line: 240, lineRule: LineRuleType.AUTO },
    children: [new TextRun({ text, size: points(size), bold: how.bold === true, italics: how.italics === true })],
  });

/** Two columns without borders, their edges where the text's edges are. */
function columnsOf(
  rows: readonly (readonly [readonly Paragraph[], readonly Paragraph[]])[],
  widths: readonly number[],
) {
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: convertMillimetersToTwip(page.width - page.left - page.right), type: WidthType.DXA },
    columnWidths: widths.map(convertMillimetersToTwip),
    borders: noBorders,
    margins: { left: 0, right: 0, top: 0, bottom: 0, marginUnitType: WidthType.DXA },
    rows: rows.map(
      (cells) =>
        new TableRow({
          cantSplit: true,
          children: cells.map(
            (children, place) =>
              new TableCell({
                width: { size: convertMillimetersToTwip(widths[place] ?? 0), type: WidthType.DXA },
                margins: { left: 0, right: 0, top: 0, bottom: 0 },
                borders: { top: none, bottom: none, left: none, right: none },
                children: [...children],
              }),
          ),
        }),
    ),
  });
}

/** Who issues, the State and its motto, number, place and day; then the type of the document and what it is about. */
export function documentHead(report: ReportDocument): readonly FileChild[] {
  const { superior, body, number, notation, place, day } = report.heading;
  const bodyLines = body.split('\n');
  const whole = page.width - page.left - page.right;
  const [left, right] = [columns.left, columns.right];
  const abstractLine = boldWidth(report.abstract, sizes.title);
  return [
    // LibreOffice puts an empty line of the text's height before a table that begins a document; a thin one is enough for it
    new Paragraph({ spacing: { before: 0, after: 0, line: 20, lineRule: LineRuleType.EXACT } }),
    columnsOf(
      [
        [
          [
            ...(superior ? [line(superior, sizes.superior)] : []),
            ...bodyLines.map((text) => line(text, sizes.body, { bold: true })),
            lineBeneath(boldWidth(bodyLines.at(-1) ?? '', sizes.body) * lineShare, left),
          ],
          [
            line(stateName, sizes.state, { bold: true }),
            line(stateMotto, sizes.motto, { bold: true }),
            lineBeneath(boldWidth(stateMotto, sizes.motto), right),
          ],
        ],
        [
          [line(numberLine(number, notation), sizes.number)],
          [line(placeAndDate(place, day, report.spans[0]?.to.year), sizes.placeAndDate, { italics: true })],
        ],
      ],
      [left, right],
    ),
    title(report.type, 14),
    title(report.abstract, 0, true),
    lineBeneath(Math.min(abstractLine, whole) * lineShare, whole),
  ];
}

const title = (text: string, before: number, isPlain = false) =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    ...(isPlain ? {} : { heading: HeadingLevel.TITLE }),
    spacing: { before: before * 20, after: 0, line: 240, lineRule: LineRuleType.AUTO },
    children: [new TextRun({ text, bold: true, size: points(sizes.title), color: '000000' })],
  });

/** Nơi nhận on the left, level with who signs on the right; never parted by the end of a page. */
export function signatureTable({ recipients, signature }: ReportDocument): readonly FileChild[] {
  const room = [1, 2, 3].map(() => line('', sizes.text));
  return [
    new Paragraph({ keepNext: true, spacing: { after: 0, line: 240, lineRule: LineRuleType.AUTO } }),
    columnsOf(
      [
        [
          [
            new Paragraph({
              spacing: { before: 0, after: 0 },
              children: [
                new TextRun({ text: 'Nơi nhận:', bold: true, italics: true, size: points(sizes.recipientsLabel) }),
              ],
            }),
            ...recipients.map((name) => line(`- ${name}`, sizes.recipients, { left: true })),
          ],
          [
            ...signature.lines.map((text) => line(text, sizes.text, { bold: true })),
            ...room,
            line(signature.signerName, sizes.text, { bold: true }),
          ],
        ],
      ],
      [80, 85],
    ),
  ];
}
