/** The door of the reports: outlines, bound figures, the document as data, and what is written from it. */

export { changeText, type TextWish } from './change-text.ts';
export { reportHtml } from './document/report-html.ts';
export { type ReportFormat, reportFormats, writeReport } from './document/write-report.ts';
export { type DraftedReport, type DraftingGround, draftFromOutline } from './draft-from-outline.ts';
export { draftUnitForms } from './draft-unit-forms.ts';
export {
  findPublishedReport,
  findReportFile,
  listFrozen,
  listPublishedReports,
  type PublishedReport,
} from './frozen-store.ts';
export { gatherFigures } from './gather-figures.ts';
export { gatherLetter } from './gather-letter.ts';
export { gatherSheet, type SheetLine } from './gather-sheet.ts';
export { type GatheredText, gatherText, openPlaces } from './gather-text.ts';
export { gatherTyped } from './gather-typed.ts';
export { makeReportFiles } from './make-report-files.ts';
export { makeReportMove } from './make-report-move.ts';
export { listNarratives, saveNarratives } from './narrative-store.ts';
export { openPeriod, type PeriodWish, regimesOf, workingDayAfter } from './open-period.ts';
export { countAgain } from './prepare-signing.ts';
export { formsOfRegime } from './read-forms.ts';
export { outlinedRegimes, readOutline } from './read-outlines.ts';
export { findRegime } from './read-regimes.ts';
export { readReportFile } from './read-report-file.ts';
export { reportingRefusals, reportRefusals } from './refusals.ts';
export { remindReports } from './remind-reports.ts';
export { findReportCasePage, type ReportCasePage } from './report-case-page.ts';
export { reportingInputs } from './report-input.ts';
export { countReporting, findReportByCode, listOwnParts, listReports } from './report-store.ts';
export { checkDocument } from './rules/check-document.ts';
export { checkText } from './rules/check-text.ts';
export { unitNames } from './rules/check-units.ts';
export { countRuns, placedBlocks } from './rules/count-runs.ts';
export { figuresOfOutline, spanFinder } from './rules/draft-report.ts';
export { textDeeds } from './rules/edit-outline.ts';
export { findingWords } from './rules/finding-words.ts';
export {
  type FrozenReport,
  frozenDocument,
  type ReportDifference,
  type ReportRestatement,
  reportDifferences,
} from './rules/frozen-report.ts';
export type { ReportDocument, ReportSpan } from './rules/report-document.ts';
export { type ReportFinding, stopsSigning } from './rules/report-finding.ts';
export { reportingKindIfKnown, reportingKinds } from './rules/report-kinds.ts';
export { lastPeriod, type ReportRegime, reporterGroups, reportFrequencies } from './rules/report-regime.ts';
export { endOf, reportSpans } from './rules/report-spans.ts';
export { opinionFacts, opinionStances, reportFacts, requestFacts } from './rules/reporting-facts.ts';
