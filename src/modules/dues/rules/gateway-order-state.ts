import type { Dong } from '#kernel/money.ts';

/** What the gateway says of an order. Each event has a number of its own; the same number is the same event. */
export interface GatewayEvent {
  readonly eventId: string;
  readonly orderId: string;
  readonly kind: 'created' | 'paid' | 'failed' | 'refunded';
  /** The gateway's number of the money moved, with `paid` and `refunded`. */
  readonly transactionId: string | null;
  readonly amount: Dong | null;
  readonly currency: string;
  readonly occurredAt: Temporal.Instant;
}

export interface GatewayOrderState {
  readonly state: 'waiting' | 'paid' | 'failed' | 'refunded';
  readonly paid: Dong;
  readonly refunded: Dong;
}

/**
 * The state of an order from what is known of it, in whatever order and however often it was told: paid before created,
 * refunded before paid, everything twice. A refund whose payment is not known yet counts as soon as the payment comes.
 * Paid once is paid: that another attempt failed changes nothing.
 */
export function gatewayOrderState(events: readonly GatewayEvent[]): GatewayOrderState {
  const once = [...new Map(events.map((event) => [event.eventId, event])).values()];
  const sum = (kind: GatewayEvent['kind']) => {
    const moved = new Map(
      once.filter((event) => event.kind === kind).map((event) => [event.transactionId, event.amount]),
    );
    return [...moved.values()].reduce<Dong>((total, amount) => total + (amount ?? 0n), 0n);
  };
  const paid = sum('paid');
  const refunded = sum('refunded');
  if (paid > 0n) return { state: refunded >= paid ? 'refunded' : 'paid', paid, refunded };
  return { state: once.some(({ kind }) => kind === 'failed') ? 'failed' : 'waiting', paid, refunded };
}
