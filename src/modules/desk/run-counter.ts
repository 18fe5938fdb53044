import { accepted, type Result, refused } from '#kernel/result.ts';
import { localDay } from '#kernel/zone.ts';
import type { Database } from '#platform/database/connection.ts';
import { type DeskOfficer, dayBegin, ownShift, worksAt } from './at-counter.ts';
import { findDeskPlan } from './desk-store.ts';
import { insertShift, listTickets, updateShift } from './queue-store.ts';
import type { DeskRefusal } from './refusals.ts';

/** What an officer does with the counter itself. */
export type CounterAct =
  | { readonly act: 'open'; readonly number: number }
  | { readonly act: 'pause' | 'resume' | 'close' };

/** Opens, pauses, goes on with or closes the officer's counter. One officer a counter, one counter an officer. */
export async function runCounter(
  db: Database,
  actor: DeskOfficer,
  deskId: string,
  wish: CounterAct,
  at: Temporal.Instant,
): Promise<Result<null, DeskRefusal>> {
  if (wish.act === 'open') return openCounter(db, actor, deskId, wish.number, at);
  const shift = await ownShift(db, actor, deskId, at);
  if (!shift.ok) return shift;
  if (wish.act === 'resume') await updateShift(db, shift.value.id, { pausedAt: null });
  if (wish.act === 'pause') await updateShift(db, shift.value.id, { pausedAt: at });
  if (wish.act === 'close') {
    const here = (await listTickets(db, deskId, localDay(at), ['called'])).find(
      ({ shiftId }) => shiftId === shift.value.id,
    );
    if (here) return refused('counter-busy', { number: here.number });
    await updateShift(db, shift.value.id, { closedAt: at });
  }
  return accepted(null);
}

async function openCounter(
  db: Database,
  actor: DeskOfficer,
  deskId: string,
  number: number,
  at: Temporal.Instant,
): Promise<Result<null, DeskRefusal>> {
  if (!worksAt(actor, deskId, at)) return refused('desk-not-yours');
  const plan = await findDeskPlan(db, deskId, localDay(at));
  if (!plan?.counters.some((counter) => counter.number === number)) return refused('counter-unknown', {}, 'counter');
  const shift = { deskId, number, accountId: actor.accountId };
  const opened = await db.transaction().execute((transaction) => insertShift(transaction, shift, at, dayBegin(at)));
  return opened ? accepted(null) : refused('counter-taken', { number }, 'counter');
}
