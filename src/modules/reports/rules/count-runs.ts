import type { ReportBlock, ReportDocument, ReportRun, ReportSection } from './report-document.ts';

/** A block with where it stands, in words a person finds it by. */
export interface PlacedBlock {
  readonly block: ReportBlock;
  readonly place: string;
}

/** All blocks of a document in the order they are read, each with its part and section. */
export function placedBlocks(report: ReportDocument): readonly PlacedBlock[] {
  const at = (blocks: readonly ReportBlock[], place: string) =>
    blocks.map((block, index) => ({
      block,
      place: block.kind === 'paragraph' ? `${place}, đoạn ${index + 1}` : place,
    }));
  const ofSections = (sections: readonly ReportSection[], above: string): readonly PlacedBlock[] =>
    sections.flatMap(({ number, title, blocks, sections: below }) => {
      const place = `${above}, ${number} ${title}`;
      return [...at(blocks, place), ...ofSections(below, place)];
    });
  return [
    ...at(report.opening, 'Phần mở đầu'),
    ...report.parts.flatMap(({ number, blocks, sections }) => [
      ...at(blocks, number || report.type),
      ...ofSections(sections, number || report.type),
    ]),
    ...at(report.closing, 'Phần kết'),
    ...report.annexes.flatMap(({ number, blocks }) => at(blocks, number)),
  ];
}

/** The runs of a block; of a table those of all its cells. */
export function runsWithin(block: ReportBlock): readonly ReportRun[] {
  if (block.kind === 'paragraph') return block.runs;
  return block.kind === 'table' ? block.table.rows.flatMap(({ cells }) => cells.flat()) : [];
}

/** How many figures stand in a document, how many places are open, how many sentences wait for a person. */
export function countRuns(report: ReportDocument): {
  readonly figures: number;
  readonly open: number;
  readonly proposals: number;
} {
  const blocks = placedBlocks(report).map(({ block }) => block);
  const runs = blocks.flatMap(runsWithin);
  return {
    figures: runs.filter(({ kind }) => kind === 'figure').length,
    open: runs.filter(({ kind }) => kind === 'open').length,
    proposals: blocks.filter((block) => block.kind === 'paragraph' && block.proposal !== undefined).length,
  };
}
