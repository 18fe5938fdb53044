import { announceWords, type SendingChannel } from '#modules/notices/index.ts';
import { agencyName, agencyOf, type UnitTree } from '#modules/organisation/index.ts';
import type { Database } from '#platform/database/connection.ts';
import { lockBookingToRemind, updateReminded } from './booking-store.ts';
import { reminderText } from './visit-calendar.ts';

/**
 * Reminds whoever booked, once for each beginning: by text message, else by Zalo. The booking is marked in the transaction that
 * keeps the notice, so a kill leaves either both or neither. Without a channel nothing is marked: the page says the same.
 * @returns how many were reminded
 */
export async function remindVisits(
  db: Database,
  ground: { readonly channels: readonly SendingChannel[]; readonly tree: UnitTree },
  at: Temporal.Instant,
): Promise<number> {
  const channel = (['sms', 'zalo'] as const).find((each) => ground.channels.includes(each));
  if (!channel) return 0;
  for (let count = 0; ; count++) {
    const reminded = await db.transaction().execute(async (transaction) => {
      const booking = await lockBookingToRemind(transaction, at);
      if (!booking) return false;
      await updateReminded(transaction, booking);
      await announceWords(
        transaction,
        {
          bookingId: booking.id,
          template: 'visit-reminder',
          channel,
          language: 'vi',
          recipient: booking.phone,
          words: reminderText(booking, placeOf(booking.deskId, ground.tree)),
        },
        at,
      );
      return true;
    });
    if (!reminded) return count;
  }
}

/** The agency at whose desk one is expected. */
export function placeOf(deskId: string, tree: UnitTree): string {
  const unit = tree.get(deskId);
  const agency = unit && agencyOf(unit, tree);
  return agency ? agencyName(agency).vi : (unit?.name.vi ?? deskId);
}
