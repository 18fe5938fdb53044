import { accepted, type Result, refused } from '#kernel/result.ts';
import { localDay } from '#kernel/zone.ts';
import type { CityGround } from '#modules/organisation/index.ts';
import { agencyOf } from '#modules/organisation/index.ts';
import { searchProcedures } from '#modules/procedures/index.ts';
import type { Database } from '#platform/database/connection.ts';
import { newId, secretCode } from '#platform/random.ts';
import {
  type Booking,
  countOpenBookings,
  findBookingByKey,
  insertBooking,
  openSlot,
  violates,
} from './booking-store.ts';
import { type DeskPlan, findDeskPlan } from './desk-store.ts';
import { listVisitDays } from './list-slots.ts';
import type { DeskRefusal } from './refusals.ts';
import { type BookingPerson, checkBookingPerson } from './rules/check-booking.ts';

/** What a visitor wishes to book. */
export interface BookingWish extends BookingPerson {
  readonly deskId: string;
  readonly procedureCode: string;
  readonly startsAt: Temporal.Instant;
  /** Of the form: sent twice, it books once. */
  readonly formKey: string | null;
  /** Whoever is signed in; finds the booking again without its code. */
  readonly accountId?: string | null;
}

/** Books a place of a half hour. The last place goes to one person, however many ask at once: the database counts. */
export async function bookVisit(
  db: Database,
  ground: CityGround,
  wish: BookingWish,
  at: Temporal.Instant,
): Promise<Result<Booking, DeskRefusal>> {
  const before = wish.formKey ? await findBookingByKey(db, wish.formKey) : undefined;
  if (before) return accepted(before);
  const person = checkBookingPerson(wish);
  if (!person.ok) return person;
  const plan = await findDeskPlan(db, wish.deskId, localDay(wish.startsAt));
  if (!plan || !(await receives(db, ground, wish, at))) return refused('desk-unknown');
  if (!(await isOffered(db, ground, plan, wish.startsAt, at))) return refused('slot-not-open', {}, 'slot');
  const { bookingsAPhone, slotCapacity } = plan.policy;
  if ((await countOpenBookings(db, wish.deskId, person.value.phone, at)) >= bookingsAPhone) {
    return refused('bookings-too-many', { most: bookingsAPhone }, 'phone');
  }
  const { deskId, startsAt, procedureCode } = wish;
  const booking: Booking = {
    ...person.value,
    id: newId(),
    code: secretCode(6),
    deskId,
    startsAt,
    procedureCode,
    state: 'booked',
    accountId: wish.accountId ?? null,
  };
  try {
    await db.transaction().execute(async (transaction) => {
      await openSlot(transaction, deskId, startsAt, slotCapacity);
      await insertBooking(transaction, booking, at, wish.formKey);
    });
  } catch (error) {
    if (violates(error, 'visit_slot_not_overfull')) return refused('slot-full', {}, 'slot');
    const twin = violates(error, 'booking_form_key_key') && (await findBookingByKey(db, wish.formKey ?? ''));
    if (twin) return accepted(twin);
    throw error;
  }
  return accepted(booking);
}

/** Full or not: a slot that is only full is refused by the database, with its own sentence. */
export async function isOffered(
  db: Database,
  ground: CityGround,
  plan: DeskPlan,
  startsAt: Temporal.Instant,
  at: Temporal.Instant,
): Promise<boolean> {
  const days = await listVisitDays(db, ground, plan, at);
  return days.some(({ slots }) => slots.some((slot) => slot.startsAt.equals(startsAt)));
}

async function receives(
  db: Database,
  ground: CityGround,
  { deskId, procedureCode }: BookingWish,
  at: Temporal.Instant,
): Promise<boolean> {
  const desk = ground.tree.get(deskId);
  const agency = desk && agencyOf(desk, ground.tree);
  if (!agency) return false;
  const receiver = { id: agency.id, tier: agency.tier };
  const procedures = await searchProcedures(db, { receiver }, localDay(at));
  return procedures.some(({ definition }) => definition.code === procedureCode);
}
