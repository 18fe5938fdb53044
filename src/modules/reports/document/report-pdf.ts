import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Json } from '#kernel/json.ts';
import { typesetPdf } from '#platform/typesetting.ts';
import { chartSvg } from '../rules/chart-svg.ts';
import { chartWords } from '../rules/chart-words.ts';
import { goesWith } from '../rules/goes-with.ts';
import { numberLine, officialLayout, placeAndDate, stateMotto, stateName } from '../rules/official-layout.ts';
import type { ReportBlock, ReportDocument, ReportRun, ReportSection } from '../rules/report-document.ts';
import { tableHead } from '../rules/table-head.ts';

const template = readFileSync(join(import.meta.dirname, 'report.typ'), 'utf8');

/**
 * A report as a tagged PDF in the form of official papers. The same document gives the same file at any time.
 * @see NĐ 30/2020/NĐ-CP, Phụ lục I
 */
export async function reportPdf(report: ReportDocument, madeAt: Temporal.Instant): Promise<Uint8Array> {
  const { heading } = report;
  const notes = new Map(report.footnotes.map(({ number, words }) => [number, words]));
  const runs = (all: readonly ReportRun[]): Json =>
    all.map((run) =>
      run.kind === 'note'
        ? { kind: 'note', words: notes.get(run.number) ?? '' }
        : {
            kind: run.kind,
            words: run.words,
            ...(run.kind === 'words' ? { bold: run.bold === true, italic: run.italic === true } : {}),
          },
    );
  const blocks = (all: readonly ReportBlock[]): Json =>
    all.map((block): Json => {
      if (block.kind === 'table') {
        const { caption, columns, rows } = block.table;
        return {
          kind: 'table',
          table: {
            caption,
            columns: columns.map(({ isNumber, share }) => ({ isNumber, share })),
            head: tableHead(block.table).map((line) => line.map((cell) => ({ ...cell }))),
            rows: rows.map(({ cells, isTotal }) => ({ cells: cells.map(runs), isTotal: isTotal === true })),
          },
        };
      }
      if (block.kind === 'chart') {
        const { caption, measure } = block.chart;
        const words = chartWords(block.chart);
        return { kind: 'chart', caption: `${caption} (${measure})`, svg: chartSvg(block.chart), words };
      }
      return { kind: 'paragraph', proposal: block.proposal ?? '', runs: runs(block.runs) };
    });
  const sections = (all: readonly ReportSection[]): Json =>
    all.map(({ number, title, blocks: own, sections: below }) => ({
      number,
      title,
      blocks: blocks(own),
      sections: sections(below),
    }));
  const data = {
    layout: officialLayout as unknown as Json,
    author: heading.body.replace('\n', ' '),
    type: report.type,
    abstract: report.abstract,
    draftMark: heading.draftMark,
    superior: heading.superior,
    bodyLines: heading.body.split('\n'),
    state: stateName,
    motto: stateMotto,
    numberLine: numberLine(heading.number, heading.notation),
    placeAndDate: placeAndDate(heading.place, heading.day, report.spans[0]?.to.year),
    addressees: [...report.addressees],
    bases: [...report.bases],
    opening: blocks(report.opening),
    parts: report.parts.map(({ number, title, blocks: own, sections: below }) => ({
      number,
      title,
      blocks: blocks(own),
      sections: sections(below),
    })),
    closing: blocks(report.closing),
    recipients: [...report.recipients],
    signatureLines: [...report.signature.lines],
    signerName: report.signature.signerName,
    annexes: report.annexes.map(({ number, title, isLandscape, blocks: own }) => ({
      number,
      title,
      isLandscape,
      goesWith: goesWith(report),
      blocks: blocks(own),
    })),
  };
  return typesetPdf({ template, data, madeAt });
}
