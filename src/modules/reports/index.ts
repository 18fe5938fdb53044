/** The door of the reports: outlines, bound figures, the document as data, and what is written from it. */

export { type ReportFormat, reportFormats, writeReport } from './document/write-report.ts';
export { type DraftedReport, type DraftingGround, draftFromOutline } from './draft-from-outline.ts';
export { gatherFigures } from './gather-figures.ts';
export { outlinedRegimes, readOutline } from './read-outlines.ts';
export { readReportFile } from './read-report-file.ts';
export { reportRefusals } from './refusals.ts';
export { checkDocument } from './rules/check-document.ts';
export { checkText } from './rules/check-text.ts';
export { unitNames } from './rules/check-units.ts';
export { countRuns } from './rules/count-runs.ts';
export { figuresOfOutline, spanFinder } from './rules/draft-report.ts';
export { findingWords } from './rules/finding-words.ts';
export type { ReportSpan } from './rules/report-document.ts';
export type { ReportFinding } from './rules/report-finding.ts';
export { endOf, reportSpans } from './rules/report-spans.ts';
