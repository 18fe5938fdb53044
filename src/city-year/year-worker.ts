import { parentPort, workerData } from 'node:worker_threads';
import { connect } from '#platform/database/connection.ts';
import { type AskedYear, listParts } from './city-year-store.ts';
import { planAgencies, readLivingCity, type ScanFile } from './living-city.ts';
import { loadWindow, type Window } from './load-window.ts';
import type { NameLists } from './rules/invented-people.ts';
import type { Scenario } from './rules/scenario.ts';

/** What a worker is given: the year, and which heaps of agencies are its own. */
export interface WorkerTask {
  readonly connectionString: string;
  readonly asked: AskedYear;
  readonly scenario: Scenario;
  readonly lists: NameLists;
  readonly scan: ScanFile;
  /** Heaps of agencies, each with its windows. */
  readonly heaps: readonly { readonly agencyIds: readonly string[]; readonly windows: readonly Window[] }[];
}

/** Loads the windows of its heaps that are not loaded yet, and tells how many dossiers it wrote. */
async function work(task: WorkerTask): Promise<void> {
  const connection = connect(task.connectionString, { size: 2 });
  const client = await connection.pool.connect();
  try {
    const { scenario, lists, asked, scan } = task;
    const { world, cells } = await readLivingCity(connection.db, client, scenario, lists, asked, scan);
    const heaps = task.heaps.map((heap) => ({ ...heap, plans: planAgencies(world, cells, heap.agencyIds) }));
    const loaded = await listParts(client);
    // day after day, so that what happened together lies together
    for (const nth of heaps[0]?.windows.keys() ?? []) {
      for (const { plans, windows } of heaps) {
        const window = windows[nth];
        if (!window || loaded.has(window.part)) continue;
        await loadWindow(client, world, plans, window, (dossiers) => parentPort?.postMessage({ dossiers }));
      }
    }
  } finally {
    client.release();
    await connection.close();
  }
}

await work(workerData as WorkerTask);
