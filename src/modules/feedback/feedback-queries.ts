import { sql } from 'kysely';
import type { CaseState } from '#case-engine/rules/case-state.ts';
import { readPageKey, writePageKey } from '#kernel/page-key.ts';
import { fold } from '#kernel/vietnamese.ts';
import type { Database } from '#platform/database/connection.ts';
import { type PublicFeedback, publicFeedback } from './rules/public-item.ts';

/** Which feedback everyone looks at. */
export interface PublicListQuery {
  readonly words?: string;
  readonly field?: string;
  readonly communeId?: string;
  readonly agencyId?: string;
  readonly show?: 'open' | 'late' | 'city-list' | 'answered' | 'all';
  readonly from?: Temporal.Instant;
  readonly until?: Temporal.Instant;
  readonly states?: readonly string[];
  readonly codes?: readonly string[];
  readonly now: Temporal.Instant;
  /** `opened_at|id` of the last row of the page before. */
  readonly after?: string;
  readonly pageSize?: number;
}

/** What can be found of the public side: never the words of the person where those are hidden. */
const publicWords = sql`fold(concat_ws(' ', c.code, c.folded->'facts'->>'publicTitle', c.folded->'facts'->>'publicPlace'))`;

function shown({ show = 'all', now }: PublicListQuery) {
  const at = sql`${now.toString()}::timestamptz`;
  switch (show) {
    case 'all':
      return sql`c.state <> 'withdrawn'`;
    case 'open':
      return sql`c.open`;
    case 'late':
      return sql`c.open and c.late_at <= ${at}`;
    case 'city-list':
      return sql`c.open and c.folded->'facts'->'ladder'->>'to' = 'city'`;
    case 'answered':
      return sql`c.state in ('answered', 'closed')`;
  }
}

const like = (words: string) =>
  `%${fold(words)
    .trim()
    .replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;

/** A page of the public list, the newest first, paged by key. */
export async function listPublicFeedback(
  db: Database,
  query: PublicListQuery,
): Promise<{ readonly rows: readonly PublicFeedback[]; readonly next: string | null }> {
  const { words, field, communeId, agencyId, from, until, states, codes } = query;
  const size = Math.min(query.pageSize ?? 25, 1000);
  const key = readPageKey(query.after);
  const { rows } = await sql<{ folded: CaseState; open: boolean; lateAt: Temporal.Instant | null }>`
    select c.folded, c.open, c.late_at as "lateAt" from cases c
    where c.kind = 'feedback' and ${shown(query)}
      and ${words?.trim() ? sql`${publicWords} like ${like(words)}` : sql`true`}
      and ${field ? sql`c.folded->'facts'->>'field' = ${field}` : sql`true`}
      and ${
        communeId
          ? sql`c.folded->'facts'->>'communeId' = ${communeId} and not (c.folded->'facts'->>'hidden')::boolean`
          : sql`true`
      }
      and ${agencyId ? sql`c.folded->'facts'->>'agencyId' = ${agencyId}` : sql`true`}
      and ${states ? sql`c.state = any(${states}::text[])` : sql`true`}
      and ${codes ? sql`c.code = any(${codes}::text[])` : sql`true`}
      and ${from ? sql`c.opened_at >= ${from.toString()}::timestamptz` : sql`true`}
      and ${until ? sql`c.opened_at <= ${until.toString()}::timestamptz` : sql`true`}
      and ${key ? sql`(c.opened_at, c.id) < (${key.at}::timestamptz, ${key.id}::uuid)` : sql`true`}
    order by c.opened_at desc, c.id desc limit ${size + 1}`.execute(db);
  const page = rows.slice(0, size);
  const last = page.at(-1)?.folded;
  return {
    rows: page.map(({ folded, open, lateAt }) => publicFeedback(folded, open, lateAt?.toString() ?? null)),
    next: rows.length > size && last ? writePageKey(last.openedAt, last.caseId) : null,
  };
}

export type PublicCounts = Readonly<Record<'open' | 'late' | 'city-list' | 'answered' | 'all', number>>;

/** How many items each tab of the public list holds. */
export async function countPublicFeedback(db: Database, now: Temporal.Instant): Promise<PublicCounts> {
  const tabs = (['open', 'late', 'city-list', 'answered', 'all'] as const).map(
    (show) => sql`count(*) filter (where ${shown({ show, now })})::int as ${sql.id(show)}`,
  );
  const { rows } = await sql<PublicCounts>`select ${sql.join(tabs)} from cases c where c.kind = 'feedback'`.execute(db);
  const row = rows[0];
  if (!row) throw new Error('a count gives a row');
  return row;
}

/** Something that may be the same: still open, near in words, in place or field, and recent. */
export interface LikelyDuplicate {
  readonly item: PublicFeedback;
  readonly likeness: number;
}

/**
 * What was reported lately that may be the same, the likeliest first. Words are compared by their trigrams without
 * diacritics; the same commune and the same field each count in its favour, another commune rules it out.
 */
export async function listDuplicates(
  db: Database,
  given: {
    readonly words: string;
    readonly field: string;
    readonly communeId: string | null;
    readonly point: readonly [number, number] | null;
  },
  { days, likeness, shown: most }: { readonly days: number; readonly likeness: number; readonly shown: number },
  now: Temporal.Instant,
): Promise<readonly LikelyDuplicate[]> {
  const { words, field, communeId, point } = given;
  if (words.trim() === '') return [];
  // some 300 metres, where both said where
  const near = point
    ? sql`(f.latitude is not null and abs(f.latitude - ${point[0]}) < 0.003 and abs(f.longitude - ${point[1]}) < 0.003)`
    : sql`false`;
  const { rows } = await sql<{ folded: CaseState; open: boolean; lateAt: Temporal.Instant | null; score: number }>`
    select c.folded, c.open, c.late_at as "lateAt", s.score
    from feedback f join cases c on c.id = f.case_id
      cross join lateral (select similarity(f.words, ${words}) + case when f.field = ${field} then 0.15 else 0 end
        + case when ${near} then 0.2 else 0 end as score) s
    where c.open and f.merged_into is null and not (c.folded->'facts'->>'hidden')::boolean
      and f.received_at > ${now.toString()}::timestamptz - make_interval(days => ${days})
      and (f.commune_id is not distinct from ${communeId} or ${near}) and s.score >= ${likeness}
    order by s.score desc, f.received_at limit ${most}`.execute(db);
  return rows.map(({ folded, open, lateAt, score }) => ({
    item: publicFeedback(folded, open, lateAt?.toString() ?? null),
    likeness: score,
  }));
}

/** Feedback of a span, as figures ask for it. */
export interface FeedbackCounts {
  readonly received: number;
  readonly ended: number;
  readonly answered: number;
  readonly inTime: number;
  readonly late: number;
  readonly openInTime: number;
  readonly openLate: number;
  readonly satisfied: number;
  readonly dissatisfied: number;
}

/**
 * The door for figures: what was received in a span, as it stands at a moment; of some agencies or of all. In time is what the
 * first answer was.
 */
export async function countFeedback(
  db: Database,
  span: {
    readonly from: Temporal.Instant;
    readonly until: Temporal.Instant;
    readonly agencyIds?: readonly string[] | undefined;
  },
  now: Temporal.Instant,
): Promise<FeedbackCounts> {
  const first = sql`c.folded->'facts'->'answers'->0->>'timeliness'`;
  const late = sql`c.late_at <= ${now.toString()}::timestamptz`;
  const word = sql`(c.folded->'facts'->'word'->>'satisfied')::boolean`;
  const { rows } = await sql<FeedbackCounts>`
    select count(*)::int as received, count(*) filter (where not c.open)::int as ended,
      count(*) filter (where ${first} is not null)::int as answered,
      count(*) filter (where ${first} in ('early', 'on-time'))::int as "inTime",
      count(*) filter (where ${first} = 'late')::int as late,
      count(*) filter (where c.open and not ${late})::int as "openInTime",
      count(*) filter (where c.open and ${late})::int as "openLate",
      count(*) filter (where ${word})::int as satisfied, count(*) filter (where not ${word})::int as dissatisfied
    from cases c
    where c.kind = 'feedback' and c.state not in ('merged', 'withdrawn')
      and c.opened_at >= ${span.from.toString()}::timestamptz and c.opened_at < ${span.until.toString()}::timestamptz
      and ${span.agencyIds ? sql`c.folded->'facts'->>'agencyId' = any(${span.agencyIds}::text[])` : sql`true`}`.execute(
    db,
  );
  const row = rows[0];
  if (!row) throw new Error('a count gives a row');
  return row;
}
