import {
  AlignmentType,
  convertMillimetersToTwip,
  Document,
  type FileChild,
  Header,
  HeadingLevel,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  TextRun,
} from 'docx';
import { goesWith } from '../rules/goes-with.ts';
import { officialLayout } from '../rules/official-layout.ts';
import type {
  DocumentHeading,
  ReportAnnex,
  ReportBlock,
  ReportDocument,
  ReportPart,
  ReportSection,
} from '../rules/report-document.ts';
import { chartParagraph } from './docx-chart.ts';
import { documentHead, signatureTable } from './docx-head.ts';
import { blackFont, lineBeneath, paragraphOf, points, runsOf } from './docx-runs.ts';
import { dataTable } from './docx-table.ts';

type SectionOptions = ConstructorParameters<typeof Document>[0]['sections'][number];

const { page, sizes } = officialLayout;

/** Where a page's margins lie, in twips; across, the page is turned and so are its margins. */
const pageOptions = (isAcross: boolean, numberFrom: number) => ({
  size: {
    // A4 as Word writes it
    width: 11_906,
    height: 16_838,
    orientation: isAcross ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
  },
  margin: {
    top: convertMillimetersToTwip(page.top),
    bottom: convertMillimetersToTwip(page.bottom),
    left: convertMillimetersToTwip(isAcross ? page.bottom : page.left),
    right: convertMillimetersToTwip(isAcross ? page.top : page.right),
    header: convertMillimetersToTwip(officialLayout.pageNumberAt),
    footer: convertMillimetersToTwip(officialLayout.pageNumberAt),
  },
  pageNumbers: { start: numberFrom },
});

/**
 * A report as a Word document in the form of official papers; every program that opens .docx shows the same layout.
 * @see NĐ 30/2020/NĐ-CP, Phụ lục I
 */
export async function reportDocx(report: ReportDocument): Promise<Uint8Array> {
  const file = new Document({
    title: `${report.type} ${report.abstract}`,
    creator: report.heading.body.replace('\n', ' '),
    description: report.abstract,
    styles: {
      default: {
        document: {
          run: { font: blackFont, size: points(sizes.text), color: '000000', language: { value: 'vi-VN' } },
        },
        heading1: { run: { font: blackFont, size: points(sizes.text), bold: true, color: '000000' } },
        heading2: { run: { font: blackFont, size: points(sizes.text), bold: true, color: '000000' } },
        heading3: { run: { font: blackFont, size: points(sizes.text), bold: true, color: '000000' } },
        heading4: { run: { font: blackFont, size: points(sizes.text), bold: true, color: '000000' } },
        footnoteText: { run: { font: blackFont, size: points(sizes.footnote) } },
      },
    },
    footnotes: Object.fromEntries(
      report.footnotes.map(({ number, words }) => [
        number,
        {
          children: [
            new Paragraph({
              alignment: AlignmentType.JUSTIFIED,
              children: [new TextRun({ text: ` ${words}`, font: blackFont, size: points(sizes.footnote) })],
            }),
          ],
        },
      ]),
    ),
    sections: [mainSection(report), ...report.annexes.map((annex) => annexSection(annex, report))],
  });
  return new Uint8Array(await Packer.toBuffer(file));
}

function mainSection(report: ReportDocument): SectionOptions {
  return {
    properties: { page: pageOptions(false, 1), titlePage: true },
    headers: { default: numberHeader(), first: draftHeader(report.heading) },
    children: [
      ...documentHead(report),
      ...addressees(report.addressees),
      ...report.bases.map((basis, place) =>
        paragraphOf([
          new TextRun({ text: `Căn cứ ${basis}${place + 1 < report.bases.length ? ';' : '.'}`, italics: true }),
        ]),
      ),
      ...blocks(report.opening),
      ...report.parts.flatMap(part),
      ...blocks(report.closing, { keepNext: true }),
      ...signatureTable(report),
    ],
  };
}

/** The page number in the middle of the upper margin, from the second page on. */
const numberHeader = () =>
  new Header({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ children: [PageNumber.CURRENT], font: blackFont, size: points(sizes.pageNumber) })],
      }),
    ],
  });

const draftHeader = ({ draftMark }: DocumentHeading) =>
  new Header({
    children: [new Paragraph({ children: draftMark ? [new TextRun({ text: draftMark, bold: true })] : [] })],
  });

/** Of one the line is short; of more each has its own. */
function addressees(names: readonly string[]): readonly FileChild[] {
  const line = (text: string, left = 0) =>
    new Paragraph({
      alignment: names.length === 1 ? AlignmentType.CENTER : AlignmentType.LEFT,
      indent: { left },
      spacing: { before: 60, after: 180, line: 276, lineRule: LineRuleType.AUTO },
      children: [new TextRun(text)],
    });
  if (names.length === 0) return [];
  if (names.length === 1) return [line(`Kính gửi: ${names[0]}.`)];
  const indent = convertMillimetersToTwip(40);
  return [
    line('Kính gửi:', convertMillimetersToTwip(25)),
    ...names.map((name, place) => line(`- ${name}${place + 1 < names.length ? ';' : '.'}`, indent)),
  ];
}

const centred = (text: string, heading?: (typeof HeadingLevel)[keyof typeof HeadingLevel], before = 0) =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    keepNext: true,
    ...(heading ? { heading } : {}),
    spacing: { before: before * 20, after: 0, line: 276, lineRule: LineRuleType.AUTO },
    children: [new TextRun({ text, bold: true })],
  });

/** Phần I on a line of its own, its title in capitals beneath. */
function part({ number, title, blocks: own, sections }: ReportPart): readonly FileChild[] {
  const content = [...blocks(own), ...sections.flatMap((section) => sectionOf(section, 0))];
  if (title === '') return content;
  return [
    centred(number, HeadingLevel.HEADING_1, 12),
    centred(title.toLocaleUpperCase('vi'), HeadingLevel.HEADING_2),
    new Paragraph({ keepNext: true, spacing: { after: 0, line: 120, lineRule: LineRuleType.EXACT } }),
    ...content,
  ];
}

function sectionOf({ number, title, blocks: own, sections }: ReportSection, depth: number): readonly FileChild[] {
  const text = depth === 0 ? title.toLocaleUpperCase('vi') : title;
  return [
    new Paragraph({
      heading: depth === 0 ? HeadingLevel.HEADING_3 : HeadingLevel.HEADING_4,
      keepNext: true,
      alignment: AlignmentType.JUSTIFIED,
      indent: { firstLine: convertMillimetersToTwip(officialLayout.firstLineIndent) },
      spacing: { before: officialLayout.paragraphSpacing * 20, after: officialLayout.paragraphSpacing * 20 },
      children: [new TextRun({ text: `${number} ${text}`, bold: true })],
    }),
    ...blocks(own),
    ...sections.flatMap((below) => sectionOf(below, depth + 1)),
  ];
}

function blocks(all: readonly ReportBlock[], { isAcross = false, keepNext = false } = {}): readonly FileChild[] {
  return all.flatMap((block): readonly FileChild[] => {
    if (block.kind === 'table') return dataTable(block.table, isAcross);
    if (block.kind === 'chart') return chartParagraph(block.chart);
    return [paragraphOf(runsOf(block.runs, block.proposal), { isProposed: block.proposal !== undefined, keepNext })];
  });
}

/** A sheet of its own with pages numbered from 1; the line says which report it goes with. */
function annexSection(annex: ReportAnnex, report: ReportDocument): SectionOptions {
  return {
    properties: { type: SectionType.NEXT_PAGE, page: pageOptions(annex.isLandscape, 1), titlePage: true },
    headers: { default: numberHeader(), first: new Header({ children: [new Paragraph({})] }) },
    children: [
      centred(annex.number, HeadingLevel.HEADING_1),
      centred(annex.title.toLocaleUpperCase('vi'), HeadingLevel.HEADING_2),
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ text: goesWith(report), italics: true })],
      }),
      lineBeneath(40, annex.isLandscape ? page.height - page.top - page.bottom : page.width - page.left - page.right),
      ...blocks(annex.blocks, { isAcross: annex.isLandscape }),
    ],
  };
}
