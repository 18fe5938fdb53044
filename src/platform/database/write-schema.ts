// node src/platform/database/write-schema.ts: after a migration, writes schema.sql and schema.ts anew.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from './connection.ts';
import { describeSchema } from './describe-schema.ts';
import { describeTypes } from './describe-types.ts';
import { startServer } from './embedded-server.ts';
import { migrate } from './migrate.ts';

const folder = mkdtempSync(join(tmpdir(), 'motcua-schema-'));
const server = await startServer(folder, { forTests: true });
try {
  const connection = connect(server.connectionString, { size: 1 });
  try {
    await migrate(connection.pool);
    writeFileSync(join(import.meta.dirname, '../../../schema.sql'), await describeSchema(connection.pool));
    writeFileSync(join(import.meta.dirname, 'schema.ts'), await describeTypes(connection.pool));
  } finally {
    await connection.close();
  }
} finally {
  await server.stop();
  rmSync(folder, { recursive: true });
}
