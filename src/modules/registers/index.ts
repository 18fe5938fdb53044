/** The door of the registers: facts that people record, and the figures they feed. */
export { askRegisterFigures, entriesBehind, type FigureQuestion } from './ask-figures.ts';
export { type RegisterFeed, registerFigureFeeds, registerOf } from './figure-feeds.ts';
export type { EntryBehind, FigureScope, RegisterFigure } from './figure-queries.ts';
export { readDefinitions, shippedRegisters } from './read-definitions.ts';
export type {
  EntryValues,
  FigureFeed,
  RegisterCatalogue,
  RegisterDefinition,
  RegisterField,
} from './rules/register-definition.ts';
