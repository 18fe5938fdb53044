import type { OutlineBlock, OutlineSection, ReportOutline } from './report-outline.ts';

/** What can be done to the text of a report; each is kept with what stood there before. */
export const textDeeds = [
  'take-in',
  'merge',
  'write',
  'edit',
  'delete',
  'accept-proposal',
  'delete-proposal',
  'drop-open',
] as const;
export type TextDeed = (typeof textDeeds)[number];

type Blocks = readonly OutlineBlock[];

/** The outline with every list of blocks passed through a change; `where` is the id of the section or part. */
function mapBlocks(outline: ReportOutline, change: (blocks: Blocks, where: string) => Blocks): ReportOutline {
  const sections = (all: readonly OutlineSection[]): readonly OutlineSection[] =>
    all.map((section) => ({
      ...section,
      blocks: change(section.blocks, section.id),
      sections: sections(section.sections),
    }));
  return {
    ...outline,
    opening: change(outline.opening, 'opening'),
    parts: outline.parts.map((part) => ({
      ...part,
      blocks: change(part.blocks, part.id),
      sections: sections(part.sections),
    })),
    closing: change(outline.closing, 'closing'),
    annexes: outline.annexes.map((annex) => ({ ...annex, blocks: change(annex.blocks, annex.id) })),
  };
}

/** The outline with a block at the end of a section; undefined where there is no such section. */
export function insertBlock(outline: ReportOutline, sectionId: string, block: OutlineBlock): ReportOutline | undefined {
  let isFound = false;
  const changed = mapBlocks(outline, (blocks, where) => {
    if (where !== sectionId) return blocks;
    isFound = true;
    return [...blocks, block];
  });
  return isFound ? changed : undefined;
}

/** The outline with one block changed, or taken away by null. */
export function changeBlock(
  outline: ReportOutline,
  blockId: string,
  change: (block: OutlineBlock) => OutlineBlock | null,
): ReportOutline {
  return mapBlocks(outline, (blocks) => {
    if (!blocks.some(({ id }) => id === blockId)) return blocks;
    return blocks.flatMap((block) => (block.id === blockId ? (change(block) ?? []) : [block]));
  });
}

/** Where a block stands. */
export function findBlock(
  outline: ReportOutline,
  blockId: string,
): { readonly block: OutlineBlock; readonly sectionId: string } | undefined {
  let found: { readonly block: OutlineBlock; readonly sectionId: string } | undefined;
  mapBlocks(outline, (blocks, sectionId) => {
    const block = blocks.find(({ id }) => id === blockId);
    if (block) found = { block, sectionId };
    return blocks;
  });
  return found;
}

/** A figure is no longer watched in a section, once its proposal was accepted or deleted. */
export function endWatch(outline: ReportOutline, proposedId: string): ReportOutline {
  return {
    ...outline,
    watched: outline.watched.filter(
      ({ sectionId, figure }) => `proposed-${sectionId}-${figure.replaceAll('.', '-')}` !== proposedId,
    ),
  };
}

/**
 * The outline without what has no figure: paragraphs that hold one, lines of tables of figures, tables and charts by a
 * dimension that nothing is known of. Whoever signs must be able to leave out what nobody can count yet; every drop is kept.
 */
export function dropOpen(
  outline: ReportOutline,
  isOpen: { block(blockId: string): boolean; figure(figureId: string): boolean },
): {
  readonly outline: ReportOutline;
  readonly dropped: readonly { readonly block: OutlineBlock; readonly sectionId: string }[];
} {
  const dropped: { block: OutlineBlock; sectionId: string }[] = [];
  const changed = mapBlocks(outline, (blocks, sectionId) =>
    blocks.flatMap((block): Blocks => {
      if (block.kind === 'table' && 'form' in block.rows) {
        const { form, leftOut = [] } = block.rows;
        const more = form.columns
          .filter(({ number }) => isOpen.figure(`${form.id}.${number}`))
          .map(({ number }) => number);
        const open = form.columns.filter((column) => 'figure' in column && isOpen.figure(column.figure));
        const left = [...new Set([...leftOut, ...more, ...open.map(({ number }) => number)])];
        if (left.length === leftOut.length) return [block];
        dropped.push({ block, sectionId });
        return [{ ...block, rows: { ...block.rows, leftOut: left } }];
      }
      if (block.kind === 'table' && 'of' in block.rows && block.rows.of === 'figures') {
        const figures = block.rows.figures.filter((id) => !isOpen.figure(id));
        if (figures.length === block.rows.figures.length) return [block];
        dropped.push({ block, sectionId });
        return figures.length > 0 ? [{ ...block, rows: { of: 'figures', figures } }] : [];
      }
      if (!isOpen.block(block.id)) return [block];
      dropped.push({ block, sectionId });
      return [];
    }),
  );
  return { outline: changed, dropped };
}

/** What a block says, for the record of changes. */
export const blockWords = (block: OutlineBlock): string =>
  block.kind === 'paragraph' ? block.text : `[${block.kind}] ${block.caption}`;
