import { sha256 } from '#kernel/hash.ts';
import { canonicalJson, type Json } from '#kernel/json.ts';
import type { FigureValue } from '#modules/figures/rules/figure-value.ts';
import { draftReport } from './draft-report.ts';
import { askedKey, type FigureFound } from './figure-binding.ts';
import type { ReportDocument, ReportSpan } from './report-document.ts';
import type { TypedEntry } from './report-form.ts';
import type { ReportOutline } from './report-outline.ts';

/** A span as it is kept: plain text. */
export interface FrozenSpan {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly asOf: string;
}

/** What is frozen of the letter: its text, and its questions with their answers. */
export interface LetterFrozen {
  readonly outline: ReportOutline;
  readonly found: readonly FigureFound[];
}

/** What was signed, to the letter: text, questions, values, cut-offs, who signed. The document is made of nothing else. */
export interface FrozenReport {
  readonly code: string;
  readonly regime: string;
  readonly unitId: string;
  readonly outline: ReportOutline;
  readonly spans: readonly FrozenSpan[];
  readonly found: readonly FigureFound[];
  /** What units typed with evidence, for the columns of forms that nothing counts. */
  readonly typed?: readonly TypedEntry[];
  /** Under which version of its definition each figure was counted. */
  readonly definitions: Readonly<Record<string, number>>;
  readonly number: number;
  readonly day: string;
  readonly letter: { readonly number: number; readonly notation: string; readonly on: string };
  /** The letter that submitted it, where its regime has one. */
  readonly letterText?: LetterFrozen;
  readonly signature: { readonly lines: readonly string[]; readonly signerName: string; readonly positionId: string };
}

/** A figure that is known otherwise than it was printed. */
export interface ReportDifference {
  readonly figureId: string;
  readonly span: string;
  readonly unitId: string | null;
  readonly before: FigureValue | null;
  readonly after: FigureValue | null;
}

/** A later count of the same questions, beside what was signed. */
export interface ReportRestatement {
  /** The hash of what was signed. */
  readonly of: string;
  readonly asOf: string;
  readonly found: readonly FigureFound[];
  /** Against what was signed. */
  readonly differences: readonly ReportDifference[];
}

export const frozenHash = (content: FrozenReport | ReportRestatement): string =>
  sha256(canonicalJson(content as unknown as Json));

export const freezeSpans = (spans: readonly ReportSpan[]): readonly FrozenSpan[] =>
  spans.map(({ name, from, to, asOf }) => ({
    name,
    from: from.toString(),
    to: to.toString(),
    asOf: asOf.toString(),
  }));

export const thawSpans = (spans: readonly FrozenSpan[]): readonly ReportSpan[] =>
  spans.map(({ name, from, to, asOf }) => ({
    name,
    from: Temporal.PlainDate.from(from),
    to: Temporal.PlainDate.from(to),
    asOf: Temporal.Instant.from(asOf),
  }));

/** The document that was signed, made again from what was frozen: the same at any time. */
export const frozenDocument = (frozen: FrozenReport, isUnit: (unitId: string) => boolean): ReportDocument =>
  madeAgain(frozen, frozen.outline, frozen.found, { number: frozen.number, on: frozen.day }, isUnit);

/** The letter that was signed with it; undefined where there was none. */
export const frozenLetter = (frozen: FrozenReport, isUnit: (unitId: string) => boolean): ReportDocument | undefined =>
  frozen.letterText && madeAgain(frozen, frozen.letterText.outline, frozen.letterText.found, frozen.letter, isUnit);

function madeAgain(
  { spans, typed, signature }: FrozenReport,
  outline: ReportOutline,
  found: readonly FigureFound[],
  { number, on }: { readonly number: number; readonly on: string },
  isUnit: (unitId: string) => boolean,
): ReportDocument {
  const { superior, body, place } = outline.heading;
  return draftReport(
    { ...outline, watched: [] },
    {
      spans: thawSpans(spans),
      found,
      typed,
      heading: {
        superior,
        body,
        place,
        number,
        notation: outline.notation,
        day: Temporal.PlainDate.from(on),
        draftMark: '',
      },
      signature: { lines: signature.lines, signerName: signature.signerName },
      isUnit,
    },
  );
}

const asText = (value: FigureValue | null) => (value ? `${value.steps}/${value.decimals}` : '');

/** What is known otherwise now, figure by figure. A line of a breakdown that differs shows in its whole. */
export function reportDifferences(
  before: readonly FigureFound[],
  after: readonly FigureFound[],
): readonly ReportDifference[] {
  const now = new Map(after.map((each) => [askedKey(each), each.value]));
  const seen = new Set<string>();
  return before.flatMap((each) => {
    const { figureId, span, unitId, value } = each;
    const key = askedKey({ figureId, span, unitId, by: null });
    const later = now.get(askedKey(each)) ?? null;
    if (seen.has(key) || asText(later) === asText(value)) return [];
    seen.add(key);
    return [{ figureId, span, unitId, before: value, after: later }];
  });
}
