/** The door of the registers: facts that people record, and the figures they feed. */
export { approveEntry } from './approve-entry.ts';
export { askRegisterFigures, entriesBehind, type FigureQuestion } from './ask-figures.ts';
export { correctEntry, type EntryCorrection } from './correct-entry.ts';
export { enterImport } from './enter-import.ts';
export {
  countByRegister,
  countEntries,
  type EntryQuery,
  type EntryVersion,
  findEntry,
  listEntries,
  listVersions,
  type RegisterEntry,
} from './entry-queries.ts';
export type { EntryStanding, EvidenceFile } from './entry-store.ts';
export { type ExportedFile, type ExportFormat, exportEntries, importTemplate } from './export-entries.ts';
export { type RegisterFeed, registerFigureFeeds } from './figure-feeds.ts';
export { type EntryBehind, type FigureScope, listCountingEntries, type RegisterFigure } from './figure-queries.ts';
export { findImport, type RegisterImport } from './import-store.ts';
export { type LoadedEntry, loadEntries } from './load-entries.ts';
export { type ImportWish, lookAtImport } from './look-at-import.ts';
export type { RawValues } from './prepare-entry.ts';
export { readDefinitions, shippedRegisters } from './read-definitions.ts';
export { type EntryWish, type RegisterActor, recordEntry } from './record-entry.ts';
export { type RegisterRefusal, registerRefusals } from './refusals.ts';
export { dataCatalogue } from './rules/data-catalogue.ts';
export { entryDifference } from './rules/entry-difference.ts';
export { unitNamer } from './rules/find-unit.ts';
export type {
  EntryValues,
  FigureFeed,
  RegisterCatalogue,
  RegisterDefinition,
  RegisterField,
  RegisterValue,
} from './rules/register-definition.ts';
export { approvingPost, isReadable, readablePaths, writableUnits, writingPost } from './rules/register-rights.ts';
export { entryTitle, valueAsTyped, valueWords } from './rules/value-words.ts';
export { withdrawEntry, withdrawingPost } from './withdraw-entry.ts';
