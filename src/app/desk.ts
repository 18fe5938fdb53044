import type { Actor } from '#case-engine/rules/authority.ts';
import { sha256 } from '#kernel/hash.ts';
import { toInstant } from '#kernel/zone.ts';
import * as desk from '#modules/desk/index.ts';
import * as dossiers from '#modules/dossiers/index.ts';
import * as people from '#modules/people/index.ts';
import { normaliseSecretCode } from '#platform/random.ts';
import type { AppGround } from './app-ground.ts';

/** Desks: counters, tickets, bookings, devices. */
export const deskOf = ({ db, openChannels, now, today, ground, installationKey }: AppGround) => ({
  /** A desk as it is on a day; undefined when it has no counters. */
  plan: (deskId: string, day: Temporal.PlainDate = today()) => desk.findDeskPlan(db, deskId, day),
  ids: () => desk.listDeskIds(db, today()),
  hours: async (plan: desk.DeskPlan) => desk.deskHours(await ground(), plan, now()),
  priorityGroups: () => desk.listPriorityGroups(db, today()),
  visitDays: async (plan: desk.DeskPlan) => desk.listVisitDays(db, await ground(), plan, now()),
  book: async (wish: desk.BookingWish) => desk.bookVisit(db, await ground(), wish, now()),
  /** The booking with this code, made with this telephone number; a wrong number and a wrong code look alike. */
  booking: async (typedCode: string, typedPhone: string) => {
    const found = await desk.findBookingByCode(db, normaliseSecretCode(typedCode));
    return found && found.phone === people.readPhone(typedPhone) ? found : undefined;
  },
  /** What a browser keeps to open a booking again. */
  bookingSecret: async (bookingId: string) => desk.bookingSecret(await installationKey, bookingId),
  keptBooking: async (code: string, secret: string) => {
    const found = await desk.findBookingByCode(db, code);
    return found && desk.isBookingSecret(await installationKey, found.id, secret) ? found : undefined;
  },
  ownBookings: (accountId: string) => desk.listBookingsOfAccount(db, accountId, toInstant(today().toPlainDateTime())),
  ownBooking: async (accountId: string, typedCode: string) => {
    const found = await desk.findBookingByCode(db, normaliseSecretCode(typedCode));
    return found?.accountId === accountId ? found : undefined;
  },
  /** Reminds of visits ahead; called every while. */
  remind: async () => desk.remindVisits(db, { channels: openChannels, tree: (await ground()).tree }, now()),
  changeBooking: async (booking: desk.Booking, change: desk.BookingChange) =>
    desk.changeBooking(db, await ground(), booking, change, now()),
  worksAt: (actor: Actor, deskId: string) => desk.worksAt(actor, deskId, now()),
  /** The device with this key, as long as it is not revoked. */
  device: async (key: string) => desk.findDeviceByHash(db, sha256(key), now()),
  devices: (deskId: string) => desk.listDevices(db, deskId),
  enrolDevice: (actor: desk.DeskOfficer, wish: desk.NewDevice, formKey: string | null) =>
    desk.enrolDevice(db, actor, wish, formKey, now()),
  revokeDevice: (actor: desk.DeskOfficer, deskId: string, deviceId: string) =>
    desk.revokeDevice(db, actor, deskId, deviceId, now()),
  takeTicket: async (wish: desk.TicketWish) => desk.takeTicket(db, await ground(), wish, now()),
  checkIn: async (arrival: { deskId: string; code: string; priorityCode: string | null }) =>
    desk.checkInBooking(db, await ground(), { ...arrival, code: normaliseSecretCode(arrival.code) }, now()),
  ticket: async (ticketId: string) => desk.readTicket(db, await ground(), ticketId, now()),
  queue: async (deskId: string) => desk.readQueue(db, await ground(), deskId, now()),
  expectedToday: (deskId: string) => desk.expectedToday(db, deskId, now()),
  runCounter: (actor: desk.DeskOfficer, deskId: string, act: desk.CounterAct) =>
    desk.runCounter(db, actor, deskId, act, now()),
  callNext: (actor: desk.DeskOfficer, deskId: string) => desk.callNext(db, actor, deskId, now()),
  moveTicket: (actor: desk.DeskOfficer, deskId: string, ticketId: string, move: desk.TicketMove) =>
    desk.moveTicket(db, actor, deskId, ticketId, move, now()),
  /** The dossier a code belongs to, for the ticket of whoever shows it. */
  dossierByCode: (typedCode: string) => dossiers.findCaseIdByTyped(db, typedCode),
});
