import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '#app.ts';
import {
  draftFromOutline,
  endOf,
  figuresOfOutline,
  gatherFigures,
  readOutline,
  reportSpans,
  writeReport,
} from '#modules/reports/index.ts';
import { systemClock } from '#platform/clock.ts';
import { type Connection, connect } from '#platform/database/connection.ts';
import { startServer } from '#platform/database/embedded-server.ts';
import { migrate } from '#platform/database/migrate.ts';
import { openFileStore } from '#platform/file-store.ts';
import { readSettings } from '#platform/settings.ts';
import { loadReferenceData } from '../src/load-demo-city.ts';
import { openDatabase } from '../src/surfaces/command-line/open-database.ts';
import { fill } from './figures.ts';
import { type Bench, row } from './measure.ts';

const day = (text: string) => Temporal.PlainDate.from(text);

/**
 * The reform report drafted: figures, .docx, PDF. On the city of DATABASE_URL or MOTCUA_DATA where one is named, otherwise on
 * facts of a city's size (BENCH_FACTS). The first time counts: nobody drafts a report twice in a row.
 */
export const benchReport: Bench = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'motcua-bench-report-'));
  const isNamed = process.env.DATABASE_URL !== undefined || process.env.MOTCUA_DATA !== undefined;
  const server = isNamed ? await openDatabase(readSettings(process.env)) : await startServer(folder);
  const connection = connect(server.connectionString);
  try {
    if (!isNamed) await prepare(connection);
    const app = createApp({
      db: connection.db,
      files: await openFileStore(join(folder, 'files')),
      clock: systemClock,
    });
    const outline = readOutline('par')!;
    const to = day('2021-10-30');
    const spans = reportSpans(day('2021-01-01'), to, endOf(to), { tasks: day('2021-10-26') });
    const { tree } = await app.ground();
    const isUnit = (id: string) => tree.has(id);
    const { asked } = figuresOfOutline(outline, { spans: new Set(spans.map(({ name }) => name)), isUnit });
    const { rows } = await connection.pool.query<{ facts: number }>('select count(*)::int as facts from case_fact');
    const byMonth = asked.filter(({ by }) => by === 'month');
    const others = asked.filter(({ by }) => by !== 'month');
    const begun = performance.now();
    await gatherFigures(app.figures.ask, spans, others);
    const counted = performance.now();
    await gatherFigures(app.figures.ask, spans, byMonth);
    const gathered = performance.now();
    const drafted = await draftFromOutline(outline, spans, { ask: app.figures.ask, isUnit });
    if (!drafted.ok) throw new Error(drafted.refusal.code);
    const again = performance.now();
    const word = await writeReport('docx', drafted.value.document, endOf(to));
    const written = performance.now();
    const pdf = await writeReport('pdf', drafted.value.document, endOf(to));
    const set = performance.now();
    return [
      row('facts', rows[0]?.facts ?? 0, 'rows'),
      row('questions answered', asked.length, 'figures'),
      row('figures, by unit and by field too (goal 1000 ms)', counted - begun, 'ms'),
      row('figures by month: chart, since when', gathered - counted, 'ms'),
      row('figures and draft, again', again - gathered, 'ms'),
      row(`.docx of ${word.byteLength} bytes, first`, written - again, 'ms'),
      row(`PDF of ${pdf.byteLength} bytes, first`, set - written, 'ms'),
      row('figures, .docx and PDF (goal 10000 ms)', gathered - begun + (set - again), 'ms'),
    ];
  } finally {
    await connection.close();
    if ('close' in server) await server.close();
    else await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
};

async function prepare(connection: Connection): Promise<void> {
  await migrate(connection.pool);
  await loadReferenceData(connection.db, () => undefined);
  await fill(connection, Number(process.env.BENCH_FACTS ?? 1_525_653));
}
