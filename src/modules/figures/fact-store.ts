import { sql } from 'kysely';
import type { JournalEntry } from '#case-engine/rules/journal.ts';
import type { Database } from '#platform/database/connection.ts';
import type { CaseFact } from './rules/case-fact.ts';
import type { FactKeys } from './rules/fact-row.ts';

/** Makes all facts anew from cases and journal, in one statement: after a bulk load. Returns how many. */
export async function rebuildFacts(db: Database): Promise<number> {
  const { rows } = await sql<{ made: string }>`select rebuild_case_facts() as made`.execute(db);
  return Number(rows[0]?.made);
}

/**
 * The numbers of all units and types, and of these words, which get one if they have none yet: for a bulk load that writes
 * the rows of facts itself.
 * @param types codes of types of case that stand in no catalogue, in their first version
 */
export async function readFactKeys(
  db: Database,
  words: readonly string[],
  types: readonly string[] = [],
): Promise<FactKeys> {
  await sql`select fact_type_key(code, 1) from unnest(${types}::text[]) as code`.execute(db);
  const { rows } = await sql<{ said: string; key: number }>`
    select 'unit ' || unit_id as said, key from fact_unit
    union all select 'type ' || code || ' ' || version, key from fact_type
    union all select 'word ' || word, fact_word_key(word) from unnest(${words}::text[]) as word`.execute(db);
  const keys = new Map(rows.map(({ said, key }) => [said, key]));
  const keyOf = (said: string): number => {
    const key = keys.get(said);
    if (key === undefined) throw new RangeError(`no number stands for the ${said} among the facts`);
    return key;
  };
  return {
    word: (word) => keyOf(`word ${word}`),
    unit: (unitId) => keyOf(`unit ${unitId}`),
    type: (code, version) => keyOf(`type ${code} ${version}`),
  };
}

/** A case with its journal and the fact that is kept of it. */
export interface FactToVerify {
  readonly caseId: string;
  readonly kind: string;
  readonly reference: string;
  readonly journal: readonly JournalEntry[];
  readonly kept: CaseFact | null;
}

/** The next cases by id, to be told again from their journals. */
export async function selectFactsToVerify(db: Database, after: string, most: number): Promise<readonly FactToVerify[]> {
  const { rows } = await sql<FactToVerify>`
    select c.id as "caseId", c.kind, c.reference, (
        select jsonb_agg(jsonb_build_object('seq', j.seq, 'verb', j.verb, 'effect', j.effect, 'at', j.at) order by j.seq)
        from journal j where j.case_id = c.id) as journal,
      (select jsonb_build_object(
        'caseId', f.case_id, 'kind', kind.word, 'typeCode', type.code, 'typeVersion', type.version, 'isPart', f.is_part,
        'channel', channel.word, 'receiverId', receiver.unit_id, 'answersId', answers.unit_id, 'openedAt', f.opened_at,
        'acceptedAt', f.accepted_at, 'acceptedKnownAt', f.accepted_known_at, 'firstLateAt', f.first_late_at,
        'lateAt', f.late_at, 'lateSince', f.late_since,
        'lateBefore', coalesce((select jsonb_agg(jsonb_build_object('lateAt', f.late_before[n], 'until', f.late_before[n + 1]) order by n)
          from generate_series(1, cardinality(f.late_before), 2) n), '[]'),
        'endedAt', f.ended_at, 'endedKnownAt', f.ended_known_at, 'outcome', outcome.word, 'timeliness', timeliness.word,
        'countedAs', counted.word, 'delivered', coalesce(to_jsonb(f.delivered), '[]'), 'supplementAt', f.supplement_at, 'supplements', f.supplements, 'apologisedAt', f.apologised_at,
        'changedAt', f.changed_at,
        'earlier', coalesce((select jsonb_agg(jsonb_build_object(
            'receiverId', (select unit_id from fact_unit where key = (item ->> 'receiver')::integer),
            'answersId', (select unit_id from fact_unit where key = (item ->> 'answers')::integer),
            'endedAt', item -> 'endedAt', 'until', item -> 'until',
            'outcome', (select word from fact_word where key = (item ->> 'outcome')::smallint),
            'timeliness', (select word from fact_word where key = (item ->> 'timeliness')::smallint)) order by place)
          from jsonb_array_elements(f.earlier) with ordinality as told (item, place)), '[]'))
      from case_fact f
        join fact_word kind on kind.key = f.kind
        join fact_type type on type.key = f.type_key
        join fact_unit receiver on receiver.key = f.receiver_key
        join fact_unit answers on answers.key = f.answers_key
        left join fact_word counted on counted.key = f.counted_as
        left join fact_word channel on channel.key = f.channel
        left join fact_word outcome on outcome.key = f.outcome
        left join fact_word timeliness on timeliness.key = f.timeliness
      where f.case_id = c.id) as kept
    from cases c where c.id > ${after}::uuid order by c.id limit ${most}`.execute(db);
  return rows.map((row) => ({
    ...row,
    journal: (row.journal ?? []).map((entry) => ({ ...entry, caseId: row.caseId, at: written(entry.at) })),
    kept: row.kept && withMoments(row.kept),
  }));
}

/** The unit that is the city itself. */
export async function selectCityId(db: Database): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`select id from unit where parent_id is null`.execute(db);
  return rows[0]?.id ?? null;
}

/** Facts of which there is no case. */
export async function selectFactsWithoutCase(db: Database): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select f.case_id as id from case_fact f where not exists (select 1 from cases c where c.id = f.case_id) limit 20`.execute(
    db,
  );
  return rows.map(({ id }) => id);
}

const written = (moment: string): string => (moment === 'infinity' ? moment : Temporal.Instant.from(moment).toString());

/** As the database writes moments, in every place of the fact, to as the journal writes them. */
function withMoments(fact: CaseFact): CaseFact {
  const plain = (value: unknown, name = ''): unknown => {
    if (Array.isArray(value)) return value.map((item) => plain(item, name));
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner, key)]));
    const isMoment = name.endsWith('At') || ['until', 'lateSince', 'delivered'].includes(name);
    return typeof value === 'string' && isMoment ? written(value) : value;
  };
  return plain(fact) as CaseFact;
}
