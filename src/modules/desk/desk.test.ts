import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { App } from '#app.ts';
import type { Refusal } from '#kernel/result.ts';
import { openFileStore } from '#platform/file-store.ts';
import { officerOf, openCity, ward } from '../../../tests/city.ts';
import { moment } from '../../../tests/dossier-walk.ts';
import { freshDatabase } from '../../../tests/on-database.ts';
import { sampleSubmission } from '../../../tests/sample-submission.ts';
import type { DeskOfficer } from './at-counter.ts';
import { loadDemoDesks } from './load-demo-desks.ts';
import { remindVisits } from './remind-visits.ts';

const database = await freshDatabase();
const { db } = database;
const folder = mkdtempSync(join(tmpdir(), 'motcua-desk-'));
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true });
});

const deskId = 'x-00007.desk';
const officer = (number: number): DeskOfficer =>
  officerOf(deskId, ['intake-officer'], number, 'hn/q-001/x-00007/x-00007.desk') as DeskOfficer;
const [first, second] = [officer(21), officer(22)];
let app: App;
let setClock: (at: string) => void;
let day = Temporal.PlainDate.from('2021-10-08');

beforeAll(async () => {
  ({ app, setClock } = await openCity(db, await openFileStore(folder)));
  await loadDemoDesks(db);
});
// each test has a working day of its own: an empty queue
beforeEach(() => {
  do day = day.add({ days: 1 });
  while (day.dayOfWeek > 5);
  at('09:00');
});
const at = (time: string) => setClock(`${day}T${time}`);

const wish = { deskId, purpose: 'file' as const, fieldCode: 'ho-tich', priorityCode: null, formKey: null };
const took = <T>(result: { ok: true; value: T } | { ok: false; refusal: Refusal }): T => {
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
};
const code = (result: { ok: true } | { ok: false; refusal: Refusal }) => (result.ok ? 'ok' : result.refusal.code);
const take = async (more: Partial<typeof wish> & { priorityCode?: string | null } = {}) =>
  took(await app.desk.takeTicket({ ...wish, ...more }));
const open = async (who: DeskOfficer, number: number) =>
  took(await app.desk.runCounter(who, deskId, { act: 'open', number }));

describe('queue tickets', () => {
  test('forty people at once get the numbers from 1 to 40, without gap and without double', async () => {
    const tickets = await Promise.all(Array.from({ length: 40 }, () => take()));
    expect(tickets.map(({ number }) => number).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 40 }, (_, n) => n + 1),
    );
  });

  test('a button pressed twice, even at once, gives one number, and the next person the next', async () => {
    const pressed = await Promise.all(Array.from({ length: 6 }, () => take({ formKey: `press-${day}` as never })));
    expect(new Set(pressed.map(({ number }) => number)).size).toBe(1);
    const next = await take();
    expect(next.number).toBe((pressed[0]?.number ?? 0) + 1);
  });

  test('none is given outside the opening hours, and the hour of opening is said', async () => {
    at('18:00');
    const refusal = await app.desk.takeTicket(wish);
    expect(refusal).toMatchObject({ ok: false, refusal: { code: 'desk-closed' } });
    at('07:50');
    expect(code(await app.desk.takeTicket(wish))).toBe('ok');
  });

  test('a desk without counters gives none', async () => {
    expect(code(await app.desk.takeTicket({ ...wish, deskId: 'x-00004.desk' }))).toBe('desk-unknown');
  });

  test('two counters that call at once call two people, in the order of the rule', async () => {
    for (let count = 0; count < 4; count++) await take();
    const old = await take({ priorityCode: 'elderly' as never });
    await open(first, 1);
    await open(second, 2);
    const called = await Promise.all([app.desk.callNext(first, deskId), app.desk.callNext(second, deskId)]);
    const numbers = called.map((result) => took(result).number).sort((a, b) => a - b);
    expect(numbers).toEqual([1, old.number]);
    expect(code(await app.desk.callNext(first, deskId))).toBe('counter-busy');
  });

  test('wait and service are recorded, a transfer keeps the wait and is called at its counter alone', async () => {
    const ticket = await take();
    at('09:12');
    await open(first, 1);
    await open(second, 2);
    took(await app.desk.callNext(first, deskId));
    at('09:15');
    took(await app.desk.moveTicket(first, deskId, ticket.id, { move: 'transfer', toCounter: 2 }));
    expect(code(await app.desk.callNext(first, deskId))).toBe('nobody-waits');
    took(await app.desk.callNext(second, deskId));
    at('09:20');
    took(await app.desk.moveTicket(second, deskId, ticket.id, { move: 'finish' }));
    const queue = await app.desk.queue(deskId);
    expect(queue?.waits).toMatchObject({ median: 12 });
    expect(queue?.times.served).toEqual([8 * 60]);
    await expect(
      sql`update queue_ticket set state = 'waiting' where id = ${ticket.id}::uuid`.execute(db),
    ).rejects.toThrow('never changed');
  });

  test('who was missed and comes back is called again with the same number', async () => {
    const ticket = await take();
    await open(first, 1);
    took(await app.desk.callNext(first, deskId));
    took(await app.desk.moveTicket(first, deskId, ticket.id, { move: 'recall' }));
    took(await app.desk.moveTicket(first, deskId, ticket.id, { move: 'miss' }));
    expect((await app.desk.queue(deskId))?.missed.map(({ number }) => number)).toEqual([ticket.number]);
    took(await app.desk.moveTicket(first, deskId, ticket.id, { move: 'return' }));
    expect(took(await app.desk.callNext(first, deskId))).toMatchObject({ number: ticket.number, calls: 3 });
  });

  test('a wait is estimated from the people served today, and not before there were five', async () => {
    await open(first, 1);
    for (let count = 0; count < 5; count++) {
      at(`09:${10 + count * 10}`);
      const { id } = await take();
      expect((await app.desk.ticket(id))?.estimate).toBeUndefined();
      took(await app.desk.callNext(first, deskId));
      at(`09:${19 + count * 10}`);
      took(await app.desk.moveTicket(first, deskId, id, { move: 'finish' }));
    }
    await take();
    const { id } = await take();
    expect(await app.desk.ticket(id)).toMatchObject({ before: 1, estimate: 9 });
  });

  test('a counter has one officer and an officer one counter; left open overnight it is free again', async () => {
    await open(first, 1);
    expect(code(await app.desk.runCounter(second, deskId, { act: 'open', number: 1 }))).toBe('counter-taken');
    expect(code(await app.desk.runCounter(first, deskId, { act: 'open', number: 2 }))).toBe('counter-taken');
    expect(code(await app.desk.runCounter(second, deskId, { act: 'open', number: 9 }))).toBe('counter-unknown');
    expect(code(await app.desk.runCounter(ward.neighbour as DeskOfficer, deskId, { act: 'open', number: 2 }))).toBe(
      'desk-not-yours',
    );
    day = day.add({ days: 1 });
    at('09:00');
    expect((await app.desk.queue(deskId))?.shifts).toEqual([]);
    expect(code(await app.desk.runCounter(second, deskId, { act: 'open', number: 1 }))).toBe('ok');
  });

  test('a paused counter calls nobody', async () => {
    await take();
    await open(first, 1);
    took(await app.desk.runCounter(first, deskId, { act: 'pause' }));
    expect(code(await app.desk.callNext(first, deskId))).toBe('counter-paused');
    took(await app.desk.runCounter(first, deskId, { act: 'resume' }));
    expect(code(await app.desk.callNext(first, deskId))).toBe('ok');
  });
});

describe('booked visits', () => {
  let phones = 0;
  const visit = (time: string, more = {}) => ({
    deskId,
    procedureCode: '1.001193',
    startsAt: moment(`${day}T${time}`),
    name: 'Trần Văn An',
    phone: `09${String(10_000_000 + ++phones)}`,
    formKey: null,
    ...more,
  });

  test('of twelve who want the four places of a half hour at once, four get them', async () => {
    const asked = await Promise.all(Array.from({ length: 12 }, () => app.desk.book(visit('10:00'))));
    expect(asked.map(code).sort()).toEqual([...Array(4).fill('ok'), ...Array(8).fill('slot-full')].sort());
    const { rows } =
      await sql`select taken from visit_slot where starts_at = ${visit('10:00').startsAt}::timestamptz`.execute(db);
    expect(rows).toEqual([{ taken: 4 }]);
  });

  test('the database itself refuses one too many, whoever writes it', async () => {
    for (let count = 0; count < 4; count++) took(await app.desk.book(visit('10:30')));
    const forged = sql`
      insert into booking (id, code, desk_id, starts_at, procedure_code, name, phone, state, made_at, changed_at)
      select gen_random_uuid(), 'ZZZZZZ', desk_id, starts_at, '1', 'A', '0912345678', 'booked', now(), now()
      from booking where starts_at = ${visit('10:30').startsAt}::timestamptz limit 1`;
    await expect(forged.execute(db)).rejects.toThrow('visit_slot_not_overfull');
  });

  test('only half hours of the opening hours of published days ahead can be booked', async () => {
    const sunday = day.add({ days: 7 - day.dayOfWeek });
    const other = (startsAt: string) => app.desk.book({ ...visit('10:00'), startsAt: moment(startsAt) });
    expect(code(await app.desk.book(visit('12:00')))).toBe('slot-not-open');
    expect(code(await app.desk.book(visit('10:10')))).toBe('slot-not-open');
    expect(code(await app.desk.book(visit('08:00')))).toBe('slot-not-open');
    expect(code(await other(`${sunday}T10:00`))).toBe('slot-not-open');
    expect(code(await other('2022-03-01T10:00'))).toBe('slot-not-open');
    expect(code(await app.desk.book({ ...visit('14:00'), procedureCode: '1.009994' }))).toBe('desk-unknown');
  });

  test('code and telephone number open it; moved, the old place is free and the new one taken', async () => {
    const booking = took(await app.desk.book(visit('13:00')));
    const spoken = booking.phone.replace(/^0(\d{3})(\d{3})/, '+84 $1 $2 ');
    expect(await app.desk.booking(booking.code.toLowerCase(), spoken)).toMatchObject({ id: booking.id });
    expect(await app.desk.booking(booking.code, '0900000000')).toBeUndefined();
    expect(await app.desk.booking(booking.code, '')).toBeUndefined();
    took(await app.desk.changeBooking(booking, { startsAt: visit('13:30').startsAt }));
    const { rows } = await sql`
      select taken from visit_slot where starts_at in (${visit('13:00').startsAt}::timestamptz, ${visit('13:30').startsAt}::timestamptz)
      order by starts_at`.execute(db);
    expect(rows).toEqual([{ taken: 0 }, { taken: 1 }]);
    const moved = await app.desk.booking(booking.code, booking.phone);
    took(await app.desk.changeBooking(moved!, { state: 'cancelled' }));
    expect(code(await app.desk.changeBooking(moved!, { state: 'cancelled' }))).toBe('booking-over');
  });

  test('a telephone number holds two bookings at most', async () => {
    const phone = '0988777666';
    for (const time of ['14:00', '14:30']) took(await app.desk.book(visit(time, { phone })));
    expect(code(await app.desk.book(visit('15:00', { phone })))).toBe('bookings-too-many');
  });

  test('checked in by its code it goes before others from its time on; too late it is over', async () => {
    const booking = took(await app.desk.book(visit('09:30')));
    const other = await take();
    const ticket = took(await app.desk.checkIn({ deskId, code: booking.code, priorityCode: null }));
    expect(took(await app.desk.checkIn({ deskId, code: booking.code, priorityCode: null })).number).toBe(ticket.number);
    expect((await app.desk.queue(deskId))?.waiting.map(({ number }) => number)).toEqual([other.number, ticket.number]);
    at('09:20');
    expect((await app.desk.queue(deskId))?.waiting.map(({ number }) => number)).toEqual([ticket.number, other.number]);
    const missed = took(await app.desk.book(visit('10:00')));
    at('10:16');
    expect(code(await app.desk.checkIn({ deskId, code: missed.code, priorityCode: null }))).toBe('booking-over');
    expect(code(await app.desk.checkIn({ deskId, code: 'ZZZZZ2', priorityCode: null }))).toBe('booking-not-found');
  });

  test('who did not come is marked when the next one is called, and the place is free', async () => {
    const booking = took(await app.desk.book(visit('09:30')));
    await take();
    await open(first, 1);
    at('10:00');
    took(await app.desk.callNext(first, deskId));
    expect(await app.desk.booking(booking.code, booking.phone)).toMatchObject({ state: 'missed' });
  });
});

describe('reminders', () => {
  const { accountId } = ward.desk;
  const asked = async (more: Partial<Parameters<App['desk']['book']>[0]> = {}) => {
    const startsAt = moment(`${day.add({ days: 1 })}T10:00`);
    const visit = { deskId, procedureCode: '1.001193', name: 'Trần Văn An', phone: '0977123456', formKey: null };
    return app.desk.book({ ...visit, startsAt, ...more });
  };
  const open = { channels: ['sms'] as const };
  const remind = async () => remindVisits(db, { ...open, tree: (await app.ground()).tree }, app.now());
  const waiting = async () =>
    (
      await sql<{ words: string; recipient: string }>`
        select words, recipient from notice where template = 'visit-reminder' order by made_at`.execute(db)
    ).rows;
  beforeEach(() => {
    while (day.dayOfWeek !== 1) day = day.add({ days: 1 });
    at('09:00');
  });

  test('a visit is reminded of once, twenty hours before, by one text message; a moved one again', async () => {
    const booking = took(await asked());
    expect(await remind()).toBe(0);
    at('14:30');
    expect(await remindVisits(db, { channels: ['email'], tree: (await app.ground()).tree }, app.now())).toBe(0);
    expect(await Promise.all([remind(), remind(), remind()]).then((each) => each.reduce((a, b) => a + b))).toBe(1);
    expect(await remind()).toBe(0);
    const [notice] = await waiting();
    expect(notice).toMatchObject({ recipient: '0977123456' });
    expect(notice?.words).toContain(booking.code);
    expect(notice?.words.length).toBeLessThanOrEqual(160);
    took(await app.desk.changeBooking(booking, { startsAt: booking.startsAt.add({ hours: 25 }) }));
    day = day.add({ days: 1 });
    at('16:30');
    expect(await remind()).toBe(1);
    expect(await waiting()).toHaveLength(2);
  });

  test('who booked within the hours of reminding, or cancelled, is left in peace', async () => {
    at('15:00');
    took(await asked({ phone: '0977123457' }));
    expect(await remind()).toBe(0);
    at('09:00');
    const other = took(await asked({ phone: '0977123458', startsAt: moment(`${day.add({ days: 1 })}T10:30`) }));
    took(await app.desk.changeBooking(other, { state: 'cancelled' }));
    at('16:00');
    expect(await remind()).toBe(0);
  });

  test('whoever was signed in finds the visit by the account', async () => {
    await sql`
      insert into account (id, kind, name, sign_in_name, created_at)
      values (${accountId}::uuid, 'citizen', 'Trần Văn An', '0977123459', now())
      on conflict do nothing`.execute(db);
    const booking = took(await asked({ phone: '0977123459', accountId }));
    expect(await app.desk.ownBookings(accountId ?? '')).toMatchObject([{ code: booking.code }]);
    expect(await app.desk.ownBooking(accountId ?? '', booking.code)).toMatchObject({ id: booking.id });
    expect(await app.desk.ownBooking(ward.clerk.accountId ?? '', booking.code)).toBeUndefined();
  });
});

describe('devices', () => {
  const kiosk = { deskId, kind: 'kiosk' as const, counterNumber: null, label: ' cạnh  cửa ' };

  test('a key opens its desk until it is revoked, and lies in no table', async () => {
    const enrolled = took(await app.desk.enrolDevice(first, kiosk, null));
    const { device, key } = enrolled ?? {};
    expect(device).toMatchObject({ deskId, kind: 'kiosk', label: 'cạnh cửa' });
    expect(await app.desk.device(key ?? '')).toMatchObject({ id: device?.id });
    expect(await app.desk.device('x'.repeat(43))).toBeUndefined();
    const { rows } = await sql<{ row: string }>`select row_to_json(d)::text as row from desk_device d`.execute(db);
    expect(rows.some(({ row }) => row.includes(key ?? ''))).toBe(false);
    expect(code(await app.desk.revokeDevice(ward.neighbour as DeskOfficer, deskId, device?.id ?? ''))).toBe(
      'desk-not-yours',
    );
    took(await app.desk.revokeDevice(second, deskId, device?.id ?? ''));
    expect(await app.desk.device(key ?? '')).toBeUndefined();
    expect(code(await app.desk.revokeDevice(second, deskId, device?.id ?? ''))).toBe('device-unknown');
    const again = sql`update desk_device set revoked_at = null, revoked_by = null where id = ${device?.id}::uuid`;
    await expect(again.execute(db)).rejects.toThrow('stays revoked');
  });

  test('only officers of the desk enrol, a tablet at one of its counters, and a form sent twice enrols once', async () => {
    expect(code(await app.desk.enrolDevice(ward.neighbour as DeskOfficer, kiosk, null))).toBe('desk-not-yours');
    expect(code(await app.desk.enrolDevice(first, { ...kiosk, kind: 'tablet' }, null))).toBe('counter-unknown');
    expect(code(await app.desk.enrolDevice(first, { ...kiosk, label: ' ' }, null))).toBe('device-label-missing');
    expect(took(await app.desk.enrolDevice(first, kiosk, 'one-form'))).not.toBeNull();
    expect(took(await app.desk.enrolDevice(first, kiosk, 'one-form'))).toBeNull();
  });
});

describe('ratings', () => {
  const answers = { attitude: 'good', elsewhere: 'no', organisation: 'good', publication: 'right', comment: '' };
  const end = (caseId: string, at = moment('2021-09-30T09:00')) =>
    // the way of a dossier to its end is told elsewhere: here only what the score reads is set
    sql`
      update cases set timeliness = 'early', ended_at = ${at}::timestamptz, open = false where id = ${caseId}::uuid`.execute(
      db,
    );
  const received = async () => {
    const done = await app.dossiers.receive(ward.desk, await sampleSubmission(app, '1.004873', 'x-00007'));
    return took(done).caseId;
  };

  test('a dossier is rated once, when it has ended, with the secret of its slip or of its receipt', async () => {
    const caseId = await received();
    const page = await app.dossiers.page(ward.desk, caseId);
    const shown = page?.state.code ?? '';
    expect(await app.ratings.find(shown, await app.ratings.secretOf(caseId))).toBe(caseId);
    expect(await app.ratings.find(shown, await app.dossiers.secretOf(caseId))).toBe(caseId);
    expect(await app.ratings.find(shown, 'AAAAAAAA')).toBeUndefined();
    expect(await app.dossiers.track(shown, await app.ratings.secretOf(caseId))).toBeUndefined();
    expect(code(await app.ratings.rate(caseId, { ...answers, attitude: '' }, 'link'))).toBe('rating-incomplete');
    expect(code(await app.ratings.rate(caseId, answers, 'link'))).toBe('rating-too-early');
    expect(await app.ratings.mayBeRated(caseId)).toBe(false);
    await end(caseId);
    expect(await app.ratings.mayBeRated(caseId)).toBe(true);
    expect(code(await app.ratings.rate(caseId, answers, 'link'))).toBe('ok');
    expect(await app.ratings.mayBeRated(caseId)).toBe(false);
    expect(code(await app.ratings.rate(caseId, answers, 'link'))).toBe('rated-already');
  });

  test('the tablet of a counter asks for the dossier of who is there, of this desk and once it has ended', async () => {
    const caseId = await received();
    const ticket = await take({ purpose: 'result' as never });
    await open(first, 1);
    took(await app.desk.callNext(first, deskId));
    const serve = (dossierId: string) => app.desk.moveTicket(first, deskId, ticket.id, { move: 'serve', dossierId });
    expect(code(await serve('00000000-0000-7000-8000-000000000099'))).toBe('ticket-dossier-wrong');
    took(await serve(caseId));
    expect(await app.ratings.lastAt(deskId, 1)).toMatchObject({ caseId, isEnded: false, isRated: false });
    await end(caseId);
    expect(await app.ratings.lastAt(deskId, 1)).toMatchObject({ isEnded: true });
    took(await app.desk.moveTicket(first, deskId, ticket.id, { move: 'finish' }));
    took(await app.ratings.rate(caseId, answers, 'tablet'));
    expect(await app.ratings.lastAt(deskId, 1)).toMatchObject({ caseId, isRated: true });
    expect(await app.ratings.lastAt(deskId, 2)).toBeUndefined();
  });

  test('the slip is an A5 page with the code and no name', async () => {
    const page = await app.dossiers.page(ward.desk, await received());
    const pdf = Buffer.from(await app.ratings.slip(page!)).toString('latin1');
    expect(/<xmpTPg:NPages>(\d+)</.exec(pdf)?.[1]).toBe('1');
  });

  test('few answers are left out of every figure; from three on they count', async () => {
    const head = ward.signatory as DeskOfficer;
    const quarter = { year: 2021, quarter: 4 };
    const finish = async (attitude: string | null) => {
      const caseId = await received();
      await end(caseId, app.now());
      if (attitude) took(await app.ratings.rate(caseId, { ...answers, attitude }, 'tablet'));
    };
    await finish('complaint');
    await finish('good');
    await finish(null);
    const attitude = async () =>
      (await app.ratings.scores(head, 'x-00007', quarter))?.officials[0]?.score.indicators.find(
        ({ indicator }) => indicator === 7,
      )?.tenths;
    expect(await attitude()).toBe(20);
    await finish('good');
    expect(await attitude()).toBe(15);
    expect((await app.ratings.scores(head, 'x-00007', quarter))?.officials).toMatchObject([{ dossiers: 4 }]);
    expect(await app.ratings.scores(ward.neighbour as DeskOfficer, 'x-00007', quarter)).toBeUndefined();
  });
});
