import { type Actor, postAt } from '#case-engine/rules/authority.ts';
import { accepted, type Result, refused } from '#kernel/result.ts';
import { localDay, toInstant } from '#kernel/zone.ts';
import type { Database } from '#platform/database/connection.ts';
import { type CounterShift, findOwnShift } from './queue-store.ts';
import type { DeskRefusal } from './refusals.ts';

/** An officer with an account: whoever opens a counter. */
export type DeskOfficer = Actor & { readonly accountId: string };

export const dayBegin = (at: Temporal.Instant): Temporal.Instant => toInstant(localDay(at).toPlainDateTime());

/** Whether the actor works at this desk now. */
export const worksAt = (actor: Actor, deskId: string, at: Temporal.Instant): boolean =>
  postAt(actor, ['intake-officer', 'desk-head'], deskId, at) !== undefined;

/** The counter the officer has open at this desk. */
export async function ownShift(
  db: Database,
  actor: DeskOfficer,
  deskId: string,
  at: Temporal.Instant,
): Promise<Result<CounterShift, DeskRefusal>> {
  if (!worksAt(actor, deskId, at)) return refused('desk-not-yours');
  const shift = await findOwnShift(db, actor.accountId, dayBegin(at));
  return shift?.deskId === deskId ? accepted(shift) : refused('counter-not-open');
}
