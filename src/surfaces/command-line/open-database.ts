import { statSync } from 'node:fs';
import { clusterPlace } from '#platform/database/cluster.ts';
import { checkServer } from '#platform/database/connection.ts';
import { findServer, startServer } from '#platform/database/embedded-server.ts';
import type { Settings } from '#platform/settings.ts';
import { StartRefused } from '#platform/start-refused.ts';

/** The server in use: the one named, the one that runs for the city now, or the city's own, started for the while. */
export async function openDatabase(settings: Settings): Promise<{ connectionString: string; close(): Promise<void> }> {
  if (settings.databaseUrl) {
    await checkServer(settings.databaseUrl);
    return { connectionString: settings.databaseUrl, close: async () => undefined };
  }
  if (!statSync(clusterPlace(settings.dataFolder).cluster, { throwIfNoEntry: false })) {
    throw new StartRefused(
      `There is no city in ${settings.dataFolder}: set MOTCUA_DATA to its folder, or DATABASE_URL to its database.`,
    );
  }
  const running = await findServer(settings.dataFolder);
  if (running) return { connectionString: running, close: async () => undefined };
  const server = await startServer(settings.dataFolder);
  return { connectionString: server.connectionString, close: () => server.stop() };
}
