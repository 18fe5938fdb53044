import { accepted, type Result } from '#kernel/result.ts';
import type { Database } from '#platform/database/connection.ts';
import { mayTryNow, type ThrottleRefusal, throttleWindowMinutes } from './rules/throttle.ts';
import { insertTry, lockTries, selectPastTries, type Try } from './session-store.ts';

/** An address from which a person signed in is known for so long. */
const knownHours = 30 * 24;

/**
 * Counts a try before its password is looked at, so that a thousand at once count as a thousand.
 * @returns the try, to be marked when it succeeds; refused with `sign-in-throttled`, and then not counted
 */
export function countTry(db: Database, tried: Try, now: Temporal.Instant): Promise<Result<number, ThrottleRefusal>> {
  return db.transaction().execute(async (transaction) => {
    await lockTries(transaction, tried);
    const past = await selectPastTries(
      transaction,
      tried,
      now.subtract({ minutes: throttleWindowMinutes }),
      now.subtract({ hours: knownHours }),
    );
    const may = mayTryNow(now, tried.act === 'sign-in' ? past : { ...past, ofName: [] });
    return may.ok ? accepted(await insertTry(transaction, tried, now)) : may;
  });
}
