import { figuresOfBinding, readBoundText } from './bind-figures.ts';
import { draftChart, draftTable, figuresOfTable } from './draft-table.ts';
import {
  askedKey,
  type BindingDefect,
  type BindingGround,
  type FigureAsked,
  type FigureFound,
  foundByKey,
} from './figure-binding.ts';
import { proposedBlocks, watchedFigures } from './propose-sentences.ts';
import type {
  DocumentHeading,
  ReportBlock,
  ReportDocument,
  ReportFootnote,
  ReportSection,
  ReportSpan,
  SignatureBlock,
} from './report-document.ts';
import type { TypedEntry } from './report-form.ts';
import type { OutlineBlock, OutlineSection, ReportOutline } from './report-outline.ts';
import { type RunMaking, runsOf } from './report-runs.ts';
import { writePeriodWords } from './report-spans.ts';

/** What a draft is made of beside its outline. */
export interface DraftGround {
  /** By name; `period` is there. */
  readonly spans: readonly ReportSpan[];
  readonly found: readonly FigureFound[];
  readonly typed?: readonly TypedEntry[] | undefined;
  readonly heading: DocumentHeading;
  readonly signature: SignatureBlock;
  isUnit(unitId: string): boolean;
}

/** A binding of the outline that does not hold: in which paragraph, and where a person finds it. */
export interface OutlineDefect extends BindingDefect {
  readonly blockId: string;
  readonly place: string;
}

/** Everything that is asked for an outline: its sentences, tables, charts, and what is watched. */
export function figuresOfOutline(
  outline: ReportOutline,
  ground: BindingGround,
): { readonly asked: readonly FigureAsked[]; readonly defects: readonly OutlineDefect[] } {
  const asked = new Map<string, FigureAsked>();
  const defects: OutlineDefect[] = [];
  const spanOf = spanFinder(outline);
  const ask = (figures: readonly FigureAsked[]) => {
    for (const figure of figures) asked.set(askedKey(figure), figure);
  };
  for (const { block, place } of blocksOf(outline)) {
    if (block.kind !== 'paragraph') {
      ask(figuresOfTable(block, spanOf));
      continue;
    }
    const { pieces, defects: found } = readBoundText(block.text, ground);
    ask(pieces.flatMap((piece) => (piece.kind === 'binding' ? figuresOfBinding(piece.binding, spanOf) : [])));
    defects.push(...found.map((defect) => ({ ...defect, blockId: block.id, place })));
  }
  ask(watchedFigures(outline.watched, spanOf));
  return { asked: [...asked.values()], defects };
}

/** The span of a figure by its id: the longest beginning that the outline names. */
export function spanFinder({ spanOf }: Pick<ReportOutline, 'spanOf'>): (figureId: string) => string {
  const beginnings = Object.keys(spanOf).toSorted((a, b) => b.length - a.length);
  return (figureId) => spanOf[beginnings.find((beginning) => figureId.startsWith(beginning)) ?? ''] ?? 'period';
}

/** All blocks of an outline in the order they are read, each with its part, section and how many there were before it. */
function blocksOf(outline: ReportOutline): readonly { readonly block: OutlineBlock; readonly place: string }[] {
  const at = (blocks: readonly OutlineBlock[], place: string) =>
    blocks.map((block, number) => ({ block, place: `${place}, đoạn ${number + 1}` }));
  const ofSections = (sections: readonly OutlineSection[], above: string, depth: number): ReturnType<typeof at> =>
    sections.flatMap(({ title, blocks, sections: below }, number) => {
      const place = `${above}, ${sectionNumber(number, depth)} ${title}`;
      return [...at(blocks, place), ...ofSections(below, place, depth + 1)];
    });
  return [
    ...at(outline.opening, 'Phần mở đầu'),
    ...outline.parts.flatMap(({ blocks, sections }, number) => {
      const part = outline.parts.length > 1 ? `Phần ${roman(number + 1)}` : outline.type;
      return [...at(blocks, part), ...ofSections(sections, part, 0)];
    }),
    ...at(outline.closing, 'Phần kết'),
    ...outline.annexes.flatMap(({ blocks }, number) => at(blocks, `Phụ lục ${roman(number + 1)}`)),
  ];
}

/**
 * The document of an outline with its figures: what was found stands in it with its source, what nobody can count yet as an
 * open place, and sentences that the figures propose as proposals.
 */
export function draftReport(outline: ReportOutline, ground: DraftGround): ReportDocument {
  const spans = new Map(ground.spans.map((span) => [span.name, span]));
  const notes: ReportFootnote[] = [];
  const making: RunMaking = {
    found: foundByKey(ground.found),
    typed: ground.typed ?? [],
    spans,
    spanOf: spanFinder(outline),
    ground: { spans: new Set(spans.keys()), isUnit: ground.isUnit },
    note: (words) => {
      notes.push({ number: notes.length + 1, words });
      return notes.length;
    },
  };
  const period = (text: string) => writePeriodWords(text, spans);
  const proposed = proposedBlocks(outline, making);
  const blocks = (of: readonly OutlineBlock[]) => of.map((block) => draftBlock(block, making));
  const sections = (of: readonly OutlineSection[], depth: number): readonly ReportSection[] =>
    of.map((section, place) => ({
      id: section.id,
      number: sectionNumber(place, depth),
      title: period(section.title),
      blocks: blocks([...section.blocks, ...(proposed.get(section.id) ?? [])]),
      sections: sections(section.sections, depth + 1),
    }));
  return {
    heading: ground.heading,
    type: outline.type,
    abstract: period(outline.abstract),
    addressees: outline.addressees,
    bases: outline.bases.map(period),
    opening: blocks(outline.opening),
    parts: outline.parts.map((part, place) => ({
      id: part.id,
      // a letter has no parts: its only one has no title and is not named
      number: part.title === '' ? '' : `Phần ${roman(place + 1)}`,
      title: period(part.title),
      blocks: blocks(part.blocks),
      sections: sections(part.sections, 0),
    })),
    closing: blocks(outline.closing),
    recipients: outline.recipients,
    signature: ground.signature,
    annexes: outline.annexes.map((annex, place) => ({
      number: outline.annexes.length === 1 ? 'Phụ lục' : `Phụ lục ${roman(place + 1)}`,
      title: period(annex.title),
      isLandscape: annex.isLandscape,
      blocks: blocks(annex.blocks),
    })),
    footnotes: notes,
    spans: ground.spans,
  };
}

function draftBlock(block: OutlineBlock, making: RunMaking): ReportBlock {
  if (block.kind === 'table') return { kind: 'table', id: block.id, table: draftTable(block, making) };
  if (block.kind === 'chart') return { kind: 'chart', id: block.id, chart: draftChart(block, making) };
  const { id, text, proposal, author } = block;
  return {
    kind: 'paragraph',
    id,
    runs: runsOf(text, making),
    ...(proposal === undefined ? {} : { proposal }),
    ...(author === undefined ? {} : { author }),
  };
}

/** I. then 1. then a), by the letters of the Vietnamese alphabet. */
function sectionNumber(place: number, depth: number): string {
  if (depth === 0) return `${roman(place + 1)}.`;
  return depth === 1 ? `${place + 1}.` : `${letters[place] ?? place + 1})`;
}

const letters = [...'abcdđeghiklmnopqrstuvxy'];

/** Numerals of the outline: it never has forty parts. */
export function roman(number: number): string {
  const tens = 'X'.repeat(Math.floor(number / 10));
  return tens + (['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'][number % 10] ?? '');
}
