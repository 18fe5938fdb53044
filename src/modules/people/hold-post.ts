import type { Actor } from '#case-engine/rules/authority.ts';
import { accepted, type Result, refused } from '#kernel/result.ts';
import type { Database } from '#platform/database/connection.ts';
import { newId } from '#platform/random.ts';
import { insertHoldings, selectAccount, selectUnitPathOfPost } from './people-store.ts';
import { type AppointmentRefusal, mayAppoint } from './rules/appointment.ts';

export interface Appointment {
  readonly postId: string;
  readonly accountId: string;
  readonly from: Temporal.Instant;
  /** Not included; null: until it is ended. */
  readonly until: Temporal.Instant | null;
  /** The paper that appoints. */
  readonly decision: string;
}

/** PostgreSQL: an exclusion constraint was violated. */
const seatTaken = '23P01';

/**
 * Records that an officer or a system holds a post from a moment on. Takes effect by itself when the moment comes.
 * @returns the id of the holding
 */
export async function holdPost(
  db: Database,
  actor: Actor,
  { postId, accountId, from, until, decision }: Appointment,
  now: Temporal.Instant,
): Promise<
  Result<
    string,
    AppointmentRefusal | 'post-unknown' | 'account-unknown' | 'post-held-already' | 'holding-ends-before-start'
  >
> {
  const unitPath = await selectUnitPathOfPost(db, postId, from);
  if (unitPath === undefined) return refused('post-unknown', {}, 'postId');
  const may = mayAppoint(actor, unitPath, now);
  if (!may.ok) return may;
  const account = await selectAccount(db, accountId, now);
  if (!account || account.kind === 'citizen') return refused('account-unknown', {}, 'accountId');
  if (until && Temporal.Instant.compare(until, from) <= 0) return refused('holding-ends-before-start', {}, 'until');
  const id = newId();
  try {
    await insertHoldings(db, [{ id, postId, accountId, from, until, decision }]);
  } catch (error) {
    if ((error as { code?: string }).code === seatTaken) return refused('post-held-already', {}, 'postId');
    throw error;
  }
  return accepted(id);
}
