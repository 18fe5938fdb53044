/** The door of people: who acts, what they hold, how they sign in. */
export { type EndOfHolding, endHolding } from './end-holding.ts';
export { findActorByToken } from './find-actor-by-token.ts';
export { findActorBySession } from './find-session.ts';
export { type Appointment, holdPost } from './hold-post.ts';
export { type IssuedToken, issueAccessToken } from './issue-access-token.ts';
export { listColleagues } from './list-colleagues.ts';
export { loadActor } from './load-actor.ts';
export { type DemoSignIn, type DemoSignIns, demoSignIns, loadDemoAccounts } from './load-demo-accounts.ts';
export { logReading } from './log-reading.ts';
export { type AccountKind, type Colleague, findPersonalFacts, type PersonalFacts } from './people-store.ts';
export { type PeopleRefusal, peopleRefusals } from './refusals.ts';
export { type RegisteredCitizen, registerCitizen } from './register-citizen.ts';
export type { CitizenRegistration } from './rules/citizen-registration.ts';
export { shortestPassword } from './rules/password-rule.ts';
export { sessionHours } from './rules/session-life.ts';
export { type SignedIn, type SignIn, signIn } from './sign-in.ts';
export { signOut } from './sign-out.ts';
