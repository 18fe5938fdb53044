import type { App, FiguresAsked } from '#app.ts';
import { toLocal } from '#kernel/zone.ts';

type Answered = Awaited<ReturnType<App['figures']['ask']>>;

/** What anyone may read of figures: asked as of the last full hour, counted once for everybody who asks within it. */
export interface PublishedFigures {
  /** The moment up to which everything shown is known. */
  asOf(): Temporal.Instant;
  ask(question: Omit<FiguresAsked, 'asOf'>): Promise<Answered>;
}

/** One for every surface of an app: what a page asked, the download has. */
const ofApp = new WeakMap<App, PublishedFigures>();

/** Enough for every unit's board of an hour; an hour that is over is forgotten. */
const mostKept = 2_000;

/**
 * Publication on an hour: a board that a thousand people open is counted once, all its numbers are of one moment, and that
 * moment is said. Who may act on what is late sees it as of now, on the pages of the workspace.
 */
export function publishedFigures(app: App): PublishedFigures {
  const known = ofApp.get(app);
  if (known) return known;
  let kept = new Map<string, Promise<Answered>>();
  let hour = '';
  const asOf = () => {
    const now = app.now();
    const local = toLocal(now);
    return now.subtract({
      minutes: local.minute,
      seconds: local.second,
      milliseconds: local.millisecond,
      microseconds: local.microsecond,
      nanoseconds: local.nanosecond,
    });
  };
  const published: PublishedFigures = {
    asOf,
    ask: (question) => {
      const moment = asOf();
      if (moment.toString() !== hour || kept.size >= mostKept) {
        hour = moment.toString();
        kept = new Map();
      }
      const key = JSON.stringify(question);
      const known = kept.get(key);
      if (known) return known;
      const asked = app.figures.ask({ ...question, asOf: moment });
      kept.set(key, asked);
      // a fault is not kept: the next one asks again
      asked.catch(() => kept.delete(key));
      return asked;
    },
  };
  ofApp.set(app, published);
  return published;
}
