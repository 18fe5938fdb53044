/** Answers as they are kept: text, whole numbers, yes or no, days as ISO text; by the ids of the questions. */
export type Answers = Readonly<Record<string, string | number | boolean>>;

/** An answer as the citizen reads it, beside the question as it was read. */
export interface ShownAnswer {
  readonly id: string;
  readonly question: string;
  readonly answer: string | number | boolean;
  readonly shown: string;
}
