import * as z from 'zod';
import type { App } from '#app.ts';
import type { Actor } from '#case-engine/rules/authority.ts';
import { isId } from '#kernel/id.ts';
import { accepted, type Result, refused } from '#kernel/result.ts';
import type { Booking, DeskOfficer, QueueTicket } from '#modules/desk/index.ts';
import { asNumber } from '#modules/figures/index.ts';
import { GuessThrottle, networkOf } from '#surfaces/web/guess-throttle.ts';
import { type ApiRequest, type Operation, operation } from './operation.ts';

const moment = z.iso.datetime({ offset: true });
const day = z.object({
  day: z.string(),
  slots: z.array(z.object({ startsAt: z.string(), free: z.number().int() })),
});
const booking = z.object({
  code: z.string(),
  deskId: z.string(),
  startsAt: z.string(),
  procedureCode: z.string(),
  name: z.string(),
  state: z.enum(['booked', 'came', 'cancelled', 'missed']),
});
const ticket = z.object({
  id: z.string(),
  deskId: z.string(),
  number: z.number().int(),
  purpose: z.enum(['file', 'result', 'advice']),
  state: z.enum(['waiting', 'called', 'done', 'missed']),
  counter: z.number().int().nullable(),
  takenAt: z.string(),
});
const figures = z.object({
  count: z.number().int(),
  median: z.number(),
  ninetyPercent: z.number(),
  average: z.number(),
});

const showTicket = ({ id, deskId, number, purpose, state, counterNumber, takenAt }: QueueTicket) => ({
  id,
  deskId,
  number,
  purpose,
  state,
  counter: counterNumber,
  takenAt: takenAt.toString(),
});
const showBooking = ({ code, deskId, startsAt, procedureCode, name, state }: Booking) => ({
  code,
  deskId,
  startsAt: startsAt.toString(),
  procedureCode,
  name,
  state,
});

const officerOf = (actor: Actor): DeskOfficer | undefined =>
  actor.kind === 'officer' && actor.accountId ? { ...actor, accountId: actor.accountId } : undefined;

/** Slots and booked visits. */
export function visitOperations(app: App): readonly Operation[] {
  const throttle = new GuessThrottle();
  /** By code and telephone number, or by the account that made it; wrong tries are counted. */
  const find = async (
    { actor, context }: ApiRequest<unknown>,
    code: string,
    phone: string,
  ): Promise<Result<Booking>> => {
    const from = networkOf(context.env?.incoming?.socket?.remoteAddress ?? 'unknown');
    const minutes = throttle.waitMinutes(from, app.now());
    if (minutes > 0) return refused('too-many-tries', { minutes });
    const own = actor.accountId ? await app.desk.ownBooking(actor.accountId, code) : undefined;
    const found = own ?? (await app.desk.booking(code, phone));
    if (found) return accepted(found);
    throttle.noteWrong(from, app.now());
    return refused('booking-not-found', {}, 'code');
  };
  const proof = { code: z.string().max(40), phone: z.string().max(40).default('') };
  return [
    operation({
      method: 'get',
      path: '/desks/{id}/slots',
      id: 'listSlots',
      summary: 'The days and half hours of a desk that can be booked, with how many places each has left',
      open: true,
      answer: z.array(day),
      handle: async ({ path }) => {
        const plan = await app.desk.plan(path.id ?? '');
        if (!plan) return refused('desk-unknown');
        return accepted(
          (await app.desk.visitDays(plan)).map((each) => ({
            day: each.day.toString(),
            slots: each.slots.map(({ startsAt, free }) => ({ startsAt: startsAt.toString(), free })),
          })),
        );
      },
    }),
    operation({
      method: 'post',
      path: '/bookings',
      id: 'bookVisit',
      summary: 'Book a half hour at a desk for one of its procedures; the same Idempotency-Key books once',
      open: true,
      command: true,
      body: z.object({
        deskId: z.string().max(80),
        procedureCode: z.string().max(40),
        startsAt: moment,
        name: z.string().max(200),
        phone: z.string().max(40),
      }),
      answer: booking,
      handle: async ({ actor, body, call }) => {
        const booked = await app.desk.book({
          ...body,
          startsAt: Temporal.Instant.from(body.startsAt),
          formKey: call.key ? `api ${call.key.caller} ${call.key.key} ${call.key.requestHash}` : null,
          accountId: actor.kind === 'citizen' ? actor.accountId : null,
        });
        return booked.ok ? accepted(showBooking(booked.value)) : booked;
      },
    }),
    operation({
      method: 'post',
      path: '/bookings/find',
      id: 'findBooking',
      summary: 'A booking by its code and telephone number, or by the account that made it',
      open: true,
      body: z.object(proof),
      answer: booking,
      handle: async (request) => {
        const found = await find(request, request.body.code, request.body.phone);
        return found.ok ? accepted(showBooking(found.value)) : found;
      },
    }),
    operation({
      method: 'post',
      path: '/bookings/change',
      id: 'changeBooking',
      summary: 'Move a booking to another half hour, or cancel it',
      open: true,
      body: z.object({ ...proof, change: z.union([z.object({ startsAt: moment }), z.literal('cancel')]) }),
      answer: booking,
      handle: async (request) => {
        const { code, phone, change } = request.body;
        const found = await find(request, code, phone);
        if (!found.ok) return found;
        const wish =
          change === 'cancel'
            ? ({ state: 'cancelled' } as const)
            : { startsAt: Temporal.Instant.from(change.startsAt) };
        const done = await app.desk.changeBooking(found.value, wish);
        return done.ok ? accepted(showBooking({ ...found.value, ...wish })) : done;
      },
    }),
  ];
}

/** Queue tickets, counters and ratings. */
export function deskOperations(app: App): readonly Operation[] {
  const throttle = new GuessThrottle();
  return [
    operation({
      method: 'get',
      path: '/desks/{id}/queue',
      id: 'getQueue',
      summary: 'Who is served where and who waits, by numbers alone, with the waits of the day in minutes',
      open: true,
      answer: z.object({
        isOpen: z.boolean(),
        called: z.array(z.object({ number: z.number().int(), counter: z.number().int().nullable() })),
        waiting: z.array(z.number().int()).describe('In the order of calling.'),
        waits: figures.nullable(),
      }),
      handle: async ({ path }) => {
        const queue = await app.desk.queue(path.id ?? '');
        if (!queue) return refused('desk-unknown');
        return accepted({
          isOpen: queue.hours.isOpen,
          called: queue.called.map(({ number, counterNumber }) => ({ number, counter: counterNumber })),
          waiting: queue.waiting.map(({ number }) => number),
          waits: queue.waits ?? null,
        });
      },
    }),
    operation({
      method: 'post',
      path: '/desks/{id}/tickets',
      id: 'takeTicket',
      summary: 'The next number: from a kiosk with its key in X-Device-Key, or by an officer of the desk',
      open: true,
      command: true,
      body: z.object({
        purpose: z.enum(['file', 'result', 'advice']).default('file'),
        fieldCode: z.string().max(80).nullable().default(null),
        priorityCode: z.string().max(40).nullable().default(null),
        bookingCode: z.string().max(40).optional().describe('Of whoever booked; purpose and field follow from it.'),
      }),
      answer: ticket,
      handle: async ({ actor, body, call, context, path }) => {
        const deskId = path.id ?? '';
        const key = context.req.header('x-device-key') ?? '';
        const device = key && key.length < 60 ? await app.desk.device(key) : undefined;
        const isKiosk = device?.kind === 'kiosk' && device.deskId === deskId;
        if (!isKiosk && !app.desk.worksAt(actor, deskId)) return refused('device-not-enrolled');
        const { bookingCode, purpose, fieldCode, priorityCode } = body;
        const given = bookingCode
          ? await app.desk.checkIn({ deskId, code: bookingCode, priorityCode })
          : await app.desk.takeTicket({
              deskId,
              purpose,
              fieldCode,
              priorityCode,
              formKey: call.key ? `api ${call.key.key} ${call.key.requestHash}` : null,
            });
        return given.ok ? accepted(showTicket(given.value)) : given;
      },
    }),
    operation({
      method: 'get',
      path: '/tickets/{id}',
      id: 'getTicket',
      summary: 'A number as it stands: how many are before it, and the wait in minutes where anybody can say',
      open: true,
      answer: ticket.extend({ before: z.number().int(), estimate: z.number().int().nullable() }),
      handle: async ({ path }) => {
        const now = isId(path.id) ? await app.desk.ticket(path.id) : undefined;
        if (!now) return refused('ticket-not-found');
        return accepted({ ...showTicket(now.ticket), before: now.before, estimate: now.estimate ?? null });
      },
    }),
    operation({
      method: 'post',
      path: '/desks/{id}/counter',
      id: 'runCounter',
      summary: 'Open, pause, go on with or close the caller’s counter',
      body: z.object({ act: z.enum(['open', 'pause', 'resume', 'close']), number: z.number().int().min(1).optional() }),
      answer: z.null(),
      handle: async ({ actor, body, path }) => {
        const officer = officerOf(actor);
        if (!officer) return refused('desk-not-yours');
        const act = body.act === 'open' ? { act: body.act, number: body.number ?? 0 } : { act: body.act };
        return app.desk.runCounter(officer, path.id ?? '', act);
      },
    }),
    operation({
      method: 'post',
      path: '/desks/{id}/call-next',
      id: 'callNext',
      summary: 'Call whom the rule names to the caller’s counter',
      answer: ticket,
      handle: async ({ actor, path }) => {
        const officer = officerOf(actor);
        const called = officer ? await app.desk.callNext(officer, path.id ?? '') : refused('desk-not-yours');
        return called.ok ? accepted(showTicket(called.value)) : called;
      },
    }),
    operation({
      method: 'post',
      path: '/desks/{id}/tickets/{ticket}/moves',
      id: 'moveTicket',
      summary: 'Call again, mark as not here, put back, send to another counter, tie to a dossier, or end',
      body: z.union([
        z.object({ move: z.enum(['recall', 'miss', 'return', 'finish']) }),
        z.object({ move: z.literal('transfer'), toCounter: z.number().int().min(1) }),
        z.object({ move: z.literal('serve'), dossierId: z.uuid() }),
      ]),
      answer: ticket,
      handle: async ({ actor, body, path }) => {
        const officer = officerOf(actor);
        if (!officer) return refused('desk-not-yours');
        if (!isId(path.ticket)) return refused('ticket-not-found');
        const moved = await app.desk.moveTicket(officer, path.id ?? '', path.ticket, body);
        return moved.ok ? accepted(showTicket(moved.value)) : moved;
      },
    }),
    operation({
      method: 'post',
      path: '/ratings',
      id: 'rateDossier',
      summary: 'Rate a dossier that has ended, once, by its code and the secret of its slip or receipt',
      open: true,
      body: z.object({
        code: z.string().max(60),
        secret: z.string().max(20),
        attitude: z.enum(['good', 'fair', 'complaint']),
        elsewhere: z.boolean().describe('One had to go to another agency.'),
        organisation: z.enum(['good', 'fair', 'bad']),
        publication: z.enum(['right', 'missing', 'wrong', 'not-seen']),
        comment: z.string().max(2000).default(''),
      }),
      answer: z.null(),
      handle: async ({ body, context }) => {
        const from = networkOf(context.env?.incoming?.socket?.remoteAddress ?? 'unknown');
        const minutes = throttle.waitMinutes(from, app.now());
        if (minutes > 0) return refused('too-many-tries', { minutes });
        const { code, secret, elsewhere, ...answers } = body;
        const caseId = await app.ratings.find(code, secret);
        if (!caseId) {
          throttle.noteWrong(from, app.now());
          return refused('dossier-not-found');
        }
        return app.ratings.rate(caseId, { ...answers, elsewhere: elsewhere ? 'yes' : 'no' }, 'link');
      },
    }),
    operation({
      method: 'get',
      path: '/agencies/{id}/service-scores',
      id: 'getServiceScores',
      summary: 'The nine indicators of an agency’s quarter, for its officers, as the public index counts them',
      query: { year: 'Year', quarter: '1 to 4' },
      answer: z.object({
        dossiers: z.number().int(),
        answered: z.number().int(),
        answersUsed: z.boolean(),
        total: z.number().nullable(),
        knownPercent: z.number().int(),
        indicators: z.array(z.object({ indicator: z.string(), state: z.string(), points: z.number().nullable() })),
      }),
      handle: async ({ actor, path, query }) => {
        const officer = officerOf(actor);
        const quarter = { year: Number(query.year), quarter: Number(query.quarter) };
        const isQuarter = /^20\d\d$/.test(query.year ?? '') && /^[1-4]$/.test(query.quarter ?? '');
        const scores = officer && isQuarter ? await app.ratings.scores(officer, path.id ?? '', quarter) : undefined;
        if (!scores) return refused('desk-not-yours');
        const { dossiers, answered, answersUsed, score } = scores;
        const indicators = (score?.subScores ?? []).map(({ id, state, points }) => ({
          indicator: id.split('.')[0] ?? id,
          state,
          points: points && asNumber(points),
        }));
        const total = score?.total ? asNumber(score.total) : null;
        return accepted({ dossiers, answered, answersUsed, total, knownPercent: score?.known ?? 0, indicators });
      },
    }),
  ];
}
