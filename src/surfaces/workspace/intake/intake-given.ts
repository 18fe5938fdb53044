import type { ProcedureInForce } from '#modules/procedures/index.ts';
import type { Desk } from './desk.ts';
import type { IntakeEntry } from './intake-entry.ts';

/** What every part of the intake page is given. */
export interface IntakeGiven {
  readonly desk: Desk;
  readonly procedure: ProcedureInForce;
  readonly entry: IntakeEntry;
  readonly now: Temporal.Instant;
}

export const errorAt = (entry: IntakeEntry, field: string): string | undefined =>
  entry.errors.find((error) => error.field === field)?.message;
