/** The door of the figures: a number with a definition, a moment as of which it is asked, and the cases behind it. */
export {
  askFigures,
  type FeedQuestion,
  type FigureAnswer,
  type FigureFeed,
  type FigureGround,
  type FigureLine,
  type FigureQuestion,
  type FiguresAnswer,
} from './ask-figures.ts';
export { rebuildFacts } from './fact-store.ts';
export { figureRefusals } from './refusals.ts';
export { figureCatalogue, figureDefinition, figureIdentities } from './rules/figure-catalogue.ts';
export {
  type FigureDefinition,
  type FigureDimension,
  figureDimensions,
} from './rules/figure-definition.ts';
export type { BrokenIdentity } from './rules/figure-identities.ts';
export { type FigurePeriod, monthsOf, periodBefore } from './rules/figure-period.ts';
export { asNumber, type FigureValue, formatFigure } from './rules/figure-value.ts';
export { type FactDifference, verifyFacts } from './verify-facts.ts';
