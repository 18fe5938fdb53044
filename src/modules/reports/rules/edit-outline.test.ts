import { describe, expect, test } from 'vitest';
import { figureDefinition } from '#modules/figures/rules/figure-catalogue.ts';
import { readOutline } from '../read-outlines.ts';
import { reportRegimes } from '../read-regimes.ts';
import { changeBlock, dropOpen, findBlock, insertBlock } from './edit-outline.ts';
import { reportDifferences } from './frozen-report.ts';

const outline = readOutline('par')!;
const block = { kind: 'paragraph' as const, id: 'mine', text: 'Câu.', author: 'so-tu-phap' };

describe('the text of a report under change', () => {
  test('a paragraph goes to the end of its section, keeps its author, and is found again', () => {
    const longer = insertBlock(outline, 'institutions-issued', block)!;
    expect(findBlock(longer, 'mine')).toEqual({ block, sectionId: 'institutions-issued' });
    expect(insertBlock(outline, 'no-such-section', block)).toBeUndefined();
  });

  test('what is taken away leaves everything else as it was', () => {
    const longer = insertBlock(outline, 'institutions-issued', block)!;
    expect(changeBlock(longer, 'mine', () => null)).toEqual(outline);
  });

  test('of a table the lines without a figure fall away, of text the paragraph, and all that fell is told', () => {
    const table = outline.annexes
      .flatMap(({ blocks }) => blocks)
      .find((one) => one.kind === 'table' && 'of' in one.rows)!;
    const { outline: shorter, dropped } = dropOpen(outline, {
      block: (id) => id === 'p04',
      figure: (id) => id === 'org.departments',
    });
    expect(findBlock(shorter, 'p04')).toBeUndefined();
    const left = findBlock(shorter, table.id)?.block;
    expect(
      left?.kind === 'table' && 'of' in left.rows && left.rows.of === 'figures' && left.rows.figures,
    ).not.toContain('org.departments');
    expect(dropped.map(({ block: { id } }) => id)).toContain('p04');
  });

  test('every section and figure a regime names is there', () => {
    for (const { id, outline: name, sections, sheet } of reportRegimes()) {
      for (const figure of sheet) expect(figureDefinition(figure), `${id}: ${figure}`).toBeDefined();
      const own = name ? readOutline(name) : undefined;
      for (const section of own ? sections : []) expect(insertBlock(own!, section, block), section).toBeDefined();
    }
  });
});

describe('what is known otherwise than it was signed', () => {
  const asked = { figureId: 'dossiers.received', span: 'period', unitId: null, by: null, lines: [] };
  test('a figure that differs is told once with both values, one that does not is not', () => {
    const before = [
      { ...asked, value: { steps: 5, decimals: 0 } },
      { ...asked, by: 'unit' as const, value: { steps: 5, decimals: 0 } },
    ];
    expect(reportDifferences(before, before)).toEqual([]);
    const after = before.map((each) => ({ ...each, value: { steps: 6, decimals: 0 } }));
    expect(reportDifferences(before, after)).toEqual([
      {
        figureId: 'dossiers.received',
        span: 'period',
        unitId: null,
        before: { steps: 5, decimals: 0 },
        after: { steps: 6, decimals: 0 },
      },
    ]);
  });
});
