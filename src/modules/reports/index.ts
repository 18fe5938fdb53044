/** The door of the reports: outlines, bound figures, the document as data, and what is written from it. */

export { type ReportFormat, reportFormats, writeReport } from './document/write-report.ts';
export { type DraftedReport, type DraftingGround, draftFromOutline } from './draft-from-outline.ts';
export { outlinedRegimes, readOutline } from './read-outlines.ts';
export { reportRefusals } from './refusals.ts';
export { countRuns } from './rules/count-runs.ts';
export type { ReportSpan } from './rules/report-document.ts';
export { endOf, reportSpans } from './rules/report-spans.ts';
