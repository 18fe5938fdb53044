import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App } from '#app.ts';
import { begin, putBack } from '#city-year/city-year-store.ts';
import { type Connection, connect } from '#platform/database/connection.ts';
import { startServer } from '#platform/database/embedded-server.ts';
import { migrate } from '#platform/database/migrate.ts';
import { openFileStore } from '#platform/file-store.ts';
import { openCity } from '../tests/city.ts';

/** A city with as many cases as years of work leave behind. */
export interface FilledCity {
  readonly app: App;
  readonly connection: Connection;
  setClock(at: string): void;
  close(): Promise<void>;
}

/** Open at the end, however many there were before: what a city has in hand does not grow with its archive. */
const mostOpen = 150_000;
const batch = 500_000;

/**
 * A city with `cases` dossiers of the seven years before 05/11/2021, a tenth of them open but never more than the city of 2021
 * had in hand, with words to be searched, facts and journals of three entries. Kept in `folder` and found there again; without
 * a folder it is thrown away.
 */
export async function openFilledCity(cases: number, folder: string | undefined): Promise<FilledCity> {
  const home = folder ?? mkdtempSync(join(tmpdir(), 'motcua-bench-'));
  const isFilled = join(home, `filled-${cases}`);
  const server = await startServer(home);
  const connection = connect(server.connectionString);
  await migrate(connection.pool);
  const { app, setClock } = await openCity(connection.db, await openFileStore(join(home, 'files')));
  if (!existsSync(isFilled)) {
    await fill(connection, cases);
    writeFileSync(isFilled, '');
  }
  setClock('2021-11-05T09:00');
  return {
    app,
    connection,
    setClock,
    close: async () => {
      await connection.close();
      await server.stop();
      if (!folder) rmSync(home, { recursive: true, force: true });
    },
  };
}

async function fill({ pool }: Connection, cases: number): Promise<void> {
  const client = await pool.connect();
  try {
    await begin(client, { scenario: 'bench', seed: '', scale: 1, from: '', to: '' });
    const open = Math.min(mostOpen, Math.floor(cases / 10));
    for (let first = 0; first < cases; first += batch) {
      const last = Math.min(cases, first + batch);
      await client.query(batchOf(first + 1, last, cases, open));
      console.error(`${last} of ${cases} cases`);
    }
    await putBack(client, (what) => console.error(what));
    for (const table of ['cases', 'case_search', 'case_fact', 'journal'])
      await client.query(`vacuum (analyze) ${table}`);
  } finally {
    client.release();
  }
}

/** One statement writes a case, its words, its fact and its journal, so that none is without the others. */
const batchOf = (from: number, to: number, cases: number, open: number) => `
  with ground as (
    select array(select id from unit where id ~ '^x-[0-9]+$' order by id) as wards,
      array['nguyen','nguyen','nguyen','tran','le','pham','hoang','vu','dang','bui','do','ngo','duong','dao'] as family,
      array['van','thi','duc','minh','thanh','quang','ngoc','huu','dinh','xuan','thu','hong'] as middle,
      array['an','binh','chi','dung','giang','hai','hanh','hoa','huong','hung','khanh','lan','linh','long','mai','nam',
        'ngan','phong','phuong','quan','son','tam','thao','trang','tuan','uyen','vinh','yen'] as given
  ),
  made as materialized (
    select n, n > ${cases - open} as open,
      encode(substring(int8send((extract(epoch from o.at) * 1000)::bigint) from 3), 'hex') as stamp,
      md5(n::text) as mix, o.at, o.at + interval '3 hours' as accepted, o.at + interval '9 days' as due,
      ward, initcap(name) as name, 'Đăng ký khai sinh' as procedure
    from generate_series(${from}::bigint, ${to}) n
      cross join ground g
      cross join lateral (select case when n > ${cases - open} then timestamptz '2021-11-05 08:00+07' - (${cases} - n)::float8 / ${open} * interval '12 days'
        else timestamptz '2014-11-05 08:00+07' + n::float8 / ${cases - open} * interval '2540 days' end as at) o
      cross join lateral (select g.wards[1 + abs(hashint8(n) % cardinality(g.wards))] as ward,
        g.family[1 + abs(hashint8(n * 3) % 14)] || ' ' || g.middle[1 + abs(hashint8(n * 5) % 12)] || ' ' || g.given[1 + abs(hashint8(n * 7) % 28)] as name) who
  ),
  cased as (
    select made.*, (substring(stamp from 1 for 8) || '-' || substring(stamp from 9 for 4) || '-7' || substring(mix from 1 for 3)
        || '-8' || substring(mix from 4 for 3) || '-' || substring(mix from 7 for 12))::uuid as id,
      '000.00.' || substring(ward from 3) || '.H26-' || to_char(at, 'YYMMDD') || '-' || lpad((n % 10000)::text, 4, '0') || 'B' || n as code
    from made
  ),
  into_cases as (
    insert into cases (id, kind, entries, last_hash, state, open, folded, type_code, type_version, code, reference, title,
      receiving_unit_id, holder_unit_id, holder_role, opened_at, accepted_at, due_at, late_at, first_due_at, step_due_at, ended_at, timeliness)
    select id, 'dossier', 3, '\\x00', case when open then 'in-process' else 'returned' end, open,
      jsonb_build_object('step', 1, 'facts', jsonb_build_object('procedure', jsonb_build_object('vi', procedure, 'en', 'Birth registration')),
        'route', '[{"id": "receive"}, {"id": "handle"}]'::jsonb, 'holder', jsonb_build_object('name', null)),
      '1.001193', 1, code, 'B-' || n, name, ward, case when open then ward end, case when open then 'case-handler' end,
      at, accepted, due, due, due, case when open then due end, case when not open then due - interval '2 days' end,
      case when not open then case when n % 50 = 0 then 'late' else 'early' end end
    from cased
  ),
  into_search as (
    insert into case_search (case_id, receiving_unit_id, search)
    select id, ward, lower(code) || ' b-' || n || ' ' || lower(name) || ' 000' || lpad((n % 1000000000)::text, 9, '0') || ' dang ky khai sinh' from cased
  ),
  into_facts as (
    insert into case_fact (case_id, opened_at, accepted_at, first_late_at, late_at, ended_at, receiver_key, answers_key, type_key, kind,
      channel, outcome, timeliness, is_part)
    select id, at, accepted, due, due, case when not open then due - interval '2 days' end, u.key, u.key,
      (select key from fact_type order by key limit 1), fact_word_key('dossier'), fact_word_key('desk'),
      case when not open then fact_word_key('settled') end,
      case when not open then fact_word_key(case when n % 50 = 0 then 'late' else 'early' end) end, false
    from cased join fact_unit u on u.unit_id = ward
  )
  insert into journal (case_id, seq, at, verb, actor, data, effect, previous_hash, hash)
  select id, seq, at + seq * interval '1 hour', (array['submit', 'accept', 'sign'])[seq], '{"kind": "officer"}', '{}', '{}',
    sha256(int8send(n)), sha256(int8send(n + seq))
  from cased, generate_series(1, 3) seq`;
