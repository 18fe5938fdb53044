/** The door of the desk: counters, booked visits, queue tickets, ratings and what they say of a desk. */
export { type DeskOfficer, worksAt } from './at-counter.ts';
export { type BookingWish, bookVisit } from './book-visit.ts';
export { type Booking, type ExpectedVisit, findBookingByCode, listBookingsOfAccount } from './booking-store.ts';
export { callNext } from './call-next.ts';
export { type BookingChange, changeBooking } from './change-booking.ts';
export { bookingSecret, isBookingSecret, isRatingSecret, ratingSecret } from './desk-secret.ts';
export {
  type DeskPlan,
  findDeskPlan,
  listDeskIds,
  listPriorityGroups,
  type PriorityGroup,
} from './desk-store.ts';
export { type DeskDevice, type DeviceKind, findDeviceByHash, listDevices, type NewDevice } from './device-store.ts';
export { enrolDevice } from './enrol-device.ts';
export { feedbackSlipContent, feedbackSlipPdf } from './feedback-slip/feedback-slip.ts';
export { listVisitDays, type VisitDay } from './list-slots.ts';
export { loadDemoDesks } from './load-demo-desks.ts';
export { moveTicket, type TicketMove } from './move-ticket.ts';
export { type DeskHours, deskHours } from './opening.ts';
export { expectedToday, type QueueNow, readQueue, readTicket, type TicketNow } from './queue-now.ts';
export type { CounterShift, QueueTicket, TicketPurpose } from './queue-store.ts';
export { type RatingWish, rateDossier } from './rate-dossier.ts';
export { findLastDossierAt, isRated, mayBeRated } from './rating-store.ts';
export { deskRefusals } from './refusals.ts';
export { remindVisits } from './remind-visits.ts';
export { revokeDevice } from './revoke-device.ts';
export { ratingQuestions } from './rules/rating-questions.ts';
export { dutyShare, fewestAnswers } from './rules/service-score.ts';
export type { WaitFigures } from './rules/wait-figures.ts';
export { type CounterAct, runCounter } from './run-counter.ts';
export {
  daysOfQuarter,
  type Quarter,
  readServiceScores,
  type ServiceScores,
  scoredAgencies,
} from './service-scores.ts';
export { checkInBooking, type TicketWish, takeTicket } from './take-ticket.ts';
export { visitCalendar } from './visit-calendar.ts';
