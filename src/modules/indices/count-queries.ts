import { sql } from 'kysely';
import { fewestAnswers } from '#modules/desk/index.ts';
import type { Database } from '#platform/database/connection.ts';

/**
 * What indices count beside the figures, each for one unit: money, results, papers, ratings, the use of online procedures.
 * Each names where it comes from: of a place from which nothing came in the whole city nothing is known; that nobody complained
 * is known.
 */
export const indexCounts = {
  'dues.paid': 'dues',
  'dues.paid_online': 'dues',
  'results.issued': 'results',
  'results.electronic': 'results',
  'dossiers.digitised': 'papers',
  'dossiers.reusing': 'papers',
  'procedures.used_online': 'use',
  'ratings.given': 'ratings',
  'ratings.organisation_good': 'ratings',
  'ratings.organisation_fair': 'ratings',
  'ratings.publication_seen': 'ratings',
  'ratings.publication_right': 'ratings',
  'ratings.publication_missing': 'ratings',
  'ratings.attitude_good': 'ratings',
  'ratings.attitude_fair': 'ratings',
  'contacts.elsewhere_remote': 'complaints',
  'contacts.elsewhere_at_desk': 'complaints',
  'complaints.early': 'complaints',
  'complaints.on_time': 'complaints',
} as const;
export type IndexCount = keyof typeof indexCounts;

export interface CountedUnit {
  readonly unitId: string;
  readonly counts: Readonly<Partial<Record<IndexCount, number>>>;
}

/**
 * Counts of all units in one statement, as they were known at a moment. So few ratings that they would tell who gave them are
 * left out.
 * @param asked from where; what takes long is counted only when it is asked for
 */
export async function countUnits(
  db: Database,
  span: { readonly from: Temporal.Instant; readonly until: Temporal.Instant; readonly asOf: Temporal.Instant },
  asked: ReadonlySet<string>,
): Promise<readonly CountedUnit[]> {
  const isAsked = (source: string) => sql.lit(asked.has(source));
  const moment = (at: Temporal.Instant) => sql`${at.toString()}::timestamptz`;
  const [from, until, asOf] = [moment(span.from), moment(span.until), moment(span.asOf)];
  const within = (column: string) =>
    sql`${sql.ref(column)} >= ${from} and ${sql.ref(column)} < ${until} and ${sql.ref(column)} <= ${asOf}`;
  const { rows } = await sql<CountedUnit>`
    with paid as (
      select b.agency_id as unit_id, count(distinct b.id) as paid,
        count(distinct b.id) filter (where p.way = 'gateway') as online
      from payment p join bill b on b.id = p.bill_id
      where ${within('p.received_at')} and p.recorded_at <= ${asOf} group by 1
    ), issued as (
      select r.unit_id, count(*) as issued, count(*) filter (where r.signed_at <= ${asOf}) as electronic
      from result r where r.version = 1 and ${within('r.decided_at')} group by 1
    ), papers as (
      select u.unit_id, count(*) as digitised, count(*) filter (where f.case_id in (
          select case_id from dossier_paper where kept_paper_id is not null and reused and added_at <= ${asOf}
        )) as reusing
      from case_fact f join fact_unit u on u.key = f.receiver_key
      where ${isAsked('papers')} and ${within('f.accepted_at')}
        and exists (select from dossier_paper p where p.case_id = f.case_id and p.added_at <= ${asOf})
      group by 1
    ), used as (
      select u.unit_id, count(distinct t.code) as used
      from (
        select f.receiver_key, f.type_key from case_fact f
        where ${isAsked('use')} and f.kind = (select key from fact_word where word = 'dossier')
          and f.channel = (select key from fact_word where word = 'online') and ${within('f.accepted_at')}
        group by 1, 2
      ) f join fact_unit u on u.key = f.receiver_key join fact_type t on t.key = f.type_key
        join procedure_version v on v.code = t.code and v.version = t.version
      where (v.definition ->> 'serviceLevel2021')::int >= 3 group by 1
    ), rated as (
      select c.receiving_unit_id as unit_id, jsonb_build_object(
        'ratings.given', count(*),
        'ratings.organisation_good', count(*) filter (where r.organisation = 'good'),
        'ratings.organisation_fair', count(*) filter (where r.organisation = 'fair'),
        'ratings.publication_seen', count(*) filter (where r.publication <> 'not-seen'),
        'ratings.publication_right', count(*) filter (where r.publication = 'right'),
        'ratings.publication_missing', count(*) filter (where r.publication = 'missing'),
        'ratings.attitude_good', count(*) filter (where r.attitude = 'good'),
        'ratings.attitude_fair', count(*) filter (where r.attitude = 'fair')) as counts
      from rating r join cases c on c.id = r.case_id
      where r.rated_on >= (${from} at time zone 'Asia/Ho_Chi_Minh')::date
        and r.rated_on < (${until} at time zone 'Asia/Ho_Chi_Minh')::date
        and r.rated_on <= (${asOf} at time zone 'Asia/Ho_Chi_Minh')::date
      group by 1 having count(*) >= ${sql.lit(fewestAnswers)}
    ), said as (
      -- what slips say of dossiers, where enough people answered not to tell who did
      select r.case_id, r.attitude = 'complaint' as complains, r.elsewhere
      from rating r join cases c on c.id = r.case_id
      where (r.attitude = 'complaint' or r.elsewhere) and r.rated_on <= (${asOf} at time zone 'Asia/Ho_Chi_Minh')::date
        and c.receiving_unit_id in (select unit_id from rated)
      union all
      -- feedback on conduct about this very dossier, unless it was turned down or taken back
      select d.id, true, false
      from cases f join cases d on d.code = f.folded -> 'facts' ->> 'dossierCode' and d.kind = 'dossier'
      where f.kind = 'feedback' and 'conduct' in (f.folded -> 'facts' ->> 'about', f.folded -> 'facts' ->> 'class')
        and f.opened_at <= ${asOf}
        and f.state not in ('not-accepted', 'withdrawn', 'merged')
    ), blamed as (
      select f.case_id, bool_or(s.complains) as complains, bool_or(s.elsewhere) as elsewhere
      from said s join case_fact f on f.case_id = s.case_id group by 1
    ), complained as (
      select u.unit_id,
        count(*) filter (where b.complains and how.word = 'early') as early,
        count(*) filter (where b.complains and how.word = 'on-time') as on_time,
        count(*) filter (where b.elsewhere and filed.word <> 'desk') as remote,
        count(*) filter (where b.elsewhere and filed.word = 'desk') as at_desk
      from blamed b join case_fact f on f.case_id = b.case_id join fact_unit u on u.key = f.receiver_key
        join fact_word ended on ended.key = f.outcome and ended.word = 'settled'
        left join fact_word how on how.key = f.timeliness left join fact_word filed on filed.key = f.channel
      where ${within('f.ended_at')} group by 1
    )
    select unit_id as "unitId", jsonb_build_object('dues.paid', paid, 'dues.paid_online', online) as counts from paid
    union all select unit_id, jsonb_build_object('results.issued', issued, 'results.electronic', electronic) from issued
    union all select unit_id, jsonb_build_object('dossiers.digitised', digitised, 'dossiers.reusing', reusing) from papers
    union all select unit_id, jsonb_build_object('procedures.used_online', used) from used
    union all select unit_id, counts from rated
    union all select unit_id, jsonb_build_object('complaints.early', early, 'complaints.on_time', on_time,
      'contacts.elsewhere_remote', remote, 'contacts.elsewhere_at_desk', at_desk) from complained`.execute(db);
  return rows;
}

/** Procedures in force on a day and those of them at level 3 or 4, by tier. */
export async function countProcedures(
  db: Database,
  on: Temporal.PlainDate,
): Promise<readonly { readonly tier: string; readonly all: number; readonly online: number }[]> {
  const { rows } = await sql<{ tier: string; all: number; online: number }>`
    select definition ->> 'tier' as tier, count(*)::int as all,
      (count(*) filter (where (definition ->> 'serviceLevel2021')::int >= 3))::int as online
    from procedure_version where in_force @> ${on.toString()}::date group by 1`.execute(db);
  return rows;
}
