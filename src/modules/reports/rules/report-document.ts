import type { FigureValue } from '#modules/figures/rules/figure-value.ts';
import type { FigureBinding } from './figure-binding.ts';
import type { ReportForm } from './report-form.ts';

/** A stretch of days a figure is counted in and the moment it is known as of; a report has several, each with a name. */
export interface ReportSpan {
  readonly name: string;
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
  readonly asOf: Temporal.Instant;
}

/** An official document as data, in the order it is read: the same data make .docx, PDF and the page. */
export interface ReportDocument {
  readonly heading: DocumentHeading;
  /** TỜ TRÌNH or BÁO CÁO, and what it is about. */
  readonly type: string;
  readonly abstract: string;
  /** Kính gửi; of one the line is short, of more each has its own. */
  readonly addressees: readonly string[];
  /** Căn cứ, without the sign at the end. */
  readonly bases: readonly string[];
  readonly opening: readonly ReportBlock[];
  readonly parts: readonly ReportPart[];
  readonly closing: readonly ReportBlock[];
  readonly recipients: readonly string[];
  readonly signature: SignatureBlock;
  readonly annexes: readonly ReportAnnex[];
  /** By number, from 1; runs of kind `note` point here. */
  readonly footnotes: readonly ReportFootnote[];
  readonly spans: readonly ReportSpan[];
}

/** @see NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I mục II khoản 1–4 */
export interface DocumentHeading {
  /** The body above, in capitals; empty: there is none. */
  readonly superior: string;
  /** The issuing body, in capitals. */
  readonly body: string;
  /** Null: not numbered yet; it is printed as a gap. */
  readonly number: number | null;
  /** `BC-UBND`. */
  readonly notation: string;
  readonly place: string;
  /** Null: not dated yet. */
  readonly day: Temporal.PlainDate | null;
  /** A word above everything while it is not signed: DỰ THẢO. */
  readonly draftMark: string;
}

/** Quyền hạn, chức vụ, họ tên of who signs. */
export interface SignatureBlock {
  /** `TM. ỦY BAN NHÂN DÂN`, `KT. CHỦ TỊCH`, `PHÓ CHỦ TỊCH`. */
  readonly lines: readonly string[];
  /** Empty: nobody has signed yet. */
  readonly signerName: string;
}

/** Phần I, with its sections. */
export interface ReportPart {
  readonly id: string;
  /** `Phần I`; empty, and the title too: the document has no parts, only sections. */
  readonly number: string;
  readonly title: string;
  readonly blocks: readonly ReportBlock[];
  readonly sections: readonly ReportSection[];
}

/** I. CHỮ HOA, then 1. chữ thường, then a): by how deep it stands. */
export interface ReportSection {
  readonly id: string;
  /** `I.`, `1.`, `a)`. */
  readonly number: string;
  readonly title: string;
  readonly blocks: readonly ReportBlock[];
  readonly sections: readonly ReportSection[];
}

export type ReportBlock =
  | {
      readonly kind: 'paragraph';
      readonly id: string;
      readonly runs: readonly ReportRun[];
      /** Made from figures and not accepted by anybody yet: why it is proposed. */
      readonly proposal?: string;
      /** The unit that wrote it. */
      readonly author?: string;
    }
  | { readonly kind: 'table'; readonly id: string; readonly table: ReportTable }
  | { readonly kind: 'chart'; readonly id: string; readonly chart: ReportChart };

export type ReportRun =
  | { readonly kind: 'words'; readonly words: string; readonly bold?: boolean; readonly italic?: boolean }
  | BoundRun
  /** A figure nobody can count yet: it stops the signing. */
  | { readonly kind: 'open'; readonly words: string; readonly figureId: string; readonly written: string }
  /** The number of a footnote. */
  | { readonly kind: 'note'; readonly number: number };

/** A bound figure as it is printed, with all that is needed to ask for it again. */
export interface BoundRun {
  readonly kind: 'figure';
  readonly words: string;
  /** As it was written between the braces. */
  readonly written: string;
  readonly binding: FigureBinding;
  readonly span: ReportSpan;
  /** What was counted; of best and worst null. */
  readonly value: FigureValue | null;
}

export interface ReportTable {
  readonly caption: string;
  /** The form it is, where it is one. */
  readonly form?: ReportForm;
  readonly columns: readonly {
    readonly label: string;
    readonly isNumber: boolean;
    /** The head above it, shared with its neighbours. */
    readonly group?: string;
    /** Of a form: its number, printed below the head. */
    readonly number?: number;
    /** Of the width of all. */
    readonly share: number;
  }[];
  readonly rows: readonly { readonly cells: readonly (readonly ReportRun[])[]; readonly isTotal?: boolean }[];
}

/** Drawn as a vector picture; what it shows also stands in words, for whoever cannot see it. */
export interface ReportChart {
  readonly caption: string;
  readonly measure: string;
  readonly kind: 'bars' | 'columns';
  readonly points: readonly { readonly label: string; readonly value: FigureValue | null }[];
}

/** Phụ lục: landscape when its table is wide, pages numbered by themselves. */
export interface ReportAnnex {
  readonly number: string;
  readonly title: string;
  readonly isLandscape: boolean;
  readonly blocks: readonly ReportBlock[];
}

export interface ReportFootnote {
  readonly number: number;
  readonly words: string;
}
