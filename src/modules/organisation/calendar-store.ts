import { sql } from 'kysely';
import type { CalendarDecision } from '#kernel/working-calendar.ts';
import type { WorkingHoursPeriod } from '#kernel/working-hours.ts';
import type { Database } from '#platform/database/connection.ts';

/** What a working calendar is made of: `workingCalendar(decisions, publishedYears)`. */
export interface AnnouncedCalendar {
  readonly decisions: readonly CalendarDecision[];
  readonly publishedYears: readonly number[];
}

/** A year becomes published by the document that announces its days off. */
export async function insertCalendarYear(db: Database, year: number, source: string): Promise<void> {
  await sql`insert into calendar_year (year, source) values (${year}, ${source})`.execute(db);
}

export async function insertCalendarDecisions(db: Database, decisions: readonly CalendarDecision[]): Promise<void> {
  const rows = decisions.map(({ date, kind, name, source }) => ({
    falls_on: date.toString(),
    kind,
    name_vi: name.vi,
    name_en: name.en,
    source,
  }));
  await sql`
    insert into calendar_decision (falls_on, kind, name_vi, name_en, source)
    select falls_on, kind, name_vi, name_en, source
    from json_to_recordset(${JSON.stringify(rows)}::json) as row (
      falls_on date, kind text, name_vi text, name_en text, source text
    )`.execute(db);
}

export async function selectCalendar(db: Database): Promise<AnnouncedCalendar> {
  const years = await sql<{ year: number }>`select year from calendar_year order by year`.execute(db);
  const days = await sql<{ day: string; kind: 'off' | 'work'; name_vi: string; name_en: string; source: string }>`
    select falls_on::text as day, kind, name_vi, name_en, source from calendar_decision order by falls_on`.execute(db);
  return {
    publishedYears: years.rows.map((row) => row.year),
    decisions: days.rows.map((row) => ({
      date: Temporal.PlainDate.from(row.day),
      kind: row.kind,
      name: { vi: row.name_vi, en: row.name_en },
      source: row.source,
    })),
  };
}

/** @param unitId null for the hours of every unit that has none of its own */
export async function insertWorkingHours(
  db: Database,
  unitId: string | null,
  period: WorkingHoursPeriod,
  source: string,
): Promise<void> {
  const stretches = period.stretches.map(({ from, to }) => ({ from: from.toString(), to: to.toString() }));
  await sql`
    insert into working_hours (unit_id, valid, stretches, source)
    values (${unitId}, daterange(${period.validFrom.toString()}::date, ${period.validTo?.toString() ?? null}::date, '[]'),
      ${JSON.stringify(stretches)}::jsonb, ${source})`.execute(db);
}

/** The hours of every unit that set its own, and under null those of all the others: for `workingHours(periods)`. */
export async function selectWorkingHours(db: Database): Promise<ReadonlyMap<string | null, WorkingHoursPeriod[]>> {
  const { rows } = await sql<{
    unit_id: string | null;
    valid_from: string;
    valid_to: string | null;
    stretches: { from: string; to: string }[];
  }>`
    select unit_id, lower(valid)::text as valid_from, (upper(valid) - 1)::text as valid_to, stretches
    from working_hours order by valid`.execute(db);
  const periods = Map.groupBy(rows, (row) => row.unit_id);
  return new Map(
    [...periods].map(([unitId, its]) => [
      unitId,
      its.map((row) => ({
        validFrom: Temporal.PlainDate.from(row.valid_from),
        ...(row.valid_to === null ? {} : { validTo: Temporal.PlainDate.from(row.valid_to) }),
        stretches: row.stretches.map(({ from, to }) => ({
          from: Temporal.PlainTime.from(from),
          to: Temporal.PlainTime.from(to),
        })),
      })),
    ]),
  );
}

/** The first day on which codes are printed in the newer order, and the paper it rests on. */
export async function setAgencyCodeOrder(
  db: Database,
  leftToRightSince: Temporal.PlainDate,
  source: string,
): Promise<void> {
  await sql`
    insert into agency_code_order (left_to_right_since, source) values (${leftToRightSince.toString()}::date, ${source})
    on conflict (only_one) do update set left_to_right_since = excluded.left_to_right_since, source = excluded.source`.execute(
    db,
  );
}

export async function getAgencyCodeOrder(db: Database): Promise<Temporal.PlainDate> {
  const { rows } = await sql<{
    since: string;
  }>`select left_to_right_since::text as since from agency_code_order`.execute(db);
  const since = rows[0]?.since;
  if (!since) throw new Error('the order of agency codes is not set: load the reference data first');
  return Temporal.PlainDate.from(since);
}
