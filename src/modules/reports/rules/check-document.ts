import { figureIdentities } from '#modules/figures/rules/figure-catalogue.ts';
import { brokenIdentities } from '#modules/figures/rules/figure-identities.ts';
import { asNumber, formatFigure } from '#modules/figures/rules/figure-value.ts';
import { checkForms } from './check-forms.ts';
import { type CheckGround, checkText } from './check-text.ts';
import { placedBlocks, runsWithin } from './count-runs.ts';
import { askedKey, type FigureFound, foundByKey } from './figure-binding.ts';
import { readNumbers } from './read-numbers.ts';
import type { ReportDocument } from './report-document.ts';
import { quoteAround, type ReportFinding } from './report-finding.ts';
import { showBinding } from './show-binding.ts';

/** What a document of ours is held against beside what any text is. */
export interface DocumentCheckGround extends CheckGround {
  readonly found: readonly FigureFound[];
  spanOf(figureId: string): string;
}

/** Words before a number that is an aim, not a figure. */
const aim = /(?:mức|mục tiêu|chỉ tiêu|tối thiểu|ít nhất|trên|dưới)\s*$/iu;

/**
 * Checks a document of ours before it is signed: open places and proposals, numbers that were typed, figures that print
 * otherwise than they count, identities that do not hold; and all that is checked in any text.
 */
export function checkDocument(report: ReportDocument, ground: DocumentCheckGround): readonly ReportFinding[] {
  const found = foundByKey(ground.found);
  const findings: ReportFinding[] = [];
  for (const { block, place } of placedBlocks(report)) {
    const text = runsWithin(block)
      .map((run) => (run.kind === 'note' ? '' : run.words))
      .join('');
    const quote = text.length > 160 ? `${text.slice(0, 160)}…` : text;
    if (block.kind === 'paragraph' && block.proposal !== undefined)
      findings.push({ kind: 'proposal-open', place, quote, printed: text, recomputed: null });
    for (const run of runsWithin(block)) {
      if (run.kind === 'open')
        findings.push({ kind: 'figure-open', place, quote, printed: run.words, recomputed: null });
      if (run.kind === 'figure') {
        const { words } = showBinding(run.binding, found, ground.spanOf);
        if (words !== run.words)
          findings.push({ kind: 'figure-changed', place, quote, printed: run.words, recomputed: words });
      }
      if (run.kind === 'words' && block.kind === 'paragraph')
        findings.push(
          ...readNumbers(run.words)
            .filter(({ kind, at }) => kind !== 'day' && !aim.test(run.words.slice(Math.max(0, at - 16), at)))
            .map(({ at, written }) => ({
              kind: 'figure-typed' as const,
              place,
              quote: quoteAround(run.words, at, written.length),
              printed: written,
              recomputed: null,
            })),
        );
    }
  }
  return [
    ...findings,
    ...checkIdentities(report, ground),
    ...checkForms(report),
    ...checkText(paragraphsOf(report), ground),
  ];
}

const paragraphsOf = (report: ReportDocument) =>
  placedBlocks(report).flatMap(({ block, place }) =>
    block.kind === 'paragraph'
      ? [{ place, text: block.runs.map((run) => (run.kind === 'note' ? '' : run.words)).join('') }]
      : [],
  );

/** What must hold between figures whatever was counted. */
function checkIdentities(report: ReportDocument, { found, spanOf }: DocumentCheckGround): readonly ReportFinding[] {
  const byKey = foundByKey(found);
  const numberOf = (figureId: string) => {
    const value = byKey.get(askedKey({ figureId, span: spanOf(figureId), unitId: null, by: null }))?.value;
    return value ? asNumber(value) : null;
  };
  return brokenIdentities(figureIdentities, numberOf).map(({ says, left, right, leftSum, rightSum, relation }) => ({
    kind: relation === 'equal' ? 'parts-not-total' : 'part-over-total',
    place: placeOfFigure(report, [...left, ...right]),
    quote: says.vi,
    printed: formatFigure('vi', { steps: leftSum, decimals: 0 }),
    recomputed: formatFigure('vi', { steps: rightSum, decimals: 0 }),
  }));
}

/** Where the first of these figures stands; asked for but not printed, it stands nowhere. */
function placeOfFigure(report: ReportDocument, ids: readonly string[]): string {
  const placed = placedBlocks(report).find(({ block }) =>
    runsWithin(block).some((run) => run.kind === 'figure' && ids.includes(run.binding.figureId)),
  );
  if (!placed) return 'Các số liệu gắn';
  const { block, place } = placed;
  return block.kind === 'table' ? `${place}, bảng “${block.table.caption}”` : place;
}
