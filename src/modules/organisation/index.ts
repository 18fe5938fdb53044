/** The door of the organisation: units, posts, and where a step of a procedure is done. */
export {
  type AnnouncedCalendar,
  insertCalendarDecisions,
  insertCalendarYear,
  insertWorkingHours,
  setAgencyCodeOrder,
} from './calendar-store.ts';
export { type CityGround, getCityGround } from './city-ground.ts';
export { clockGround } from './clock-ground.ts';
export { type DelegationRecord, insertDelegation, selectDelegations } from './delegation-store.ts';
export { deriveSigning } from './derive-signing.ts';
export { type DelegationWish, grantDelegation } from './grant-delegation.ts';
export { loadReferenceUnits } from './load-reference-units.ts';
export { getCity, hasPost, listChildren, listPostsAt, searchUnits } from './organisation-queries.ts';
export { insertPosts, insertUnits } from './organisation-store.ts';
export { organisationRefusals } from './refusals.ts';
export { revokeDelegation } from './revoke-delegation.ts';
export { agencyCodeOn } from './rules/agency-code.ts';
export { agencyName } from './rules/agency-name.ts';
export {
  type DelegatedForm,
  delegatedForms,
  type GrantRefusal,
  headPostOf,
  positionOf,
  type SigningDocument,
} from './rules/delegation.ts';
export type { Organisation } from './rules/expand-reference.ts';
export type { Post } from './rules/post.ts';
export type { SigningForm, SigningPower, SigningRefusal } from './rules/signing-form.ts';
export { isAgency, isInForce, type Tier, type Unit, type UnitKind } from './rules/unit.ts';
export { resolveUnit, type UnitNotFound, type UnitSelector } from './rules/unit-selector.ts';
export { agencyOf, cityIn, idsOnPath, type UnitTree, unitTree } from './rules/unit-tree.ts';
