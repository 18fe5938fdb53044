/** The door of people: who acts, what they hold, how they sign in. */
export { changePassword, type PasswordChange } from './change-password.ts';
export { endHolding } from './end-holding.ts';
export { findActorByToken } from './find-actor-by-token.ts';
export { findActorBySession } from './find-session.ts';
export { holdPost } from './hold-post.ts';
export { findProvenPersonalId } from './identity-store.ts';
export { issueAccessToken } from './issue-access-token.ts';
export { listColleagues } from './list-colleagues.ts';
export { loadActor } from './load-actor.ts';
export { demoSignIns, loadDemoAccounts } from './load-demo-accounts.ts';
export { logReading } from './log-reading.ts';
export { findPersonalFacts } from './people-store.ts';
export { type IdentitySeen, proveIdentity } from './prove-identity.ts';
export { peopleRefusals } from './refusals.ts';
export { registerCitizen } from './register-citizen.ts';
export type { CitizenRegistration } from './rules/citizen-registration.ts';
export { signIn } from './sign-in.ts';
export { signOut } from './sign-out.ts';
