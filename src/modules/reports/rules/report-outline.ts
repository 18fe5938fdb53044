import type { FigureDimension } from '#modules/figures/rules/figure-definition.ts';
import type { ReportForm } from './report-form.ts';

/**
 * What a report says before its figures are counted: parts, sections, and texts with bound figures. The outline that comes
 * with a regime and the text people make of it have this one shape, so that what is edited and kept is drafted like the first.
 */
export interface ReportOutline {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  /** May hold `[[year]]`, like every text of the outline. */
  readonly abstract: string;
  readonly notation: string;
  /** Who issues it and where, in capitals; a line break where the name is broken in two. */
  readonly heading: { readonly superior: string; readonly body: string; readonly place: string };
  /** Above the name of who signs. */
  readonly signature: readonly string[];
  readonly addressees: readonly string[];
  readonly bases: readonly string[];
  readonly recipients: readonly string[];
  /** The span of figures whose id begins so; of all others it is `period`. */
  readonly spanOf: Readonly<Record<string, string>>;
  /** Spans that close so many days before the others. */
  readonly daysBeforeClose: Readonly<Record<string, number>>;
  readonly opening: readonly OutlineBlock[];
  readonly parts: readonly OutlinePart[];
  readonly closing: readonly OutlineBlock[];
  readonly annexes: readonly OutlineAnnex[];
  readonly watched: readonly WatchedFigure[];
}

export interface OutlinePart {
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly OutlineBlock[];
  readonly sections: readonly OutlineSection[];
}

export interface OutlineSection {
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly OutlineBlock[];
  readonly sections: readonly OutlineSection[];
}

export type OutlineBlock =
  | {
      readonly kind: 'paragraph';
      readonly id: string;
      /** With bound figures; `[^words]` makes a footnote there. */
      readonly text: string;
      /** Made from figures and not accepted by anybody yet: why it is proposed. */
      readonly proposal?: string;
      /** The unit that wrote it. */
      readonly author?: string;
    }
  | {
      readonly kind: 'table';
      readonly id: string;
      readonly caption: string;
      /** Plain texts, a form of the regime, one line a figure, or lines by a dimension with a column a figure. */
      readonly rows:
        | {
            readonly of: 'texts';
            readonly columns: readonly { readonly label: string; readonly share: number }[];
            readonly lines: readonly (readonly string[])[];
          }
        | { readonly of: 'form'; readonly form: ReportForm; readonly leftOut?: readonly number[] }
        | { readonly of: 'figures'; readonly figures: readonly string[] }
        | { readonly by: FigureDimension; readonly figures: readonly string[]; readonly most?: number };
    }
  | {
      readonly kind: 'chart';
      readonly id: string;
      readonly caption: string;
      readonly figure: string;
      readonly by: FigureDimension;
      readonly most?: number;
    };

export interface OutlineAnnex {
  readonly id: string;
  readonly title: string;
  readonly isLandscape: boolean;
  readonly blocks: readonly OutlineBlock[];
}

/** A figure of which a sentence is proposed when it is not as it should be. */
export interface WatchedFigure {
  readonly figure: string;
  /** Where the sentence is proposed. */
  readonly sectionId: string;
  /** What is said, with bound figures, without the stop at its end. */
  readonly says: string;
  readonly shouldBe: { readonly atMost: number } | { readonly atLeast: number };
  /** By what it is told where; null: it cannot be told. */
  readonly by: FigureDimension | null;
  /** Whether it can be told since which month. */
  readonly since?: boolean;
}
