/** The door of inspections: planned, decided, visited, concluded, mended. */
export { checklists } from './checklists.ts';
export { inspectionInputs } from './inspection-input.ts';
export { findInspectionPage, type InspectionPage } from './inspection-page.ts';
export {
  countInspections,
  type InspectionCounts,
  listInspections,
  listPublicInspections,
} from './inspection-store.ts';
export { makeInspectionMove } from './make-inspection-move.ts';
export { type InspectionWish, openInspection } from './open-inspection.ts';
export { inspectionRefusals } from './refusals.ts';
export {
  type DisciplinaryMeasure,
  disciplinaryMeasures,
  type InspectionFacts,
  type ItemAnswer,
  inspectionFacts,
} from './rules/inspection-facts.ts';
export { inspectionKind, inspectionKindIfKnown } from './rules/inspection-kind.ts';
