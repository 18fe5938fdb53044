/** The two languages of every page. Vietnamese comes first, English beside it. */
export type Language = 'vi' | 'en';

/** A text that a person reads, in both languages. */
export interface Text {
  readonly vi: string;
  readonly en: string;
}
