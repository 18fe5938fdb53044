import { accepted, type Result, refused } from '#kernel/result.ts';
import { localDay } from '#kernel/zone.ts';
import type { Database } from '#platform/database/connection.ts';
import { type DeskOfficer, ownShift } from './at-counter.ts';
import { markMissedBookings } from './booking-store.ts';
import { findDeskPlan } from './desk-store.ts';
import { insertEvent, listTickets, lockQueue, type QueueTicket, updateShift, updateTicket } from './queue-store.ts';
import type { DeskRefusal } from './refusals.ts';
import { nextTicket, rowAfter, type WaitingTicket } from './rules/calling-rule.ts';

const seconds = (moment: Temporal.Instant): number => moment.epochMilliseconds / 1000;

/** A ticket as the rule of calling sees it. */
export const asWaiting = (ticket: QueueTicket): WaitingTicket => ({
  number: ticket.number,
  fieldCode: ticket.fieldCode,
  waitsFrom: seconds(ticket.waitsFrom),
  isPriority: ticket.priorityCode !== null,
  isBooked: ticket.bookingId !== null,
  onlyCounter: ticket.onlyCounter,
});

/** Calls whom the rule names to the officer's counter. The calls of a desk come one after the other: nobody is called twice. */
export async function callNext(
  db: Database,
  actor: DeskOfficer,
  deskId: string,
  at: Temporal.Instant,
): Promise<Result<QueueTicket, DeskRefusal>> {
  const day = localDay(at);
  const plan = await findDeskPlan(db, deskId, day);
  if (!plan) return refused('desk-unknown');
  return db.transaction().execute(async (transaction): Promise<Result<QueueTicket, DeskRefusal>> => {
    await lockQueue(transaction, deskId, day);
    const shift = await ownShift(transaction, actor, deskId, at);
    if (!shift.ok) return shift;
    if (shift.value.pausedAt) return refused('counter-paused');
    await markMissedBookings(transaction, deskId, at.subtract({ minutes: plan.policy.lateMinutes }));
    const tickets = await listTickets(transaction, deskId, day, ['waiting', 'called']);
    const here = tickets.find((ticket) => ticket.state === 'called' && ticket.shiftId === shift.value.id);
    if (here) return refused('counter-busy', { number: here.number });
    const waiting = tickets.filter(({ state }) => state === 'waiting');
    const { number, firstsInARow, id: shiftId } = shift.value;
    const counter = {
      number,
      firstsInARow,
      fieldCodes: plan.counters.find((each) => each.number === number)?.fieldCodes ?? [],
    };
    const seen = waiting.map(asWaiting);
    const next = nextTicket(seen, counter, plan.policy.firstsInARow, seconds(at));
    const ticket = next && waiting.find((each) => each.number === next.number);
    if (!next || !ticket) return refused('nobody-waits');
    const called: QueueTicket = {
      ...ticket,
      state: 'called',
      stateAt: at,
      firstCalledAt: ticket.firstCalledAt ?? at,
      calls: ticket.calls + 1,
      counterNumber: number,
      shiftId,
    };
    await updateTicket(transaction, ticket, called);
    await updateShift(transaction, shiftId, { firstsInARow: rowAfter(next, seen, counter, seconds(at)) });
    await insertEvent(transaction, ticket.id, 'called', at, number, actor.accountId);
    return accepted(called);
  });
}
