import { accepted, type Result, refused } from '#kernel/result.ts';
import type { Database } from '#platform/database/connection.ts';
import { type DeskOfficer, worksAt } from './at-counter.ts';
import { updateRevoked } from './device-store.ts';
import type { DeskRefusal } from './refusals.ts';

/** From now on the device's key opens nothing. */
export async function revokeDevice(
  db: Database,
  actor: DeskOfficer,
  deskId: string,
  deviceId: string,
  at: Temporal.Instant,
): Promise<Result<null, DeskRefusal>> {
  if (!worksAt(actor, deskId, at)) return refused('desk-not-yours');
  return (await updateRevoked(db, deskId, deviceId, actor.accountId, at)) ? accepted(null) : refused('device-unknown');
}
