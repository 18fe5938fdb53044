import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App } from '#app.ts';
import { type FigureDimension, figureCatalogue } from '#modules/figures/index.ts';
import { endOf, figuresOfOutline, readOutline, reportSpans } from '#modules/reports/index.ts';
import { type Connection, connect } from '#platform/database/connection.ts';
import { startServer } from '#platform/database/embedded-server.ts';
import { migrate } from '#platform/database/migrate.ts';
import { openFileStore } from '#platform/file-store.ts';
import { openCity } from '../tests/city.ts';
import { type Bench, type Row, row } from './measure.ts';

/** A year of the whole city, and seven years of it: `BENCH_FACTS=10000000` for the latter. */
const facts = Number(process.env.BENCH_FACTS ?? 1_525_653);

/** What the goal of the issue allows, in milliseconds. */
const goal = facts > 5_000_000 ? 5000 : 1000;

/**
 * All figures of the report asked at once, and some broken down, on facts of a city's size; the last of many askings counts.
 * Beside it the bare scan: `select count(*)` of the same table.
 */
export const benchFigures: Bench = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'motcua-bench-'));
  const server = await startServer(folder);
  const connection = connect(server.connectionString);
  try {
    await migrate(connection.pool);
    const { app } = await openCity(connection.db, await openFileStore(join(folder, 'files')), '2021-12-31T09:00');
    await fill(connection, facts);
    const { rows: sizes } = await connection.pool.query<{ table: string; all: string }>(
      `select pg_relation_size('case_fact') as table, pg_total_relation_size('case_fact') as all`,
    );
    const scan = await settled(async () => void (await connection.pool.query('select count(*) from case_fact')));
    const ids = figureCatalogue.map(({ id }) => id);
    const spans = new Set(
      reportSpans(day('2021-01-01'), day('2021-12-31'), endOf(day('2021-12-31'))).map(({ name }) => name),
    );
    const { asked: bound } = figuresOfOutline(readOutline('par')!, { spans, isUnit: () => true });
    const ofReport = [...new Set(bound.map(({ figureId }) => figureId))];
    const rows: Row[] = [
      row('facts', facts, 'rows'),
      row('table', Number(sizes[0]?.table), 'bytes'),
      row('with indexes', Number(sizes[0]?.all), 'bytes'),
      row(`${ofReport.length} figures of the report (goal ${goal} ms)`, await asked(app, ofReport), 'ms', scan),
      row(
        `all ${ids.length} figures, with scores of every agency (goal ${goal} ms)`,
        await asked(app, ids),
        'ms',
        scan,
      ),
      row('of one district', await asked(app, ids, { unitId: 'q-001' }), 'ms', scan),
      row('of one ward', await asked(app, ids, { unitId: 'x-00007' }), 'ms', scan),
    ];
    const some = ['dossiers.received', 'dossiers.resolved', 'dossiers.open_overdue', 'dossiers.on_time_share'];
    for (const by of ['unit', 'branch', 'field', 'month'] as const satisfies readonly FigureDimension[])
      rows.push(row(`four figures by ${by}`, await asked(app, some, { by }), 'ms', scan));
    const running = { by: 'branch', from: '2021-12-01' } as const;
    rows.push(row('the same by branch in the running month', await asked(app, some, running), 'ms', scan));
    rows.push(row('all, as of half a year before', await asked(app, ids, { asOf: '2021-06-30T17:00' }), 'ms', scan));
    return rows;
  } finally {
    await connection.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
};

const day = (text: string) => Temporal.PlainDate.from(text);

async function asked(
  app: App,
  ids: readonly string[],
  more: {
    readonly unitId?: string;
    readonly by?: FigureDimension;
    readonly asOf?: string;
    readonly from?: string;
  } = {},
): Promise<number> {
  const { asOf, from = '2021-01-01', ...rest } = more;
  const moment = asOf
    ? { asOf: Temporal.PlainDateTime.from(asOf).toZonedDateTime('Asia/Ho_Chi_Minh').toInstant() }
    : {};
  return settled(async () => {
    const answer = await app.figures.ask({ ids, from: day(from), to: day('2021-12-31'), ...rest, ...moment });
    if (!answer.ok) throw new Error(answer.refusal.code);
    if (answer.value.figures.some(({ broken }) => broken.length > 0)) throw new Error('an identity does not hold');
  });
}

/** So often is each question asked: what was read once is in memory, and a plan the database keeps from the sixth time on shows. */
const askings = 8;

/** Milliseconds of the last asking. */
async function settled(ask: () => Promise<void>): Promise<number> {
  for (let time = 1; time < askings; time++) await ask();
  const begun = performance.now();
  await ask();
  return performance.now() - begun;
}

/** Facts as a city's years make them: 630 agencies, 29 procedures, one in eight late, one in seven with a moved due day. */
export async function fill({ pool }: Connection, count: number): Promise<void> {
  const years = Math.ceil(count / 1_525_653);
  await pool.query(
    `with w as (select word, key from fact_word),
      u as (select array_agg(key order by key) as keys from fact_unit where unit_id !~ '\\.'),
      t as (select array_agg(key order by key) as keys from fact_type),
      made as (
        select n, timestamptz '2021-12-31 17:00+07' - make_interval(days => $2 * 365) + n * ($2 * interval '365 days' / $1) as opened,
          hashint4(n)::bigint + 2147483648 as chance from generate_series(1, $1::integer) n
      ), timed as (
        select *, opened + make_interval(hours => (chance % 72)::integer) as late,
          opened + make_interval(hours => (chance / 7 % 80)::integer) as ended from made
      )
    insert into case_fact (case_id, opened_at, accepted_at, first_late_at, late_at, late_since, late_before, ended_at,
      supplement_at, receiver_key, answers_key, type_key, kind, channel, outcome, timeliness, supplements, is_part)
    select gen_random_uuid(), opened, opened, late, late + case when n % 7 = 0 then interval '5 days' else interval '0' end,
      case when n % 7 = 0 then opened + interval '1 hour' end,
      case when n % 7 = 0 then array[late, opened + interval '1 hour'] end,
      case when n % 10 > 0 then ended end, case when n % 12 = 0 then opened end,
      u.keys[1 + chance % cardinality(u.keys)], u.keys[1 + chance % cardinality(u.keys)],
      t.keys[1 + chance / 3 % cardinality(t.keys)],
      (select key from w where word = 'dossier'),
      (select key from w where word = case when n % 3 = 0 then 'online' else 'desk' end),
      case when n % 10 > 0 then (select key from w where word = 'settled') end,
      case when n % 10 > 0 then (select key from w where word = case
        when ended >= late then 'late' when chance % 2 = 0 then 'early' else 'on-time' end) end,
      case when n % 12 = 0 then 1 else 0 end, false
    from timed, u, t`,
    [count, years],
  );
  await pool.query('vacuum (analyze) case_fact');
}
