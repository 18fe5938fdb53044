import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { connect } from '#platform/database/connection.ts';
import { type EmbeddedServer, startServer } from '#platform/database/embedded-server.ts';
import { migrate } from '#platform/database/migrate.ts';
import { processLives } from '#platform/folder-lock.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    databaseServer: {
      readonly administrator: string;
      readonly application: string;
      readonly template: string;
      /** Why the template could not be migrated; pure rules are tested all the same. */
      readonly migrationFault: string;
    };
  }
}

const prefix = 'motcua-tests-';

/** One embedded server for a run of all tests, with a migrated template database that every test file copies. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  await clearLeftovers();
  const folder = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`));
  const server: EmbeddedServer = await startServer(folder, { forTests: true });
  const template = 'motcua_template';
  const administrator = new pg.Client(server.administratorConnectionString);
  await administrator.connect();
  await administrator.query(`create database ${template} owner motcua`);
  await administrator.end();

  const connection = connect(server.connectionString.replace(/\/motcua$/, `/${template}`), { size: 1 });
  const migrationFault = await migrate(connection.pool).then(
    () => '',
    (error: unknown) => String(error),
  );
  await connection.close();

  project.provide('databaseServer', {
    administrator: server.administratorConnectionString,
    application: server.connectionString,
    template,
    migrationFault,
  });
  return async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}

/** A run that was killed leaves its server; the next run ends it and clears its folder. */
async function clearLeftovers(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(prefix))) {
    if (processLives(Number(name.slice(prefix.length).split('-')[0]))) continue;
    const folder = join(tmpdir(), name);
    try {
      const pid = Number(readFileSync(join(folder, 'database/cluster/postmaster.pid'), 'utf8').split('\n')[0]);
      if (readFileSync(`/proc/${pid}/comm`, 'utf8').trim() === 'postgres') process.kill(pid, 'SIGQUIT');
    } catch {
      // no server left, or not ours to end
    }
    try {
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    } catch {
      // another user's run
    }
  }
}
