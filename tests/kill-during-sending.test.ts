import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { openFileStore } from '#platform/file-store.ts';
import { openMailer } from '#platform/mail.ts';
import { openCity, submitter, ward } from './city.ts';
import { startMailServer } from './mail-server.ts';
import { freshDatabase } from './on-database.ts';
import { sampleSubmission } from './sample-submission.ts';

const database = await freshDatabase();
const folder = mkdtempSync(join(tmpdir(), 'motcua-kill-sending-'));
const server = await startMailServer();
const mailer = openMailer(server.url, 'khong-tra-loi@motcua.example.vn');
afterAll(async () => {
  mailer.close();
  await server.close();
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

test('a worker killed after the server took a mail and before that is written down loses nothing, and what goes again has the same Message-ID', async () => {
  const files = await openFileStore(folder);
  const { app, setClock } = await openCity(database.db, files, '2021-11-05T09:00', {
    channels: { email: mailer },
    publicUrl: 'https://motcua.example.vn',
  });
  const submission = await sampleSubmission(app, '1.004873', 'x-00007');
  const dossiers = 12;
  for (let number = 0; number < dossiers; number++) {
    const email = `nguoi-${number}@example.vn`;
    const done = await app.dossiers.receive(ward.desk, { ...submission, submitter: { ...submitter, email } });
    expect(done.ok).toBe(true);
  }
  const worker = spawn(
    process.execPath,
    [
      '--import',
      './src/platform/tsx-loader.mjs',
      'tests/sending-worker.ts',
      database.connectionString,
      server.url,
      folder,
      '2021-11-05T09:01',
    ],
    { stdio: 'inherit' },
  );
  server.taken = () => {
    if (server.mails.length >= 3) worker.kill('SIGKILL');
  };
  await once(worker, 'exit');
  server.taken = () => undefined;
  const inHand = await sql`select 1 from notice where state = 'waiting' and claimed_until is not null`.execute(
    database.db,
  );
  expect(inHand.rows.length).toBeGreaterThan(0);

  // another worker takes over when the time in hand is over, not before
  setClock('2021-11-05T09:02');
  await app.notices.derive();
  await app.notices.send();
  setClock('2021-11-05T09:10');
  await app.notices.send();
  const { rows } = await sql<{
    id: string;
    state: string;
  }>`select id, state from notice where channel = 'email'`.execute(database.db);
  expect(rows.filter(({ state }) => state === 'sent')).toHaveLength(dossiers);
  const messageIds = server.mails.map(({ parsed }) => parsed.messageId);
  expect(new Set(messageIds)).toEqual(new Set(rows.map(({ id }) => `<${id}@motcua.example.vn>`)));
  expect(messageIds.length).toBeGreaterThan(dossiers);
  // the second copy differs in nothing by which a mailbox could take it for another mail
  for (const { parsed } of server.mails) {
    const copies = server.mails.filter((mail) => mail.parsed.messageId === parsed.messageId);
    expect(new Set(copies.map((mail) => `${mail.parsed.date} ${mail.parsed.subject} ${mail.parsed.text}`)).size).toBe(
      1,
    );
  }
}, 60_000);
