/** The door of the figures: a number with a definition, a moment as of which it is asked, and the cases behind it. */
export { rebuildFacts } from './fact-store.ts';
export { type FactDifference, verifyFacts } from './verify-facts.ts';
