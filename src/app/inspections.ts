import type { CommandCall } from '#case-engine/record-entries.ts';
import type { Actor } from '#case-engine/rules/authority.ts';
import * as inspections from '#modules/inspections/index.ts';
import type { AppGround } from './app-ground.ts';

/** Inspections and their conclusions. */
export const inspectionsOf = ({ db, now, ground }: AppGround) => ({
  checklists: inspections.checklists,
  open: async (actor: Actor, wish: inspections.InspectionWish, key?: CommandCall['key']) =>
    inspections.openInspection(db, await ground(), actor, wish, now(), key),
  list: (query: Parameters<typeof inspections.listInspections>[1]) => inspections.listInspections(db, query),
  listPublic: (after?: string) => inspections.listPublicInspections(db, now(), after),
  /** Concluded in a span: how many, of how many units, findings open, mended, late. */
  count: (span: Parameters<typeof inspections.countInspections>[1]) => inspections.countInspections(db, span, now()),
});
