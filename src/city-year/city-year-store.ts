import type pg from 'pg';
import type { OneHeadBody } from '#modules/organisation/rules/one-head.ts';
import type { Post } from '#modules/organisation/rules/post.ts';
import type { KnownProcedure } from './rules/living-world.ts';
import type { StaffedPost } from './rules/staff.ts';

/** What a city-year was asked for; the same answer is the same bytes. */
export interface AskedYear {
  readonly scenario: string;
  readonly seed: string;
  readonly scale: number;
  readonly from: string;
  readonly to: string;
  /** Only these: dossiers, or producers by their ids. Everything when absent. */
  readonly only?: readonly string[];
}

export interface BegunYear {
  readonly asked: AskedYear;
  readonly isFinished: boolean;
}

export async function findYear(client: pg.ClientBase | pg.Pool): Promise<BegunYear | undefined> {
  const { rows } = await client.query<{ asked: AskedYear; finished: boolean }>(
    'select asked, finished_at is not null as finished from city_year',
  );
  return rows[0] && { asked: rows[0].asked, isFinished: rows[0].finished };
}

export async function hasCases(client: pg.ClientBase | pg.Pool): Promise<boolean> {
  const { rows } = await client.query<{ any: boolean }>('select exists (select from cases) as any');
  return rows[0]?.any === true;
}

/** Tables that are filled by COPY, and lose their indexes and references meanwhile. */
const filled = ['cases', 'case_search', 'journal', 'case_fact', 'dossier', 'paper_hand_in', 'dossier_paper', 'slip'];

/**
 * Takes away what slows a load down: indexes and references of the tables that are filled, and the triggers that would send
 * notices about what was long ago. How to put them back is kept in the same transaction.
 */
export async function begin(client: pg.ClientBase, asked: AskedYear): Promise<void> {
  const { rows: indexes } = await client.query<{ name: string; definition: string }>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
     from pg_index i join pg_class c on c.oid = i.indrelid
     where c.oid = any ($1::regclass[]) and not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x'))
     order by 1`,
    [filled],
  );
  const { rows: constraints } = await client.query<{ owner: string; name: string; kind: string; definition: string }>(
    `select conrelid::regclass::text as owner, conname as name, contype as kind, pg_get_constraintdef(oid) as definition
     from pg_constraint
     where contype in ('p', 'u', 'f') and (conrelid = any ($1::regclass[]) or (contype = 'f' and confrelid = any ($1::regclass[])))
     order by case contype when 'p' then 1 when 'u' then 2 else 3 end, 1, 2`,
    [filled],
  );
  const triggers = await listJournalTriggers(client);
  const putBack = [
    ...constraints
      .filter(({ kind }) => kind !== 'f')
      .map(({ owner, name, definition }) => `alter table ${owner} add constraint ${name} ${definition}`),
    ...indexes.map(({ definition }) => definition),
    ...constraints
      .filter(({ kind }) => kind === 'f')
      .map(({ owner, name, definition }) => `alter table ${owner} add constraint ${name} ${definition}`),
    ...triggers.map((trigger) => `alter table journal enable trigger ${trigger}`),
    ...filled.map((table) => `alter table ${table} reset (autovacuum_enabled, toast.autovacuum_enabled)`),
  ];
  await client.query('begin');
  for (const { owner, name } of constraints.toReversed())
    await client.query(`alter table ${owner} drop constraint ${name}`);
  for (const { name } of indexes) await client.query(`drop index ${name}`);
  for (const trigger of triggers) await client.query(`alter table journal disable trigger ${trigger}`);
  // nothing is dead in them, and what is known of them changes by the second: they are analysed at the end
  for (const table of filled)
    await client.query(`alter table ${table} set (autovacuum_enabled = off, toast.autovacuum_enabled = off)`);
  await client.query('insert into city_year (asked, put_back) values ($1, $2)', [JSON.stringify(asked), putBack]);
  await client.query('commit');
}

/** What happens with each new entry: notices to citizens, facts for figures. Of a whole year, the load writes the facts itself. */
export async function listJournalTriggers(client: pg.ClientBase): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select tgname as name from pg_trigger
     where tgrelid = 'journal'::regclass and not tgisinternal and tgtype & 4 = 4 and tgenabled <> 'D' order by 1`,
  );
  return rows.map(({ name }) => name);
}

/** For a load so small that nothing has to be taken away. */
export async function beginSmall(client: pg.ClientBase, asked: AskedYear): Promise<void> {
  const triggers = await listJournalTriggers(client);
  await client.query('begin');
  for (const trigger of triggers) await client.query(`alter table journal disable trigger ${trigger}`);
  await client.query('insert into city_year (asked, put_back) values ($1, $2)', [
    JSON.stringify(asked),
    triggers.map((trigger) => `alter table journal enable trigger ${trigger}`),
  ]);
  await client.query('commit');
}

/** Puts back what was taken away; interrupted, it goes on with what is still missing. */
export async function putBack(client: pg.ClientBase, tell: (what: string) => void): Promise<void> {
  for (;;) {
    const { rows } = await client.query<{ statement: string | null }>('select put_back[1] as statement from city_year');
    const statement = rows[0]?.statement;
    if (!statement) return;
    tell(statement.length > 90 ? `${statement.slice(0, 90)}…` : statement);
    await client.query('begin');
    await client.query(statement);
    await client.query('update city_year set put_back = put_back[2:]');
    await client.query('commit');
  }
}

export async function finish(client: pg.ClientBase): Promise<void> {
  await client.query('update city_year set finished_at = now()');
}

export async function listParts(client: pg.ClientBase): Promise<ReadonlyMap<string, number>> {
  const { rows } = await client.query<{ part: string; dossiers: number }>('select part, dossiers from city_year_part');
  return new Map(rows.map(({ part, dossiers }) => [part, dossiers]));
}

export async function insertPart(client: pg.ClientBase, part: string, dossiers: number): Promise<void> {
  await client.query('insert into city_year_part (part, dossiers) values ($1, $2)', [part, dossiers]);
}

/** How many pages each table has. */
export async function pagesOf(
  client: pg.ClientBase,
  tables: readonly string[],
): Promise<readonly { readonly table: string; readonly pages: number }[]> {
  const { rows } = await client.query<{ table: string; pages: number }>(
    `select name as "table", (pg_relation_size(name::regclass) / current_setting('block_size')::int)::int as pages
     from unnest($1::text[]) as name`,
    [tables],
  );
  return rows;
}

/**
 * Reads what was committed since a table had so many pages. The first reader of a row marks it as committed: here, while its
 * page is still to be written anyway, and not when indexes are built, where every page would be written a second time.
 */
export async function settlePages(client: pg.ClientBase, before: Awaited<ReturnType<typeof pagesOf>>): Promise<void> {
  for (const { table, pages } of before)
    await client.query(`select count(*) from ${table} where ctid >= '(${Math.max(0, pages - 1)},0)'`);
}

/** The counters that go on where the year ended: dossier codes of a day, slips of a year. */
export async function writeCounters(client: pg.ClientBase): Promise<void> {
  await client.query(`
    insert into dossier_count (agency_id, on_day, last)
    select receiving_unit_id, to_date(split_part(code, '-', 2), 'YYMMDD'), max(split_part(code, '-', 3)::int)
    from cases where kind = 'dossier' and code is not null group by 1, 2
    on conflict (agency_id, on_day) do update set last = greatest(dossier_count.last, excluded.last)`);
  await client.query(`
    insert into slip_count (agency_id, form, year, last) select agency_id, form, year, max(number) from slip group by 1, 2, 3
    on conflict (agency_id, form, year) do update set last = greatest(slip_count.last, excluded.last)`);
}

/** Sequences go on where the year ended. */
export async function setSequences(client: pg.ClientBase, last: Readonly<Record<string, number>>): Promise<void> {
  for (const [sequence, number] of Object.entries(last))
    if (number > 0) await client.query('select setval($1, $2)', [sequence, number]);
}

/** The planner's knowledge of what is there now. */
export async function analyse(client: pg.ClientBase): Promise<void> {
  for (const table of [...filled, 'task', 'feedback']) await client.query(`analyze ${table}`);
}

type EmptyPost = Pick<Post, 'id' | 'positionId' | 'unitId'>;

/** Posts nobody holds at a moment. */
export async function listEmptyPosts(client: pg.ClientBase, at: string): Promise<readonly EmptyPost[]> {
  const { rows } = await client.query<EmptyPost>(
    `select p.id, p.position_id as "positionId", p.unit_id as "unitId" from post p
     where not exists (select from post_holding h where h.post_id = p.id and h.held && tstzrange($1::timestamptz, null))
     order by p.id`,
    [at],
  );
  return rows;
}

export interface NewOfficer {
  readonly id: string;
  readonly signInName: string;
  readonly name: string;
  readonly postIds: readonly string[];
}

/** Officers who cannot sign in: they have no password until somebody gives them one. */
export async function insertOfficers(
  client: pg.ClientBase,
  officers: readonly NewOfficer[],
  from: string,
): Promise<void> {
  await client.query(
    `insert into account (id, kind, sign_in_name, name, created_at)
     select id, 'officer', "signInName", name, $2::timestamptz
     from json_to_recordset($1::json) as row (id uuid, "signInName" text, name text)`,
    [JSON.stringify(officers), from],
  );
  await client.query(
    `insert into post_holding (id, post_id, account_id, held, decision)
     select md5(post_id)::uuid, post_id, id, tstzrange($2::timestamptz, null), 'Dữ liệu mô phỏng'
     from json_to_recordset($1::json) as row (id uuid, "postIds" json), json_array_elements_text("postIds") as post_id`,
    [JSON.stringify(officers), from],
  );
}

/** Somebody who holds a role at a unit. */
export async function findOfficerAt(
  client: pg.ClientBase,
  unitId: string,
  role: string,
): Promise<{ readonly accountId: string; readonly name: string }> {
  const { rows } = await client.query<{ accountId: string; name: string }>(
    `select a.id as "accountId", a.name from post p join post_holding h on h.post_id = p.id join account a on a.id = h.account_id
     where p.unit_id = $1 and p.role = $2 order by p.id limit 1`,
    [unitId, role],
  );
  if (!rows[0]) throw new Error(`nobody is ${role} at ${unitId}`);
  return rows[0];
}

/** Units whose head has empowered somebody to certify. */
export async function listDelegatingUnits(client: pg.ClientBase): Promise<readonly string[]> {
  const { rows } = await client.query<{ id: string }>(
    "select distinct unit_id as id from delegation where 'chung-thuc' = any (kinds)",
  );
  return rows.map(({ id }) => id);
}

/** Whoever works in the city, with the post held at a moment. */
export async function listStaff(client: pg.ClientBase, at: string): Promise<readonly StaffedPost[]> {
  const { rows } = await client.query<StaffedPost>(
    `select p.id as "postId", p.position_id as "positionId", p.unit_id as "unitId", u.path as "unitPath", p.role,
       p.title_vi as title, a.id as "accountId", a.name
     from post p join unit u on u.id = p.unit_id join post_holding h on h.post_id = p.id join account a on a.id = h.account_id
     where h.held @> $1::timestamptz order by p.id`,
    [at],
  );
  return rows;
}

export async function listOneHeadBodies(client: pg.ClientBase): Promise<readonly OneHeadBody[]> {
  const { rows } = await client.query<{
    kind: OneHeadBody['unitKind'];
    unit: string | null;
    from: string;
    to: string | null;
  }>(
    `select unit_kind as kind, unit_id as unit, lower(valid)::text as from, (upper(valid) - 1)::text as to from one_head_body`,
  );
  return rows.map(({ kind, unit, from, to }) => ({
    unitKind: kind,
    unitId: unit,
    validFrom: Temporal.PlainDate.from(from),
    validTo: to === null ? null : Temporal.PlainDate.from(to),
  }));
}

/** The latest version of each procedure that is in force on a day. */
export async function listProcedures(client: pg.ClientBase, day: string): Promise<readonly KnownProcedure[]> {
  const { rows } = await client.query<KnownProcedure>(
    'select id, version, definition from procedure_version where in_force @> $1::date order by code',
    [day],
  );
  return rows;
}
