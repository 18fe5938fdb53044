import { accepted, type Result, refused } from '#kernel/result.ts';
import { formatNamedDay } from '#kernel/vietnamese.ts';
import { localDay, toLocal } from '#kernel/zone.ts';
import type { CityGround } from '#modules/organisation/index.ts';
import { getProcedureInForce } from '#modules/procedures/index.ts';
import type { Database } from '#platform/database/connection.ts';
import { findBookingByCode, updateBooking, violates } from './booking-store.ts';
import { findDeskPlan, listPriorityGroups } from './desk-store.ts';
import { deskHours, openingWritten } from './opening.ts';
import { findTicketBy, insertTicket, type NewTicket, type QueueTicket } from './queue-store.ts';
import type { DeskRefusal } from './refusals.ts';
import { bookingMoment } from './rules/check-booking.ts';

/** What someone at the kiosk came for. */
export type TicketWish = Omit<NewTicket, 'bookingId' | 'procedureCode'>;

/** Gives the next number of the desk's day. Pressed twice, the same number is shown. */
export async function takeTicket(
  db: Database,
  ground: CityGround,
  wish: TicketWish,
  at: Temporal.Instant,
): Promise<Result<QueueTicket, DeskRefusal>> {
  const day = localDay(at);
  const plan = await findDeskPlan(db, wish.deskId, day);
  if (!plan) return refused('desk-unknown');
  const hours = deskHours(ground, plan, at);
  if (!hours.givesTickets) return refused('desk-closed', { opens: openingWritten(hours) });
  const { fieldCode, priorityCode } = wish;
  const isServed = plan.counters.some(
    ({ fieldCodes }) => fieldCodes.length === 0 || (fieldCode !== null && fieldCodes.includes(fieldCode)),
  );
  if (wish.purpose === 'file' && (fieldCode === null || !isServed)) return refused('field-not-served', {}, 'field');
  if (priorityCode !== null) {
    const groups = await listPriorityGroups(db, day);
    if (!groups.some(({ code }) => code === priorityCode)) return refused('priority-unknown', {}, 'priority');
  }
  return give(db, { ...wish, procedureCode: null, bookingId: null }, at, at, async () => true);
}

/**
 * Someone who booked is here: the ticket goes before others once the booked moment has come. Earlier it waits until then,
 * and whoever is too late takes an ordinary ticket.
 */
export async function checkInBooking(
  db: Database,
  ground: CityGround,
  arrival: { readonly deskId: string; readonly code: string; readonly priorityCode: string | null },
  at: Temporal.Instant,
): Promise<Result<QueueTicket, DeskRefusal>> {
  const day = localDay(at);
  const plan = await findDeskPlan(db, arrival.deskId, day);
  if (!plan) return refused('desk-unknown');
  const booking = await findBookingByCode(db, arrival.code);
  if (!booking) return refused('booking-not-found', {}, 'code');
  if (booking.deskId !== arrival.deskId) {
    const desk = ground.tree.get(booking.deskId)?.name.vi ?? booking.deskId;
    return refused('booking-other-desk', { desk }, 'code');
  }
  const before = await findTicketBy(db, { bookingId: booking.id });
  if (before) return accepted(before);
  const startsOn = localDay(booking.startsAt);
  if (!startsOn.equals(day)) {
    return refused('booking-other-day', { day: formatNamedDay('vi', toLocal(booking.startsAt)) }, 'code');
  }
  const hours = deskHours(ground, plan, at);
  if (!hours.givesTickets) return refused('desk-closed', { opens: openingWritten(hours) });
  const moment = bookingMoment(booking.startsAt, at, plan.policy);
  if (booking.state !== 'booked' || moment === 'late') return refused('booking-over', {}, 'code');
  const procedure = await getProcedureInForce(db, booking.procedureCode, day);
  const waitsFrom =
    moment === 'early' && Temporal.Instant.compare(booking.startsAt, at) > 0
      ? booking.startsAt.subtract({ minutes: plan.policy.earlyMinutes })
      : at;
  const ticket: NewTicket = {
    ...arrival,
    purpose: 'file',
    fieldCode: procedure?.definition.field.code ?? null,
    procedureCode: booking.procedureCode,
    bookingId: booking.id,
    formKey: null,
  };
  return give(db, ticket, at, waitsFrom, (transaction) =>
    updateBooking(transaction, booking.id, { state: 'came' }, at),
  );
}

async function give(
  db: Database,
  ticket: NewTicket,
  at: Temporal.Instant,
  waitsFrom: Temporal.Instant,
  first: (transaction: Database) => Promise<boolean>,
): Promise<Result<QueueTicket, DeskRefusal>> {
  const twin = ticket.formKey
    ? { formKey: ticket.formKey }
    : ticket.bookingId
      ? { bookingId: ticket.bookingId }
      : undefined;
  const before = twin && (await findTicketBy(db, twin));
  if (before) return accepted(before);
  try {
    return await db.transaction().execute(async (transaction): Promise<Result<QueueTicket, DeskRefusal>> => {
      if (!(await first(transaction))) return refused('booking-over', {}, 'code');
      const given = await insertTicket(transaction, ticket, localDay(at), at, waitsFrom);
      return given ? accepted(given) : refused('tickets-used-up');
    });
  } catch (error) {
    // pressed twice at once: the other press has the number, and ours was given back with the transaction
    const isTwin = violates(error, 'queue_ticket_form_key_key') || violates(error, 'queue_ticket_booking_id_key');
    const other = isTwin && twin ? await findTicketBy(db, twin) : undefined;
    if (other) return accepted(other);
    throw error;
  }
}
