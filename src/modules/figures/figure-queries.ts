import { type RawBuilder, sql } from 'kysely';
import { type Database, plannedAnew } from '#platform/database/connection.ts';
import type { FactWords } from './fact-key-queries.ts';
import type { CaseClass, CaseSelection, CountedClass } from './rules/case-class.ts';
import type { PeriodMoments } from './rules/figure-period.ts';

/** Which cases are sorted into classes: of which periods, as known when, received where, of which types. */
export interface CaseQuestion {
  readonly periods: readonly PeriodMoments[];
  readonly asOf: Temporal.Instant;
  /** Undefined: everywhere. */
  readonly unitIds?: readonly string[] | undefined;
  readonly typeKeys?: readonly number[] | undefined;
  /** Undefined: of every kind. */
  readonly kinds?: readonly string[] | undefined;
  readonly by: 'nothing' | 'unit' | 'type';
}

const at = (moment: Temporal.Instant) => sql`${moment.toString()}::timestamptz`;

/**
 * Facts as they were known at a moment. Those that were put right since are looked up one by one: they are so few that the
 * plain table is asked when there are none. (That most were never put right is said, so that a kept plan takes the index.)
 */
async function factsAsOf(db: Database, asOf: Temporal.Instant): Promise<RawBuilder<unknown>> {
  const { rows } = await sql<{ some: boolean }>`
    select exists (select 1 from case_fact where changed_at is not null and changed_at > ${at(asOf)}) as some`.execute(
    db,
  );
  if (!rows[0]?.some) return sql`case_fact`;
  return sql`(
    select * from case_fact where changed_at is null or changed_at <= ${at(asOf)}
    union all
    select earlier.* from case_fact f, fact_before(f, ${at(asOf)}) earlier where f.changed_at > ${at(asOf)}
  )`;
}

const arrivals = ['none', 'before', 'in-period'] as const;
const filings = ['before', 'in-period'] as const;
/** Of open cases; ended ones have the word of the engine. Keys of words stay below (`fact_word`). */
const openTimings = { overdue: 126, 'in-time': 127 } as const;

/** The parts of a class in the order in which they are packed into one number, with how many bits each takes. */
const parts = [
  // the kind, or the kind and what it says it is counted as
  ['kind', 7],
  ['channel', 7],
  ['ending', 7],
  ['timing', 7],
  ['arrival', 2],
  ['filed', 1],
  ['first_late', 2],
  ['asked', 1],
  ['supplements', 2],
  ['apologised', 1],
  ['delivered', 2],
  ['place', 6],
  ['key', 18],
] as const;
type Part = (typeof parts)[number][0];

const partOf: Readonly<Record<keyof CaseClass, Part>> = {
  kind: 'kind',
  as: 'kind',
  channel: 'channel',
  ending: 'ending',
  timing: 'timing',
  arrival: 'arrival',
  filed: 'filed',
  lateByFirst: 'first_late',
  supplementAsked: 'asked',
  supplements: 'supplements',
  apologised: 'apologised',
  delivered: 'delivered',
};

/** How a value of a part is written: for itself, or already at its bits in the number of a class. */
type Written = (part: Part, value: number) => RawBuilder<unknown>;
const plainly: Written = (_, value) => sql.lit(value);

/**
 * The class of a case in a period `p` (starts, until, ends), in small numbers: what `CaseClass` says in words, 0 for none.
 * A moment counts when it lies in the period and the journal had said so by then.
 */
function classOf(
  asOf: Temporal.Instant,
  written: Written = plainly,
  placed: (part: Part, column: RawBuilder<unknown>) => RawBuilder<unknown> = (_, column) => column,
): Readonly<Record<Exclude<Part, 'place' | 'key'>, RawBuilder<unknown>>> {
  const accepted = sql`(coalesce(f.accepted_known_at, f.accepted_at) <= ${at(asOf)} and f.accepted_at < p.until)`;
  const ended = sql`(coalesce(f.ended_known_at, f.ended_at) <= ${at(asOf)} and f.ended_at < p.until)`;
  const late = sql`case when f.late_since is null or f.late_since <= p.ends then f.late_at
    else late_as_of(f.late_at, f.late_since, f.late_before, p.ends) end`;
  // what was handed in waits for somebody else: it is as late as it was then
  const handedIn = sql`case when f.delivered is not null then delivered_as_of(f.delivered, p.ends) end`;
  const { overdue, 'in-time': inTime } = openTimings;
  const none = (part: Part) => written(part, 0);
  return {
    kind: placed('kind', sql`coalesce(f.counted_as, f.kind)`),
    channel: placed('channel', sql`coalesce(f.channel, 0)`),
    ending: sql`case when ${ended} then ${placed('ending', sql`f.outcome`)} else ${none('ending')} end`,
    timing: sql`case when ${ended} then ${placed('timing', sql`coalesce(f.timeliness, 0)`)}
      when ${accepted} and f.late_at is not null then
        case when ${late} <= coalesce(${handedIn}, p.ends) then ${written('timing', overdue)} else ${written('timing', inTime)} end
      else ${none('timing')} end`,
    arrival: sql`case when ${accepted} then case when f.accepted_at < p.starts then ${written('arrival', 1)}
      else ${written('arrival', 2)} end else ${none('arrival')} end`,
    filed: sql`case when f.opened_at < p.starts then ${none('filed')} else ${written('filed', 1)} end`,
    first_late: sql`case when f.first_late_at is null then ${none('first_late')} when ${ended} or ${accepted}
      then case when f.first_late_at <= coalesce(${handedIn}, case when ${ended} then f.ended_at end, p.ends)
        then ${written('first_late', 2)} else ${written('first_late', 1)} end else ${none('first_late')} end`,
    asked: sql`case when f.supplement_at >= p.starts and f.supplement_at < p.until and f.supplement_at <= ${at(asOf)}
      then ${written('asked', 1)} else ${none('asked')} end`,
    supplements: placed('supplements', sql`least(f.supplements, 2)`),
    apologised: sql`case when f.apologised_at <= p.ends then ${written('apologised', 1)} else ${none('apologised')} end`,
    delivered: sql`case when f.delivered is null or ${handedIn} is null then ${none('delivered')}
      when ${handedIn} < p.starts then ${written('delivered', 1)} else ${written('delivered', 2)} end`,
  };
}

/** What `ended_class` of a case that ended says for every period that knows its end, at the very bits. */
const keptWithEnd: readonly Part[] = ['kind', 'channel', 'ending', 'timing', 'first_late', 'supplements'];

/** Where the bits of each part begin, and what the whole of it is there. */
const places: ReadonlyMap<Part, { readonly shift: number; readonly mask: bigint }> = new Map(
  parts.map(([part, bits], nth) => {
    const shift = parts.slice(0, nth).reduce((sum, [, before]) => sum + before, 0);
    return [part, { shift, mask: ((1n << BigInt(bits)) - 1n) << BigInt(shift) }];
  }),
);

/** The parts wanted of a class as one number: of a case that ended as its row knows it, of all others part by part. */
function packedClass(question: CaseQuestion, wanted: ReadonlySet<Part>): RawBuilder<unknown> {
  const shiftOf = (part: Part) => places.get(part)?.shift ?? 0;
  const number = (value: bigint) => sql.raw(`${value}::bigint`);
  const written: Written = (part, value) => number(BigInt(value) << BigInt(shiftOf(part)));
  const placed = (part: Part, column: RawBuilder<unknown>) => sql`((${column})::bigint << ${sql.lit(shiftOf(part))})`;
  const columns: Readonly<Record<Part, RawBuilder<unknown>>> = {
    ...classOf(question.asOf, written, placed),
    place: placed('place', sql`p.place`),
    key: placed('key', keys[question.by]),
  };
  const kept = keptWithEnd.reduce(
    (mask, part) => (wanted.has(part) ? mask | (places.get(part)?.mask ?? 0n) : mask),
    0n,
  );
  const ofEnded = {
    ...columns,
    // accepted before it ended; what is handed in is not among these
    arrival: sql`case when f.accepted_at is null then ${written('arrival', 0)}
      when f.accepted_at < p.starts then ${written('arrival', 1)} else ${written('arrival', 2)} end`,
    delivered: written('delivered', 0),
  };
  const besideKept = [...wanted].filter((part) => !keptWithEnd.includes(part)).map((part) => ofEnded[part]);
  const all = sql.join(
    [...wanted].map((part) => columns[part]),
    sql` | `,
  );
  return sql`case when f.ended_class is not null and f.ended_at < p.until and f.ended_at <= ${at(question.asOf)}
    then ${sql.join([sql`(f.ended_class & ${number(kept)})`, ...besideKept], sql` | `)} else ${all} end`;
}

const earlier = (one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant =>
  Temporal.Instant.compare(one, other) <= 0 ? one : other;

/** Cases that any figure of the period asks for: filed by its end, not over before its start. */
function concerned({ periods, asOf, unitIds, typeKeys, kinds }: CaseQuestion, words: FactWords): RawBuilder<unknown> {
  const earliest = periods.map(({ from }) => from).reduce(earlier, asOf);
  return sql.join(
    [
      // follows from the conditions below, in the words of an index: of a late period few cases are looked at
      sql`coalesce(f.ended_known_at, f.ended_at, 'infinity'::timestamptz) >= ${at(earliest)}`,
      // what came by post is entered, and so filed, later than it was accepted
      sql`least(f.opened_at, f.accepted_at) < p.until and f.opened_at <= ${at(asOf)}`,
      sql`(f.ended_at is null or f.ended_at >= p.starts or coalesce(f.ended_known_at, f.ended_at) > ${at(asOf)})`,
      ...(unitIds
        ? [sql`f.receiver_key = any(array(select key from fact_unit where unit_id = any(${[...unitIds]}::text[])))`]
        : []),
      // in the text of the query: the planner then looks numbers up instead of comparing with each
      ...(kinds ? [sql`f.kind = any(${sql.lit(`{${kinds.map(words.keyOf).join(',')}}`)}::smallint[])`] : []),
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

/**
 * All cases asked about, sorted into classes and counted, in one scan. A class is one number, because the database then
 * counts in a hash table that never leaves memory; with a column for each part it would sort all cases. `class_apart` lets
 * each worker of the database count its share.
 */
export async function countClasses(
  db: Database,
  question: CaseQuestion,
  lookedAt: ReadonlySet<keyof CaseClass>,
  words: FactWords,
): Promise<readonly CountedClass[]> {
  const wanted = new Set<Part>([...lookedAt].map((part) => partOf[part]));
  if (question.periods.length > 1) wanted.add('place');
  if (question.by !== 'nothing') wanted.add('key');
  const facts = await factsAsOf(db, question.asOf);
  const { rows } = await sql<{ class: string; count: number }>`${sql.raw(plannedAnew)}
    select class::text, count(*)::int as count
    from (
      select class_apart(${packedClass(question, wanted)}) as class from ${facts} f, ${periodsOf(question.periods)}
      where ${concerned(question, words)}
    ) c
    group by class`.execute(db);
  return rows.map((row) => ({ ...classInWords(unpack(row.class), words), count: row.count }));
}

function unpack(packed: string): Readonly<Record<Part, number>> {
  let rest = BigInt(packed);
  const unpacked = {} as Record<Part, number>;
  for (const [part, bits] of parts) {
    unpacked[part] = Number(BigInt.asUintN(bits, rest));
    rest >>= BigInt(bits);
  }
  return unpacked;
}

function classInWords(row: Readonly<Record<Part, number>>, { wordOf }: FactWords) {
  const timing =
    row.timing === openTimings.overdue
      ? 'overdue'
      : row.timing === openTimings['in-time']
        ? 'in-time'
        : row.timing === 0
          ? null
          : wordOf(row.timing);
  const [kind = '', as = null] = wordOf(row.kind).split('.');
  return {
    kind,
    as,
    arrival: arrivals[row.arrival] ?? 'none',
    filed: filings[row.filed] ?? 'before',
    channel: row.channel === 0 ? null : wordOf(row.channel),
    ending: row.ending === 0 ? 'open' : wordOf(row.ending),
    timing: timing as CountedClass['timing'],
    lateByFirst: row.first_late === 0 ? null : row.first_late === 2,
    supplementAsked: row.asked === 1,
    supplements: row.supplements as CountedClass['supplements'],
    apologised: row.apologised === 1,
    delivered: arrivals[row.delivered] ?? 'none',
    key: row.key,
    place: row.place,
  };
}

/** A selection of classes as a condition on the columns of a class. */
function selected(where: CaseSelection, { keyOf, keysOfKind }: FactWords): RawBuilder<unknown> {
  const keyOrNone = (word: string | null) => (word === null ? 0 : keyOf(word));
  const numbers: Readonly<Record<string, readonly number[] | undefined>> = {
    kind: where.kind?.flatMap((kind) => keysOfKind(kind, where.as)),
    arrival: where.arrival?.map((word) => arrivals.indexOf(word)),
    filed: where.filed?.map((word) => filings.indexOf(word)),
    channel: where.channel?.map(keyOrNone),
    ending: where.ending?.map((word) => (word === 'open' ? 0 : keyOf(word))),
    timing: where.timing?.map((word) =>
      word === 'overdue' || word === 'in-time' ? openTimings[word] : keyOrNone(word),
    ),
    first_late: where.lateByFirst?.map((late) => (late === null ? 0 : late ? 2 : 1)),
    asked: where.supplementAsked?.map(Number),
    supplements: where.supplements,
    apologised: where.apologised?.map(Number),
    delivered: where.delivered?.map((word) => arrivals.indexOf(word)),
  };
  const conditions = Object.entries(numbers).flatMap(([column, wanted]) =>
    wanted ? [sql`c.${sql.ref(column)} = any(${[...wanted]}::integer[])`] : [],
  );
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);
}

/** One case behind a figure, as a list shows it. */
export interface CaseBehind {
  readonly caseId: string;
  readonly kind: string;
  readonly code: string | null;
  readonly reference: string;
  readonly typeCode: string;
  /** The unit it is counted for. */
  readonly unitId: string;
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
  selections: readonly CaseSelection[],
  words: FactWords,
  page: { readonly after: string | undefined; readonly most: number },
): Promise<readonly CaseBehind[]> {
  const facts = await factsAsOf(db, question.asOf);
  const columns = Object.entries(classOf(question.asOf)).map(([name, part]) => sql`${part} as ${sql.ref(name)}`);
  const { rows } = await sql<CaseBehind>`${sql.raw(plannedAnew)}
    with behind as (
      select c.case_id, c.receiver_key from (
        select f.case_id, f.receiver_key, ${sql.join(columns)}
        from ${facts} f, ${periodsOf(question.periods)}
        where ${concerned(question, words)} ${page.after ? sql`and f.case_id > ${page.after}::uuid` : sql``}
      ) c
      where ${sql.join(
        selections.map((where) => sql`(${selected(where, words)})`),
        sql` or `,
      )}
      order by c.case_id limit ${page.most}
    )
    select k.id as "caseId", k.kind, k.code, k.reference, k.type_code as "typeCode", u.unit_id as "unitId",
      k.holder_unit_id as "holderId", k.state, k.accepted_at as "acceptedAt", k.due_at as "dueAt", k.ended_at as "endedAt",
      k.timeliness
    from behind join cases k on k.id = behind.case_id join fact_unit u on u.key = behind.receiver_key order by k.id`.execute(
    db,
  );
  return rows;
}
