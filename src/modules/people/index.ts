/** The door of people: who signs in, which posts they hold, on whose behalf a system acts. */
export { findActorBySession, findActorByToken, issueAccessToken, listColleagues, logReading } from './find-actor.ts';
export { type DemoSignIns, demoSignIns, loadDemoAccounts } from './load-demo-accounts.ts';
export { type Colleague, findPersonalFacts, type PersonalFacts } from './people-store.ts';
export { peopleRefusals } from './refusals.ts';
export { type CitizenRegistration, registerCitizen } from './register-citizen.ts';
export { type SignedIn, signIn, signOut } from './sign-in.ts';
