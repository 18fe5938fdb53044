import { accepted, type Result, refused } from '#kernel/result.ts';
import { type FigureAnswering, gatherFigures } from './gather-figures.ts';
import type { ReportRefusal } from './refusals.ts';
import { draftReport, figuresOfOutline } from './rules/draft-report.ts';
import type { FigureFound } from './rules/figure-binding.ts';
import type { ReportDocument, ReportSpan } from './rules/report-document.ts';
import type { TypedEntry } from './rules/report-form.ts';
import type { ReportOutline } from './rules/report-outline.ts';

/** What a draft stands on: who answers for figures, which units there are. */
export interface DraftingGround {
  readonly ask: FigureAnswering;
  isUnit(unitId: string): boolean;
  /** The unit that reports; undefined: the city. */
  readonly unitId?: string | undefined;
  /** What units typed with evidence, for forms. */
  readonly typed?: readonly TypedEntry[] | undefined;
}

/** A draft with every figure found for it: what a signed report keeps. */
export interface DraftedReport {
  readonly document: ReportDocument;
  readonly found: readonly FigureFound[];
}

/** Asks for the figures of an outline and drafts it: not numbered, not dated, not signed. */
export async function draftFromOutline(
  outline: ReportOutline,
  spans: readonly ReportSpan[],
  { ask, isUnit, unitId, typed }: DraftingGround,
): Promise<Result<DraftedReport, ReportRefusal>> {
  const names = new Set(spans.map(({ name }) => name));
  const { asked, defects } = figuresOfOutline(outline, { spans: names, isUnit });
  const [broken] = defects;
  if (broken)
    return refused(broken.code, { word: broken.word, written: broken.written, place: broken.place }, broken.blockId);
  const found = await gatherFigures(ask, spans, asked, unitId);
  const { superior, body, place } = outline.heading;
  const heading = {
    superior,
    body,
    place,
    number: null,
    notation: outline.notation,
    day: null,
    draftMark: 'DỰ THẢO',
  };
  const signature = { lines: outline.signature, signerName: '' };
  return accepted({ document: draftReport(outline, { spans, found, typed, heading, signature, isUnit }), found });
}
