import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { findCase, listJournal } from '#case-engine/case-store.ts';
import { firstBrokenEntry, fold } from '#case-engine/rules/journal.ts';
import { connect } from '#platform/database/connection.ts';
import { startServer } from '#platform/database/embedded-server.ts';

const folder = mkdtempSync(join(tmpdir(), 'motcua-kill-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the desks until so many codes were given, then kills the program at once. @returns the codes that were acknowledged */
async function receiveThenKill(count: number): Promise<string[]> {
  const program = spawn(
    process.execPath,
    ['--import', './src/platform/tsx-loader.mjs', 'tests/accepting-desks.ts', folder],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const ended = once(program, 'exit');
  const codes: string[] = [];
  for await (const line of createInterface({ input: program.stdout })) {
    codes.push(line);
    if (codes.length === count) program.kill('SIGKILL');
  }
  await ended;
  return codes;
}

test('killed twice in the middle of accepting, there are exactly as many numbers as accepted dossiers', async () => {
  const acknowledged = [...(await receiveThenKill(120)), ...(await receiveThenKill(120))];
  const server = await startServer(folder);
  const { db, close } = connect(server.connectionString);
  try {
    const { rows } = await sql<{ id: string; code: string }>`select id, code from cases order by code`.execute(db);
    const codes = new Set(rows.map((row) => row.code));
    expect(acknowledged.filter((code) => !codes.has(code))).toEqual([]);
    const numbers = rows.map((row) => Number(row.code.slice(-4)));
    const days = new Set(rows.map((row) => row.code.slice(0, -5)));
    if (days.size === 1) expect(numbers).toEqual(Array.from({ length: rows.length }, (_, index) => index + 1));
    for (const { id } of rows) {
      const journal = await listJournal(db, id);
      expect(firstBrokenEntry(journal)).toBeUndefined();
      expect(await findCase(db, id)).toEqual(fold('dossier', journal));
    }
  } finally {
    await close();
    await server.stop();
  }
}, 120_000);
