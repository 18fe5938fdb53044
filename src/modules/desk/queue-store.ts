import { sql } from 'kysely';
import type { Database } from '#platform/database/connection.ts';
import { newId } from '#platform/random.ts';

export type TicketPurpose = 'file' | 'result' | 'advice';
export type TicketState = 'waiting' | 'called' | 'done' | 'missed';

/** A number somebody holds. */
export interface QueueTicket {
  readonly id: string;
  readonly deskId: string;
  readonly onDay: Temporal.PlainDate;
  readonly number: number;
  readonly purpose: TicketPurpose;
  readonly fieldCode: string | null;
  readonly procedureCode: string | null;
  readonly bookingId: string | null;
  readonly priorityCode: string | null;
  readonly takenAt: Temporal.Instant;
  readonly waitsFrom: Temporal.Instant;
  readonly state: TicketState;
  readonly stateAt: Temporal.Instant;
  readonly firstCalledAt: Temporal.Instant | null;
  readonly servedSeconds: number;
  readonly calls: number;
  readonly counterNumber: number | null;
  readonly onlyCounter: number | null;
  readonly shiftId: string | null;
  readonly dossierId: string | null;
}

/** A counter that an officer has open. */
export interface CounterShift {
  readonly id: string;
  readonly deskId: string;
  readonly number: number;
  readonly accountId: string;
  readonly openedAt: Temporal.Instant;
  readonly pausedAt: Temporal.Instant | null;
  readonly firstsInARow: number;
}

const ticketColumns = sql`
  id, desk_id as "deskId", on_day as "onDay", number, purpose, field_code as "fieldCode", procedure_code as "procedureCode",
  booking_id as "bookingId", priority_code as "priorityCode", taken_at as "takenAt", waits_from as "waitsFrom", state,
  state_at as "stateAt", first_called_at as "firstCalledAt", served_seconds as "servedSeconds", calls,
  counter_number as "counterNumber", only_counter as "onlyCounter", shift_id as "shiftId", dossier_id as "dossierId"`;

const shiftColumns = sql`
  id, desk_id as "deskId", number, account_id as "accountId", opened_at as "openedAt", paused_at as "pausedAt",
  firsts_in_a_row as "firstsInARow"`;

export interface NewTicket {
  readonly deskId: string;
  readonly purpose: TicketPurpose;
  readonly fieldCode: string | null;
  readonly procedureCode: string | null;
  readonly priorityCode: string | null;
  readonly bookingId: string | null;
  readonly formKey: string | null;
}

/**
 * The next number of a desk's day, in the caller's transaction: the row of the day is locked until it ends, so a number that
 * is taken back goes to the next one. @returns undefined when all 999 are used
 */
export async function insertTicket(
  transaction: Database,
  ticket: NewTicket,
  onDay: Temporal.PlainDate,
  at: Temporal.Instant,
  waitsFrom: Temporal.Instant,
): Promise<QueueTicket | undefined> {
  const next = await sql<{ last: number }>`
    insert into queue_day as q (desk_id, on_day, last) values (${ticket.deskId}, ${onDay.toString()}::date, 1)
    on conflict (desk_id, on_day) do update set last = q.last + 1 where q.last < 999
    returning last`.execute(transaction);
  const number = next.rows[0]?.last;
  if (!number) return undefined;
  const { rows } = await sql<QueueTicket>`
    insert into queue_ticket (id, desk_id, on_day, number, purpose, field_code, procedure_code, booking_id, priority_code,
      taken_at, waits_from, state, state_at, form_key)
    values (${newId()}::uuid, ${ticket.deskId}, ${onDay.toString()}::date, ${number}, ${ticket.purpose}, ${ticket.fieldCode},
      ${ticket.procedureCode}, ${ticket.bookingId}::uuid, ${ticket.priorityCode}, ${at}::timestamptz,
      ${waitsFrom}::timestamptz, 'waiting', ${at}::timestamptz, ${ticket.formKey})
    returning ${ticketColumns}`.execute(transaction);
  const given = rows[0];
  if (given) await insertEvent(transaction, given.id, 'taken', at, null, null);
  return given;
}

export async function findTicket(db: Database, id: string): Promise<QueueTicket | undefined> {
  const { rows } = await sql<QueueTicket>`select ${ticketColumns} from queue_ticket where id = ${id}::uuid`.execute(db);
  return rows[0];
}

export async function findTicketBy(
  db: Database,
  by: { readonly formKey: string } | { readonly bookingId: string },
): Promise<QueueTicket | undefined> {
  const { rows } = await sql<QueueTicket>`
    select ${ticketColumns} from queue_ticket
    where ${'formKey' in by ? sql`form_key = ${by.formKey}` : sql`booking_id = ${by.bookingId}::uuid`}`.execute(db);
  return rows[0];
}

/** Calls of one desk come one after the other. */
export async function lockQueue(transaction: Database, deskId: string, onDay: Temporal.PlainDate): Promise<void> {
  await sql`select from queue_day where desk_id = ${deskId} and on_day = ${onDay.toString()}::date for update`.execute(
    transaction,
  );
}

export async function listTickets(
  db: Database,
  deskId: string,
  onDay: Temporal.PlainDate,
  states: readonly TicketState[],
): Promise<readonly QueueTicket[]> {
  const { rows } = await sql<QueueTicket>`
    select ${ticketColumns} from queue_ticket
    where desk_id = ${deskId} and on_day = ${onDay.toString()}::date and state = any(${[...states]}::text[])
    order by number`.execute(db);
  return rows;
}

/** Seconds people waited and were served today. */
export interface DayTimes {
  readonly waited: readonly number[];
  readonly served: readonly number[];
}

export async function selectDayTimes(db: Database, deskId: string, onDay: Temporal.PlainDate): Promise<DayTimes> {
  const { rows } = await sql<{ waited: number; served: number | null }>`
    select greatest(0, extract(epoch from first_called_at - waits_from))::integer as waited,
      case when state = 'done' then served_seconds end as served
    from queue_ticket
    where desk_id = ${deskId} and on_day = ${onDay.toString()}::date and first_called_at is not null`.execute(db);
  return {
    waited: rows.map(({ waited }) => waited),
    served: rows.flatMap(({ served }) => (served === null ? [] : [served])),
  };
}

/** A ticket as it is after a move. Only from the state that was seen: whoever was slower changes nothing. */
export async function updateTicket(
  transaction: Database,
  seen: Pick<QueueTicket, 'id' | 'state' | 'shiftId'>,
  now: Pick<QueueTicket, 'state' | 'stateAt' | 'firstCalledAt' | 'servedSeconds' | 'calls'> &
    Pick<QueueTicket, 'counterNumber' | 'onlyCounter' | 'shiftId' | 'dossierId'>,
): Promise<boolean> {
  const { rows } = await sql`
    update queue_ticket set state = ${now.state}, state_at = ${now.stateAt}::timestamptz,
      first_called_at = ${now.firstCalledAt}::timestamptz, served_seconds = ${now.servedSeconds}, calls = ${now.calls},
      counter_number = ${now.counterNumber}, only_counter = ${now.onlyCounter}, shift_id = ${now.shiftId}::uuid,
      dossier_id = ${now.dossierId}::uuid
    where id = ${seen.id}::uuid and state = ${seen.state} and shift_id is not distinct from ${seen.shiftId}::uuid
    returning id`.execute(transaction);
  return rows.length > 0;
}

export type TicketEvent = 'taken' | 'called' | 'recalled' | 'missed' | 'returned' | 'transferred' | 'served' | 'done';

export async function insertEvent(
  transaction: Database,
  ticketId: string,
  what: TicketEvent,
  at: Temporal.Instant,
  counterNumber: number | null,
  accountId: string | null,
): Promise<void> {
  await sql`
    insert into queue_event (ticket_id, at, what, counter_number, account_id)
    values (${ticketId}::uuid, ${at}::timestamptz, ${what}, ${counterNumber}, ${accountId}::uuid)`.execute(transaction);
}

/** Counters open now. One left open overnight is not: it was opened before `since`. */
export async function listShifts(
  db: Database,
  deskId: string,
  since: Temporal.Instant,
): Promise<readonly CounterShift[]> {
  const { rows } = await sql<CounterShift>`
    select ${shiftColumns} from counter_shift
    where desk_id = ${deskId} and closed_at is null and opened_at >= ${since}::timestamptz order by number`.execute(db);
  return rows;
}

export async function findOwnShift(
  db: Database,
  accountId: string,
  since: Temporal.Instant,
): Promise<CounterShift | undefined> {
  const { rows } = await sql<CounterShift>`
    select ${shiftColumns} from counter_shift
    where account_id = ${accountId}::uuid and closed_at is null and opened_at >= ${since}::timestamptz`.execute(db);
  return rows[0];
}

/** Opens a counter; those left open on an earlier day are closed. @returns false when it, or the officer, has one open */
export async function insertShift(
  transaction: Database,
  shift: Pick<CounterShift, 'deskId' | 'number' | 'accountId'>,
  at: Temporal.Instant,
  since: Temporal.Instant,
): Promise<boolean> {
  await sql`
    update counter_shift set closed_at = ${since}::timestamptz
    where closed_at is null and opened_at < ${since}::timestamptz
      and ((desk_id = ${shift.deskId} and number = ${shift.number}) or account_id = ${shift.accountId}::uuid)`.execute(
    transaction,
  );
  const { rows } = await sql`
    insert into counter_shift (id, desk_id, number, account_id, opened_at)
    values (${newId()}::uuid, ${shift.deskId}, ${shift.number}, ${shift.accountId}::uuid, ${at}::timestamptz)
    on conflict do nothing returning id`.execute(transaction);
  return rows.length > 0;
}

export async function updateShift(
  db: Database,
  id: string,
  change:
    | { readonly pausedAt: Temporal.Instant | null }
    | { readonly closedAt: Temporal.Instant }
    | { readonly firstsInARow: number },
): Promise<void> {
  const set =
    'pausedAt' in change
      ? sql`paused_at = ${change.pausedAt}::timestamptz`
      : 'closedAt' in change
        ? sql`closed_at = ${change.closedAt}::timestamptz`
        : sql`firsts_in_a_row = ${change.firstsInARow}`;
  await sql`update counter_shift set ${set} where id = ${id}::uuid and closed_at is null`.execute(db);
}
