import type { FigureDimension } from '#modules/figures/rules/figure-definition.ts';
import type { FigureValue } from '#modules/figures/rules/figure-value.ts';

/**
 * A figure bound into a sentence, written `{{FIGURE | CLAUSE | CLAUSE}}`: what stands there is counted, never typed.
 *
 * - `{{dossiers.resolved}}` the number; `| with unit`: with its unit of measure
 * - `| share of dossiers.received` the per cent it is of another; `| share of … to 2`: with two decimals
 * - `| in tasks` in another span of the report; `| at so-y-te` of one unit with all below it
 * - `| of branch q-001`, `| of field …` one line of a breakdown
 * - `| change on last-year` how much more or less than in another span
 * - `| highest 3 by branch`, `| lowest 3 by branch` the names and numbers at the top or the bottom
 * - `| since over 0`, `| since under 95` the month from which on it has been so, to the end
 */
export interface FigureBinding {
  readonly figureId: string;
  /** A span of the report; undefined: the one the outline gives to this figure. */
  readonly span: string | undefined;
  /** Undefined: the unit of the report. */
  readonly unitId: string | undefined;
  readonly show: BindingShow;
  readonly withMeasure: boolean;
}

/** What of a figure is printed. */
export type BindingShow =
  | { readonly what: 'value' }
  | { readonly what: 'line'; readonly by: FigureDimension; readonly key: string }
  | { readonly what: 'share'; readonly of: string; readonly decimals: number }
  | { readonly what: 'change'; readonly on: string }
  | { readonly what: 'highest' | 'lowest'; readonly count: number; readonly by: FigureDimension }
  | { readonly what: 'since'; readonly side: 'over' | 'under'; readonly limit: number };

/** A stretch of a sentence: words as typed, or a bound figure as written. */
export type BoundPiece =
  | { readonly kind: 'words'; readonly words: string }
  | { readonly kind: 'binding'; readonly written: string; readonly binding: FigureBinding };

/** A text read: its pieces, and every binding in it that does not hold. */
export interface BoundText {
  readonly pieces: readonly BoundPiece[];
  readonly defects: readonly BindingDefect[];
}

/** A binding that does not hold, with the place it stands at in its text. */
export interface BindingDefect {
  readonly code: BindingDefectCode;
  /** Characters before it. */
  readonly at: number;
  readonly written: string;
  /** The word that is not understood. */
  readonly word: string;
}

export type BindingDefectCode =
  | 'binding-not-closed'
  | 'binding-figure-unknown'
  | 'binding-clause-unknown'
  | 'binding-said-twice'
  | 'binding-span-unknown'
  | 'binding-unit-unknown'
  | 'binding-not-by';

/** What bindings may name beside the catalogue. */
export interface BindingGround {
  readonly spans: ReadonlySet<string>;
  isUnit(unitId: string): boolean;
}

/** One question to the figures. */
export interface FigureAsked {
  readonly figureId: string;
  readonly span: string;
  /** Null: the unit of the report. */
  readonly unitId: string | null;
  readonly by: FigureDimension | null;
}

/** The answer to it: what is frozen when a report is signed. */
export interface FigureFound extends FigureAsked {
  readonly value: FigureValue | null;
  readonly lines: readonly FigureLineFound[];
}

/** A line of a breakdown, with its name in Vietnamese. */
export interface FigureLineFound {
  readonly key: string;
  readonly label: string;
  readonly value: FigureValue | null;
}

/** Every answer, by its question. */
export type FiguresFound = ReadonlyMap<string, FigureFound>;

export const askedKey = ({ figureId, span, unitId, by }: FigureAsked): string =>
  [figureId, span, unitId ?? '', by ?? ''].join('|');

export const foundByKey = (found: readonly FigureFound[]): FiguresFound =>
  new Map(found.map((each) => [askedKey(each), each]));
