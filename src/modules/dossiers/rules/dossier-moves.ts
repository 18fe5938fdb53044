import { type ClockGround, closeDays, dueOf, limitOf, openDays, startClock } from '#case-engine/rules/case-clock.ts';
import type { CaseEffect, CaseState, ClockRecord } from '#case-engine/rules/case-state.ts';
import { type ReappointmentRefusal, reappointedDue, timeliness } from '#case-engine/rules/clock.ts';
import { accepted, type Result, refused } from '#kernel/result.ts';
import type { Text } from '#kernel/text.ts';
import { formatDate } from '#kernel/vietnamese.ts';
import { localDay, toInstant, toLocal } from '#kernel/zone.ts';
import type { DossierRefusal } from '../refusals.ts';
import type { MoveData } from './move-data.ts';
import { agencyOf, handlingStepBefore, needsHandOver, standAt } from './route-position.ts';

type Refused = DossierRefusal | ReappointmentRefusal;

/** What a move knows besides the case: the moment, who acts, and the ground of the clock. */
export interface MoveContext extends ClockGround {
  readonly at: Temporal.Instant;
  readonly actor: { readonly accountId: string | null; readonly name: string };
}

type CaseFacts = NonNullable<CaseEffect['facts']>;

type EffectOf<Data> = (state: CaseState, data: Data, context: MoveContext) => Result<CaseEffect, Refused>;

const intakeLimit = '8 working-hour';

/** The clock of the intake: an online dossier is answered within 8 working hours (NĐ 45/2020 art. 11). */
export function intakeClock(at: Temporal.Instant, receivingUnitId: string): ClockRecord {
  return startClock(at, intakeLimit, receivingUnitId);
}

function withStepDue(effect: CaseEffect, hours: number, context: MoveContext): Result<CaseEffect, Refused> {
  if (hours <= 0) return accepted({ ...effect, stepDueAt: null });
  const due = dueOf(startClock(context.at, `${hours} working-hour`, ''), context);
  return due.ok ? accepted({ ...effect, stepDueAt: due.value }) : due;
}

/** On to the next step: a hand-over that waits for its second signature, a new holder in the same office, or the result. */
function advance(state: CaseState, facts: CaseFacts, context: MoveContext, note = ''): Result<CaseEffect, Refused> {
  const index = state.step + 1;
  const next = state.route[index];
  const here = state.holder?.unitId;
  if (!next || !here) throw new RangeError('a route ends with the return of the result');
  if (next.work === 'return') return settle(state, index, facts, context);
  if (needsHandOver(here, next.unitId)) {
    const at = context.at.toString();
    return withStepDue(
      {
        state: 'in-process',
        facts: { ...facts },
        handOver: {
          fromUnitId: here,
          toUnitId: next.unitId,
          toStep: index,
          givenBy: context.actor.name,
          givenAt: at,
          note,
        },
      },
      next.hours,
      context,
    );
  }
  return withStepDue({ ...standAt(state, index), facts: { ...facts } }, next.hours, context);
}

/** The result is ready at the desk: the clock stops for good. */
function settle(state: CaseState, index: number, facts: CaseFacts, context: MoveContext): Result<CaseEffect, Refused> {
  if (!state.clock || !state.dueAt) throw new RangeError('a dossier in process has a clock');
  const due = toLocal(Temporal.Instant.from(state.dueAt));
  return accepted({
    ...standAt(state, index),
    state: 'settled',
    stepDueAt: null,
    endedAt: context.at.toString(),
    timeliness: timeliness(toLocal(context.at), due, limitOf(state.clock)),
    facts: { ...facts },
  });
}

/** Counts the due moment again after the clock was touched; the first due moment is kept. */
function recount(clock: ClockRecord, effect: CaseEffect, context: MoveContext): Result<CaseEffect, Refused> {
  const due = dueOf(clock, context);
  return due.ok ? accepted({ ...effect, clock, dueAt: due.value }) : due;
}

const atDesk = (state: CaseState): CaseEffect => ({
  step: 0,
  handOver: null,
  stepDueAt: null,
  holder: { unitId: `${state.receivingUnitId}.desk`, role: 'intake-officer', accountId: null, name: null },
});

const answerDue = (context: MoveContext, days: number) =>
  dueOf(startClock(context.at, `${days} working-day`, ''), context);

const ended = (state: string, context: MoveContext, facts: CaseFacts): Result<CaseEffect, Refused> =>
  accepted({
    state,
    endedAt: context.at.toString(),
    holder: null,
    handOver: null,
    stepDueAt: null,
    facts: { ...facts },
  });

const tax: Text = { vi: 'chờ thực hiện nghĩa vụ tài chính', en: 'waiting for the financial obligation' };

/** What each move changes. One function a move; whether it may be made is asked before (open moves). */
export const dossierMoves: { readonly [Move in keyof MoveData]: EffectOf<MoveData[Move]> } = {
  accept: (state, data, context) => {
    const clock = startClock(data.receivedAt ?? context.at, data.limit, state.receivingUnitId);
    const effect: CaseEffect = {
      ...atDesk(state),
      state: 'accepted',
      code: data.code,
      acceptedAt: (data.receivedAt ?? context.at).toString(),
      holder: {
        unitId: `${state.receivingUnitId}.desk`,
        role: 'intake-officer',
        accountId: context.actor.accountId,
        name: context.actor.name,
      },
      facts: { ...data.facts, originalLimit: data.limit },
    };
    const counted = recount(clock, effect, context);
    return counted.ok ? accepted({ ...counted.value, firstDueAt: counted.value.dueAt ?? null }) : counted;
  },

  'ask-supplement': (state, data, context) => {
    const due = answerDue(context, Number(state.facts.supplementAnswerDays ?? 30));
    if (!due.ok) return due;
    const pauses =
      state.clock && state.acceptedAt && state.facts.supplementPolicy === 'pause'
        ? [
            ...state.clock.pauses,
            openDays(
              context.at,
              { vi: 'chờ công dân bổ sung', en: 'waiting for the supplement' },
              data.items[0]?.clause ?? '',
            ),
          ]
        : (state.clock?.pauses ?? []);
    return accepted({
      ...atDesk(state),
      state: 'awaiting-supplement',
      dueAt: due.value,
      clock: state.clock && { ...state.clock, pauses },
      facts: {
        supplement: { items: data.items.map((item) => ({ ...item })), askedAt: context.at.toString() },
        proposedSupplement: null,
      },
    });
  },

  refuse: (_state, data, context) =>
    ended('refused', context, { refusal: { reason: data.reason, clause: data.clause } }),

  'answer-supplement': (state, data, context) => {
    const facts = {
      supplement: null,
      lastAnswer: { note: data.note, at: context.at.toString() },
      ...(data.papers ? { papers: data.papers } : {}),
    };
    if (!state.acceptedAt || !state.clock) {
      const clock = intakeClock(context.at, state.receivingUnitId);
      return recount(clock, { ...atDesk(state), state: 'submitted', facts }, context);
    }
    const clock: ClockRecord =
      state.facts.supplementPolicy === 'pause'
        ? { ...state.clock, pauses: closeDays(context.at, state.clock.pauses) }
        : startClock(context.at, state.clock.limit, state.clock.hoursOf);
    return recount(clock, { ...atDesk(state), state: 'accepted', facts }, context);
  },

  forward: (state, data, context) => advance(state, {}, context, data.note),

  'take-over': (state, _data, context) => {
    const handOver = state.handOver;
    const step = handOver && state.route[handOver.toStep];
    if (!handOver || !step) throw new RangeError('a hand-over is taken over only when one waits');
    const effect: CaseEffect = {
      ...standAt(state, handOver.toStep),
      holder: { unitId: step.unitId, role: step.role, accountId: null, name: null },
      facts: { lastHandOver: { ...handOver, takenBy: context.actor.name, takenAt: context.at.toString() } },
    };
    const startsHere = state.facts.clockStart === 'competent-office-receipt' && !state.facts.clockStartedAtOffice;
    if (!startsHere || !state.clock) return withStepDue(effect, step.hours, context);
    const clock = startClock(context.at, state.clock.limit, agencyOf(step.unitId));
    const counted = recount(clock, { ...effect, facts: { ...effect.facts, clockStartedAtOffice: true } }, context);
    return counted.ok ? withStepDue(counted.value, step.hours, context) : counted;
  },

  'decline-hand-over': (state, data, context) => {
    const back =
      state.route[state.step]?.work === 'receive'
        ? { ...atDesk(state), state: 'accepted' }
        : standAt(state, state.step);
    return accepted({ ...back, facts: { declined: { reason: data.reason, by: context.actor.name } } });
  },

  assign: (state, data) => accepted({ holder: holderOf(state, data.accountId, data.name) }),

  reassign: (state, data) => accepted({ holder: holderOf(state, data.accountId, data.name) }),

  'start-verification': (state, data, context) => {
    if (!state.clock) throw new RangeError('a dossier in process has a clock');
    const clock = { ...state.clock, limit: String(state.facts.verificationLimit) };
    return recount(clock, { facts: { verification: { reason: data.reason } } }, context);
  },

  'record-verification': (_state, data) => accepted({ facts: { verificationMinutes: { ...data } } }),

  'record-presence': (_state, data) => accepted({ facts: { presence: { ...data } } }),

  'propose-supplement': (state, data, context) => {
    const days = Number(state.facts.supplementAskDays ?? 3);
    const acceptedAt = state.acceptedAt ?? state.openedAt;
    const last = dueOf(startClock(Temporal.Instant.from(acceptedAt), `${days} working-day`, ''), context);
    if (!last.ok) return last;
    if (Temporal.Instant.compare(context.at, Temporal.Instant.from(last.value)) > 0) {
      return refused('supplement-too-late', { days, lastDay: dayWritten(last.value) });
    }
    return accepted({
      facts: { proposedSupplement: { items: data.items.map((item) => ({ ...item })), by: context.actor.name } },
    });
  },

  propose: (state, data, context) => {
    if (data.outcome === 'refuse' && !(data.reason && data.clause))
      return refused('refusal-needs-clause', {}, 'clause');
    return advance(state, { proposal: { ...data, by: context.actor.name } }, context);
  },

  approve: (state, data, context) => advance(state, { approval: { note: data.note, by: context.actor.name } }, context),

  'send-back': (state, data, context) => {
    const index = handlingStepBefore(state.route, state.step);
    const effect = { ...standAt(state, index), facts: { sentBack: { reason: data.reason, by: context.actor.name } } };
    return withStepDue(effect, state.route[index]?.hours ?? 0, context);
  },

  sign: (state, data, context) =>
    advance(
      state,
      {
        decision: {
          outcome: (state.facts.proposal as { outcome?: string } | undefined)?.outcome ?? 'grant',
          signingForm: data.signingForm,
          signedBy: context.actor.name,
          title: data.title,
          signedAt: context.at.toString(),
        },
      },
      context,
    ),

  issue: (state, data, context) =>
    advance(state, { issued: { number: data.number, by: context.actor.name, at: context.at.toString() } }, context),

  'request-payment': (state, data, context) => {
    if (!state.clock) throw new RangeError('a dossier in process has a clock');
    const due = answerDue(context, 30);
    if (!due.ok) return due;
    return accepted({
      state: 'awaiting-payment',
      dueAt: due.value,
      clock: { ...state.clock, exclusions: [...state.clock.exclusions, openDays(context.at, tax, data.basis)] },
      facts: { payment: { ...data, askedAt: context.at.toString() } },
    });
  },

  'confirm-payment': (state, data, context) => {
    if (!state.clock) throw new RangeError('a dossier in process has a clock');
    const clock = { ...state.clock, exclusions: closeDays(context.at, state.clock.exclusions) };
    return recount(clock, { state: 'in-process', facts: { paid: { ...data } } }, context);
  },

  'post-publicly': (state, data, context) =>
    excludeDays(state, data, { vi: 'niêm yết công khai', en: 'public posting' }, context),

  'record-outage': (state, data, context) =>
    excludeDays(state, data, { vi: 'hệ thống ngừng đã được công bố', en: 'declared outage' }, context),

  apologise: (state, data, context) => {
    if (!state.dueAt) throw new RangeError('an open dossier has a due moment');
    const newDue = reappointedDue({
      dueOn: localDay(Temporal.Instant.from(state.dueAt)),
      newDueOn: data.newDueOn,
      reappointments: state.made.reappoint ?? 0,
      apologisedOn: localDay(context.at),
      calendar: context.calendar,
      hours: context.hours,
    });
    if (!newDue.ok) return newDue;
    const apology = {
      reason: data.reason,
      letterNumber: data.letterNumber,
      newDueAt: toInstant(newDue.value).toString(),
      by: context.actor.name,
      at: context.at.toString(),
    };
    return accepted({ facts: { apology } });
  },

  reappoint: (state, _data, context) => {
    const apology = state.facts.apology as { newDueAt: string };
    if (!state.clock || !state.dueAt) throw new RangeError('an open dossier has a due moment');
    if (Temporal.Instant.compare(context.at, Temporal.Instant.from(state.dueAt)) > 0) {
      return refused('due-moment-passed', { dueOn: dayWritten(state.dueAt) });
    }
    return accepted({ clock: { ...state.clock, reappointedTo: apology.newDueAt }, dueAt: apology.newDueAt });
  },

  urge: (_state, data, context) =>
    accepted({ facts: { urged: { note: data.note, by: context.actor.name, at: context.at.toString() } } }),

  withdraw: (_state, data, context) => ended('withdrawn', context, { withdrawal: { reason: data.reason } }),

  discontinue: (_state, data, context) =>
    ended('discontinued', context, { discontinuance: { reason: data.reason, clause: data.clause } }),

  'return-result': (_state, data, context) =>
    accepted({
      state: 'returned',
      holder: null,
      facts: { returned: { ...data, at: context.at.toString(), by: context.actor.name } },
    }),
};

function excludeDays(
  state: CaseState,
  data: { from: Temporal.PlainDate; to: Temporal.PlainDate; basis: string },
  reason: Text,
  context: MoveContext,
): Result<CaseEffect, Refused> {
  if (!state.clock) throw new RangeError('a dossier in process has a clock');
  if (Temporal.PlainDate.compare(data.to, data.from) < 0) return refused('dates-wrong-way', {}, 'to');
  const days = { from: data.from.toString(), to: data.to.toString(), reason, source: data.basis };
  return recount({ ...state.clock, exclusions: [...state.clock.exclusions, days] }, {}, context);
}

function holderOf(state: CaseState, accountId: string, name: string) {
  if (!state.holder) throw new RangeError('an open case has a holder');
  return { ...state.holder, accountId, name };
}

const dayWritten = (moment: string): string => formatDate(localDay(Temporal.Instant.from(moment)));
