import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App } from '#app.ts';
import { type Connection, connect } from '#platform/database/connection.ts';
import { startServer } from '#platform/database/embedded-server.ts';
import { migrate } from '#platform/database/migrate.ts';
import { openFileStore } from '#platform/file-store.ts';
import { openCity } from '../tests/city.ts';
import { openFilledCity } from './filled-city.ts';
import { lifecyclesOfWards } from './lifecycle.ts';
import { type Bench, perSecondTogether, type Row, row } from './measure.ts';

/** `BENCH_CASES=10000000 BENCH_FOLDER=/somewhere` for the size the goal speaks of, filled once and found there again. */
const cases = Number(process.env.BENCH_CASES ?? 200_000);
const folder = process.env.BENCH_FOLDER;

/** What the goal of the issue allows, in milliseconds, and with how many people at once. */
const goal = 50;
const together = 16;

/**
 * The list of work and its search for officers of communes, sixteen at once: the 95th of a hundred answers beside what the goal
 * allows; and whole lifecycles among so many cases beside those in an empty city, measured in turn.
 */
export const benchLists: Bench = async (seconds) => {
  const { app, connection, setClock, close } = await openFilledCity(cases, folder);
  try {
    const { rows: sizes } = await connection.pool.query<{ all: string; cases: string }>(
      "select pg_database_size(current_database()) as all, (select count(*) from cases where kind = 'dossier') as cases",
    );
    const rows: Row[] = [
      row('cases', Number(sizes[0]?.cases), 'rows'),
      row('database', Number(sizes[0]?.all) / 2 ** 30, 'GB'),
    ];
    for (const [name, ask] of questions(app)) rows.push(row(`${name}, p95`, await p95(ask, seconds), 'ms', goal));
    rows.push(await lifecyclesBesideEmpty(app, connection, setClock, seconds));
    rows.push(row('memory of this program at most', process.resourceUsage().maxRSS / 1024, 'MB'));
    return rows;
  } finally {
    await close();
  }
};

type Ask = (turn: number) => Promise<unknown>;

function questions(app: App): readonly (readonly [string, Ask])[] {
  // every turn somebody else's ward, as people work
  const query = (turn: number) => {
    const ward = wards[turn % wards.length]!;
    return { scope: 'unit' as const, unitIds: [ward, `${ward}.desk`], jurisdiction: [], accountId: nobody };
  };
  const list = (more: object) => (turn: number) => app.work.list({ ...query(turn), ...more });
  return [
    ['list of work', list({ queue: 'all' })],
    ['what is late', list({ queue: 'overdue' })],
    ['numbers of the queues', (turn) => app.work.countQueues(query(turn))],
    ['search by a name', list({ queue: 'all', words: 'Trần Văn Tuấn' })],
    ['search by a usual name', list({ queue: 'all', words: 'nguyễn' })],
    [
      'search by a personal number',
      (turn) => list({ queue: 'all', words: `000${String(turn).padStart(9, '0')}` })(turn),
    ],
    ['what has ended', list({ queue: 'ended' })],
    ['search by a name in what has ended', list({ queue: 'ended', words: 'Trần Văn Tuấn' })],
  ];
}

const nobody = '00000000-0000-7000-8000-000000000001';
const wards = ['x-00007', 'x-00505', 'x-00004', 'x-00006', 'x-00008', 'x-00013', 'x-00016', 'x-00019'];

async function p95(ask: Ask, seconds: number): Promise<number> {
  const times: number[] = [];
  let turn = 0;
  const work = async (until: number, kept: number[]) => {
    do {
      const begun = performance.now();
      await ask(turn++);
      kept.push(performance.now() - begun);
    } while (performance.now() < until);
  };
  const everyone = (until: number, kept: number[]) =>
    Promise.all(Array.from({ length: together }, () => work(until, kept)));
  await everyone(performance.now() + 500, []);
  await everyone(performance.now() + seconds * 1000, times);
  return times.sort((one, other) => one - other)[Math.floor(times.length * 0.95)] ?? 0;
}

/**
 * Whole lifecycles a second, sixteen workers, among all those cases; the floor is the same in a city without any. Both are warm:
 * the first changes of a page after a start are logged whole and what is asked for is read from the disk, which an empty city
 * has behind it in a moment and a full one after some seconds.
 */
async function lifecyclesBesideEmpty(
  app: App,
  connection: Connection,
  setClock: (at: string) => void,
  seconds: number,
): Promise<Row> {
  const emptyFolder = mkdtempSync(join(tmpdir(), 'motcua-bench-empty-'));
  const server = await startServer(emptyFolder);
  const empty = connect(server.connectionString);
  try {
    await migrate(empty.pool);
    const city = await openCity(empty.db, await openFileStore(join(emptyFolder, 'files')));
    const [full, none] = [
      await lifecyclesOfWards(app, connection, together),
      await lifecyclesOfWards(city.app, empty, together),
    ];
    for (const lives of [full, none]) await perSecondTogether((worker) => lives[worker]!(), together, seconds * 4);
    const measured = { full: [] as number[], none: [] as number[] };
    for (const day of ['2021-11-08', '2021-11-09', '2021-11-10']) {
      setClock(`${day}T09:00`);
      city.setClock(`${day}T09:00`);
      measured.full.push(await perSecondTogether((worker) => full[worker]!(), together, seconds));
      measured.none.push(await perSecondTogether((worker) => none[worker]!(), together, seconds));
    }
    const median = (values: readonly number[]) => values.toSorted((one, other) => one - other)[1] ?? 0;
    return row(
      `lifecycles, ${together} workers; floor: in an empty city`,
      median(measured.full),
      'lifecycles/s',
      median(measured.none),
    );
  } finally {
    await empty.close();
    await server.stop();
    rmSync(emptyFolder, { recursive: true, force: true });
  }
}
