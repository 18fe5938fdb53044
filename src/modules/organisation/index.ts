/** The door of the organisation: units, posts, and where a step of a procedure is done. */
export {
  type AnnouncedCalendar,
  insertCalendarDecisions,
  insertCalendarYear,
  insertWorkingHours,
  setAgencyCodeOrder,
} from './calendar-store.ts';
export { type CityGround, getCityGround } from './city-ground.ts';
export { loadReferenceUnits } from './load-reference-units.ts';
export {
  hasPost,
  listChildren,
  searchUnits,
} from './organisation-queries.ts';
export { insertPosts, insertUnits } from './organisation-store.ts';
export { organisationRefusals } from './refusals.ts';
export { agencyCodeOn } from './rules/agency-code.ts';
export { agencyName } from './rules/agency-name.ts';
export type { Organisation } from './rules/expand-reference.ts';
export type { Post } from './rules/post.ts';
export { isAgency, isInForce, type Tier, type Unit, type UnitKind } from './rules/unit.ts';
export { resolveUnit, type UnitNotFound, type UnitSelector } from './rules/unit-selector.ts';
export { agencyOf, idsOnPath, type UnitTree, unitTree } from './rules/unit-tree.ts';
