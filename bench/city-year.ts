import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateCityYear } from '#city-year/index.ts';
import { connect } from '#platform/database/connection.ts';
import { startServer } from '#platform/database/embedded-server.ts';
import { migrate } from '#platform/database/migrate.ts';
import { openFileStore } from '#platform/file-store.ts';
import { loadReferenceData } from '../src/load-demo-city.ts';
import { type Bench, row } from './measure.ts';

/** Of the city's 1.5 million dossiers; another part of them with MOTCUA_BENCH_SCALE=1. */
const usualScale = 0.01;

/** A year of the city generated and loaded into a new embedded database, indexes and facts included. Takes what it takes. */
export const benchCityYear: Bench = async () => {
  const scale = Number(process.env.MOTCUA_BENCH_SCALE ?? usualScale);
  const folder = mkdtempSync(join(tmpdir(), 'motcua-bench-year-'));
  const server = await startServer(folder);
  const { db, pool, close } = connect(server.connectionString, { size: 2 });
  try {
    await migrate(pool);
    await loadReferenceData(db, () => undefined);
    const files = await openFileStore(join(folder, 'files'));
    const begun = performance.now();
    const spent = process.cpuUsage();
    let loadedAt = begun;
    const { dossiers } = await generateCityYear({
      connectionString: server.connectionString,
      files,
      asked: { scenario: 'hanoi-2021', seed: '2021', scale, from: '2021-01-01', to: '2021-10-30' },
      smallBelow: 0,
      tell: ({ done, of }) => {
        if (done !== undefined && done === of) loadedAt = performance.now();
      },
    });
    const seconds = (performance.now() - begun) / 1000;
    const { user, system } = process.cpuUsage(spent);
    const { rows } = await pool.query<{ bytes: string; entries: string }>(
      'select pg_database_size(current_database())::text as bytes, count(*)::text as entries from journal',
    );
    const [bytes, entries] = [Number(rows[0]?.bytes), Number(rows[0]?.entries)];
    return [
      row('dossiers', dossiers, 'dossiers'),
      row('entries', entries, 'entries'),
      row('generated and copied', (loadedAt - begun) / 1000, 'seconds'),
      row('indexes, registers, facts', seconds - (loadedAt - begun) / 1000, 'seconds'),
      row('all of it', seconds, 'seconds'),
      row('dossiers', dossiers / seconds, 'per second'),
      row('processor of this program', (user + system) / 1000 / dossiers, 'ms a dossier'),
      row('database', bytes / dossiers, 'bytes a dossier'),
      row('memory of this program at most', process.resourceUsage().maxRSS / 1024, 'MB'),
    ];
  } finally {
    await close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
};
