import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A city of a story's own, whose days the story decides: it is stopped and opened again on a later day. */
export class OwnCity {
  readonly #folder = mkdtempSync(join(tmpdir(), 'motcua-story-'));
  #stop: (() => Promise<void>) | undefined;
  url = '';

  /** Opens the city at a local moment, `2021-12-01T08:30`. */
  async openAt(clock: string): Promise<void> {
    await this.#stop?.();
    const port = await freePort();
    this.url = `http://127.0.0.1:${port}`;
    const program = spawn(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', '--import', './src/platform/tsx-loader.mjs', 'src/main.ts'],
      {
        env: {
          ...process.env,
          PORT: String(port),
          MOTCUA_DATA: this.#folder,
          DATABASE_URL: '',
          MOTCUA_DEMO: 'people',
          MOTCUA_CLOCK: clock,
        },
        stdio: 'ignore',
      },
    );
    const ended = new Promise<void>((resolve) => program.once('exit', () => resolve()));
    this.#stop = async () => {
      program.kill('SIGTERM');
      await ended;
    };
    for (let tries = 0; tries < 600; tries++) {
      const isReady = await fetch(`${this.url}/readyz`).then(
        ({ ok }) => ok,
        () => false,
      );
      if (isReady) return;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    throw new Error('the city did not open');
  }

  async close(): Promise<void> {
    await this.#stop?.();
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => done(port));
    });
  });
}
