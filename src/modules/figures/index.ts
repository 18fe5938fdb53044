/** The door of the figures: a number with a definition, a moment as of which it is asked, and the cases behind it. */
export {
  askFigures,
  type CountsByUnit,
  type FeedQuestion,
  type FigureAnswer,
  type FigureFeed,
  type FigureGround,
  type FigureLine,
  type FigureQuestion,
  type FiguresAnswer,
} from './ask-figures.ts';
export { type ClosingWish, closePeriod, listClosings } from './close-period.ts';
export { type FigureClosing, listClosedPeriods } from './closing-store.ts';
export { exportFigures, type FiguresFile, type FiguresFormat } from './export-figures.ts';
export { readFactKeys } from './fact-store.ts';
export type { CaseBehind } from './figure-queries.ts';
export { type CasesPage, type CasesQuestion, listCasesBehind } from './list-cases-behind.ts';
export { figureRefusals } from './refusals.ts';
export { mayListCases } from './rules/cases-right.ts';
export { type FedValue, isCountedFromCases } from './rules/evaluate-figures.ts';
export { figureCatalogue, figureDefinition } from './rules/figure-catalogue.ts';
export { type FigureRestated, mayClose, restatedFigures } from './rules/figure-closing.ts';
export {
  type FigureDefinition,
  type FigureDimension,
  figureDimensions,
} from './rules/figure-definition.ts';
export type { BrokenIdentity } from './rules/figure-identities.ts';
export type { FigurePeriod } from './rules/figure-period.ts';
export { asNumber, divided, type FigureValue, formatFigure } from './rules/figure-value.ts';
export { type FactDifference, rebuildFacts, verifyFacts } from './verify-facts.ts';
