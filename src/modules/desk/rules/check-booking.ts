import { accepted, type Result, refused } from '#kernel/result.ts';
import { readPhone } from '#modules/people/rules/sign-in-name.ts';

/** Who comes, as typed. */
export interface BookingPerson {
  readonly name: string;
  readonly phone: string;
}

/** Name and telephone are enough to be expected; nothing else is asked. */
export function checkBookingPerson(
  typed: BookingPerson,
): Result<BookingPerson, 'booking-name-wrong' | 'booking-phone-wrong'> {
  const name = typed.name.normalize('NFC').replaceAll(/\s+/g, ' ').trim();
  if (name.length < 2 || name.length > 100 || !/\p{L}/u.test(name)) return refused('booking-name-wrong', {}, 'name');
  const phone = readPhone(typed.phone);
  return phone ? accepted({ name, phone }) : refused('booking-phone-wrong', {}, 'phone');
}

/** When a booking opens and how long it is expected. */
export type BookingMoment = 'early' | 'in-time' | 'late';

/** Compared in whole seconds: at the last second of the grace the visitor is in time. */
export function bookingMoment(
  startsAt: Temporal.Instant,
  now: Temporal.Instant,
  { earlyMinutes, lateMinutes }: { readonly earlyMinutes: number; readonly lateMinutes: number },
): BookingMoment {
  if (Temporal.Instant.compare(now, startsAt.subtract({ minutes: earlyMinutes })) < 0) return 'early';
  return Temporal.Instant.compare(now, startsAt.add({ minutes: lateMinutes })) > 0 ? 'late' : 'in-time';
}
