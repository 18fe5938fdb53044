import { createApp } from '#app.ts';
import { clockStartingAt } from '#platform/clock.ts';
import { connect } from '#platform/database/connection.ts';
import { openFileStore } from '#platform/file-store.ts';
import { openMailer } from '#platform/mail.ts';
import { startTimetable } from '#surfaces/timetable/start-timetable.ts';
import { moment } from './dossier-walk.ts';

/** A program of its own, to be killed: the timetable alone, on a database that others use too. */
const [connectionString = '', smtpUrl = '', folder = '', now = ''] = process.argv.slice(2);
const app = createApp({
  db: connect(connectionString, { size: 4 }).db,
  files: await openFileStore(folder),
  clock: clockStartingAt(moment(now)),
  publicUrl: 'https://motcua.example.vn',
  channels: { email: openMailer(smtpUrl, 'khong-tra-loi@motcua.example.vn') },
});
startTimetable(app, { everyMilliseconds: 50 });
