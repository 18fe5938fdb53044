import { type RawBuilder, sql } from 'kysely';
import type { Database } from '#platform/database/connection.ts';
import type { RegisterFeed } from './figure-feeds.ts';
import type { EntryValues, FeedCondition } from './rules/register-definition.ts';

/** For which units, which period and what was known when. */
export interface FigureScope {
  /** Each is asked with all that lies below it. */
  readonly unitIds: readonly string[];
  /** First and last day, both included. */
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
  /** What was known at this moment. */
  readonly asOf: Temporal.Instant;
}

/** One answer: a share comes as the two numbers it is made of. */
export interface RegisterFigure {
  readonly figureId: string;
  readonly unitId: string;
  /** The value of the field that was asked to divide by; null without one. */
  readonly part: string | null;
  /** Null where nothing was recorded that could be the latest. */
  readonly value: number | null;
  /** Of a share: what it is a share of. */
  readonly outOf: number | null;
}

/** An entry that a figure counts, as it stood then. */
export interface EntryBehind {
  readonly entryId: string;
  readonly version: number;
  readonly registerId: string;
  readonly unitId: string;
  readonly entered: EntryValues;
  readonly recordedAt: Temporal.Instant;
}

/** The entries of a register that counted at a moment, each in its version of then. */
const standingThen = (registerId: string, asOf: Temporal.Instant) => sql`
  select distinct on (v.entry_id) v.entry_id, v.version, v.standing, v.entered, v.recorded_at
  from register_version v
  where v.register_id = ${registerId} and v.standing <> 'proposed' and v.recorded_at <= ${asOf.toString()}::timestamptz
  order by v.entry_id, v.version desc`;

// looked up by key: a join would let the planner, who cannot guess how many entries count, read all units for each
const tierOf = sql`(select u.tier from unit u where u.id = e.unit_id)`;

const meets = (conditions: readonly FeedCondition[]): RawBuilder<unknown> =>
  conditions.length === 0
    ? sql`true`
    : sql.join(
        conditions.map(({ field, in: values }) => sql`s.entered ->> ${field} = any(${values.map(String)}::text[])`),
        sql` and `,
      );

/** Days and months compare as they are written; a month begins on its first. */
const dayOf = (field: string) => sql`rpad(s.entered ->> ${field}, 10, '-01')`;

function belongs(feed: RegisterFeed, { from, to }: FigureScope): RawBuilder<unknown> {
  const day = dayOf(feed.dateField);
  const last = to.toString();
  if (!feed.standing && feed.kind !== 'latest') return sql`${day} between ${from.toString()} and ${last}`;
  if (feed.untilField === undefined) return sql`${day} <= ${last}`;
  const until = dayOf(feed.untilField);
  return sql`${day} <= ${last} and (${until} is null or ${until} > ${last})`;
}

/** All the conditions under which an entry counts; of a share, those of the whole. */
const counts = (feed: RegisterFeed, scope: FigureScope): RawBuilder<unknown> => sql`
  ${belongs(feed, scope)} and ${meets(feed.kind === 'share' ? (feed.among ?? []) : (feed.where ?? []))}
  and ${feed.tiers ? sql`s.tier = any(${feed.tiers}::text[])` : sql`true`}`;

const number = (field: string) => sql`(s.entered ->> ${field})::numeric`;

/** What one agency adds: a number, of a share also what it is a share of, of a latest value the date it goes by. */
function measure(feed: RegisterFeed): Readonly<Record<'value' | 'outOf' | 'latest', RawBuilder<unknown>>> {
  const none = sql`null::numeric`;
  const amount = feed.field === undefined ? none : number(feed.field);
  const taken = feed.less === undefined ? amount : sql`${amount} - ${number(feed.less)}`;
  const date = sql`${dayOf(feed.dateField)} || s.entry_id`;
  if (feed.kind === 'sum') return { value: sql`sum(${taken})`, outOf: none, latest: none };
  if (feed.kind === 'latest') {
    return { value: sql`(array_agg(${taken} order by ${date} desc))[1]`, outOf: none, latest: sql`max(${date})` };
  }
  if (feed.kind === 'share') {
    return { value: sql`count(*) filter (where ${meets(feed.where ?? [])})`, outOf: sql`count(*)`, latest: none };
  }
  return { value: sql`count(*)`, outOf: none, latest: none };
}

/** How the numbers of agencies become that of a unit with all below it. */
function gathered({ kind, per }: RegisterFeed): RawBuilder<unknown> {
  if (kind === 'latest') return sql`(array_agg(a.value order by a.latest desc))[1]`;
  if (kind === 'distinct-units' || kind === 'unit-share') return sql`count(distinct a.unit_id)`;
  return sql`coalesce(sum(a.value), 0) / ${per ?? 1}::numeric`;
}

/**
 * The figures of one feed for every unit asked for, in one statement: first by agency, then gathered up the tree.
 * @param by a field whose values are told apart
 */
export async function selectFigure(
  db: Database,
  feed: RegisterFeed,
  scope: FigureScope,
  by?: string,
): Promise<readonly RegisterFigure[]> {
  const { value, outOf, latest } = measure(feed);
  const part = by === undefined ? sql`null::text` : sql`s.entered ->> ${by}`;
  const { rows } = await sql<{ unit_id: string; part: string | null; value: string | null; out_of: string | null }>`
    with s as (
      select v.entry_id, v.entered, e.unit_id, e.unit_path, ${tierOf} as tier
      from (${standingThen(feed.registerId, scope.asOf)}) v join register_entry e on e.id = v.entry_id
      where v.standing = 'in-force'
    ), a as (
      select s.unit_id, s.unit_path, ${part} as part, ${value} as value, ${outOf} as out_of, ${latest} as latest
      from s where ${counts(feed, scope)} group by 1, 2, 3
    )
    select asked.id as unit_id, a.part, (${gathered(feed)})::text as value, sum(a.out_of)::text as out_of
    from a cross join lateral unnest(string_to_array(a.unit_path, '/')) as asked (id)
    where asked.id = any(${scope.unitIds}::text[]) group by 1, 2`.execute(db);
  return rows.map((row) => ({
    figureId: feed.figureId,
    unitId: row.unit_id,
    part: row.part,
    value: row.value === null ? null : Number(row.value),
    outOf: row.out_of === null ? null : Number(row.out_of),
  }));
}

/** How many agencies of these tiers lie below each unit on a day. */
export async function countAgencies(
  db: Database,
  unitIds: readonly string[],
  tiers: readonly string[],
  day: Temporal.PlainDate,
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ id: string; agencies: number }>`
    select asked.id, count(*) as agencies
    from unit u cross join lateral unnest(string_to_array(u.path, '/')) as asked (id)
    where u.kind not in ('desk', 'division') and u.tier = any(${tiers}::text[]) and u.valid @> ${day.toString()}::date
      and asked.id = any(${unitIds}::text[])
    group by 1`.execute(db);
  return new Map(rows.map(({ id, agencies }) => [id, Number(agencies)]));
}

/** The entries a figure counts, by the order of their ids. @param after the id of the last entry seen */
export async function selectEntriesBehind(
  db: Database,
  feed: RegisterFeed,
  scope: FigureScope,
  page: { readonly after?: string | undefined; readonly limit: number },
): Promise<readonly EntryBehind[]> {
  const { rows } = await sql<{
    entry_id: string;
    version: number;
    unit_id: string;
    entered: EntryValues;
    recorded_at: Temporal.Instant;
  }>`
    with s as (
      select v.*, e.unit_id, e.unit_path, ${tierOf} as tier
      from (${standingThen(feed.registerId, scope.asOf)}) v join register_entry e on e.id = v.entry_id
      where v.standing = 'in-force' and string_to_array(e.unit_path, '/') && ${scope.unitIds}::text[]
    )
    select s.entry_id, s.version, s.unit_id, s.entered, s.recorded_at from s
    where ${counts(feed, scope)} and (${page.after ?? null}::uuid is null or s.entry_id > ${page.after ?? null}::uuid)
    order by s.entry_id limit ${page.limit}`.execute(db);
  return rows.map((row) => ({
    entryId: row.entry_id,
    version: row.version,
    registerId: feed.registerId,
    unitId: row.unit_id,
    entered: row.entered,
    recordedAt: row.recorded_at,
  }));
}

/** Every entry of a register that counted at a moment, of whatever unit, for another module that reads them all at once. */
export async function listCountingEntries(
  db: Database,
  registerId: string,
  asOf: Temporal.Instant,
): Promise<readonly Pick<EntryBehind, 'entryId' | 'unitId' | 'entered'>[]> {
  const { rows } = await sql<Pick<EntryBehind, 'entryId' | 'unitId' | 'entered'>>`
    with s as (${standingThen(registerId, asOf)})
    select s.entry_id as "entryId", e.unit_id as "unitId", s.entered
    from s join register_entry e on e.id = s.entry_id where s.standing = 'in-force'`.execute(db);
  return rows;
}
