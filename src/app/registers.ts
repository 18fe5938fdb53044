import type { Language } from '#kernel/text.ts';
import * as registers from '#modules/registers/index.ts';
import type { AppGround } from './app-ground.ts';

/** Registers: entries, corrections, imports, downloads. */
export const registersOf = ({ db, catalogue, now, ground }: AppGround) => ({
  all: (): readonly registers.RegisterDefinition[] => [...catalogue.values()],
  find: (id: string) => catalogue.get(id),
  record: async (actor: registers.RegisterActor, of: registers.RegisterDefinition, wish: registers.EntryWish) =>
    registers.recordEntry(db, await ground(), of, actor, wish, now()),
  correct: async (actor: registers.RegisterActor, of: registers.RegisterDefinition, wish: registers.EntryCorrection) =>
    registers.correctEntry(db, await ground(), of, actor, wish, now()),
  approve: async (
    actor: registers.RegisterActor,
    of: registers.RegisterDefinition,
    approval: Parameters<typeof registers.approveEntry>[4],
  ) => registers.approveEntry(db, await ground(), of, actor, approval, now()),
  withdraw: async (
    actor: registers.RegisterActor,
    of: registers.RegisterDefinition,
    withdrawal: Parameters<typeof registers.withdrawEntry>[4],
  ) => registers.withdrawEntry(db, await ground(), of, actor, withdrawal, now()),
  /** Says of every row of a file whether it can be entered; nothing is entered. */
  lookAtImport: async (actor: registers.RegisterActor, of: registers.RegisterDefinition, wish: registers.ImportWish) =>
    registers.lookAtImport(db, await ground(), of, actor, wish, now()),
  findImport: (actor: registers.RegisterActor, id: string) => registers.findImport(db, id, actor.accountId),
  enterImport: async (actor: registers.RegisterActor, of: registers.RegisterDefinition, importId: string) =>
    registers.enterImport(db, await ground(), of, actor, importId, now()),
  list: (query: registers.EntryQuery) => registers.listEntries(db, query),
  count: (query: Parameters<typeof registers.countEntries>[1]) => registers.countEntries(db, query),
  countEach: (asked: Parameters<typeof registers.countByRegister>[1]) => registers.countByRegister(db, asked),
  /** The entries of a question as a file. */
  export: async (
    of: registers.RegisterDefinition,
    query: Parameters<typeof registers.exportEntries>[3],
    format: registers.ExportFormat,
    language: Language,
  ) => registers.exportEntries(db, (await ground()).tree, of, query, format, language),
  template: registers.importTemplate,
  entry: (id: string) => registers.findEntry(db, id),
  versions: (entryId: string) => registers.listVersions(db, entryId),
});
