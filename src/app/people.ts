import type { Actor } from '#case-engine/rules/authority.ts';
import * as people from '#modules/people/index.ts';
import type { AppGround } from './app-ground.ts';

/** Accounts, sessions and tokens; who sits at a unit; whose identity was proven. */
export const peopleOf = ({ db, now }: AppGround) => ({
  /** @param replaces the session the browser had, which ends now */
  signIn: (name: string, password: string, address: string, replaces?: string) =>
    people.signIn(db, { name, password, address, ...(replaces ? { replaces } : {}) }, now()),
  changePassword: (change: people.PasswordChange) => people.changePassword(db, change, now()),
  signOut: (token: string) => people.signOut(db, token),
  /** The actor behind a session cookie or bearer token; undefined when it is unknown or over. */
  findActorBySession: (token: string) => people.findActorBySession(db, token, now()),
  /** A bearer token for whoever signs in: other systems and officers' tools. */
  issueToken: (accountId: string, label: string) => people.issueAccessToken(db, { accountId, label }, now()),
  findActorByToken: (token: string) => people.findActorByToken(db, token, now()),
  registerCitizen: (input: people.CitizenRegistration) => people.registerCitizen(db, input, now()),
  personalFacts: (accountId: string) => people.findPersonalFacts(db, accountId),
  listColleagues: (unitId: string, role: Actor['posts'][number]['role']) =>
    people.listColleagues(db, unitId, role, now()),
  /** An officer of a desk has the person and their card before them. */
  proveIdentity: (actor: Actor, seen: people.IdentitySeen) => people.proveIdentity(db, actor, seen, now()),
  logReading: (accountId: string, caseId: string, reason: string) =>
    people.logReading(db, { accountId, caseId, reason }, now()),
});
