import { sql } from 'kysely';
import { readPageKey, writePageKey } from '#kernel/page-key.ts';
import type { Text } from '#kernel/text.ts';
import { fold } from '#kernel/vietnamese.ts';
import type { Database } from '#platform/database/connection.ts';
import { type CountedQueue, type WorkQueue, workQueues } from './rules/work-queues.ts';

/** One row of a list of work, of whatever kind, ordered by the clock. */
export interface WorkRow {
  readonly caseId: string;
  readonly kind: string;
  /** What a part of another case is called; null of a case of its own. */
  readonly part: Text | null;
  readonly code: string | null;
  readonly reference: string;
  readonly title: string;
  readonly typeCode: string;
  /** What the kind says it is about: the procedure of a dossier. */
  readonly subject: Text | null;
  readonly state: string;
  readonly stepName: string | null;
  readonly holderUnitId: string | null;
  readonly holderRole: string | null;
  readonly holderName: string | null;
  readonly receivingUnitId: string;
  readonly dueAt: Temporal.Instant | null;
  /** From when it is late, if it is still open. */
  readonly lateAt: Temporal.Instant | null;
  readonly stepDueAt: Temporal.Instant | null;
  readonly openedAt: Temporal.Instant;
  readonly handOverTo: string | null;
}

/** Which work: of whom, in which queue, with which words. Everything is in the URL of the page. */
export interface WorkListQuery {
  /** The kinds of case that are listed. */
  readonly kinds: readonly string[];
  /** mine: held by the account; unit: held by, or being handed to, units where the actor has a post; jurisdiction: received or held below. */
  readonly scope: 'mine' | 'unit' | 'jurisdiction';
  readonly accountId: string;
  /** Ids of the units where the actor holds posts. */
  readonly unitIds: readonly string[];
  /** Paths of the units whose whole subtree the actor oversees. */
  readonly jurisdiction: readonly string[];
  readonly queue?: WorkQueue;
  readonly words?: string;
  readonly typeCode?: string;
  readonly now: Temporal.Instant;
  /** Up to when a case counts as due soon. */
  readonly soonUntil: Temporal.Instant;
  /** `moment|id` of the last row of the page before, as the page gave it. */
  readonly after?: string;
  readonly pageSize?: number;
}

function scopeOf(query: WorkListQuery) {
  if (query.queue === 'ended') return scopeOfEnded(query);
  const units = sql`${query.unitIds}::text[]`;
  if (query.scope === 'mine') return sql`c.holder_account_id = ${query.accountId}::uuid`;
  // a part that waits for its agency to sign is work of that agency, not of whoever sent it
  if (query.scope === 'unit')
    return sql`(c.handed_to_unit_id = any(${units})
      or (c.holder_unit_id = any(${units}) and (c.parent_id is null or c.handed_to_unit_id is null)))`;
  // whoever oversees the whole city needs no list of its units
  if (overseesAll(query)) return sql`true`;
  return sql`(c.holder_unit_id = any(${unitsBelow(query)}) or c.receiving_unit_id = any(${unitsBelow(query)}))`;
}

/** What has ended nobody holds any more: it is found at the agency that received it. */
function scopeOfEnded(query: WorkListQuery) {
  const agencies = agenciesOf(query);
  if (!agencies) return overseesAll(query) ? sql`true` : sql`c.receiving_unit_id = any(${unitsBelow(query)})`;
  const [agency, ...more] = agencies;
  // of one agency the index has them in order
  return more.length === 0
    ? sql`c.receiving_unit_id = ${agency}`
    : sql`c.receiving_unit_id = any(${[...agencies]}::text[])`;
}

/** The agencies of one's own posts, or the commune one oversees; a desk's is the agency of the desk. Undefined: more than that. */
function agenciesOf(query: WorkListQuery): readonly string[] | undefined {
  if (query.scope === 'jurisdiction' && !overseesLittle(query)) return undefined;
  const ids =
    query.scope === 'jurisdiction' ? query.jurisdiction.map((path) => path.split('/').at(-1)!) : query.unitIds;
  return [...new Set(ids.map((id) => id.split('.')[0]!))];
}

const unitsBelow = ({ jurisdiction }: WorkListQuery) => sql`array(
  select u.id from unit u join unnest(${jurisdiction}::text[]) as j (path) on u.path = j.path or u.path like j.path || '/%')`;

function queueOf(query: WorkListQuery) {
  const now = query.now.toString();
  switch (query.queue ?? 'all') {
    case 'all':
      return sql`c.open`;
    case 'to-take-over':
      return sql`c.open and c.handed_to_unit_id = any(${query.unitIds}::text[])`;
    case 'due-soon':
      return sql`c.open and c.late_at > ${now}::timestamptz and c.due_at <= ${query.soonUntil.toString()}::timestamptz`;
    case 'overdue':
      return sql`c.open and c.late_at <= ${now}::timestamptz`;
    case 'awaiting-supplement':
      // what is open and has a day, and is never late by it, waits for the person it belongs to (late-at.ts)
      return sql`c.open and c.due_at is not null and c.late_at is null`;
    case 'answer-overdue':
      return sql`c.open and c.late_at is null and c.due_at < ${now}::timestamptz`;
    case 'to-sign':
      return sql`c.open and c.state = 'in-process' and c.holder_role = 'signatory'`;
    case 'settled':
      return sql`c.state = 'settled'`;
    case 'ended':
      return sql`not c.open and c.state <> 'settled'`;
  }
}

function wordsOf(query: WorkListQuery) {
  const folded = fold(query.words ?? '').trim();
  if (folded === '') return sql`true`;
  const pattern = `%${folded.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  const agencies = query.queue === 'ended' ? agenciesOf(query) : undefined;
  // an agency's own archive is read from one place of an index, with `strpos`, because `like` would look at everybody's
  return agencies
    ? sql`c.id = any(array(select case_id from case_search
        where receiving_unit_id = any(${[...agencies]}::text[]) and strpos(search, ${folded}) > 0))`
    : sql`c.id in (select case_id from case_search where search like ${pattern})`;
}

const openQueues = workQueues.filter((queue) => queue !== 'ended' && queue !== 'settled');

const overseesAll = ({ jurisdiction }: WorkListQuery): boolean => jurisdiction.some((path) => !path.includes('/'));

/** A commune and what is below it: of so few units the open cases are soon found, wherever they stand in the order of the clock. */
const overseesLittle = ({ scope, jurisdiction }: WorkListQuery): boolean =>
  scope === 'jurisdiction' && jurisdiction.every((path) => path.split('/').length > 2);

/**
 * By what a list is in order. What is open is in the order of its due moment, so that the indexes by it serve; of little that is
 * overseen the open cases are found by their units and then sorted, instead of walking the whole city in the order of the
 * clock. What has ended begins with what ended last.
 */
function orderOf(query: WorkListQuery) {
  if (query.queue === 'ended') return { by: sql`c.ended_at`, direction: sql`desc`, after: sql`<` };
  const by = overseesLittle(query) ? sql`(c.due_at + interval '0')` : sql`c.due_at`;
  return { by, direction: sql`asc`, after: sql`>` };
}

/** A page of the list of work, paged by key, so that page 1,000 is as quick as page 1. */
export async function listWork(
  db: Database,
  query: WorkListQuery,
): Promise<{ readonly rows: readonly WorkRow[]; readonly next: string | null }> {
  const size = Math.min(query.pageSize ?? 25, 100);
  const order = orderOf(query);
  const key = readPageKey(query.after);
  const after = key ? sql`(${order.by}, c.id) ${order.after} (${key.at}::timestamptz, ${key.id}::uuid)` : sql`true`;
  const { rows } = await sql<WorkRow & { readonly place: Temporal.Instant }>`
    select c.id as "caseId", c.kind, c.folded->'facts'->'part' as part,
      coalesce(c.code, c.folded->'facts'->>'rootCode') as code, c.reference, c.title, c.type_code as "typeCode",
      coalesce(c.folded->'facts'->'procedure', c.folded->'facts'->'subject') as subject, c.state, c.folded->'route'->(c.folded->>'step')::int->>'id' as "stepName",
      c.holder_unit_id as "holderUnitId", c.holder_role as "holderRole", c.folded->'holder'->>'name' as "holderName",
      c.receiving_unit_id as "receivingUnitId", c.due_at as "dueAt", c.late_at as "lateAt", c.step_due_at as "stepDueAt",
      c.opened_at as "openedAt", c.handed_to_unit_id as "handOverTo", ${order.by} as place
    from cases c
    where c.kind = any(${query.kinds}::text[]) and ${scopeOf(query)} and ${queueOf(query)} and ${wordsOf(query)}
      and ${query.typeCode ? sql`c.type_code = ${query.typeCode}` : sql`true`} and ${after}
    order by ${order.by} ${order.direction}, c.id ${order.direction}
    limit ${size + 1}`.execute(db);
  const page = rows.slice(0, size);
  const last = page.at(-1);
  const next = rows.length > size && last ? writePageKey(last.place, last.caseId) : null;
  return { rows: page.map(({ place: _, ...row }) => row), next };
}

/** How many cases each queue holds, for the tabs beside the list. What has ended grows for ever and is not counted. */
export async function countQueues(
  db: Database,
  query: Omit<WorkListQuery, 'queue' | 'words' | 'after' | 'pageSize'>,
): Promise<Readonly<Record<CountedQueue, number>>> {
  const inScope = sql`c.kind = any(${query.kinds}::text[]) and ${scopeOf(query)}`;
  const counts = openQueues.map(
    (queue) => sql`count(*) filter (where ${queueOf({ ...query, queue })})::int as ${sql.id(queue)}`,
  );
  const { rows } = await sql<Record<CountedQueue, number>>`
    select ${sql.join(counts)},
      (select count(*)::int from cases c where ${queueOf({ ...query, queue: 'settled' })} and ${inScope}) as settled
    from cases c where c.open and ${inScope}`.execute(db);
  const row = rows[0];
  if (!row) throw new Error('a count gives a row');
  return row;
}
