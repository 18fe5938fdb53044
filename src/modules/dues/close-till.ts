import type { Actor } from '#case-engine/rules/authority.ts';
import { readDong } from '#kernel/money.ts';
import { accepted, type Result, refused } from '#kernel/result.ts';
import { formatNumber } from '#kernel/vietnamese.ts';
import { localDay } from '#kernel/zone.ts';
import type { Database } from '#platform/database/connection.ts';
import { constraintRefusal } from './constraint-refusal.ts';
import type { DuesRefusal } from './refusals.ts';
import { deskPost } from './rules/desk-post.ts';
import { findTill, insertClosing } from './till-store.ts';

/**
 * An officer counts the till of today and closes it: nothing more is taken or given in cash that day. A difference between the
 * count and the book is kept with its explanation, never evened out.
 * @param wish what was counted, as typed
 */
export async function closeTill(
  db: Database,
  actor: Actor,
  wish: { readonly agencyId: string; readonly counted: string; readonly note: string },
  at: Temporal.Instant,
): Promise<Result<null, DuesRefusal>> {
  const post = deskPost(actor, wish.agencyId, at);
  if (!post || !actor.accountId) return refused('dues-not-yours');
  const counted = wish.counted.trim() === '0' ? 0n : readDong(wish.counted);
  if (counted === undefined) return refused('amount-not-readable', {}, 'counted');
  const till = { officerAccountId: actor.accountId, on: localDay(at) };
  const note = wish.note.normalize('NFC').trim().slice(0, 1000);
  return db.transaction().execute(async (transaction) => {
    const { expected } = await findTill(transaction, till);
    if (counted !== expected && note === '') {
      const difference = formatNumber('vi', counted - expected);
      return refused('till-difference-unexplained', { difference }, 'note');
    }
    const by = {
      kind: 'officer' as const,
      accountId: actor.accountId,
      name: actor.name,
      unitId: post.unitId,
      role: post.role,
    };
    try {
      await insertClosing(transaction, { ...till, agencyId: wish.agencyId, expected, counted, note, at, by });
      return accepted(null);
    } catch (error) {
      return constraintRefusal(error);
    }
  });
}
