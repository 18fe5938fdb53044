import { sql } from 'kysely';
import type { Database } from '#platform/database/connection.ts';
import { newId } from '#platform/random.ts';

export type DeviceKind = 'kiosk' | 'display' | 'tablet';

/** What stands at a desk and may do there what only a device may. */
export interface DeskDevice {
  readonly id: string;
  readonly deskId: string;
  readonly kind: DeviceKind;
  readonly counterNumber: number | null;
  readonly label: string;
  readonly enrolledAt: Temporal.Instant;
  readonly seenAt: Temporal.Instant | null;
  readonly revokedAt: Temporal.Instant | null;
}

/** A device as it is wished for. */
export type NewDevice = Pick<DeskDevice, 'deskId' | 'kind' | 'counterNumber' | 'label'>;

const columns = sql`
  id, desk_id as "deskId", kind, counter_number as "counterNumber", label, enrolled_at as "enrolledAt",
  seen_at as "seenAt", revoked_at as "revokedAt"`;

/** @returns undefined when the same form enrolled one before */
export async function insertDevice(
  db: Database,
  device: NewDevice,
  by: { readonly keyHash: string; readonly accountId: string; readonly formKey: string | null },
  at: Temporal.Instant,
): Promise<DeskDevice | undefined> {
  const { rows } = await sql<DeskDevice>`
    insert into desk_device (id, desk_id, kind, counter_number, label, key_hash, enrolled_by, enrolled_at, form_key)
    values (${newId()}::uuid, ${device.deskId}, ${device.kind}, ${device.counterNumber}, ${device.label},
      decode(${by.keyHash}, 'hex'), ${by.accountId}::uuid, ${at}::timestamptz, ${by.formKey})
    on conflict (form_key) do nothing returning ${columns}`.execute(db);
  return rows[0];
}

/** The device that has this key and was not revoked; seen now, written down once a minute. */
export async function findDeviceByHash(
  db: Database,
  keyHash: string,
  at: Temporal.Instant,
): Promise<DeskDevice | undefined> {
  const { rows } = await sql<DeskDevice>`
    select ${columns} from desk_device where key_hash = decode(${keyHash}, 'hex') and revoked_at is null`.execute(db);
  const device = rows[0];
  const before = at.subtract({ minutes: 1 });
  if (device && (!device.seenAt || Temporal.Instant.compare(device.seenAt, before) < 0)) {
    await sql`
      update desk_device set seen_at = ${at}::timestamptz where id = ${device.id}::uuid and revoked_at is null`.execute(
      db,
    );
  }
  return device;
}

export async function listDevices(db: Database, deskId: string): Promise<readonly DeskDevice[]> {
  const { rows } = await sql<DeskDevice>`
    select ${columns} from desk_device where desk_id = ${deskId}
    order by revoked_at is not null, kind, counter_number, enrolled_at`.execute(db);
  return rows;
}

/** @returns false when the desk has no such device, or it was revoked before */
export async function updateRevoked(
  db: Database,
  deskId: string,
  id: string,
  accountId: string,
  at: Temporal.Instant,
): Promise<boolean> {
  const { rows } = await sql`
    update desk_device set revoked_at = ${at}::timestamptz, revoked_by = ${accountId}::uuid
    where id = ${id}::uuid and desk_id = ${deskId} and revoked_at is null returning id`.execute(db);
  return rows.length > 0;
}
