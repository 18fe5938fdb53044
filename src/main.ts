import { join } from 'node:path';
import { createAdaptorServer } from '@hono/node-server';
import { createApp } from '#app.ts';
import { httpGateway } from '#modules/dues/index.ts';
import { demoSignIns } from '#modules/people/index.ts';
import { type Clock, clockOf } from '#platform/clock.ts';
import { checkServer, connect } from '#platform/database/connection.ts';
import { startServer } from '#platform/database/embedded-server.ts';
import { migrate, pendingMigrations } from '#platform/database/migrate.ts';
import { openFileStore } from '#platform/file-store.ts';
import { log } from '#platform/log.ts';
import { openMailer } from '#platform/mail.ts';
import { openMessageGateway } from '#platform/message-gateway.ts';
import { s3Place } from '#platform/s3-place.ts';
import { checkAddress, listenError, prepareDataFolder, readSettings, type Settings } from '#platform/settings.ts';
import { StartRefused } from '#platform/start-refused.ts';
import { clamScanner } from '#platform/virus-scanner.ts';
import { startTimetable } from '#surfaces/timetable/start-timetable.ts';
import { createServer } from '#surfaces/web/server.ts';
import { loadDemoCity, loadReferenceData } from './load-demo-city.ts';
import { loadDemoYear } from './load-demo-year.ts';
import { openSigning } from './open-signing.ts';

/** Puts everything together: settings, database, files, app, server; says what it does while a person waits. */
async function start(): Promise<void> {
  const begun = performance.now();
  const tell = (what: string) =>
    console.log(`  ${((performance.now() - begun) / 1000).toFixed(1).padStart(5)} s  ${what}`);
  const settings = readSettings(process.env);
  prepareDataFolder(settings.dataFolder);
  await checkAddress(settings);
  console.log('Một Cửa is starting.');

  const embedded = settings.databaseUrl
    ? undefined
    : await startServer(settings.dataFolder, { onProgress: (what) => tell(what) });
  const connectionString = settings.databaseUrl ?? embedded?.connectionString ?? '';
  await checkServer(connectionString);
  const connection = connect(connectionString);
  await migrate(connection.pool, { onProgress: ({ name }) => tell(`migration ${name}`) });

  const clock = clockOf(settings);
  await loadReferenceData(connection.db, (what) => tell(`loading ${what}`));
  const loading = (what: string) => tell(`loading ${what}`);
  if (settings.demo) await loadDemoCity(connection.db, clock.now(), loading);

  const { s3, scanner, papersUrl } = settings.papers;
  const files = await openFileStore(join(settings.dataFolder, 'files'), s3 && s3Place(s3));
  if (settings.demoDossiers) await loadDemoYear(connection, connectionString, files, clock.now(), loading);
  const scanning = scanner && { scanner: clamScanner(scanner.address), whenDown: scanner.whenDown };
  const publicUrl = settings.publicUrl ?? `http://localhost:${settings.port}`;
  const channels = channelsOf(settings);
  const app = createApp({
    db: connection.db,
    files,
    clock,
    publicUrl,
    scanning,
    papersUrl,
    channels,
    gateway: gatewayOf(settings, clock),
    ...(await openSigning(settings.signing)),
  });
  const timetable = startTimetable(app);
  const isReady = async () => (await pendingMigrations(connection.pool)).length === 0;
  const server = createAdaptorServer({ fetch: createServer({ app, settings, isReady }).fetch });

  const stop = async () => {
    server.close();
    if ('closeIdleConnections' in server) server.closeIdleConnections();
    await timetable.stop();
    channels.email?.close();
    await connection.close();
    await embedded?.stop();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      stop().then(
        () => process.exit(0),
        (error) => {
          log.error({ error }, 'the stop did not end well');
          process.exit(1);
        },
      );
    });
  }
  server.once('error', (error) => {
    stop().finally(() => giveUp(listenError(error, settings)));
  });
  server.listen(settings.port, settings.host, () => {
    tell(`open at ${publicUrl}`);
    if (settings.demo) showSignIns();
  });
}

/** By which notices leave the house. Said once at the start when there is none. */
function channelsOf({ mail, sms, zalo }: Settings) {
  if (!mail && !sms && !zalo) {
    log.info('no MOTCUA_SMTP_URL, MOTCUA_SMS_URL or MOTCUA_ZALO_URL: notices are shown in the pages only');
  }
  return {
    email: mail && openMailer(mail.url, mail.from),
    sms: sms && openMessageGateway(sms.url, sms.key),
    zalo: zalo && openMessageGateway(zalo.url, zalo.key),
  };
}

/** Online payment, when the city has a contract with a gateway. */
function gatewayOf({ payments }: Settings, clock: Clock) {
  return payments && httpGateway({ url: payments.url, merchant: payments.merchant, secret: payments.key }, clock);
}

function showSignIns(): void {
  const { password, accounts, systemToken } = demoSignIns();
  console.log(`\nSign-ins of the demo city (no real persons), password ${password}:`);
  for (const { signInName, name, position } of accounts) {
    console.log(`  ${signInName.padEnd(24)} ${name}, ${position}`);
  }
  console.log(`\nBearer token of the demo system for /api: ${systemToken}\n`);
}

/** A wrong setting ends the start with one sentence; anything else is a defect and shows where. */
function giveUp(reason: unknown): never {
  console.error(reason instanceof StartRefused ? reason.message : reason);
  process.exit(1);
}

start().catch(giveUp);
