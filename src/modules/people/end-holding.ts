import type { Actor } from '#case-engine/rules/authority.ts';
import { accepted, type Result, refused } from '#kernel/result.ts';
import type { Database } from '#platform/database/connection.ts';
import { selectHolding, updateHoldingEnd } from './people-store.ts';
import { type AppointmentRefusal, mayAppoint } from './rules/appointment.ts';

export interface EndOfHolding {
  readonly holdingId: string;
  /** The first moment at which the post gives no right any more. */
  readonly endsAt: Temporal.Instant;
  /** The paper that ends it. */
  readonly decision: string;
}

/**
 * Records that a post is no longer held from a moment on: sooner than written, never later; what was done before stays.
 * Open work in the person's hands stays theirs until it is handed over.
 */
export async function endHolding(
  db: Database,
  actor: Actor,
  { holdingId, endsAt, decision }: EndOfHolding,
  now: Temporal.Instant,
): Promise<Result<void, AppointmentRefusal | 'holding-unknown' | 'holding-ends-before-start'>> {
  return db.transaction().execute(async (transaction) => {
    const holding = await selectHolding(transaction, holdingId);
    if (!holding) return refused('holding-unknown');
    const may = mayAppoint(actor, holding.unitPath, now);
    if (!may.ok) return may;
    const tooEarly = Temporal.Instant.compare(endsAt, holding.from) <= 0;
    const tooLate = holding.until !== null && Temporal.Instant.compare(endsAt, holding.until) > 0;
    if (tooEarly || tooLate) return refused('holding-ends-before-start', {}, 'endsAt');
    await updateHoldingEnd(transaction, holdingId, endsAt, decision);
    return accepted(undefined);
  });
}
