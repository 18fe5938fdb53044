import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from '#platform/database/connection.ts';
import { startServer } from '#platform/database/embedded-server.ts';
import { migrate } from '#platform/database/migrate.ts';
import { openFileStore } from '#platform/file-store.ts';
import { openCity } from '../tests/city.ts';
import { benchKindLifecycles } from './kind-lifecycles.ts';
import { type Bench, type Row, row } from './measure.ts';

/** Open and closed cases of mixed kinds, one in ten open, one in a hundred late; what is closed was due in the past, as it is. */
const cases = 1_000_000;
/** What the follow-up page may take, in milliseconds. */
const budget = 100;

/** Whole lifecycles of feedback and of tasks beside their floor; the follow-up page among a million cases of mixed kinds. */
export const benchKinds: Bench = async (seconds) => [
  ...(await benchKindLifecycles(seconds)),
  ...(await benchFollowUp(seconds)),
];

/** The 95th of a hundred times, beside its budget. */
async function benchFollowUp(seconds: number): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'motcua-bench-'));
  const server = await startServer(folder, { forTests: true });
  const connection = connect(server.connectionString);
  try {
    await migrate(connection.pool);
    const { app, setClock } = await openCity(connection.db, await openFileStore(join(folder, 'files')));
    setClock('2021-11-05T09:00');
    await connection.pool.query(fill);
    await connection.pool.query('analyze cases');
    const { tree } = await app.ground();
    const under = (path: string) => [...tree.values()].filter((unit) => unit.path.startsWith(path)).map(({ id }) => id);
    const scopes = [
      ['the city', null],
      ['a district', under('hn/q-001')],
      ['a ward', ['x-00007', 'x-00007.desk']],
    ] as const;
    const rows: Row[] = [];
    for (const [name, unitIds] of scopes) {
      const page = async (after?: string) => {
        const [list] = await Promise.all([
          app.followUp.list({ unitIds, show: 'late', ...(after ? { after } : {}) }),
          app.followUp.count({ unitIds, show: 'late' }),
          app.followUp.count({ unitIds, show: 'soon' }),
          app.followUp.urgedUnits(unitIds, 90),
        ]);
        return list;
      };
      const first = await page();
      rows.push(row(`follow-up of ${name}, first page, p95`, await p95(() => page(), seconds), 'ms', budget));
      let after = first.next;
      for (let turn = 0; after && turn < 40; turn++)
        after = (await app.followUp.list({ unitIds, show: 'late', after })).next ?? after;
      if (after) {
        const deep = after;
        rows.push(row(`follow-up of ${name}, page 40, p95`, await p95(() => page(deep), seconds), 'ms', budget));
      }
    }
    return rows;
  } finally {
    await connection.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function p95(run: () => Promise<unknown>, seconds: number): Promise<number> {
  const times: number[] = [];
  for (const until = performance.now() + seconds * 1000; performance.now() < until || times.length < 20; ) {
    const begun = performance.now();
    await run();
    times.push(performance.now() - begun);
  }
  return times.sort((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0;
}

const fill = `
  insert into cases (id, kind, entries, last_hash, state, open, folded, type_code, type_version, reference, title,
    receiving_unit_id, holder_unit_id, holder_role, opened_at, accepted_at, due_at, late_at, first_due_at, ended_at, timeliness)
  select gen_random_uuid(), k.kind, 1, '\\x00', case when o.open then 'in-process' else 'settled' end, o.open,
    jsonb_build_object('facts', jsonb_build_object('part', null)), 'type', 1, 'B-' || n, 'Việc ' || n,
    u.id, case when o.open then u.id end, case when o.open then 'case-handler' end,
    '2021-01-01'::timestamptz, '2021-01-01'::timestamptz, d.due, d.due + interval '7 hours', d.due,
    case when not o.open then d.due end, case when not o.open then 'on-time' end
  from generate_series(1, ${cases}) n
    cross join lateral (select (array['dossier', 'dossier', 'feedback', 'task', 'task-part', 'inspection'])[1 + n % 6] as kind) k
    cross join lateral (select n % 10 = 0 as open) o
    cross join lateral (select '2021-11-05 17:00+07'::timestamptz
      + case when n % 100 = 0 or not o.open then -1 else 1 end * ((n / 100) % 60 + 1) * interval '1 day' as due) d
    join (select id, row_number() over (order by id) as place, count(*) over () as units from unit) u
      on u.place = 1 + n % u.units`;
