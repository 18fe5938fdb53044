import type { FigureDimension } from '#modules/figures/rules/figure-definition.ts';

/** A form of a regime as dated data: its columns in their groups, what stands in each, and what must hold between them. */
export interface ReportForm {
  /** `II.06a`. */
  readonly id: string;
  readonly name: string;
  /** First and last day it is in force, ISO; null while it is. */
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly basis: string;
  /** What its second column names. */
  readonly rowLabel: string;
  /** One line a field or agency with the total below, or the total alone. */
  readonly rows: FigureDimension | 'total';
  /** From column (3) on: (1) is the number of the line, (2) its name. */
  readonly columns: readonly FormColumn[];
  readonly identities: readonly FormIdentity[];
  readonly note?: string;
}

/** A column of a form: counted, typed with evidence where nothing counts it, or the sum of others. */
export type FormColumn = { readonly number: number; readonly label: string; readonly group?: string } & (
  | { readonly figure: string }
  | { readonly typed: string }
  | { readonly sum: readonly number[] }
);

/** What must hold in every line: the sum of the left columns equals that of the right, or is at most it. */
export interface FormIdentity {
  readonly left: readonly number[];
  readonly right: readonly number[];
  readonly relation: 'equal' | 'at-most';
}

/** A number that a unit typed with evidence. */
export interface TypedEntry {
  readonly typedId: string;
  readonly unitId: string;
  readonly value: number;
}

/** The sum of what units typed; null when nobody did. */
export function typedTotal(entries: readonly TypedEntry[], typedId: string): number | null {
  const own = entries.filter((entry) => entry.typedId === typedId);
  return own.length === 0 ? null : own.reduce((sum, { value }) => sum + value, 0);
}

/** The forms of these ids that are in force on a day, in the order asked. */
export function formsInForce(
  forms: readonly ReportForm[],
  ids: readonly string[],
  day: Temporal.PlainDate,
): readonly ReportForm[] {
  const written = day.toString();
  return ids.flatMap((id) =>
    forms.filter(
      (form) => form.id === id && form.validFrom <= written && (form.validTo === null || written <= form.validTo),
    ),
  );
}
