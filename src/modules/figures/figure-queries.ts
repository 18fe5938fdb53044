import { type RawBuilder, sql } from 'kysely';
import type { Database } from '#platform/database/connection.ts';
import type { CaseSelection, CountedClass } from './rules/case-class.ts';
import type { PeriodMoments } from './rules/figure-period.ts';

/** Which cases are sorted into classes: of which periods, as known when, received where, of which types. */
export interface CaseQuestion {
  readonly periods: readonly PeriodMoments[];
  readonly asOf: Temporal.Instant;
  /** Undefined: everywhere. */
  readonly unitIds?: readonly string[] | undefined;
  readonly typeKeys?: readonly number[] | undefined;
  readonly by: 'nothing' | 'unit' | 'type';
}

/** What the words of a class are called in the facts. */
export interface FactWords {
  wordOf(key: number): string;
  keyOf(word: string): number;
}

export async function selectFactWords(db: Database): Promise<FactWords> {
  const { rows } = await sql<{ key: number; word: string }>`select key, word from fact_word`.execute(db);
  const words = new Map(rows.map(({ key, word }) => [key, word]));
  const keys = new Map(rows.map(({ key, word }) => [word, key]));
  return { wordOf: (key) => words.get(key) ?? `${key}`, keyOf: (word) => keys.get(word) ?? -1 };
}

const at = (moment: Temporal.Instant) => sql`${moment.toString()}::timestamptz`;

/** Facts as they were known at a moment; only the few that were put right since are looked up. */
function factsAsOf(asOf: Temporal.Instant): RawBuilder<unknown> {
  return sql`(
    select * from case_fact where changed_at is null or changed_at <= ${at(asOf)}
    union all
    select earlier.* from case_fact f, fact_before(f, ${at(asOf)}) earlier where f.changed_at > ${at(asOf)}
  )`;
}

const arrivals = ['none', 'before', 'in-period'] as const;
const filings = ['before', 'in-period'] as const;

/**
 * The class of a case in a period `p` (starts, until, ends), in small numbers: what `CaseClass` says in words.
 * A moment counts when it lies in the period and the journal had said so by then.
 */
function classOf(asOf: Temporal.Instant): RawBuilder<unknown> {
  const accepted = sql`coalesce(f.accepted_known_at, f.accepted_at) <= ${at(asOf)} and f.accepted_at < p.until`;
  const ended = sql`coalesce(f.ended_known_at, f.ended_at) <= ${at(asOf)} and f.ended_at < p.until`;
  return sql`
    f.kind,
    (case when ${accepted} then case when f.accepted_at < p.starts then 1 else 2 end else 0 end)::smallint as arrival,
    (case when f.opened_at < p.starts then 0 else 1 end)::smallint as filed,
    f.channel,
    (case when ${ended} then f.outcome else 0 end)::smallint as ending,
    (case when ${ended} then f.timeliness when ${accepted} and f.late_at is not null then
      case when late_as_of(f.late_at, f.late_since, f.late_before, p.ends) <= p.ends then -2 else -1 end end)::smallint as timing,
    (case when ${ended} then f.ended_at >= f.first_late_at when ${accepted} then f.first_late_at <= p.ends end) as first_late,
    coalesce(f.supplement_at >= p.starts and f.supplement_at < p.until and f.supplement_at <= ${at(asOf)}, false) as asked,
    least(f.supplements, 2)::smallint as supplements,
    coalesce(f.apologised_at <= p.ends, false) as apologised`;
}

/** Cases that any figure of the period asks for: filed by its end, not over before its start. */
function concerned({ asOf, unitIds, typeKeys }: CaseQuestion): RawBuilder<unknown> {
  return sql.join(
    [
      sql`f.opened_at < p.until and f.opened_at <= ${at(asOf)}`,
      sql`(f.ended_at is null or f.ended_at >= p.starts or coalesce(f.ended_known_at, f.ended_at) > ${at(asOf)})`,
      ...(unitIds
        ? [sql`f.receiver_key = any(array(select key from fact_unit where unit_id = any(${[...unitIds]}::text[])))`]
        : []),
      ...(typeKeys ? [sql`f.type_key = any(${[...typeKeys]}::integer[])`] : []),
    ],
    sql` and `,
  );
}

function periodsOf(periods: readonly PeriodMoments[]): RawBuilder<unknown> {
  const rows = periods.map(
    ({ from, until, end }, place) => sql`(${place}::integer, ${at(from)}, ${at(until)}, ${at(end)})`,
  );
  return sql`(values ${sql.join(rows)}) as p (place, starts, until, ends)`;
}

const keys = { nothing: sql`0`, unit: sql`f.receiver_key`, type: sql`f.type_key` } as const;

/** All cases asked about, sorted into classes and counted, in one scan. */
export async function countClasses(
  db: Database,
  question: CaseQuestion,
  words: FactWords,
): Promise<readonly CountedClass[]> {
  const { rows } = await sql<ClassRow>`
    select ${keys[question.by]} as key, p.place, ${classOf(question.asOf)}, count(*)::int as count
    from ${factsAsOf(question.asOf)} f, ${periodsOf(question.periods)}
    where ${concerned(question)}
    group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12`.execute(db);
  return rows.map((row) => ({ ...classInWords(row, words), key: row.key, place: row.place, count: row.count }));
}

interface ClassRow {
  readonly key: number;
  readonly place: number;
  readonly kind: number;
  readonly arrival: 0 | 1 | 2;
  readonly filed: 0 | 1;
  readonly channel: number | null;
  readonly ending: number;
  readonly timing: number | null;
  readonly first_late: boolean | null;
  readonly asked: boolean;
  readonly supplements: 0 | 1 | 2;
  readonly apologised: boolean;
  readonly count: number;
}

function classInWords(row: ClassRow, { wordOf }: FactWords) {
  const timing =
    row.timing === null ? null : row.timing === -2 ? 'overdue' : row.timing === -1 ? 'in-time' : wordOf(row.timing);
  return {
    kind: wordOf(row.kind),
    arrival: arrivals[row.arrival],
    filed: filings[row.filed],
    channel: row.channel === null ? null : wordOf(row.channel),
    ending: row.ending === 0 ? 'open' : wordOf(row.ending),
    timing: timing as CountedClass['timing'],
    lateByFirst: row.first_late,
    supplementAsked: row.asked,
    supplements: row.supplements,
    apologised: row.apologised,
  };
}

/** A selection of classes as a condition on the columns of a class. */
function selected(where: CaseSelection, { keyOf }: FactWords): RawBuilder<unknown> {
  const timingKey = (word: string | null) => (word === 'overdue' ? -2 : word === 'in-time' ? -1 : keyOf(word ?? ''));
  const any = (column: string, values: readonly unknown[], type: string) =>
    sql`c.${sql.ref(column)} = any(${values as unknown[]}::${sql.raw(type)}[])`;
  const conditions = [
    where.kind && any('kind', where.kind.map(keyOf), 'smallint'),
    where.arrival &&
      any(
        'arrival',
        where.arrival.map((word) => arrivals.indexOf(word)),
        'smallint',
      ),
    where.filed &&
      any(
        'filed',
        where.filed.map((word) => filings.indexOf(word)),
        'smallint',
      ),
    where.channel &&
      any(
        'channel',
        where.channel.map((word) => keyOf(word ?? '')),
        'smallint',
      ),
    where.ending &&
      any(
        'ending',
        where.ending.map((word) => (word === 'open' ? 0 : keyOf(word))),
        'smallint',
      ),
    where.timing && any('timing', where.timing.map(timingKey), 'smallint'),
    where.lateByFirst && any('first_late', where.lateByFirst, 'boolean'),
    where.supplementAsked && any('asked', where.supplementAsked, 'boolean'),
    where.supplements && any('supplements', where.supplements, 'smallint'),
    where.apologised && any('apologised', where.apologised, 'boolean'),
  ].flatMap((condition) => condition ?? []);
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);
}

/** One case behind a figure, as a list shows it. */
export interface CaseBehind {
  readonly caseId: string;
  readonly code: string | null;
  readonly reference: string;
  readonly typeCode: string;
  readonly receiverId: string;
  readonly holderId: string | null;
  readonly state: string;
  readonly acceptedAt: Temporal.Instant | null;
  readonly dueAt: Temporal.Instant | null;
  readonly endedAt: Temporal.Instant | null;
  readonly timeliness: string | null;
}

/** The cases in the classes selected, by id, after the one last seen: exactly those that were counted. */
export async function selectCasesBehind(
  db: Database,
  question: CaseQuestion,
  where: CaseSelection,
  words: FactWords,
  page: { readonly after: string | undefined; readonly most: number },
): Promise<readonly CaseBehind[]> {
  const { rows } = await sql<CaseBehind>`
    with behind as (
      select c.case_id from (
        select f.case_id, ${classOf(question.asOf)}
        from ${factsAsOf(question.asOf)} f, ${periodsOf(question.periods)}
        where ${concerned(question)} ${page.after ? sql`and f.case_id > ${page.after}::uuid` : sql``}
      ) c
      where ${selected(where, words)}
      order by c.case_id limit ${page.most}
    )
    select k.id as "caseId", k.code, k.reference, k.type_code as "typeCode", k.receiving_unit_id as "receiverId",
      k.holder_unit_id as "holderId", k.state, k.accepted_at as "acceptedAt", k.due_at as "dueAt", k.ended_at as "endedAt",
      k.timeliness
    from behind join cases k on k.id = behind.case_id order by k.id`.execute(db);
  return rows;
}

/** What a type of case is: its procedure with field, tier and level of e-service. */
export interface FactType {
  readonly key: number;
  readonly code: string;
  readonly name: { readonly vi: string; readonly en: string } | null;
  readonly field: { readonly code: string; readonly name: { readonly vi: string; readonly en: string } } | null;
  readonly level: number | null;
}

/** The types cases are of, with what the catalogue says of the version they came in under. */
export async function selectFactTypes(db: Database): Promise<readonly FactType[]> {
  const { rows } = await sql<FactType>`
    select t.key, t.code, v.definition -> 'name' as name, v.definition -> 'field' as field,
      (v.definition ->> 'serviceLevel2021')::int as level
    from fact_type t left join procedure_version v on v.code = t.code and v.version = t.version`.execute(db);
  return rows;
}

export async function selectFactUnits(db: Database): Promise<ReadonlyMap<number, string>> {
  const { rows } = await sql<{ key: number; unit_id: string }>`select key, unit_id from fact_unit`.execute(db);
  return new Map(rows.map(({ key, unit_id }) => [key, unit_id]));
}

/** Procedures in force on a day, counted by what forms ask of them. */
export async function countCatalogue(
  db: Database,
  on: Temporal.PlainDate,
): Promise<readonly { tier: string; all: number; desk: number; legs: number; route: number; online: number }[]> {
  const { rows } = await sql<{ tier: string; all: number; desk: number; legs: number; route: number; online: number }>`
    select definition ->> 'tier' as tier, count(*)::int as all,
      (count(*) filter (where definition -> 'channels' ? 'desk'))::int as desk,
      (count(*) filter (where jsonb_path_exists(definition, '$.route[*].legs.legs[*]')))::int as legs,
      (count(*) filter (where jsonb_array_length(definition -> 'route') > 0 and decision <> ''))::int as route,
      (count(*) filter (where (definition ->> 'serviceLevel2021')::int >= 3))::int as online
    from procedure_version where in_force @> ${on.toString()}::date group by 1`.execute(db);
  return rows;
}

/** Units with a delegation to certify in force on a day, as recorded by a moment. */
export async function selectCertifyingUnits(
  db: Database,
  on: Temporal.PlainDate,
  end: Temporal.Instant,
  asOf: Temporal.Instant,
): Promise<readonly string[]> {
  const { rows } = await sql<{ unit_id: string }>`
    select distinct unit_id from delegation
    where form = 'TUQ' and granted_at <= ${at(asOf)}
      and daterange(valid_from, valid_to, '[]') @> ${on.toString()}::date
      and (revoked_from is null or revoked_from > ${at(end)} or revoked_at > ${at(asOf)})
      and kinds && array(
        select distinct unnest(array[code, definition -> 'field' ->> 'code'])
        from procedure_version where definition -> 'field' ->> 'code' = 'chung-thuc')`.execute(db);
  return rows.map(({ unit_id }) => unit_id);
}
