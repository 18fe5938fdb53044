import { formatFigure } from '#modules/figures/rules/figure-value.ts';
import type { ReportChart } from './report-document.ts';

/** What a chart shows, in words: for whoever cannot see it. */
export function chartWords({ caption, measure, points }: ReportChart): string {
  const said = points.map(({ label, value }) => `${label}: ${formatFigure('vi', value)}`);
  return `${caption} (${measure}). ${said.join('; ')}.`;
}
