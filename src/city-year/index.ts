/** The door of the city-year: a year of the whole city, lived through the rules and loaded. */
export { type AskedYear, findYear as findCityYear, hasCases as hasAnyCase } from './city-year-store.ts';
export { generateCityYear, type YearProgress } from './generate-city-year.ts';
export { yearParts } from './producers.ts';
export { demoScenario, lastDemoDay } from './rules/demo-scenario.ts';
export { readScenario, scenarioNames } from './scenario-files.ts';
