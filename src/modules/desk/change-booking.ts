import { accepted, type Result, refused } from '#kernel/result.ts';
import { localDay } from '#kernel/zone.ts';
import type { CityGround } from '#modules/organisation/index.ts';
import type { Database } from '#platform/database/connection.ts';
import { isOffered } from './book-visit.ts';
import { type Booking, openSlot, updateBooking, violates } from './booking-store.ts';
import { findDeskPlan } from './desk-store.ts';
import type { DeskRefusal } from './refusals.ts';

/** To another half hour, or cancelled. */
export type BookingChange = { readonly startsAt: Temporal.Instant } | { readonly state: 'cancelled' };

/** Changes a booking that its holder has shown code and secret of. The old place is free in the same moment. */
export async function changeBooking(
  db: Database,
  ground: CityGround,
  booking: Booking,
  change: BookingChange,
  at: Temporal.Instant,
): Promise<Result<null, DeskRefusal>> {
  if (Temporal.Instant.compare(booking.startsAt, at) <= 0) return refused('booking-over');
  if ('state' in change) {
    return (await updateBooking(db, booking.id, change, at)) ? accepted(null) : refused('booking-over');
  }
  const { startsAt } = change;
  if (startsAt.equals(booking.startsAt)) return accepted(null);
  const plan = await findDeskPlan(db, booking.deskId, localDay(startsAt));
  if (!plan) return refused('desk-unknown');
  if (!(await isOffered(db, ground, plan, startsAt, at))) return refused('slot-not-open', {}, 'slot');
  try {
    return await db.transaction().execute(async (transaction) => {
      // both slots are locked in the order of time, so that two who change places do not wait for each other
      const slots = [booking.startsAt, startsAt].sort(Temporal.Instant.compare);
      for (const slot of slots) await openSlot(transaction, booking.deskId, slot, plan.policy.slotCapacity);
      return (await updateBooking(transaction, booking.id, { startsAt }, at))
        ? accepted(null)
        : refused('booking-over');
    });
  } catch (error) {
    if (violates(error, 'visit_slot_not_overfull')) return refused('slot-full', {}, 'slot');
    throw error;
  }
}
