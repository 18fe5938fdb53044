import { branchCaseId, legBranchId, legsToSend, noLongerNeeded } from '#case-engine/rules/branches.ts';
import { dueOf, limitOf, startClock } from '#case-engine/rules/case-clock.ts';
import type {
  Branch,
  BranchOutcome,
  CaseEffect,
  CaseState,
  ClockRecord,
  RecordedDays,
  ResolvedLeg,
  ResolvedStep,
} from '#case-engine/rules/case-state.ts';
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
  if (!here) throw new RangeError('a case in process has a holder');
  if (!next) return answerLeg(state, facts, context);
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
  return enterStep(state, index, facts, context);
}

/** The case comes to stand at a step: its hours begin, and the legs of the step that were not asked yet are sent. */
export function enterStep(state: CaseState, index: number, facts: CaseFacts, context: MoveContext): MoveEffect {
  const step = state.route[index];
  if (!step) throw new RangeError(`the route has no step ${index}`);
  const branches: Record<string, Branch> = {};
  const exclusions: RecordedDays[] = [];
  for (const leg of legsToSend(step, state.branches ?? {})) {
    const branchId = legBranchId(step, leg);
    branches[branchId] = sentLeg(state, step, leg, branchId, context);
    const days = excludedDays(leg, branchId, context);
    if (!days.ok) return days;
    if (days.value) exclusions.push(days.value);
  }
  const effect: CaseEffect = {
    ...standAt(state, index),
    // what was answered while the case was elsewhere may have made other parts needless
    facts: { ...facts, ...(step.legs ? { unwanted: noLongerNeeded(step, state.branches ?? {}) } : {}) },
    ...(Object.keys(branches).length > 0 ? { branches } : {}),
  };
  if (exclusions.length === 0 || !state.clock) return withStepDue(effect, step.hours, context);
  const clock = { ...state.clock, exclusions: [...state.clock.exclusions, ...exclusions] };
  const counted = recount(clock, effect, context);
  return counted.ok ? withStepDue(counted.value, step.hours, context) : counted;
}

/** A leg as it is sent: the case it opens has its id from the place it has here. */
export function sentLeg(
  state: CaseState,
  step: ResolvedStep,
  leg: ResolvedLeg,
  branchId: string,
  context: MoveContext,
): Branch {
  return {
    caseId: branchCaseId(state.caseId, branchId),
    kind: leg.kind,
    name: leg.name,
    unitId: leg.unitId,
    group: step.id,
    lead: leg.lead,
    openedAt: context.at.toString(),
    closedAt: null,
    outcome: null,
  };
}

/**
 * The days a leg takes that the limit leaves out: planned to the leg's own due day, put right when it answers, so that the
 * case has a due moment all the while.
 */
export function excludedDays(
  leg: ResolvedLeg,
  branchId: string,
  context: MoveContext,
): Result<RecordedDays | null, 'calendar-not-published'> {
  if (!leg.excluded) return accepted(null);
  const due = dueOf(startClock(context.at, leg.limit, ''), context);
  if (!due.ok) return due;
  return accepted({
    from: localDay(context.at).toString(),
    to: localDay(Temporal.Instant.from(due.value)).toString(),
    reason: { vi: `chờ ${leg.name.vi}`, en: `waiting for ${leg.name.en}` },
    source: leg.name.vi,
    branchId,
  });
}

/** A leg has gone its route: what was proposed and signed is the agency's answer. */
function answerLeg(state: CaseState, facts: CaseFacts, context: MoveContext): MoveEffect {
  if (state.kind !== 'leg') throw new RangeError('a route ends with the return of the result');
  const proposal = { ...state.facts, ...facts }.proposal as { outcome?: string } | undefined;
  return closeBranch(state, proposal?.outcome === 'refuse' ? 'negative' : 'positive', facts, context);
}

/** A branch ends with its answer, early, on time or late by its own clock. */
export function closeBranch(
  state: CaseState,
  outcome: BranchOutcome,
  facts: CaseFacts,
  context: MoveContext,
): MoveEffect {
  const due = toLocal(Temporal.Instant.from(state.dueAt ?? context.at.toString()));
  return accepted({
    state: outcome === 'called-off' ? 'called-off' : 'answered',
    holder: null,
    handOver: null,
    stepDueAt: null,
    endedAt: context.at.toString(),
    timeliness: outcome === 'called-off' ? null : timeliness(toLocal(context.at), due, limitOf(runningClock(state))),
    facts: { ...facts, outcome },
  });
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
