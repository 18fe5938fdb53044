import { readFileSync } from 'node:fs';
import { figureDefinition } from '#modules/figures/index.ts';
import { endOf, readOutline, reportSpans } from '#modules/reports/index.ts';
import { draftReport, figuresOfOutline } from '#modules/reports/rules/draft-report.ts';
import type { FigureAsked, FigureFound } from '#modules/reports/rules/figure-binding.ts';
import type { ReportDocument } from '#modules/reports/rules/report-document.ts';

interface PrintedFigure {
  readonly id: string;
  readonly value: number | null;
  readonly printedPercent?: string;
}

/** The figures as the report of November 2021 printed them. */
export const printedFigures = (
  JSON.parse(readFileSync(new URL('../reference/figures/hanoi-2021-report.json', import.meta.url), 'utf8')) as {
    figures: readonly PrintedFigure[];
  }
).figures;

/** What the printed ones are shares of, and what else stands in the text; as the report printed it too. */
const besides: Readonly<Record<string, number>> = {
  'finance.units_city_all': 51,
  'finance.units_district_all': 376,
  'finance.units_commune_all': 579,
  'finance.autonomous_budget': 3_904_456,
  'initiatives.department_units': 18,
  'initiatives.district_units': 29,
  'parindex.ranked': 63,
  'dossiers.received_online': 250_000,
  'dossiers.open_overdue': 12,
};

const day = (text: string) => Temporal.PlainDate.from(text);
const lines = [
  { key: 'q-001', label: 'Quận Ba Đình', value: { steps: 981, decimals: 1 } },
  { key: 'h-271', label: 'Huyện Ba Vì', value: { steps: 954, decimals: 1 } },
  { key: 'so-y-te', label: 'Sở Y tế', value: { steps: 720, decimals: 1 } },
];

function answer(asked: FigureAsked): FigureFound {
  const { figureId, span, by } = asked;
  if (by === 'month') {
    const months = [7, 8, 9, 10].map((month) => ({
      key: `2021-${String(month).padStart(2, '0')}`,
      label: `Tháng ${month}/2021`,
      value: { steps: month * 1000, decimals: 0 },
    }));
    return { ...asked, value: null, lines: months };
  }
  if (by) return { ...asked, value: null, lines };
  const printed = printedFigures.find(({ id }) => id === figureId);
  const percent = figureDefinition(figureId)?.decimals === 1 ? printed?.printedPercent : undefined;
  if (percent !== undefined)
    return { ...asked, value: { steps: Number(percent.replace(',', '')), decimals: 1 }, lines: [] };
  const number =
    figureId === 'finance.self_financed' && span === 'year-before' ? 159 : (printed?.value ?? besides[figureId]);
  return { ...asked, value: number === undefined ? null : { steps: number, decimals: 0 }, lines: [] };
}

/** The reform report, or the letter that goes with it, drafted as if the printed figures had been counted. */
export function reportOf2021(
  change: Partial<ReportDocument['heading']> & { readonly signerName?: string } = {},
  regime = 'par',
) {
  const outline = readOutline(regime)!;
  const to = day('2021-10-30');
  const spans = reportSpans(day('2021-01-01'), to, endOf(to), { tasks: day('2021-10-26') });
  const ground = { spans: new Set(spans.map(({ name }) => name)), isUnit: () => false };
  const { asked, defects } = figuresOfOutline(outline, ground);
  const found = asked.map(answer);
  const { signerName = '', ...heading } = change;
  const document = draftReport(outline, {
    spans,
    found,
    isUnit: () => false,
    heading: {
      ...outline.heading,
      number: null,
      notation: outline.notation,
      day: null,
      draftMark: 'DỰ THẢO',
      ...heading,
    },
    signature: { lines: outline.signature, signerName },
  });
  return { outline, document, found, defects, spans };
}

/** The report, or its letter, numbered, dated and signed, as it goes out. */
export const signedReportOf2021 = (regime = 'par') =>
  reportOf2021({ number: 5, day: day('2021-11-05'), draftMark: '', signerName: 'Nguyễn Văn An' }, regime).document;
