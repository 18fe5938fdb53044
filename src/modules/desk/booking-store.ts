import { sql } from 'kysely';
import type { Database } from '#platform/database/connection.ts';
import type { BookingPerson } from './rules/check-booking.ts';

/** A visit somebody announced. */
export interface Booking extends BookingPerson {
  readonly id: string;
  readonly code: string;
  readonly deskId: string;
  readonly startsAt: Temporal.Instant;
  readonly procedureCode: string;
  readonly state: 'booked' | 'came' | 'cancelled' | 'missed';
  /** Whoever was signed in. */
  readonly accountId: string | null;
}

const columns = sql`
  id, code, desk_id as "deskId", starts_at as "startsAt", procedure_code as "procedureCode", name, phone, state, account_id as "accountId"`;

export async function findBookingByCode(db: Database, code: string): Promise<Booking | undefined> {
  const { rows } = await sql<Booking>`select ${columns} from booking where code = ${code}`.execute(db);
  return rows[0];
}

export async function findBooking(db: Database, id: string): Promise<Booking | undefined> {
  const { rows } = await sql<Booking>`select ${columns} from booking where id = ${id}::uuid`.execute(db);
  return rows[0];
}

export async function findBookingByKey(db: Database, formKey: string): Promise<Booking | undefined> {
  const { rows } = await sql<Booking>`select ${columns} from booking where form_key = ${formKey}`.execute(db);
  return rows[0];
}

/** How many visits a telephone number has announced at a desk and not used. */
export async function countOpenBookings(
  db: Database,
  deskId: string,
  phone: string,
  from: Temporal.Instant,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from booking
    where desk_id = ${deskId} and phone = ${phone} and state = 'booked' and starts_at >= ${from}::timestamptz`.execute(
    db,
  );
  return rows[0]?.count ?? 0;
}

/** The row of a slot with the capacity that holds now; never below what is taken already. Locked until the transaction ends. */
export async function openSlot(
  transaction: Database,
  deskId: string,
  startsAt: Temporal.Instant,
  capacity: number,
): Promise<void> {
  await sql`
    insert into visit_slot as s (desk_id, starts_at, capacity) values (${deskId}, ${startsAt}::timestamptz, ${capacity})
    on conflict (desk_id, starts_at) do update set capacity = greatest(excluded.capacity, s.taken)`.execute(
    transaction,
  );
}

export async function insertBooking(
  transaction: Database,
  booking: Booking,
  at: Temporal.Instant,
  formKey: string | null,
): Promise<void> {
  await sql`
    insert into booking (id, code, desk_id, starts_at, procedure_code, name, phone, state, made_at, changed_at, form_key,
      account_id)
    values (${booking.id}::uuid, ${booking.code}, ${booking.deskId}, ${booking.startsAt}::timestamptz,
      ${booking.procedureCode}, ${booking.name}, ${booking.phone}, ${booking.state}, ${at}::timestamptz,
      ${at}::timestamptz, ${formKey}, ${booking.accountId}::uuid)`.execute(transaction);
}

/** Only while it is booked. @returns false when it was used, cancelled or missed meanwhile */
export async function updateBooking(
  db: Database,
  id: string,
  change: { readonly startsAt: Temporal.Instant } | { readonly state: Booking['state'] },
  at: Temporal.Instant,
): Promise<boolean> {
  const set = 'startsAt' in change ? sql`starts_at = ${change.startsAt}::timestamptz` : sql`state = ${change.state}`;
  const { rows } = await sql`
    update booking set ${set}, changed_at = ${at}::timestamptz where id = ${id}::uuid and state = 'booked'
    returning id`.execute(db);
  return rows.length > 0;
}

/** Who was expected and did not come frees the place. */
export async function markMissedBookings(db: Database, deskId: string, before: Temporal.Instant): Promise<void> {
  await sql`
    update booking set state = 'missed', changed_at = ${before}::timestamptz
    where desk_id = ${deskId} and state = 'booked' and starts_at < ${before}::timestamptz`.execute(db);
}

/** How many places of each slot are taken, by its beginning. */
export async function selectTaken(
  db: Database,
  deskId: string,
  from: Temporal.Instant,
  until: Temporal.Instant,
): Promise<ReadonlyMap<number, number>> {
  const { rows } = await sql<{ startsAt: Temporal.Instant; taken: number }>`
    select starts_at as "startsAt", taken from visit_slot
    where desk_id = ${deskId} and starts_at >= ${from}::timestamptz and starts_at < ${until}::timestamptz`.execute(db);
  return new Map(rows.map(({ startsAt, taken }) => [startsAt.epochMilliseconds, taken]));
}

/** A visit of today, with what became of its reminder. */
export interface ExpectedVisit extends Booking {
  /** Null: none was sent, because it was booked late or no channel is there. */
  readonly reminder: 'waiting' | 'sent' | 'failed' | null;
}

/** Who is expected at a desk on a day. */
export async function listExpectedVisits(
  db: Database,
  deskId: string,
  from: Temporal.Instant,
  until: Temporal.Instant,
): Promise<readonly ExpectedVisit[]> {
  const { rows } = await sql<ExpectedVisit>`
    select ${columns}, (
      select n.state from notice n where n.booking_id = booking.id order by n.made_at desc limit 1
    ) as reminder
    from booking
    where desk_id = ${deskId} and starts_at >= ${from}::timestamptz and starts_at < ${until}::timestamptz
      and state in ('booked', 'missed') order by starts_at, code`.execute(db);
  return rows;
}

/** What an account booked and is still ahead, or was today. */
export async function listBookingsOfAccount(
  db: Database,
  accountId: string,
  since: Temporal.Instant,
): Promise<readonly Booking[]> {
  const { rows } = await sql<Booking>`
    select ${columns} from booking where account_id = ${accountId}::uuid and starts_at >= ${since}::timestamptz
    order by starts_at, code limit 50`.execute(db);
  return rows;
}

/** A visit ahead whose holder is to be reminded now, and knew of it before the hour of reminding; another worker gets another. */
export async function lockBookingToRemind(transaction: Database, at: Temporal.Instant): Promise<Booking | undefined> {
  const { rows } = await sql<Booking>`
    select b.id, b.code, b.desk_id as "deskId", b.starts_at as "startsAt", b.procedure_code as "procedureCode", b.name,
      b.phone, b.state, b.account_id as "accountId"
    from booking b cross join lateral (
      select p.remind_hours * interval '1 hour' as before from desk_policy p
      where (p.desk_id = b.desk_id or p.desk_id is null)
        and p.valid @> (b.starts_at at time zone 'Asia/Ho_Chi_Minh')::date
      order by p.desk_id nulls last limit 1) p
    where b.state = 'booked' and b.reminded_for is distinct from b.starts_at and b.starts_at > ${at}::timestamptz
      and b.starts_at - p.before <= ${at}::timestamptz and b.changed_at <= b.starts_at - p.before
    order by b.starts_at limit 1 for update of b skip locked`.execute(transaction);
  return rows[0];
}

export async function updateReminded(transaction: Database, { id, startsAt }: Booking): Promise<void> {
  await sql`update booking set reminded_for = ${startsAt}::timestamptz where id = ${id}::uuid`.execute(transaction);
}

/** Whether an error is the check that no slot is overfull, or a unique constraint of this name. */
export function violates(error: unknown, constraint: string): boolean {
  return (error as { constraint?: unknown } | null)?.constraint === constraint;
}
