import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { App } from '#app.ts';
import type { Actor } from '#case-engine/rules/authority.ts';
import type { Result } from '#kernel/result.ts';
import { type Connection, connect } from '#platform/database/connection.ts';
import { startServer } from '#platform/database/embedded-server.ts';
import { migrate } from '#platform/database/migrate.ts';
import { openFileStore } from '#platform/file-store.ts';
import { openCity, submitter } from '../tests/city.ts';
import { perSecondTogether, type Row, row } from './measure.ts';
import { lifecyclesToReplay, type Statement, StatementRecorder } from './statement-recorder.ts';

const workersMeasured = [1, 16];
/** Each line is measured so often, ours and the floor in turn, so that neither has the emptier database. */
const rounds = 2;

/** What is measured: for each worker one way of taking a dossier from the citizen's hand to the citizen's hand. */
export interface Lifecycles {
  readonly seconds: number;
  /** Makes as many ways as there are workers, on a city with its reference data. */
  prepare(app: App, connection: Connection, workers: number): Promise<readonly (() => Promise<void>)[]>;
}

/**
 * Whole lifecycles a second through the commands a surface calls, on a server that forces every commit to the disk.
 * The floor is what PostgreSQL does in the same run with the very same statements sent by a bare loop.
 */
export async function measureLifecycles({ seconds, prepare }: Lifecycles): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'motcua-bench-'));
  const server = await startServer(folder);
  const connection = connect(server.connectionString);
  try {
    await migrate(connection.pool);
    const { app, setClock } = await openCity(connection.db, await openFileStore(join(folder, 'files')));
    const ways = await prepare(app, connection, Math.max(...workersMeasured));
    const day = workingDays();
    const rows: Row[] = [];
    for (const workers of workersMeasured) {
      const ours: number[] = [];
      const floor: number[] = [];
      for (let round = 0; round < rounds; round++) {
        // a day has 9,999 numbers an agency: each measurement has a day of its own
        const recorder = new StatementRecorder(connection.pool);
        setClock(day());
        await perSecondTogether((worker) => ways[worker]!(), workers, 0.5);
        const recorded: Statement[][] = [];
        for (const way of ways.slice(0, workers)) recorded.push(await recorder.record(way));
        floor.push(await replay(server.connectionString, recorded, seconds));
        ours.push(await perSecondTogether((worker) => ways[worker]!(), workers, seconds));
      }
      rows.push(
        row(`postgres, ${workers} ${workers === 1 ? 'worker' : 'workers'}`, mean(ours), 'lifecycles/s', mean(floor)),
      );
    }
    return rows;
  } finally {
    await connection.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

export const citizen: Actor = { kind: 'citizen', accountId: randomUUID(), name: submitter.name, posts: [] };

/** A key of its own for each form, as the pages give it. */
export const key = () => ({ caller: 'bench', key: randomUUID(), requestHash: 'ab'.repeat(32) });

export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`the bench was refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
}

/** The recorded statements with fresh ids, sent one after another by one connection a worker, and nothing else. */
async function replay(connectionString: string, recorded: readonly Statement[][], seconds: number): Promise<number> {
  const options = '-c TimeZone=Asia/Ho_Chi_Minh -c DateStyle=ISO,YMD';
  const clients = recorded.map(() => new pg.Client({ connectionString, options }));
  await Promise.all(clients.map((client) => client.connect()));
  try {
    const ready = recorded.map((statements) => lifecyclesToReplay(statements));
    return await perSecondTogether(
      async (worker) => {
        for (const { text, values } of ready[worker]!.next()) {
          await clients[worker]!.query(values ? { name: nameOf(text), text, values: values as unknown[] } : text);
        }
      },
      recorded.length,
      seconds,
    );
  } finally {
    await Promise.all(clients.map((client) => client.end()));
  }
}

const names = new Map<string, string>();

/** The floor too has the server keep the plan of what is sent again and again. */
function nameOf(text: string): string {
  const name = names.get(text) ?? `floor_${names.size}`;
  names.set(text, name);
  return name;
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Nine o'clock of one working day after another. */
function workingDays(): () => string {
  let day = Temporal.PlainDate.from('2021-07-05');
  return () => {
    const given = day;
    do day = day.add({ days: 1 });
    while (day.dayOfWeek > 5);
    return `${given}T09:00`;
  };
}
