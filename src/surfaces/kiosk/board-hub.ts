import type { App } from '#app.ts';
import { log } from '#platform/log.ts';
import type { ShownQueue } from './board.tsx';

export type BoardListener = (queue: ShownQueue) => void;

const wakeEvery = 1500;
const sleepEvery = 30_000;

interface Watch {
  readonly listeners: Set<BoardListener>;
  timer: NodeJS.Timeout | undefined;
}

/** One look at the queue of a desk for all displays that listen to it; none while nobody listens. */
export class BoardHub {
  readonly #app: App;
  readonly #watches = new Map<string, Watch>();

  constructor(app: App) {
    this.#app = app;
  }

  /** @returns what ends it */
  listen(deskId: string, listener: BoardListener): () => void {
    const watch = this.#watches.get(deskId) ?? { listeners: new Set(), timer: undefined };
    this.#watches.set(deskId, watch);
    watch.listeners.add(listener);
    if (!watch.timer) this.#look(deskId, watch, 0);
    return () => {
      watch.listeners.delete(listener);
      if (watch.listeners.size > 0) return;
      clearTimeout(watch.timer);
      watch.timer = undefined;
      this.#watches.delete(deskId);
    };
  }

  #look(deskId: string, watch: Watch, after: number): void {
    watch.timer = setTimeout(async () => {
      let next = wakeEvery;
      try {
        const queue = await this.#app.desk.queue(deskId);
        if (queue) for (const listener of watch.listeners) listener(queue);
        if (!queue || (!queue.hours.isOpen && queue.waiting.length + queue.called.length === 0)) next = sleepEvery;
      } catch (error) {
        // the database may be away for a while: the display keeps what it shows
        log.warn({ code: (error as { code?: string }).code }, 'a display could not be brought up to date');
        next = 5000;
      }
      if (watch.listeners.size > 0) this.#look(deskId, watch, next);
    }, after);
    watch.timer.unref();
  }
}
