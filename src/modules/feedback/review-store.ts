import { sql } from 'kysely';
import type { Database } from '#platform/database/connection.ts';

/** A procedure that much feedback is about. */
export interface ProcedureReview {
  readonly id: number;
  readonly procedureCode: string;
  readonly proposedAt: Temporal.Instant;
  readonly items: number;
  readonly decidedAt: Temporal.Instant | null;
  readonly decision: 'review' | 'no-review' | null;
  readonly note: string | null;
  /** The feedback it was proposed for. */
  readonly codes: readonly string[];
}

/**
 * Proposes a review of each procedure that so many items are about since its last decision, once while it is not decided;
 * what comes later is counted in.
 */
export async function insertReviews(
  db: Database,
  pattern: { readonly items: number; readonly days: number },
  at: Temporal.Instant,
): Promise<void> {
  const now = at.toString();
  await sql`
    insert into procedure_review (procedure_code, proposed_at, items)
    select f.procedure_code, ${now}::timestamptz, count(*)::int
    from feedback f
    where f.procedure_code is not null and f.merged_into is null
      and f.received_at > ${now}::timestamptz - make_interval(days => ${pattern.days})
      and f.received_at > coalesce((select max(decided_at) from procedure_review r where r.procedure_code = f.procedure_code), '-infinity')
    group by f.procedure_code having count(*) >= ${pattern.items}
    on conflict (procedure_code) where decided_at is null do update set items = excluded.items
      where procedure_review.items <> excluded.items`.execute(db);
}

/** Proposals, those to be decided first. */
export async function listReviews(db: Database): Promise<readonly ProcedureReview[]> {
  const { rows } = await sql<ProcedureReview>`
    select r.id::int as id, r.procedure_code as "procedureCode", r.proposed_at as "proposedAt", r.items,
      r.decided_at as "decidedAt", r.decision, r.note,
      coalesce((select array_agg(x.code) from (
        select c.code from feedback f join cases c on c.id = f.case_id
        where f.procedure_code = r.procedure_code and f.merged_into is null
          and f.received_at <= coalesce(r.decided_at, 'infinity')
        order by f.received_at desc limit 20) x), '{}') as codes
    from procedure_review r order by r.decided_at nulls first, r.items desc, r.id desc limit 100`.execute(db);
  return rows;
}

/** @returns false when it was decided already */
export async function updateReview(
  db: Database,
  decided: {
    readonly id: number;
    readonly by: string;
    readonly decision: 'review' | 'no-review';
    readonly note: string;
  },
  at: Temporal.Instant,
): Promise<boolean> {
  const { rows } = await sql`
    update procedure_review set decided_at = ${at.toString()}::timestamptz, decided_by = ${decided.by}::uuid,
      decision = ${decided.decision}, note = ${decided.note}
    where id = ${decided.id} and decided_at is null returning id`.execute(db);
  return rows.length > 0;
}
