/** What is wrong in a report. */
export type FindingKind =
  | 'share-wrong'
  | 'share-cut-off'
  | 'parts-not-total'
  | 'part-over-total'
  | 'printed-otherwise'
  | 'day-impossible'
  | 'day-outside'
  | 'unit-unknown'
  | 'figure-typed'
  | 'figure-open'
  | 'figure-changed'
  | 'proposal-open';

/** One thing that is wrong: where it stands, what is printed there, what it should be. */
export interface ReportFinding {
  readonly kind: FindingKind;
  /** In words a person finds it by. */
  readonly place: string;
  /** The words around it. */
  readonly quote: string;
  readonly printed: string;
  /** Null where nothing can be computed: a unit that does not exist. */
  readonly recomputed: string | null;
}

/** Whether a report of ours may not be signed with it: a typed number is told, all else is wrong or not done. */
export const stopsSigning = ({ kind }: ReportFinding): boolean => kind !== 'figure-typed';

/** The words around a place in a text, cut at spaces. */
export function quoteAround(text: string, at: number, length: number): string {
  const from = Math.max(0, text.lastIndexOf(' ', Math.max(0, at - 60)) + 1);
  const space = text.indexOf(' ', Math.min(text.length, at + length + 40));
  const to = space === -1 ? text.length : space;
  return `${from > 0 ? '…' : ''}${text.slice(from, to).trim()}${to < text.length ? '…' : ''}`;
}
