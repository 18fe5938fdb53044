import { type RawBuilder, sql } from 'kysely';
import type { Database } from '#platform/database/connection.ts';
import type { Post } from './rules/post.ts';
import type { Unit } from './rules/unit.ts';

/** Days come as text, so that no parser of the driver stands between the column and the calendar. */
interface UnitRow {
  id: string;
  path: string;
  parent_id: string | null;
  code: string | null;
  name_vi: string;
  name_en: string;
  kind: Unit['kind'];
  tier: Unit['tier'];
  function: string | null;
  agency_code: string | null;
  agency_code_old: string | null;
  valid_from: string;
  valid_to: string | null;
  source: string;
}

interface PostRow {
  id: string;
  position_id: string;
  unit_id: string;
  role: Post['role'];
  title_vi: string;
  title_en: string;
  seat: number;
  valid_from: string;
  valid_to: string | null;
}

const unitColumns = sql`u.id, u.path, u.parent_id, u.code, u.name_vi, u.name_en, u.kind, u.tier, u.function, u.agency_code,
  u.agency_code_old, lower(u.valid)::text as valid_from, (upper(u.valid) - 1)::text as valid_to, u.source`;

/** Adds units, each after the one above it, in one statement. */
export async function insertUnits(db: Database, units: readonly Unit[]): Promise<void> {
  const rows: UnitRow[] = units.map((unit) => ({
    id: unit.id,
    path: unit.path,
    parent_id: unit.parentId,
    code: unit.code,
    name_vi: unit.name.vi,
    name_en: unit.name.en,
    kind: unit.kind,
    tier: unit.tier,
    function: unit.function,
    agency_code: unit.agencyCode,
    agency_code_old: unit.agencyCodeOld,
    valid_from: unit.validFrom.toString(),
    valid_to: unit.validTo?.toString() ?? null,
    source: unit.source,
  }));
  await sql`
    insert into unit (id, path, parent_id, code, name_vi, name_en, kind, tier, function, agency_code, agency_code_old, valid, source)
    select id, path, parent_id, code, name_vi, name_en, kind, tier, function, agency_code, agency_code_old,
      daterange(valid_from, valid_to, '[]'), source
    from json_to_recordset(${JSON.stringify(rows)}::json) as row (
      id text, path text, parent_id text, code text, name_vi text, name_en text, kind text, tier text, function text,
      agency_code text, agency_code_old text, valid_from date, valid_to date, source text
    )`.execute(db);
}

export async function insertPosts(db: Database, posts: readonly Post[]): Promise<void> {
  const rows: PostRow[] = posts.map((post) => ({
    id: post.id,
    position_id: post.positionId,
    unit_id: post.unitId,
    role: post.role,
    title_vi: post.title.vi,
    title_en: post.title.en,
    seat: post.seat,
    valid_from: post.validFrom.toString(),
    valid_to: post.validTo?.toString() ?? null,
  }));
  await sql`
    insert into post (id, position_id, unit_id, role, title_vi, title_en, seat, valid_from, valid_to)
    select id, position_id, unit_id, role, title_vi, title_en, seat, valid_from, valid_to
    from json_to_recordset(${JSON.stringify(rows)}::json) as row (
      id text, position_id text, unit_id text, role text, title_vi text, title_en text, seat integer,
      valid_from date, valid_to date
    )`.execute(db);
}

/** All units there ever were, each after the one above it. */
export async function selectUnits(db: Database): Promise<Unit[]> {
  return unitsOf(db, sql`select ${unitColumns} from unit u order by u.path`);
}

export async function selectUnit(db: Database, id: string): Promise<Unit | undefined> {
  const units = await unitsOf(db, sql`select ${unitColumns} from unit u where u.id = ${id}`);
  return units[0];
}

/** What stands directly under a unit on a day: parts and agencies, by code and then by name. */
export async function selectChildren(db: Database, parentId: string, day: Temporal.PlainDate): Promise<Unit[]> {
  return unitsOf(
    db,
    sql`select ${unitColumns} from unit u where u.parent_id = ${parentId} and u.valid @> ${day.toString()}::date
      order by u.agency_code nulls last, u.id`,
  );
}

/** The unit with all below it, ended ones too. */
export async function selectSubtree(db: Database, path: string): Promise<Unit[]> {
  return unitsOf(
    db,
    sql`select ${unitColumns} from unit u where u.path = ${path} or starts_with(u.path, ${`${path}/`}) order by u.path`,
  );
}

/**
 * Units in force on a day whose name, or name with that of the unit above, has a word that begins with each word
 * looked for, with or without diacritics; then names that come near it, for slips of the keyboard. Best first.
 */
export async function selectUnitsByWords(
  db: Database,
  words: string,
  day: Temporal.PlainDate,
  kinds: readonly Unit['kind'][],
  limit: number,
): Promise<Unit[]> {
  return unitsOf(
    db,
    sql`select ${unitColumns}
      from unit u left join unit above on above.id = u.parent_id,
        lateral (select fold(btrim(${words}::text)) as folded) wanted
      where u.valid @> ${day.toString()}::date and u.kind = any(${kinds}::text[])
        and (
          word_similarity(wanted.folded, u.search) > 0.6
          or not exists (
            select from regexp_split_to_table(wanted.folded, '\\s+') word
            where strpos(concat_ws(' ', '', u.search, above.search), ' ' || word) = 0
          )
        )
      order by strpos(lower(u.name_vi), lower(btrim(${words}::text))) > 0 desc,
        strpos(' ' || u.search || ' ', ' ' || wanted.folded || ' ') > 0 desc,
        strpos(u.search, wanted.folded) > 0 desc,
        word_similarity(wanted.folded, concat_ws(' ', u.search, above.search)) desc, length(u.search), u.id
      limit ${limit}`,
  );
}

export async function selectPostsAt(db: Database, unitId: string, day: Temporal.PlainDate): Promise<Post[]> {
  const { rows } = await sql<PostRow>`
    select id, position_id, unit_id, role, title_vi, title_en, seat, valid_from::text, valid_to::text
    from post
    where unit_id = ${unitId} and valid_from <= ${day.toString()}::date
      and (valid_to is null or valid_to >= ${day.toString()}::date)
    order by position_id, role`.execute(db);
  return rows.map((row) => ({
    id: row.id,
    positionId: row.position_id,
    unitId: row.unit_id,
    role: row.role,
    title: { vi: row.title_vi, en: row.title_en },
    seat: row.seat,
    validFrom: Temporal.PlainDate.from(row.valid_from),
    validTo: row.valid_to === null ? null : Temporal.PlainDate.from(row.valid_to),
  }));
}

async function unitsOf(db: Database, query: RawBuilder<unknown>): Promise<Unit[]> {
  const { rows } = await sql<UnitRow>`${query}`.execute(db);
  return rows.map((row) => ({
    id: row.id,
    path: row.path,
    parentId: row.parent_id,
    code: row.code,
    name: { vi: row.name_vi, en: row.name_en },
    kind: row.kind,
    tier: row.tier,
    function: row.function,
    agencyCode: row.agency_code,
    agencyCodeOld: row.agency_code_old,
    validFrom: Temporal.PlainDate.from(row.valid_from),
    validTo: row.valid_to === null ? null : Temporal.PlainDate.from(row.valid_to),
    source: row.source,
  }));
}
