import type { Role } from '#case-engine/rules/authority.ts';
import { dueOf, limitOf, startClock } from '#case-engine/rules/case-clock.ts';
import type { CaseEffect, CaseState, ClockRecord, Holder } from '#case-engine/rules/case-state.ts';
import { timeliness } from '#case-engine/rules/clock.ts';
import type { Standing } from '#case-engine/rules/kind.ts';
import type { MoveContext } from '#case-engine/rules/move-rule.ts';
import { accepted, type Result } from '#kernel/result.ts';
import { formatDate } from '#kernel/vietnamese.ts';
import { localDay, toLocal } from '#kernel/zone.ts';
import type { FeedbackRefusal } from '../refusals.ts';

export type FeedbackEffectRefusal = FeedbackRefusal | 'calendar-not-published';
export type FeedbackEffect = Result<CaseEffect, FeedbackEffectRefusal>;

export const heads: readonly Role[] = ['agency-head', 'unit-head', 'signatory'];
/** Whoever holds it, or the heads above. */
export const worker: readonly Standing[] = [{ at: 'step' }, { at: 'overseer', roles: heads }];
export const owner: Standing = { at: 'owner' };
export const beforeAnswer = ['received', 'in-handling', 'awaiting-info', 'awaiting-approval'] as const;

/** Nobody in particular at a post. */
export const heldAt = ({ unitId, role }: { readonly unitId: string; readonly role: string }): Holder => ({
  unitId,
  role: role as Role,
  accountId: null,
  name: null,
});

export function holderOf({ holder }: CaseState): Holder {
  if (!holder) throw new RangeError('open feedback has a holder');
  return holder;
}

export function clockOf({ clock }: CaseState): ClockRecord {
  if (!clock) throw new RangeError('feedback has a clock from its first entry');
  return clock;
}

/** Counts the due moment anew. */
export function recount(clock: ClockRecord, effect: CaseEffect, context: MoveContext): FeedbackEffect {
  const due = dueOf(clock, context);
  return due.ok ? accepted({ ...effect, clock, dueAt: due.value }) : due;
}

/** Some limit from now on. */
export const dueFromNow = (limit: string, context: MoveContext): Result<string, 'calendar-not-published'> =>
  dueOf(startClock(context.at, limit, ''), context);

/** How an answer meets the due moment. */
export function metNow(state: CaseState, context: MoveContext): 'early' | 'on-time' | 'late' {
  if (!state.dueAt) throw new RangeError('open feedback has a due moment');
  return timeliness(toLocal(context.at), toLocal(Temporal.Instant.from(state.dueAt)), limitOf(clockOf(state)));
}

/** It is over without an answer of ours, with why. */
export const endedAs = (state: string, context: MoveContext, facts: NonNullable<CaseEffect['facts']>): FeedbackEffect =>
  accepted({
    state,
    holder: null,
    stepDueAt: null,
    endedAt: context.at.toString(),
    facts: { question: null, draft: null, ...facts },
  });

/** A moment as people write its day. */
export const dayWritten = (moment: string): string => formatDate(localDay(Temporal.Instant.from(moment)));
