import type { FigureDimension } from '#modules/figures/rules/figure-definition.ts';
import { askedKey, type FigureLineFound } from './figure-binding.ts';
import type { ReportRun } from './report-document.ts';
import { boundRun, type RunMaking } from './report-runs.ts';

/** A cell with words alone. */
export const plainCell = (text: string): readonly ReportRun[] => [{ kind: 'words', words: text }];

/** A cell with a figure, whole or one line of a breakdown of it. */
export function boundCell(
  figureId: string,
  line: { readonly by: FigureDimension; readonly key: string } | undefined,
  making: RunMaking,
): ReportRun {
  const show = line ? ({ what: 'line', ...line } as const) : ({ what: 'value' } as const);
  const written = line ? `${figureId} | of ${line.by} ${line.key}` : figureId;
  const binding = { figureId, span: undefined, unitId: undefined, show, withMeasure: false };
  const run = boundRun({ kind: 'binding', written, binding }, making);
  if (run.kind !== 'open') return run;
  // in a breakdown a gap is nothing to divide by, not a figure that is missing
  return line ? { kind: 'words', words: '–' } : { ...run, words: '[chưa có]' };
}

/** The lines of a figure by a dimension, as found. */
export function linesOf(
  figureId: string,
  by: FigureDimension,
  { found, spanOf }: Pick<RunMaking, 'found' | 'spanOf'>,
): readonly FigureLineFound[] {
  return found.get(askedKey({ figureId, span: spanOf(figureId), unitId: null, by }))?.lines ?? [];
}
