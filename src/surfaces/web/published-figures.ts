import type { App } from '#app.ts';
import { toLocal } from '#kernel/zone.ts';

type FiguresAsked = Parameters<App['figures']['ask']>[0];
type Answered = Awaited<ReturnType<App['figures']['ask']>>;
type Ask = (question: Omit<FiguresAsked, 'asOf'>) => Promise<Answered>;

/** Figures as the city publishes them: as of the hour, each question counted once an hour whoever asks. */
export interface PublishedFigures {
  asOf(): Temporal.Instant;
  readonly ask: Ask;
  /**
   * Counts what most people look at for an hour that has begun, and only then lets the hour be seen: until then everyone
   * has the hour before, and nobody waits.
   * @returns false when nothing is done: the hour is seen already, or is being counted
   */
  turn(count: (ask: Ask) => Promise<unknown>): Promise<boolean>;
}

/** The answers of one hour. */
interface Hour {
  readonly begins: Temporal.Instant;
  readonly kept: Map<string, Promise<Answered>>;
}

/** One for every surface of an app: what a page asked, the download has. */
const ofApp = new WeakMap<App, PublishedFigures>();

/** Enough for every unit's board of an hour; an hour that is over is forgotten. */
const mostKept = 2_000;

/** So long the hour before is shown when whoever turns the hours does not come to it. */
const patience = { minutes: 10 };

/**
 * Publication on an hour: a board that a thousand people open is counted once, all its numbers are of one moment, and that
 * moment is said. Who may act on what is late sees it as of now, on the pages of the workspace.
 */
export function publishedFigures(app: App): PublishedFigures {
  const known = ofApp.get(app);
  if (known) return known;
  let shown: Hour | undefined;
  let isTurned = false;
  let isTurning = false;

  const current = (): Hour => {
    const begins = hourOf(app.now());
    if (shown?.begins.equals(begins)) return shown;
    const follows = shown && Temporal.Instant.compare(shown.begins.add({ hours: 1 }), begins) === 0;
    const waits = Temporal.Instant.compare(app.now(), begins.add(patience)) < 0;
    if (shown && follows && waits && isTurned) return shown;
    shown = { begins, kept: new Map() };
    return shown;
  };
  const askOf =
    (hour: () => Hour): Ask =>
    (question) => {
      const { begins, kept } = hour();
      if (kept.size >= mostKept) kept.clear();
      const key = JSON.stringify(question);
      const answered = kept.get(key);
      if (answered) return answered;
      const asked = app.figures.ask({ ...question, asOf: begins });
      kept.set(key, asked);
      // a fault is not kept: the next one asks again
      asked.catch(() => kept.delete(key));
      return asked;
    };
  const published: PublishedFigures = {
    asOf: () => current().begins,
    ask: askOf(current),
    turn: async (count) => {
      const begins = hourOf(app.now());
      if (isTurning || (isTurned && shown?.begins.equals(begins))) return false;
      isTurning = true;
      try {
        const next: Hour = { begins, kept: new Map() };
        await count(askOf(() => next));
        shown = next;
        isTurned = true;
        return true;
      } finally {
        isTurning = false;
      }
    },
  };
  ofApp.set(app, published);
  return published;
}

function hourOf(now: Temporal.Instant): Temporal.Instant {
  const local = toLocal(now);
  return now.subtract({
    minutes: local.minute,
    seconds: local.second,
    milliseconds: local.millisecond,
    microseconds: local.microsecond,
    nanoseconds: local.nanosecond,
  });
}
