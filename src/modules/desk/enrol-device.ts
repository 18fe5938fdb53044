import { sha256 } from '#kernel/hash.ts';
import { accepted, type Result, refused } from '#kernel/result.ts';
import { localDay } from '#kernel/zone.ts';
import type { Database } from '#platform/database/connection.ts';
import { secretToken } from '#platform/random.ts';
import { type DeskOfficer, worksAt } from './at-counter.ts';
import { findDeskPlan } from './desk-store.ts';
import { type DeskDevice, insertDevice, type NewDevice } from './device-store.ts';
import type { DeskRefusal } from './refusals.ts';

/** A device with the key that only this answer knows; null when the same form enrolled it before. */
export interface EnrolledDevice {
  readonly device: DeskDevice;
  readonly key: string;
}

const kinds: readonly string[] = ['kiosk', 'display', 'tablet'];

/** Makes a device one of the desk's. Its key is given once; the table keeps only the hash. */
export async function enrolDevice(
  db: Database,
  actor: DeskOfficer,
  wish: NewDevice,
  formKey: string | null,
  at: Temporal.Instant,
): Promise<Result<EnrolledDevice | null, DeskRefusal>> {
  if (!worksAt(actor, wish.deskId, at)) return refused('desk-not-yours');
  const plan = await findDeskPlan(db, wish.deskId, localDay(at));
  if (!plan) return refused('desk-unknown');
  if (!kinds.includes(wish.kind)) return refused('device-kind-wrong', {}, 'kind');
  const counterNumber = wish.kind === 'tablet' ? wish.counterNumber : null;
  if (wish.kind === 'tablet' && !plan.counters.some(({ number }) => number === counterNumber)) {
    return refused('counter-unknown', {}, 'counter');
  }
  const label = wish.label.normalize('NFC').replaceAll(/\s+/g, ' ').trim().slice(0, 60);
  if (!label) return refused('device-label-missing', {}, 'label');
  const key = secretToken();
  const by = { keyHash: sha256(key), accountId: actor.accountId, formKey };
  const device = await insertDevice(db, { ...wish, label, counterNumber }, by, at);
  return accepted(device ? { device, key } : null);
}
