import type { App } from '#app.ts';
import { log } from '#platform/log.ts';

/** What stops the timetable, and waits for what is in hand. */
export interface Timetable {
  stop(): Promise<void>;
}

/**
 * What happens because time passes: notices are derived from the journal and sent. One round after the other, never two at
 * once in one program; several programs share the work by the rows they lock.
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
    while (!stopped) {
      await round(app);
      if (!stopped) await rest();
    }
  })();
  return {
    stop: async () => {
      stopped = true;
      wake();
      await running;
    },
  };
}

/** A fault of the world (the database restarts) ends the round, not the timetable. */
async function round(app: App): Promise<void> {
  try {
    await app.notices.derive();
    await app.notices.send();
  } catch (error) {
    log.error({ error }, 'a round of the timetable did not end well');
  }
}
