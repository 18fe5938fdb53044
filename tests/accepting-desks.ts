import { join } from 'node:path';
import { createApp } from '#app.ts';
import { systemClock } from '#platform/clock.ts';
import { connect } from '#platform/database/connection.ts';
import { startServer } from '#platform/database/embedded-server.ts';
import { migrate } from '#platform/database/migrate.ts';
import { openFileStore } from '#platform/file-store.ts';
import { loadReferenceData } from '../src/load-demo-city.ts';
import { ward } from './city.ts';
import { sampleSubmission } from './sample-submission.ts';

/** A program of its own, to be killed: twenty desks receive dossiers for one agency and print each code they were given. */
const [folder = '', desks = '20'] = process.argv.slice(2);
const server = await startServer(folder);
const connection = connect(server.connectionString, { size: 20 });
await migrate(connection.pool);
await loadReferenceData(connection.db, () => undefined);
const app = createApp({ db: connection.db, files: await openFileStore(join(folder, 'files')), clock: systemClock });
const submission = await sampleSubmission(app, '1.004873', 'x-00007');

async function desk(): Promise<never> {
  for (;;) {
    const received = await app.dossiers.receive(ward.desk, submission);
    if (!received.ok) throw new Error(JSON.stringify(received.refusal));
    process.stdout.write(`${received.value.code}\n`);
  }
}
await Promise.all(Array.from({ length: Number(desks) }, desk));
