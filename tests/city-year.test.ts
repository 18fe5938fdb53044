import { spawn } from 'node:child_process';
import { once } from 'node:events';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyJournals } from '#case-engine/verify-journals.ts';
import { readScenario } from '#city-year/index.ts';
import { askFigures, asNumber, verifyFacts } from '#modules/figures/index.ts';
import { getCityGround } from '#modules/organisation/index.ts';
import { checkAnswers, getProcedureInForce } from '#modules/procedures/index.ts';
import { loadReferenceData } from '../src/load-demo-city.ts';
import { everyKind } from '../src/surfaces/command-line/every-kind.ts';
import { auditFigures } from './audit-figures.ts';
import { askedInTests, loadYear } from './city-year-run.ts';
import { type FreshDatabase, freshDatabase } from './on-database.ts';

const scenario = readScenario('hanoi-2021');
const received = Math.round(scenario.received * askedInTests.scale);
const resolved = Math.round(scenario.resolved * askedInTests.scale);

const database = await freshDatabase();
const killed = await freshDatabase();
afterAll(() => Promise.all([database.drop(), killed.drop()]));

beforeAll(async () => {
  for (const { db } of [database, killed]) await loadReferenceData(db, () => undefined);
  await loadYear(database.connectionString);
}, 120_000);

const one = async <Row>(sql: string, { pool }: FreshDatabase = database): Promise<Row> =>
  (await pool.query(sql)).rows[0] as Row;

test('as many dossiers are received and settled as the scenario says, to one', async () => {
  const counted = await one<{ accepted: number; settled: number; open: number }>(`
    select count(accepted_at)::int as accepted, count(timeliness)::int as settled,
      (count(*) filter (where open and accepted_at is not null))::int as open
    from cases where kind = 'dossier'`);
  expect(counted).toEqual({ accepted: received, settled: resolved, open: received - resolved });
});

test('tasks, inspections and feedback are as many as the scenario says, each part to one, and their identities hold', async () => {
  const { tasks, inspections } = scenario;
  const [government, city] = tasks!.groups.map(({ done, inProgress, overdue }) =>
    [done, inProgress, overdue].map((count) => Math.round(count * askedInTests.scale)),
  ) as [number[], number[]];
  const ids = ['total', 'done', 'in_progress', 'overdue'];
  const asked = [...ids.map((id) => `tasks.government.${id}`), ...ids.map((id) => `tasks.city.${id}`)];
  const told = await figuresOn(tasks!.asOf, [...asked, 'inspections.total']);
  const totalled = ([done, open, overdue]: number[]) => [done! + open!, done, open, overdue];
  expect(told.values.slice(0, 8)).toEqual([...totalled(government), ...totalled(city)]);
  expect(told.broken).toEqual([]);
  const { values } = await figuresOn(scenario.to, ['inspections.total', 'feedback.received', 'feedback.resolved']);
  const handled = Math.round(scenario.feedback!.resolved * askedInTests.scale);
  expect(values).toEqual([Math.round(inspections!.concluded * askedInTests.scale), handled, handled]);
});

test.each(['2021-10-26', '2021-06-30'])(
  'what an outsider counts from the journals up to %s is what figures say',
  async (day) => {
    const counted = await auditFigures(database.pool, {
      first: askedInTests.from,
      last: day,
      known: `${day}T23:59:59+07`,
    });
    const { values } = await figuresOn(day, Object.keys(counted));
    expect(values).toEqual(Object.values(counted));
  },
);

/** Figures of the whole city from the first day to a day, as of its end. */
async function figuresOn(day: string, ids: readonly string[]) {
  const asOf = Temporal.Instant.from(`${day}T23:59:59+07:00`);
  const city = await getCityGround(database.db);
  const [from, to] = [askedInTests.from, day].map((text) => Temporal.PlainDate.from(text)) as [
    Temporal.PlainDate,
    Temporal.PlainDate,
  ];
  const asked = await askFigures(
    { db: database.db, city, feeds: [], now: asOf },
    { ids, unitId: 'hn', from, to, asOf },
  );
  if (!asked.ok) throw new Error(asked.refusal.code);
  const { figures } = asked.value;
  return {
    values: figures.map(({ value }) => value && asNumber(value)),
    broken: figures.flatMap(({ broken }) => broken),
  };
}

test('in the middle of the year the numbers were smaller, and settled was less than received', async () => {
  const then = await one<{ accepted: number; settled: number }>(`
    select count(*) filter (where accepted_at < '2021-07-01+07')::int as accepted,
      count(*) filter (where timeliness is not null and ended_at < '2021-07-01+07')::int as settled
    from cases where kind = 'dossier'`);
  expect(then.accepted).toBeLessThan(received * 0.75);
  expect(then.settled).toBeGreaterThan(0);
  expect(then.settled).toBeLessThanOrEqual(then.accepted);
});

test('every journal is whole and every case is what its journal says', async () => {
  let cases = 0;
  for await (const verified of verifyJournals(database.db, everyKind)) {
    expect(verified.broken).toEqual([]);
    cases += verified.cases;
  }
  expect(cases).toBeGreaterThan(received);
});

test('the facts of the figures are what the journals say', async () => {
  for await (const { differences } of verifyFacts(database.db, everyKind)) expect(differences).toEqual([]);
});

test('the books of every agency are counted without a gap, and go on from there', async () => {
  const { gaps } = await one<{ gaps: number }>(`
    select count(*)::int as gaps from slip_count c
    where c.last <> (select count(*) from slip s where (s.agency_id, s.form, s.year) = (c.agency_id, c.form, c.year))`);
  expect(gaps).toBe(0);
  const { wrong } = await one<{ wrong: number }>(`
    select count(*)::int as wrong from dossier_count c where c.last <> (select count(*) from cases k
      where k.receiving_unit_id = c.agency_id and k.kind = 'dossier' and split_part(k.code, '-', 2) = to_char(c.on_day, 'YYMMDD'))`);
  expect(wrong).toBe(0);
});

test('whatever is done, is done in working hours', async () => {
  const { outside } = await one<{ outside: number }>(`
    select count(*)::int as outside from journal, lateral (select at at time zone 'Asia/Ho_Chi_Minh' as local) as l
    where actor ->> 'kind' = 'officer' and (extract(isodow from local) > 5 or local::time not between '08:00' and '17:00')`);
  expect(outside).toBe(0);
});

test('answers are such as the form takes', async () => {
  const { rows } = await database.pool.query<{ code: string; answers: { id: string; answer: never }[] }>(`
    select distinct on (c.type_code) c.type_code as code, d.answers
    from dossier d join cases c on c.id = d.case_id order by c.type_code, c.id desc`);
  const day = Temporal.PlainDate.from(scenario.to);
  for (const { code, answers } of rows) {
    const procedure = await getProcedureInForce(database.db, code, day);
    const typed = Object.fromEntries(answers.map(({ id, answer }) => [id, answer]));
    expect(checkAnswers(procedure!.definition, typed, day).ok).toBe(true);
  }
});

test('there is something of everything: supplements, refusals, parts of other agencies, a closure, the post', async () => {
  const { rows } = await database.pool.query<{ verb: string }>('select distinct verb from journal');
  expect(rows.map(({ verb }) => verb)).toEqual(
    expect.arrayContaining([
      'ask-supplement',
      'refuse',
      'open-branch',
      'branch-answered',
      'record-outage',
      'order-post',
    ]),
  );
});

test('nobody is told anything: what was long ago sends no notice', async () => {
  expect(await one('select count(*)::int as due from notice_due')).toEqual({ due: 0 });
  expect(
    await one("select count(*)::int as off from pg_trigger where tgrelid = 'journal'::regclass and tgenabled = 'D'"),
  ).toEqual({ off: 0 });
});

test('a load that is killed in the middle goes on where it stood, and the city is the same to the letter', async () => {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', 'tests/city-year-run.ts', killed.connectionString],
    { stdio: 'ignore' },
  );
  const ended = once(child, 'exit');
  const parts = async () =>
    (await one<{ parts: number }>('select count(*)::int as parts from city_year_part', killed)).parts;
  while ((await parts()) < 6 && child.exitCode === null) await new Promise((resume) => setTimeout(resume, 20));
  child.kill('SIGKILL');
  await ended;
  const before = await parts();
  expect(before).toBeGreaterThanOrEqual(6);
  expect(before).toBeLessThan(80);

  const dossiers = await loadYear(killed.connectionString, { smallBelow: 0 });
  expect(dossiers).toBeGreaterThanOrEqual(received);
  expect(await written(killed)).toEqual(await written(database));
  // indexes, references and triggers are as they were
  expect(await shape(killed)).toEqual(await shape(database));
}, 180_000);

test('a year that was loaded before the program knew feedback gets it when it is asked for again', async () => {
  const owner = new pg.Client(killed.administratorConnectionString);
  await owner.connect();
  await owner.query('set session_replication_role = replica');
  for (const table of ['feedback_reporter', 'feedback', 'case_search', 'case_fact', 'journal'])
    await owner.query(`delete from ${table} where case_id in (select id from cases where kind = 'feedback')`);
  await owner.query(`delete from cases where kind = 'feedback'`);
  await owner.query(`delete from city_year_part where part = 'feedback'`);
  await owner.end();
  await loadYear(killed.connectionString, { smallBelow: 0 });
  expect(await written(killed)).toEqual(await written(database));
});

test('asked for again, nothing is done; asked for another year, it is refused', async () => {
  const before = await written(database);
  await loadYear(database.connectionString);
  expect(await written(database)).toEqual(before);
  await expect(loadYear(database.connectionString, { seed: 'another' })).rejects.toThrow(/Another city-year/);
});

/** Everything that is written, as one sum a table. */
async function written(where: FreshDatabase): Promise<Record<string, string>> {
  const sums: Record<string, string> = {};
  const tables = [
    'cases',
    'case_search',
    'journal',
    'dossier',
    'paper_hand_in',
    'dossier_paper',
    'slip',
    'slip_count',
    'dossier_count',
    'case_fact',
    'task_source',
    'feedback',
    'feedback_reporter',
    'task',
    'delegation',
    'post_holding',
  ];
  for (const table of tables) {
    const { sum } = await one<{ sum: string }>(
      `select md5(string_agg(line, '' order by line)) as sum from (select t::text as line from ${table} t) as lines`,
      where,
    );
    sums[table] = sum;
  }
  return sums;
}

async function shape(where: FreshDatabase): Promise<unknown> {
  const { rows } = await where.pool.query(`
    select conrelid::regclass::text || ' ' || conname || ' ' || pg_get_constraintdef(oid) as what from pg_constraint
    union all select indexdef from pg_indexes where schemaname = 'public'
    union all select tgrelid::regclass::text || ' ' || tgname || ' ' || tgenabled::text from pg_trigger where not tgisinternal
    order by 1`);
  return rows;
}
