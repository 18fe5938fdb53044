import { formatDate } from '#kernel/vietnamese.ts';
import { toInstant } from '#kernel/zone.ts';
import { periodBefore } from '#modules/figures/rules/figure-period.ts';
import type { ReportSpan } from './report-document.ts';

/**
 * The spans of a report: its period; the same days a year before; the calendar year before; and the period again as of
 * another moment for figures that close on another day.
 */
export function reportSpans(
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
  asOf: Temporal.Instant,
  cutOffs: Readonly<Record<string, Temporal.PlainDate>> = {},
): readonly ReportSpan[] {
  const before = to.subtract({ years: 1 });
  const yearBefore = to.year - 1;
  return [
    { name: 'period', from, to, asOf },
    { name: 'last-year', from: from.subtract({ years: 1 }), to: before, asOf },
    {
      name: 'year-before',
      from: Temporal.PlainDate.from({ year: yearBefore, month: 1, day: 1 }),
      to: Temporal.PlainDate.from({ year: yearBefore, month: 12, day: 31 }),
      asOf,
    },
    ...Object.entries(cutOffs).map(([name, day]) => ({ name, from, to: day, asOf: earlier(endOf(day), asOf) })),
  ];
}

/** What a sheet shows side by side: the period, the one before it, and the same days of the year before. */
export function sheetSpans(
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
  asOf: Temporal.Instant,
): readonly ReportSpan[] {
  const own = reportSpans(from, to, asOf).filter(({ name }) => name === 'period' || name === 'last-year');
  return [...own, { name: 'last-period', ...periodBefore({ from, to }), asOf }];
}

/** The last moment of a day. */
export const endOf = (day: Temporal.PlainDate): Temporal.Instant => toInstant(day.add({ days: 1 }).toPlainDateTime());

const earlier = (one: Temporal.Instant, other: Temporal.Instant) =>
  Temporal.Instant.compare(one, other) < 0 ? one : other;

/**
 * Days in a text, written `[[to]]`, `[[from]]`, `[[year]]`, `[[next-year]]`, `[[year-before]]`, or `[[to tasks]]` of another
 * span: a report says them often and they must not be typed.
 */
export function writePeriodWords(text: string, spans: ReadonlyMap<string, ReportSpan>): string {
  return text.replaceAll(/\[\[([a-z-]+)(?: ([a-z-]+))?\]\]/g, (whole, word: string, name: string = 'period') => {
    const span = spans.get(name);
    if (!span) return whole;
    if (word === 'to') return formatDate(span.to);
    if (word === 'from') return formatDate(span.from);
    if (word === 'year') return `${span.to.year}`;
    if (word === 'next-year') return `${span.to.year + 1}`;
    return word === 'year-before' ? `${span.to.year - 1}` : whole;
  });
}
