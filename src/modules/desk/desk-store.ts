import { sql } from 'kysely';
import type { Text } from '#kernel/text.ts';
import type { Database } from '#platform/database/connection.ts';
import type { DeskOpening } from './rules/opening-hours.ts';

/** A counter with what it serves on the day that was asked. */
export interface DeskCounter {
  readonly number: number;
  readonly name: Text;
  /** None named: every field. */
  readonly fieldCodes: readonly string[];
}

/** What the city set for a desk on a day. */
export interface DeskPolicy {
  readonly slotMinutes: number;
  readonly slotCapacity: number;
  readonly bookAheadDays: number;
  readonly bookingsAPhone: number;
  readonly remindHours: number;
  readonly earlyMinutes: number;
  readonly lateMinutes: number;
  readonly firstsInARow: number;
  readonly waitTargetMinutes: number;
  readonly servedToEstimate: number;
  readonly source: string;
}

/** A desk as it is on a day. */
export interface DeskPlan {
  readonly deskId: string;
  readonly counters: readonly DeskCounter[];
  readonly openings: readonly DeskOpening[];
  readonly policy: DeskPolicy;
}

/** Undefined for a desk that has no counters: it gives no tickets and takes no bookings. */
export async function findDeskPlan(
  db: Database,
  deskId: string,
  day: Temporal.PlainDate,
): Promise<DeskPlan | undefined> {
  const counters = await sql<{ number: number; vi: string; en: string; fieldCodes: string[] }>`
    select c.number, c.name_vi as vi, c.name_en as en, s.field_codes as "fieldCodes"
    from counter c join counter_service s on s.desk_id = c.desk_id and s.number = c.number and s.valid @> ${day.toString()}::date
    where c.desk_id = ${deskId} order by c.number`.execute(db);
  if (counters.rows.length === 0) return undefined;
  const [openings, policy] = await Promise.all([
    selectOpenings(db, deskId),
    sql<DeskPolicy>`
      select slot_minutes as "slotMinutes", slot_capacity as "slotCapacity", book_ahead_days as "bookAheadDays",
        bookings_a_phone as "bookingsAPhone", remind_hours as "remindHours", early_minutes as "earlyMinutes", late_minutes as "lateMinutes",
        firsts_in_a_row as "firstsInARow", wait_target_minutes as "waitTargetMinutes",
        served_to_estimate as "servedToEstimate", source
      from desk_policy where (desk_id = ${deskId} or desk_id is null) and valid @> ${day.toString()}::date
      order by desk_id nulls last limit 1`.execute(db),
  ]);
  if (!policy.rows[0]) throw new Error(`no desk policy holds on ${day}`);
  return {
    deskId,
    counters: counters.rows.map(({ number, vi, en, fieldCodes }) => ({ number, name: { vi, en }, fieldCodes })),
    openings,
    policy: policy.rows[0],
  };
}

async function selectOpenings(db: Database, deskId: string): Promise<readonly DeskOpening[]> {
  const { rows } = await sql<{
    weekday: number;
    from: Temporal.PlainDate;
    until: Temporal.PlainDate | null;
    stretches: { from: string; to: string }[];
  }>`
    select weekday, lower(valid) as from, upper(valid) - 1 as until, stretches
    from desk_opening where desk_id = ${deskId} order by weekday, valid`.execute(db);
  return rows.map(({ weekday, from, until, stretches }) => ({
    weekday,
    validFrom: from,
    validTo: until,
    stretches: stretches.map((stretch) => ({
      from: Temporal.PlainTime.from(stretch.from),
      to: Temporal.PlainTime.from(stretch.to),
    })),
  }));
}

/** Desks that have counters on a day. */
export async function listDeskIds(db: Database, day: Temporal.PlainDate): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct desk_id as id from counter_service where valid @> ${day.toString()}::date order by 1`.execute(db);
  return rows.map(({ id }) => id);
}

export interface PriorityGroup {
  readonly code: string;
  readonly name: Text;
  readonly source: string;
}

export async function listPriorityGroups(db: Database, day: Temporal.PlainDate): Promise<readonly PriorityGroup[]> {
  const { rows } = await sql<{ code: string; vi: string; en: string; source: string }>`
    select code, name_vi as vi, name_en as en, source from priority_group
    where valid @> ${day.toString()}::date order by place`.execute(db);
  return rows.map(({ code, vi, en, source }) => ({ code, name: { vi, en }, source }));
}

/** A desk as a city sets it up. */
export interface DeskSetting {
  readonly deskId: string;
  readonly validFrom: string;
  readonly source: string;
  readonly openings: readonly {
    readonly weekdays: readonly number[];
    readonly stretches: readonly { readonly from: string; readonly to: string }[];
    readonly source?: string;
  }[];
  readonly counters: readonly (DeskCounter & { readonly number: number })[];
}

export async function insertDeskSetting(db: Database, setting: DeskSetting): Promise<void> {
  const { deskId, validFrom } = setting;
  for (const { weekdays, stretches, source } of setting.openings) {
    for (const weekday of weekdays) {
      await sql`
        insert into desk_opening (desk_id, weekday, valid, stretches, source)
        values (${deskId}, ${weekday}, daterange(${validFrom}::date, null), ${JSON.stringify(stretches)}::jsonb,
          ${source ?? setting.source})`.execute(db);
    }
  }
  for (const { number, name, fieldCodes } of setting.counters) {
    await sql`
      insert into counter (desk_id, number, name_vi, name_en) values (${deskId}, ${number}, ${name.vi}, ${name.en})`.execute(
      db,
    );
    await sql`
      insert into counter_service (desk_id, number, field_codes, valid)
      values (${deskId}, ${number}, ${[...fieldCodes]}::text[], daterange(${validFrom}::date, null))`.execute(db);
  }
}
