import type { FigureDimension } from '#modules/figures/rules/figure-definition.ts';
import { askedKey, type FigureAsked, type FiguresFound } from './figure-binding.ts';
import type { OutlineBlock, ReportOutline, WatchedFigure } from './report-outline.ts';
import { rankLines } from './show-binding.ts';

const where = (by: FigureDimension | null): readonly FigureDimension[] => (by ? [by] : []);

/** What is asked to know whether a watched figure is as it should be, where it is not, and since when. */
export function watchedFigures(
  watched: readonly WatchedFigure[],
  spanOf: (figureId: string) => string,
): readonly FigureAsked[] {
  return watched.flatMap(({ figure, by, since }) => {
    const asked = { figureId: figure, span: spanOf(figure), unitId: null };
    return [
      { ...asked, by: null },
      ...where(by).map((dimension) => ({ ...asked, by: dimension })),
      ...(since ? [{ ...asked, by: 'month' as const }] : []),
    ];
  });
}

/**
 * Sentences proposed because a figure is not as it should be, by the section they belong to: what, how much, where, since
 * when. Every number in them is bound; nothing is said that the figures do not say, and a person accepts or deletes each.
 */
export function proposedBlocks(
  { watched }: Pick<ReportOutline, 'watched'>,
  { found, spanOf }: { readonly found: FiguresFound; spanOf(figureId: string): string },
): ReadonlyMap<string, readonly OutlineBlock[]> {
  const bySection = new Map<string, OutlineBlock[]>();
  for (const figure of watched) {
    const block = proposedBlock(figure, found, spanOf);
    if (block) bySection.set(figure.sectionId, [...(bySection.get(figure.sectionId) ?? []), block]);
  }
  return bySection;
}

function proposedBlock(
  { figure, says, by, since, shouldBe, sectionId }: WatchedFigure,
  found: FiguresFound,
  spanOf: (figureId: string) => string,
): OutlineBlock | undefined {
  const asked = { figureId: figure, span: spanOf(figure), unitId: null };
  const value = found.get(askedKey({ ...asked, by: null }))?.value;
  if (!value) return undefined;
  const number = value.steps / 10 ** value.decimals;
  const isWrong = 'atMost' in shouldBe ? number > shouldBe.atMost : number < shouldBe.atLeast;
  if (!isWrong) return undefined;
  const which = 'atMost' in shouldBe ? 'highest' : 'lowest';
  const lines = by ? rankLines(found.get(askedKey({ ...asked, by }))?.lines ?? [], which) : [];
  const most = Math.min(3, lines.length);
  const place =
    most > 0 ? `, ${which === 'highest' ? 'nhiều nhất' : 'thấp nhất'} ở {{${figure} | ${which} ${most} by ${by}}}` : '';
  const limit = 'atMost' in shouldBe ? `over ${shouldBe.atMost}` : `under ${shouldBe.atLeast}`;
  const months = since ? (found.get(askedKey({ ...asked, by: 'month' }))?.lines ?? []) : [];
  const last = months.at(-1)?.value;
  const lastIsWrong =
    last &&
    ('atMost' in shouldBe
      ? last.steps > shouldBe.atMost * 10 ** last.decimals
      : last.steps < shouldBe.atLeast * 10 ** last.decimals);
  const begun = lastIsWrong ? `; tình trạng này kéo dài từ {{${figure} | since ${limit}}} đến nay` : '';
  return {
    kind: 'paragraph',
    id: `proposed-${sectionId}-${figure.replaceAll('.', '-')}`,
    text: `${says}${place}${begun}.`,
    proposal: `${figure} ${'atMost' in shouldBe ? `> ${shouldBe.atMost}` : `< ${shouldBe.atLeast}`}`,
  };
}
