import type { Role } from '#case-engine/rules/authority.ts';
import type { Database } from '#platform/database/connection.ts';
import { listColleagues } from './list-colleagues.ts';
import type { Colleague } from './people-store.ts';

/**
 * Whom work may be given to: the one with this account who has the holder's role at the holder's unit.
 * @returns undefined when nobody holds the work, or this account could not
 */
export async function findColleague(
  db: Database,
  holder: { readonly unitId: string; readonly role: Role } | null,
  accountId: unknown,
  at: Temporal.Instant,
): Promise<Colleague | undefined> {
  if (!holder) return undefined;
  const colleagues = await listColleagues(db, holder.unitId, holder.role, at);
  return colleagues.find((colleague) => colleague.accountId === accountId);
}
