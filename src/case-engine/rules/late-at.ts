import { toInstant, toLocal } from '#kernel/zone.ts';
import { limitOf } from './case-clock.ts';
import type { CaseState, MomentText } from './case-state.ts';
import { lateFrom } from './clock.ts';
import { type CaseKind, stateOf } from './kind.ts';

/**
 * From when the case is late if it is still open: one rule for lists, pages and figures. Null without a due moment, and while
 * the case waits for the person it belongs to.
 */
export function lateAt(kind: CaseKind, state: Pick<CaseState, 'state' | 'dueAt' | 'clock'>): MomentText | null {
  return state.dueAt === null || stateOf(kind, state.state).waits
    ? null
    : lateByClock({ ...state, dueAt: state.dueAt });
}

/** From when it would be late by the day that stands there, whoever is waited for. */
export function lateByClock({ dueAt, clock }: { readonly dueAt: MomentText } & Pick<CaseState, 'clock'>): MomentText {
  const limit = clock ? limitOf(clock) : ({ unit: 'working-day', amount: 1 } as const);
  return toInstant(lateFrom(toLocal(Temporal.Instant.from(dueAt)), limit)).toString();
}
