import { toInstant, toLocal } from '#kernel/zone.ts';
import { limitOf } from './case-clock.ts';
import type { CaseState, MomentText } from './case-state.ts';
import { lateFrom } from './clock.ts';

/** From when the case is late if it is still open: one rule for lists, pages and figures. Null without a due moment. */
export function lateAt({ dueAt, clock }: Pick<CaseState, 'dueAt' | 'clock'>): MomentText | null {
  if (dueAt === null) return null;
  const limit = clock ? limitOf(clock) : ({ unit: 'working-day', amount: 1 } as const);
  return toInstant(lateFrom(toLocal(Temporal.Instant.from(dueAt)), limit)).toString();
}
