import type { TicketNow } from '#modules/desk/index.ts';
import type { Unit } from '#modules/organisation/index.ts';
import type { ProcedureInForce } from '#modules/procedures/index.ts';
import type { Officer } from '../officer.ts';

/** The desk at work: for which agency, with which of its procedures. */
export interface Desk {
  readonly officer: Officer;
  readonly agency: Unit;
  readonly procedures: readonly ProcedureInForce[];
  readonly chosen: ProcedureInForce | undefined;
  /** Of whoever stands at the counter. */
  readonly ticket: TicketNow | undefined;
}
