import * as dossiers from '#modules/dossiers/index.ts';
import type { AppGround } from './app-ground.ts';

/** Filings that are not handed in yet. */
export const draftsOf = ({ db, now }: AppGround) => ({
  start: (procedureVersionId: number, accountId: string | null) =>
    dossiers.startDraft(db, procedureVersionId, accountId, now()),
  find: (draftId: string, token: string | undefined, accountId: string | null) =>
    dossiers.findDraft(db, draftId, token, accountId),
  save: (draftId: string, change: Parameters<typeof dossiers.saveDraft>[2]) =>
    dossiers.saveDraft(db, draftId, change, now()),
  list: (accountId: string) => dossiers.listDrafts(db, accountId),
});
