import * as procedures from '#modules/procedures/index.ts';
import type { AppGround } from './app-ground.ts';

/** The catalogue as it is in force today. */
export const proceduresOf = ({ db, today }: AppGround) => ({
  search: (query: procedures.ProcedureSearch) => procedures.searchProcedures(db, query, today()),
  inForce: (code: string) => procedures.getProcedureInForce(db, code, today()),
  version: (id: number) => procedures.getProcedureVersion(db, id),
  formSchema: procedures.formSchema,
  facets: () => procedures.countFacets(db, today()),
});
