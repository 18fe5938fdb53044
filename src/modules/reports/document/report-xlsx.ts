import { asNumber } from '#modules/figures/index.ts';
import { type WrittenCell, type WrittenSheet, writeSpreadsheet } from '#platform/spreadsheet/write-spreadsheet.ts';
import type { ReportBlock, ReportDocument, ReportRun, ReportSection, ReportTable } from '../rules/report-document.ts';
import { tableHead } from '../rules/table-head.ts';

/** The tables of a report, annexes first, each on a sheet of its own: numbers as numbers, to count on with. */
export async function reportXlsx(report: ReportDocument): Promise<Uint8Array> {
  const ofSections = (sections: readonly ReportSection[]): readonly ReportBlock[] =>
    sections.flatMap(({ blocks, sections: below }) => [...blocks, ...ofSections(below)]);
  const all = [
    ...report.annexes.flatMap(({ blocks }) => blocks),
    ...report.parts.flatMap(({ blocks, sections }) => [...blocks, ...ofSections(sections)]),
  ];
  const tables = all.flatMap((block) => (block.kind === 'table' ? [block.table] : []));
  return writeSpreadsheet(tables.map((table, place) => sheetOf(table, place + 1)));
}

function sheetOf(table: ReportTable, number: number): WrittenSheet {
  const { caption, columns, rows, form } = table;
  const across = { at: 0, columns: columns.length, lines: 1 };
  return {
    // a sheet's name is short, and two may not be alike
    name: form?.id ?? `${number} ${caption}`,
    // a form keeps its layout: what it is, its name, heads in groups, the numbers of the columns
    ...(form
      ? { head: [[{ ...across, label: caption }], [{ ...across, label: form.name }], ...tableHead(table)] }
      : {}),
    columns: columns.map(({ label, share }) => ({ label, width: Math.max(10, share) })),
    rows: rows.map(({ cells }) => cells.map((runs, place) => cellOf(runs, columns[place]?.isNumber === true))),
  };
}

function cellOf(runs: readonly ReportRun[], isNumber: boolean): WrittenCell {
  const [run] = runs;
  if (run?.kind === 'figure' && run.value) return asNumber(run.value);
  const words = runs.map((each) => (each.kind === 'note' ? '' : each.words)).join('');
  return isNumber && /^\d+$/.test(words) ? Number(words) : words;
}
