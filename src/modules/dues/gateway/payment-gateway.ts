import type { Dong } from '#kernel/money.ts';
import type { Result } from '#kernel/result.ts';
import type { GatewayEvent } from '../rules/gateway-order-state.ts';
import type { MoneyMovement } from '../rules/reconcile.ts';

/** What a gateway is asked to collect. */
export interface GatewayRequest {
  readonly orderId: string;
  readonly amount: Dong;
  readonly currency: 'VND';
  readonly description: string;
  /** Where the person's browser comes back to. What it says there is never believed. */
  readonly returnUrl: string;
  /** Where the gateway tells us, signed, what happened. */
  readonly callbackUrl: string;
}

export type GatewayFault = 'gateway-not-reachable';

/**
 * A payment gateway, as we need it: give an order, hear what became of it, ask when nothing was heard.
 * What moves money is believed only from a genuine callback or from an answer to our own question.
 */
export interface PaymentGateway {
  /** As it stands in the ledger; never changed once money came through it. */
  readonly name: string;
  /** What people call it. */
  readonly title: string;
  create(
    request: GatewayRequest,
  ): Promise<Result<{ readonly redirectTo: string; readonly events: readonly GatewayEvent[] }, GatewayFault>>;
  /** The event of a callback that bears the gateway's signature and is not old. */
  readCallback(
    body: string,
    headers: Readonly<Record<string, string | undefined>>,
    now: Temporal.Instant,
  ): Result<GatewayEvent, 'callback-not-genuine'>;
  query(orderId: string): Promise<Result<readonly GatewayEvent[], GatewayFault>>;
  /** Every movement of money of these days, both included, for reconciliation. `billCode` is filled in by the caller. */
  report(
    from: Temporal.PlainDate,
    to: Temporal.PlainDate,
  ): Promise<Result<readonly (Omit<MoneyMovement, 'billCode'> & { readonly orderId: string })[], GatewayFault>>;
}
