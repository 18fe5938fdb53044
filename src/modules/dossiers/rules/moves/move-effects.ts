import { dueOf, limitOf, startClock } from '#case-engine/rules/case-clock.ts';
import type { CaseEffect, CaseState, ClockRecord } from '#case-engine/rules/case-state.ts';
import { timeliness } from '#case-engine/rules/clock.ts';
import { accepted, type Result } from '#kernel/result.ts';
import { formatDate } from '#kernel/vietnamese.ts';
import { localDay, toLocal } from '#kernel/zone.ts';
import { needsHandOver, standAt } from '../route-position.ts';
import type { CaseFacts, MoveContext, MoveEffect } from './move-rule.ts';

const intakeLimit = '8 working-hour';

/** The clock of the intake: an online dossier is answered within 8 working hours (NĐ 45/2020 art. 11). */
export function intakeClock(at: Temporal.Instant, receivingUnitId: string): ClockRecord {
  return startClock(at, intakeLimit, receivingUnitId);
}

/** The effect, with the moment by which the step's own working hours are used up. */
export function withStepDue(effect: CaseEffect, hours: number, context: MoveContext): MoveEffect {
  if (hours <= 0) return accepted({ ...effect, stepDueAt: null });
  const due = dueOf(startClock(context.at, `${hours} working-hour`, ''), context);
  return due.ok ? accepted({ ...effect, stepDueAt: due.value }) : due;
}

/** On to the next step: a hand-over that waits for its second signature, a new holder in the same office, or the result. */
export function advance(state: CaseState, facts: CaseFacts, context: MoveContext, note = ''): MoveEffect {
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
function settle(state: CaseState, index: number, facts: CaseFacts, context: MoveContext): MoveEffect {
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
export function recount(clock: ClockRecord, effect: CaseEffect, context: MoveContext): MoveEffect {
  const due = dueOf(clock, context);
  return due.ok ? accepted({ ...effect, clock, dueAt: due.value }) : due;
}

/** Back at the desk that received it, with nobody in particular. */
export const atDesk = (state: CaseState): CaseEffect => ({
  step: 0,
  handOver: null,
  stepDueAt: null,
  holder: { unitId: `${state.receivingUnitId}.desk`, role: 'intake-officer', accountId: null, name: null },
});

/** By when the citizen must have answered: working days from today. */
export const answerDue = (context: MoveContext, days: number): Result<string, 'calendar-not-published'> =>
  dueOf(startClock(context.at, `${days} working-day`, ''), context);

export const ended = (state: string, context: MoveContext, facts: CaseFacts): MoveEffect =>
  accepted({
    state,
    endedAt: context.at.toString(),
    holder: null,
    handOver: null,
    stepDueAt: null,
    facts: { ...facts },
  });

/** The clock of a case that must have one: accepted, not ended. */
export function runningClock(state: CaseState): ClockRecord {
  if (!state.clock) throw new RangeError('a dossier in process has a clock');
  return state.clock;
}

/** A moment of the journal as people write its day: 17/02/2021. */
export const dayWritten = (moment: string): string => formatDate(localDay(Temporal.Instant.from(moment)));
