import * as organisation from '#modules/organisation/index.ts';
import type { AppGround } from './app-ground.ts';

/** Units by words or by the unit above. */
export const unitsOf = ({ db, today }: AppGround) => ({
  search: (words: string, kinds?: readonly organisation.UnitKind[]) =>
    organisation.searchUnits(db, words, today(), kinds ? { kinds } : {}),
  children: (parentId: string) => organisation.listChildren(db, parentId, today()),
});
