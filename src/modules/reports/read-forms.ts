import { readFileSync } from 'node:fs';
import { formsInForce, type ReportForm } from './rules/report-form.ts';
import type { ReportRegime } from './rules/report-regime.ts';

const file = new URL('../../../reference/reports/forms.json', import.meta.url);
let read: readonly ReportForm[] | undefined;

/** Every form that comes with the program, in force or not. */
export function reportForms(): readonly ReportForm[] {
  read ??= (JSON.parse(readFileSync(file, 'utf8')) as { readonly forms: readonly ReportForm[] }).forms;
  return read;
}

/** The forms of a regime that are in force on a day; without one, those of now. */
export const formsOfRegime = (
  { forms }: Pick<ReportRegime, 'forms'>,
  day: Temporal.PlainDate = Temporal.PlainDate.from('9999-12-31'),
): readonly ReportForm[] => formsInForce(reportForms(), forms, day);
