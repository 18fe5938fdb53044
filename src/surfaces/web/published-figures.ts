import type { App } from '#app.ts';
import { toLocal } from '#kernel/zone.ts';

type FiguresAsked = Parameters<App['figures']['ask']>[0];
type Answered = Awaited<ReturnType<App['figures']['ask']>>;
type Ask = (question: FiguresAsked) => Promise<Answered>;

/**
 * Figures as the city publishes them: as of the hour, or of an earlier moment that is named; each question counted once an
 * hour whoever asks.
 */
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
  /** How many values the answers kept have. */
  values: number;
}

const newHour = (begins: Temporal.Instant): Hour => ({ begins, kept: new Map(), values: 0 });

const valuesOf = (answer: Answered): number =>
  answer.ok ? answer.value.figures.reduce((all, { lines }) => all + 1 + lines.length, 0) : 0;

/** One for every surface of an app: what a page asked, the download has. */
const ofApp = new WeakMap<App, PublishedFigures>();

/** Values of one figure in one line: enough for every unit's board of an hour. An hour that is over is forgotten. */
const mostKept = 500_000;

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
    shown = newHour(begins);
    return shown;
  };
  const askOf =
    (hour: () => Hour): Ask =>
    (question) => {
      const current = hour();
      const asOf = question.asOf ?? current.begins;
      // what is still to come of a moment is not kept
      if (Temporal.Instant.compare(asOf, current.begins) > 0) return app.figures.ask(question);
      const { kept } = current;
      const key = JSON.stringify({ ...question, asOf });
      const answered = kept.get(key);
      if (answered) return answered;
      const asked = app.figures.ask({ ...question, asOf });
      kept.set(key, asked);
      asked.then(
        (answer) => {
          current.values += valuesOf(answer);
          if (current.values <= mostKept) return;
          kept.clear();
          current.values = 0;
        },
        // a fault is not kept: the next one asks again
        () => kept.delete(key),
      );
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
        const next = newHour(begins);
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
