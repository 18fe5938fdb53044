import { readFileSync } from 'node:fs';
import { formsOfRegime } from './read-forms.ts';
import { findRegime } from './read-regimes.ts';
import { formAnnexes } from './rules/form-annexes.ts';
import type { ReportOutline } from './rules/report-outline.ts';

/** Of a period without end: the forms that are in force now. */
const farDay = Temporal.PlainDate.from('9999-12-31');
const folder = new URL('../../../reference/reports/', import.meta.url);

/** The outlines that come with the program: of regimes, and of the letter that goes with one. */
export const outlinedRegimes: readonly string[] = ['par', 'par-letter', 'procedure-control', 'tasks', 'feedback'];

/**
 * The outline of a regime with the forms that are in force on the last day of its period as annexes; undefined when none
 * comes with the program.
 */
export function readOutline(regime: string, day: Temporal.PlainDate = farDay): ReportOutline | undefined {
  if (!outlinedRegimes.includes(regime)) return undefined;
  const outline = JSON.parse(readFileSync(new URL(`${regime}-outline.json`, folder), 'utf8')) as ReportOutline;
  const known = findRegime(regime);
  const forms = known ? formsOfRegime(known, day) : [];
  return { ...outline, annexes: [...outline.annexes, ...formAnnexes(forms)] };
}
