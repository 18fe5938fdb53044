import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type pg from 'pg';
import { connect } from '#platform/database/connection.ts';
import type { FileStore } from '#platform/file-store.ts';
import { StartRefused } from '#platform/start-refused.ts';
import {
  type AskedYear,
  analyse,
  begin,
  beginSmall,
  findYear,
  finish,
  hasCases,
  listParts,
  putBack,
  writeCounters,
} from './city-year-store.ts';
import { planAgencies, readLivingCity, type ScanFile } from './living-city.ts';
import { loadWindow, type Window } from './load-window.ts';
import { fillEmptyPosts } from './officers.ts';
import type { Producer, Production } from './producer.ts';
import { producers } from './producers.ts';
import type { NameLists } from './rules/invented-people.ts';
import { type Cell, sizeOfCell } from './rules/plan-city.ts';
import type { Scenario } from './rules/scenario.ts';
import { keepScan } from './scan-file.ts';
import { readNameLists, readScenario } from './scenario-files.ts';
import type { WorkerTask } from './year-worker.ts';

export interface YearProgress {
  readonly what: string;
  readonly done?: number;
  readonly of?: number;
}

export interface GenerateOptions {
  readonly connectionString: string;
  readonly files: FileStore;
  readonly asked: AskedYear;
  /** A scenario that is not in a file. */
  readonly scenario?: Scenario;
  /** How many threads make dossiers; as many as the machine has, four at most. */
  readonly workers?: number;
  /** A year of fewer dossiers is loaded in this thread, with every index in its place. */
  readonly smallBelow?: number;
  readonly tell: (progress: YearProgress) => void;
}

/** Agencies are dealt into so many heaps, whatever the number of threads, so that a load can go on on another machine. */
const heaps = 4;
/** Megabytes for what a thread makes and drops at once: with room for a few windows of rows the collector copies little. */
const youngMegabytes = 192;
/** Working days of a window: so few that what it wrote is still in memory when it is committed. */
const windowDays = 2;
const usuallySmallBelow = 20_000;

/**
 * Generates a year of the city and loads it into a database without cases. Killed, it goes on where it stood when it is
 * asked for the same again; the database is the same in the end.
 * @throws StartRefused when other cases or another year are there
 */
export async function generateCityYear(options: GenerateOptions): Promise<{ readonly dossiers: number }> {
  const { connectionString, asked, files, tell, smallBelow = usuallySmallBelow } = options;
  const scenario = options.scenario ?? readScenario(asked.scenario);
  if (asked.to > scenario.to || asked.from !== scenario.from) {
    throw new StartRefused(
      `The scenario ${scenario.id} begins on ${scenario.from} and knows nothing after ${scenario.to}: ask for --from ${scenario.from} and a --to that is not later.`,
    );
  }
  const connection = connect(connectionString, { size: 3 });
  const client = await connection.pool.connect();
  try {
    const lists = readNameLists();
    const isNew = await mayBegin(client, asked);
    const missing = isNew === undefined ? await missingProducers(client, asked) : [];
    if (isNew === undefined && missing.length === 0) {
      tell({ what: 'this city-year is there already' });
      return { dossiers: sum(await listParts(client)) };
    }
    const scan = await keepScan(connection.db, files);
    if (isNew) {
      const officers = await fillEmptyPosts(client, lists, asked.seed, scenario.agencies);
      tell({ what: `${officers} invented officers for the posts nobody holds` });
    }
    const { cells: planned, world } = await readLivingCity(connection.db, client, scenario, lists, asked, scan);
    if (isNew === undefined) {
      await produceAll({ connection, client, scenario, asked, world }, missing, tell);
      return { dossiers: sum(await listParts(client)) };
    }
    const cells = isAskedFor(asked, 'dossiers') ? planned : [];
    const total = cells.reduce((all, cell) => all + sizeOfCell(cell), 0);
    if (isNew) await (total < smallBelow ? beginSmall : begin)(client, asked);
    const days = Math.floor(world.endPlace / world.axis.dayLength);
    const loaded = await listParts(client);
    let done = sum(loaded);
    const told = (dossiers: number) => {
      done += dossiers;
      tell({ what: 'dossiers', done, of: total });
    };
    if (total < smallBelow) {
      const window = { part: 'all', firstDay: 0, lastDay: days };
      const agencyIds = [...new Set(cells.map(({ agencyId }) => agencyId))];
      if (!loaded.has('all')) await loadWindow(client, world, planAgencies(world, cells, agencyIds), window, told);
    } else {
      const count = options.workers ?? Math.min(heaps, availableParallelism());
      await inThreads(count, cells, days, { connectionString, asked, scenario, lists, scan }, told);
    }
    await complete({ connection, client, scenario, asked, world }, tell);
    return { dossiers: sum(await listParts(client)) };
  } finally {
    client.release();
    await connection.close();
  }
}

/** @returns whether the year is begun now; undefined when it is there already */
async function mayBegin(client: pg.ClientBase, asked: AskedYear): Promise<boolean | undefined> {
  const begun = await findYear(client);
  if (!begun) {
    if (!(await hasCases(client))) return true;
    throw new StartRefused('This database has dossiers already: a city-year is loaded into a database without any.');
  }
  if (!sameYear(begun.asked, asked)) {
    throw new StartRefused(
      `Another city-year was begun in this database (${JSON.stringify(begun.asked)}): ask for the same again, or take a new database.`,
    );
  }
  return begun.isFinished ? undefined : false;
}

const sameYear = (one: AskedYear, other: AskedYear): boolean =>
  one.scenario === other.scenario &&
  one.seed === other.seed &&
  one.scale === other.scale &&
  one.from === other.from &&
  one.to === other.to &&
  JSON.stringify(one.only) === JSON.stringify(other.only);

const isAskedFor = ({ only }: AskedYear, what: string): boolean => only?.includes(what) ?? true;

/** What follows when every dossier is there: indexes, counters, whatever else the scenario produces, figures. */
async function complete(production: Production, tell: GenerateOptions['tell']): Promise<void> {
  const { client, asked } = production;
  await client.query("set maintenance_work_mem = '512MB'");
  await putBack(client, (what) => tell({ what }));
  tell({ what: 'counters' });
  await writeCounters(client);
  const wanted = producers.filter(({ id }) => isAskedFor(asked, id));
  await produceAll(production, wanted, tell);
  await finish(client);
}

async function produceAll(
  production: Production,
  wanted: readonly Producer[],
  tell: GenerateOptions['tell'],
): Promise<void> {
  for (const { name, produce } of wanted) {
    tell({ what: name });
    await produce(production);
  }
  tell({ what: 'statistics of the tables' });
  await analyse(production.client);
}

/** What a finished year lacks because the program did not know it when the year was loaded. */
async function missingProducers(client: pg.ClientBase, asked: AskedYear): Promise<readonly Producer[]> {
  const loaded = await listParts(client);
  const isMissing = ({ id, part }: Producer) => part !== undefined && !loaded.has(part) && isAskedFor(asked, id);
  return producers.filter(isMissing);
}

async function inThreads(
  count: number,
  cells: readonly Cell[],
  days: number,
  task: {
    readonly connectionString: string;
    readonly asked: AskedYear;
    readonly scenario: Scenario;
    readonly lists: NameLists;
    readonly scan: ScanFile;
  },
  told: (dossiers: number) => void,
): Promise<void> {
  const dealt = deal(cells);
  const workers = Array.from({ length: Math.min(count, heaps) }, (_, worker) => {
    const own = dealt.flatMap((agencyIds, heap) => (heap % count === worker ? [{ heap, agencyIds }] : []));
    return runWorker(
      { ...task, heaps: own.map(({ heap, agencyIds }) => ({ agencyIds, windows: windowsOf(heap, days) })) },
      told,
    );
  });
  const ended = await Promise.allSettled(workers);
  for (const each of ended) if (each.status === 'rejected') throw each.reason;
}

/** Each agency to the heap with the least work so far, the largest first. */
function deal(cells: readonly Cell[]): readonly (readonly string[])[] {
  const sizes = new Map<string, number>();
  for (const { agencyId, received } of cells) sizes.set(agencyId, (sizes.get(agencyId) ?? 0) + received);
  const dealt = Array.from({ length: heaps }, () => ({ agencyIds: [] as string[], size: 0 }));
  for (const [agencyId, size] of [...sizes].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))) {
    const least = dealt.reduce((best, heap) => (heap.size < best.size ? heap : best));
    least.agencyIds.push(agencyId);
    least.size += size;
  }
  return dealt.map(({ agencyIds }) => agencyIds);
}

function windowsOf(heap: number, days: number): readonly Window[] {
  return Array.from({ length: Math.ceil(days / windowDays) }, (_, nth) => ({
    part: `days ${nth * windowDays}-${Math.min(days, (nth + 1) * windowDays) - 1}, heap ${heap}`,
    firstDay: nth * windowDays,
    lastDay: Math.min(days, (nth + 1) * windowDays) - 1,
  }));
}

function runWorker(task: WorkerTask, told: (dossiers: number) => void): Promise<void> {
  return new Promise((done, fail) => {
    const worker = new Worker(new URL('./year-worker.ts', import.meta.url), {
      workerData: task,
      resourceLimits: { maxYoungGenerationSizeMb: youngMegabytes },
    });
    worker.on('message', ({ dossiers }: { dossiers: number }) => told(dossiers));
    worker.once('error', fail);
    worker.once('exit', (code) => (code === 0 ? done() : fail(new Error(`a worker ended with ${code}`))));
  });
}

const sum = (parts: ReadonlyMap<string, number>): number => [...parts.values()].reduce((all, each) => all + each, 0);
