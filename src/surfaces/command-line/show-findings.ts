import { findingWords, type ReportFinding } from '#modules/reports/index.ts';

/** Tells what is wrong in a report: where, what is printed, what it should be. */
export function showFindings(findings: readonly ReportFinding[]): void {
  for (const { kind, place, quote, printed, recomputed } of findings) {
    const { vi, en } = findingWords[kind];
    console.log(`${vi} / ${en}\n  ${place}: ${quote}`);
    console.log(`  in / printed: ${printed}${recomputed === null ? '' : `; tính lại / recomputed: ${recomputed}`}\n`);
  }
}
