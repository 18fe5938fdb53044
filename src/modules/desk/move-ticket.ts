import { findCase } from '#case-engine/case-store.ts';
import { accepted, type Result, refused } from '#kernel/result.ts';
import { localDay } from '#kernel/zone.ts';
import type { Database } from '#platform/database/connection.ts';
import { type DeskOfficer, ownShift } from './at-counter.ts';
import { findDeskPlan } from './desk-store.ts';
import { findTicket, insertEvent, type QueueTicket, type TicketEvent, updateTicket } from './queue-store.ts';
import type { DeskRefusal } from './refusals.ts';

/** What an officer does with a ticket. */
export type TicketMove =
  | { readonly move: 'recall' | 'miss' | 'return' }
  | { readonly move: 'transfer'; readonly toCounter: number }
  /** The dossier the person is here for: received now, or its result handed over. */
  | { readonly move: 'serve'; readonly dossierId: string }
  | { readonly move: 'finish' };

const events: Readonly<Record<TicketMove['move'], TicketEvent>> = {
  recall: 'recalled',
  miss: 'missed',
  return: 'returned',
  transfer: 'transferred',
  serve: 'served',
  finish: 'done',
};

/**
 * Moves the ticket at the officer's counter: called again, missed, sent to another counter, served with a dossier, done. One who was missed and is
 * here after all is put back by any counter of the desk, at the place the wait gives.
 */
export async function moveTicket(
  db: Database,
  actor: DeskOfficer,
  deskId: string,
  ticketId: string,
  wish: TicketMove,
  at: Temporal.Instant,
): Promise<Result<QueueTicket, DeskRefusal>> {
  const shift = await ownShift(db, actor, deskId, at);
  if (!shift.ok) return shift;
  const ticket = await findTicket(db, ticketId);
  if (!ticket || ticket.deskId !== deskId) return refused('ticket-not-found');
  const isHere = ticket.state === 'called' && ticket.shiftId === shift.value.id;
  const isBack = wish.move === 'return' && ticket.state === 'missed' && ticket.onDay.equals(localDay(at));
  if (!isHere && !isBack) return refused('ticket-not-here');
  if (wish.move === 'return' && !isBack) return refused('ticket-not-here');
  if (wish.move === 'transfer') {
    const plan = await findDeskPlan(db, deskId, localDay(at));
    const isCounter = plan?.counters.some(({ number }) => number === wish.toCounter);
    if (!isCounter || wish.toCounter === shift.value.number) return refused('counter-unknown', {}, 'counter');
  }
  if (wish.move === 'serve') {
    const dossier = await findCase(db, wish.dossierId);
    if (!dossier || dossier.parent || `${dossier.receivingUnitId}.desk` !== deskId) {
      return refused('ticket-dossier-wrong', {}, 'dossier');
    }
  }
  const after = ticketAfter(ticket, wish, at);
  return db.transaction().execute(async (transaction): Promise<Result<QueueTicket, DeskRefusal>> => {
    if (!(await updateTicket(transaction, ticket, after))) return refused('ticket-not-here');
    await insertEvent(transaction, ticket.id, events[wish.move], at, shift.value.number, actor.accountId);
    return accepted(after);
  });
}

function ticketAfter(ticket: QueueTicket, wish: TicketMove, at: Temporal.Instant): QueueTicket {
  const served = ticket.servedSeconds + Math.max(0, Math.round(ticket.stateAt.until(at).total('seconds')));
  const apart = { counterNumber: null, shiftId: null, stateAt: at };
  switch (wish.move) {
    // the service has begun with the first call: a recall does not begin it anew
    case 'recall':
      return { ...ticket, calls: ticket.calls + 1 };
    case 'serve':
      return { ...ticket, dossierId: wish.dossierId };
    case 'miss':
      return { ...ticket, ...apart, state: 'missed' };
    case 'return':
      return { ...ticket, ...apart, state: 'waiting' };
    case 'transfer':
      return { ...ticket, ...apart, state: 'waiting', servedSeconds: served, onlyCounter: wish.toCounter };
    case 'finish':
      return { ...ticket, state: 'done', stateAt: at, servedSeconds: served };
  }
}
