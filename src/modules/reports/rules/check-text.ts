import { type CheckedPeriod, checkDays } from './check-days.ts';
import { checkRepeated } from './check-repeated.ts';
import { checkShares } from './check-shares.ts';
import { checkSums } from './check-sums.ts';
import { checkUnits, type UnitNames } from './check-units.ts';
import { readNumbers } from './read-numbers.ts';
import type { ReportFinding } from './report-finding.ts';

/** What a text is held against. */
export interface CheckGround {
  readonly period: CheckedPeriod | undefined;
  readonly units: UnitNames;
}

/** A paragraph of a text, with where it stands. */
export interface CheckedParagraph {
  readonly text: string;
  readonly place: string;
}

/** Checks a report that is only text: whatever it says of itself that cannot be so. */
export function checkText(
  paragraphs: readonly CheckedParagraph[],
  { period, units }: CheckGround,
): readonly ReportFinding[] {
  const read = paragraphs.map(({ text, place }) => ({ text, place, tokens: readNumbers(text) }));
  return [
    ...read.flatMap(({ text, place, tokens }) => [
      ...checkShares(text, tokens, place),
      ...checkSums(text, place),
      ...checkDays(text, tokens, place, period),
      ...checkUnits(text, place, units),
    ]),
    ...checkRepeated(read),
  ];
}
