import { openAppFigures } from './app/app-figures.ts';
import { type AppParts, openAppGround } from './app/app-ground.ts';
import { delegationsOf } from './app/delegations.ts';
import { deskOf } from './app/desk.ts';
import { dossiersOf } from './app/dossiers.ts';
import { draftsOf } from './app/drafts.ts';
import { duesOf } from './app/dues.ts';
import { feedbackOf } from './app/feedback.ts';
import { figuresOf } from './app/figures.ts';
import { followUpOf } from './app/follow-up.ts';
import { indicesOf } from './app/indices.ts';
import { inspectionsOf } from './app/inspections.ts';
import { noticesOf } from './app/notices.ts';
import { papersOf } from './app/papers.ts';
import { peopleOf } from './app/people.ts';
import { proceduresOf } from './app/procedures.ts';
import { ratingsOf } from './app/ratings.ts';
import { registersOf } from './app/registers.ts';
import { reportsOf } from './app/reports.ts';
import { resultsOf } from './app/results.ts';
import { tasksOf } from './app/tasks.ts';
import { unitsOf } from './app/units.ts';
import { workOf } from './app/work.ts';

export type { FiguresAsked } from './app/app-figures.ts';
export { refusalCatalogue } from './app/refusal-catalogue.ts';

/**
 * All that a surface may ask for. A surface parses, asks, shows; it decides nothing, and it reaches the city only through here.
 */
export function createApp(parts: AppParts) {
  const ground = openAppGround(parts);
  const app = { ...ground, ...openAppFigures(ground) };
  return {
    now: app.now,
    today: app.today,
    files: app.files,
    ground: app.ground,
    people: peopleOf(app),
    procedures: proceduresOf(app),
    units: unitsOf(app),
    drafts: draftsOf(app),
    papers: papersOf(app),
    dossiers: dossiersOf(app),
    figures: figuresOf(app),
    indices: indicesOf(app),
    work: workOf(app),
    tasks: tasksOf(app),
    inspections: inspectionsOf(app),
    followUp: followUpOf(app),
    dues: duesOf(app),
    reports: reportsOf(app),
    feedback: feedbackOf(app),
    notices: noticesOf(app),
    results: resultsOf(app),
    registers: registersOf(app),
    desk: deskOf(app),
    ratings: ratingsOf(app),
    delegations: delegationsOf(app),
  };
}

export type App = ReturnType<typeof createApp>;
