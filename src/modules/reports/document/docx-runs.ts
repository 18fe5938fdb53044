import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  FootnoteReferenceRun,
  LineRuleType,
  Paragraph,
  type ParagraphChild,
  ShadingType,
  TextRun,
} from 'docx';
import { officialLayout } from '../rules/official-layout.ts';
import type { ReportRun } from '../rules/report-document.ts';

export const blackFont = 'Times New Roman';

/** Word counts half points in a run. */
export const points = (size: number): number => size * 2;

/** Words and figures; what is open or only proposed is marked so that it cannot be overlooked in a draft. */
export function runsOf(runs: readonly ReportRun[], proposal?: string): readonly ParagraphChild[] {
  const written = runs.map((run): ParagraphChild => {
    if (run.kind === 'note') return new FootnoteReferenceRun(run.number);
    if (run.kind === 'open') return new TextRun({ text: run.words, highlight: 'yellow' });
    if (run.kind === 'figure') return new TextRun({ text: run.words });
    return new TextRun({ text: run.words, bold: run.bold === true, italics: run.italic === true });
  });
  return proposal === undefined
    ? written
    : [new TextRun({ text: '[Đề xuất] ', bold: true, italics: true }), ...written];
}

/** A paragraph of the text: justified, its first line indented. */
export function paragraphOf(
  children: readonly ParagraphChild[],
  { isProposed = false, keepNext = false }: { readonly isProposed?: boolean; readonly keepNext?: boolean } = {},
): Paragraph {
  return new Paragraph({
    keepNext,
    alignment: AlignmentType.JUSTIFIED,
    indent: { firstLine: convertMillimetersToTwip(officialLayout.firstLineIndent) },
    spacing: {
      before: 0,
      after: officialLayout.paragraphSpacing * 20,
      line: Math.round(240 * officialLayout.lineHeight),
      lineRule: LineRuleType.AUTO,
    },
    ...(isProposed ? { shading: { type: ShadingType.CLEAR, fill: 'EDEDED', color: 'auto' } } : {}),
    children,
  });
}

/** A line of so many millimetres in the middle of a column: the upper border of a thin, empty paragraph. */
export function lineBeneath(length: number, column: number): Paragraph {
  const side = convertMillimetersToTwip(Math.max(0, (column - length) / 2));
  return new Paragraph({
    indent: { left: side, right: side },
    spacing: { before: 70, after: 0, line: 160, lineRule: LineRuleType.EXACT },
    border: { top: { style: BorderStyle.SINGLE, size: 6, color: '000000', space: 1 } },
  });
}
