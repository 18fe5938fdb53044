import { localDay, toInstant } from '#kernel/zone.ts';
import type { CityGround } from '#modules/organisation/index.ts';
import type { Database } from '#platform/database/connection.ts';
import { selectTaken } from './booking-store.ts';
import type { DeskPlan } from './desk-store.ts';
import { stretchesOn } from './opening.ts';
import { slotsOf } from './rules/opening-hours.ts';

/** A half hour that can be booked, with how many places it has left. */
export interface VisitSlot {
  readonly startsAt: Temporal.Instant;
  readonly free: number;
}

/** A day with its slots that lie ahead; a day without any is not listed. */
export interface VisitDay {
  readonly day: Temporal.PlainDate;
  readonly slots: readonly VisitSlot[];
}

/** The days that can be booked from now on: only those of a published calendar, in the opening hours of the desk. */
export async function listVisitDays(
  db: Database,
  ground: CityGround,
  plan: DeskPlan,
  at: Temporal.Instant,
): Promise<readonly VisitDay[]> {
  const { bookAheadDays, slotMinutes, slotCapacity } = plan.policy;
  const today = localDay(at);
  const last = today.add({ days: bookAheadDays + 1 });
  const taken = await selectTaken(db, plan.deskId, at, toInstant(last.toPlainDateTime()));
  return Array.from({ length: bookAheadDays + 1 }, (_, ahead) => today.add({ days: ahead })).flatMap((day) => {
    const slots = slotsOf(day, stretchesOn(ground, plan, day), slotMinutes)
      .map(toInstant)
      .filter((startsAt) => Temporal.Instant.compare(startsAt, at) > 0)
      .map((startsAt) => ({
        startsAt,
        free: Math.max(0, slotCapacity - (taken.get(startsAt.epochMilliseconds) ?? 0)),
      }));
    return slots.length > 0 ? [{ day, slots }] : [];
  });
}
