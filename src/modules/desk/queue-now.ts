import { localDay, toInstant } from '#kernel/zone.ts';
import type { CityGround } from '#modules/organisation/index.ts';
import type { Database } from '#platform/database/connection.ts';
import { dayBegin } from './at-counter.ts';
import { type Booking, type ExpectedVisit, findBooking, listExpectedVisits } from './booking-store.ts';
import { asWaiting } from './call-next.ts';
import { type DeskPlan, findDeskPlan } from './desk-store.ts';
import { type DeskHours, deskHours } from './opening.ts';
import {
  type CounterShift,
  type DayTimes,
  findTicket,
  listShifts,
  listTickets,
  type QueueTicket,
  selectDayTimes,
} from './queue-store.ts';
import { type CallingCounter, calledBefore, mayCall } from './rules/calling-rule.ts';
import { estimateWait, type WaitFigures, waitFigures } from './rules/wait-figures.ts';

/** The queue of a desk as it is now. */
export interface QueueNow {
  readonly plan: DeskPlan;
  readonly hours: DeskHours;
  readonly shifts: readonly CounterShift[];
  readonly called: readonly QueueTicket[];
  readonly missed: readonly QueueTicket[];
  /** In the order in which they would be called. */
  readonly waiting: readonly QueueTicket[];
  readonly times: DayTimes;
  readonly waits: WaitFigures | undefined;
  readonly served: WaitFigures | undefined;
}

export async function readQueue(
  db: Database,
  ground: CityGround,
  deskId: string,
  at: Temporal.Instant,
): Promise<QueueNow | undefined> {
  const day = localDay(at);
  const plan = await findDeskPlan(db, deskId, day);
  if (!plan) return undefined;
  const [shifts, tickets, times] = await Promise.all([
    listShifts(db, deskId, dayBegin(at)),
    listTickets(db, deskId, day, ['waiting', 'called', 'missed']),
    selectDayTimes(db, deskId, day),
  ]);
  const of = (state: QueueTicket['state']) => tickets.filter((ticket) => ticket.state === state);
  const waiting = of('waiting');
  const before = new Map(waiting.map((ticket) => [ticket.id, ahead(plan, shifts, waiting, ticket, at)]));
  return {
    plan,
    hours: deskHours(ground, plan, at),
    shifts,
    called: of('called').sort((a, b) => Temporal.Instant.compare(b.stateAt, a.stateAt)),
    missed: of('missed'),
    waiting: waiting.sort((a, b) => (before.get(a.id) ?? 0) - (before.get(b.id) ?? 0) || a.number - b.number),
    times,
    waits: waitFigures(times.waited),
    served: waitFigures(times.served),
  };
}

const atWork = (plan: DeskPlan, shifts: readonly CounterShift[]): readonly CallingCounter[] =>
  shifts
    .filter(({ pausedAt }) => !pausedAt)
    .map(({ number, firstsInARow }) => ({
      number,
      firstsInARow,
      fieldCodes: plan.counters.find((counter) => counter.number === number)?.fieldCodes ?? [],
    }));

function ahead(
  plan: DeskPlan,
  shifts: readonly CounterShift[],
  waiting: readonly QueueTicket[],
  ticket: QueueTicket,
  at: Temporal.Instant,
): number {
  const now = at.epochMilliseconds / 1000;
  return calledBefore(ticket.number, waiting.map(asWaiting), atWork(plan, shifts), plan.policy.firstsInARow, now);
}

/** What the holder of a ticket wants to know. */
export interface TicketNow {
  readonly ticket: QueueTicket;
  /** How many would be called first. */
  readonly before: number;
  /** Minutes; undefined when nobody can say honestly. */
  readonly estimate: number | undefined;
  readonly hours: DeskHours;
  /** What was booked, when it was. */
  readonly booking: Booking | undefined;
}

export async function readTicket(
  db: Database,
  ground: CityGround,
  ticketId: string,
  at: Temporal.Instant,
): Promise<TicketNow | undefined> {
  const ticket = await findTicket(db, ticketId);
  const queue = ticket && (await readQueue(db, ground, ticket.deskId, at));
  if (!ticket || !queue) return undefined;
  const before = ticket.state === 'waiting' ? ahead(queue.plan, queue.shifts, queue.waiting, ticket, at) : 0;
  const serving = atWork(queue.plan, queue.shifts).filter((counter) => mayCall(counter, asWaiting(ticket)));
  const estimate = estimateWait({
    before,
    servedSeconds: queue.times.served,
    countersAtWork: serving.length,
    servedToEstimate: queue.plan.policy.servedToEstimate,
  });
  const booking = ticket.bookingId ? await findBooking(db, ticket.bookingId) : undefined;
  return { ticket, before, estimate, hours: queue.hours, booking };
}

/** Who announced a visit today and is not here yet. */
export function expectedToday(db: Database, deskId: string, at: Temporal.Instant): Promise<readonly ExpectedVisit[]> {
  const day = localDay(at);
  return listExpectedVisits(db, deskId, dayBegin(at), toInstant(day.add({ days: 1 }).toPlainDateTime()));
}
