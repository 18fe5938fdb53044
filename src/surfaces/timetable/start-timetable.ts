import type { App } from '#app.ts';
import { log } from '#platform/log.ts';
import { turnBoards } from '#surfaces/web/published-board.ts';

/** What stops the timetable, and waits for what is in hand. */
export interface Timetable {
  stop(): Promise<void>;
}

/**
 * What happens because time passes: notices are derived from the journal and sent; results that were decided and not signed,
 * because the program fell or the signing service was down, are signed; whoever booked a visit is reminded; the public board turns to the next hour. One round after the other, never two at once in one
 * program; several programs share the work by the rows they lock.
 */
export function startTimetable(app: App, options: { readonly everyMilliseconds?: number } = {}): Timetable {
  const every = options.everyMilliseconds ?? 1000;
  let stopped = false;
  let wake: () => void = () => undefined;
  const rest = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, every);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const running = (async () => {
    let publishing: Promise<void> | undefined;
    for (let turn = 0; !stopped; turn++) {
      await round(app, turn);
      // nothing waits for the boards of an hour: in a large city they take a while
      publishing ??= turnBoards(app, () => stopped)
        .catch((error: unknown) => log.error({ error }, 'the boards of the hour were not counted'))
        .finally(() => {
          publishing = undefined;
        });
      if (!stopped) await rest();
    }
    await publishing;
  })();
  return {
    stop: async () => {
      stopped = true;
      wake();
      await running;
    },
  };
}

/** Signing fails at the service for minutes, not for seconds. */
const signEveryRounds = 60;
/** Days pass slowly: what they bring is looked at when the program starts, as it may have stood still, and every five minutes. */
const passEveryRounds = 300;
/** Nobody waits for the second in which a reminder comes. */
const remindEveryRounds = 30;

/** A gateway that was not heard of is asked, but not every second. */
const catchUpEveryRounds = 60;

/** A fault of the world (the database restarts) ends the round, not the timetable. */
async function round(app: App, turn: number): Promise<void> {
  try {
    await app.notices.derive();
    await app.notices.send();
    if (turn % signEveryRounds === 0) await app.results.signWaiting();
    if (turn % passEveryRounds === 1) {
      await app.tasks.passTime();
      await app.feedback.passTime();
      await app.reports.passTime();
      await app.indices.passTime();
    }
    if (turn % catchUpEveryRounds === 0) await app.dues.catchUp();
    if (turn % remindEveryRounds === 0) await app.desk.remind();
  } catch (error) {
    log.error({ error }, 'a round of the timetable did not end well');
  }
}
