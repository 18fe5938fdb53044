import { sql } from 'kysely';
import type { Timeliness } from '#case-engine/rules/timeliness.ts';
import type { Database } from '#platform/database/connection.ts';
import type { RatingAnswers } from './rules/dossier-score.ts';

/** @returns false when the dossier was rated before */
export async function insertRating(
  db: Database,
  rating: RatingAnswers & {
    readonly caseId: string;
    readonly ratedOn: Temporal.PlainDate;
    readonly givenAt: 'link' | 'tablet';
    readonly comment: string;
  },
): Promise<boolean> {
  const { rows } = await sql`
    insert into rating (case_id, rated_on, given_at, attitude, elsewhere, organisation, publication, comment)
    values (${rating.caseId}::uuid, ${rating.ratedOn.toString()}::date, ${rating.givenAt}, ${rating.attitude},
      ${rating.elsewhere}, ${rating.organisation}, ${rating.publication}, ${rating.comment})
    on conflict (case_id) do nothing returning case_id`.execute(db);
  return rows.length > 0;
}

export async function isRated(db: Database, caseId: string): Promise<boolean> {
  const { rows } = await sql`select from rating where case_id = ${caseId}::uuid`.execute(db);
  return rows.length > 0;
}

export async function hasEnded(db: Database, caseId: string): Promise<boolean> {
  const { rows } = await sql`
    select from cases where id = ${caseId}::uuid and kind = 'dossier' and ended_at is not null`.execute(db);
  return rows.length > 0;
}

export async function mayBeRated(db: Database, caseId: string): Promise<boolean> {
  const { rows } = await sql`
    select from cases c where c.id = ${caseId}::uuid and c.kind = 'dossier' and c.ended_at is not null
      and not exists (select from rating r where r.case_id = c.id)`.execute(db);
  return rows.length > 0;
}

/** A dossier that ended in a period, with what the score asks of its journal and what the person answered. */
export interface EndedDossier {
  readonly caseId: string;
  readonly timeliness: Timeliness;
  readonly parts: readonly Timeliness[];
  readonly supplements: number;
  readonly cameToDesk: boolean;
  /** Who accepted it. */
  readonly officialId: string | null;
  readonly officialName: string;
  readonly answers: RatingAnswers | null;
  readonly comment: string;
}

export async function listEndedDossiers(
  db: Database,
  agencyId: string,
  from: Temporal.Instant,
  until: Temporal.Instant,
): Promise<readonly EndedDossier[]> {
  const { rows } = await sql<EndedDossier>`
    select c.id as "caseId", c.timeliness,
      coalesce((select array_agg(p.timeliness) from cases p where p.root_id = c.id and p.timeliness is not null), '{}') as parts,
      coalesce((c.folded #>> '{made,ask-supplement}')::integer, 0) as supplements,
      d.channel = 'desk' as "cameToDesk",
      j.actor ->> 'accountId' as "officialId", coalesce(j.actor ->> 'name', '') as "officialName",
      case when r.case_id is null then null else jsonb_build_object('attitude', r.attitude, 'elsewhere', r.elsewhere,
        'organisation', r.organisation, 'publication', r.publication) end as answers,
      coalesce(r.comment, '') as comment
    from cases c
      join dossier d on d.case_id = c.id
      left join journal j on j.case_id = c.id and j.verb = 'accept'
      left join rating r on r.case_id = c.id
    where c.kind = 'dossier' and c.receiving_unit_id = ${agencyId} and c.timeliness is not null
      and c.ended_at >= ${from}::timestamptz and c.ended_at < ${until}::timestamptz`.execute(db);
  return rows;
}

/** The dossier that was last at a counter, for the tablet there. */
export interface DossierAtCounter {
  readonly caseId: string;
  readonly code: string;
  readonly number: number;
  /** Its result was handed over, or it was refused: there is something to rate. */
  readonly isEnded: boolean;
  readonly isRated: boolean;
}

export async function findLastDossierAt(
  db: Database,
  deskId: string,
  counter: number,
  since: Temporal.Instant,
): Promise<DossierAtCounter | undefined> {
  const { rows } = await sql<DossierAtCounter>`
    select t.dossier_id as "caseId", coalesce(c.code, '') as code, t.number, c.ended_at is not null as "isEnded",
      r.case_id is not null as "isRated"
    from queue_ticket t join cases c on c.id = t.dossier_id left join rating r on r.case_id = t.dossier_id
    where t.desk_id = ${deskId} and t.counter_number = ${counter} and t.dossier_id is not null
      and t.state_at >= ${since}::timestamptz
    order by t.state_at desc limit 1`.execute(db);
  return rows[0];
}
