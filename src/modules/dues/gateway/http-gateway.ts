import * as z from 'zod';
import { accepted, type Result, refused } from '#kernel/result.ts';
import { localDay } from '#kernel/zone.ts';
import type { Clock } from '#platform/clock.ts';
import { log } from '#platform/log.ts';
import type { GatewayEvent } from '../rules/gateway-order-state.ts';
import { isGatewayMessage, signGatewayMessage } from './gateway-signature.ts';
import type { GatewayFault, PaymentGateway } from './payment-gateway.ts';

export interface HttpGatewaySettings {
  /** Without a slash at the end. */
  readonly url: string;
  readonly merchant: string;
  readonly secret: string;
}

/** The gateway's words on the wire. Amounts are whole đồng as text, so that no reader makes a fraction of them. */
const wireEvent = z.object({
  event: z.string().min(1).max(100),
  order: z.uuid(),
  kind: z.enum(['created', 'paid', 'failed', 'refunded']),
  transaction: z.string().min(1).max(100).nullish(),
  amount: z
    .string()
    .regex(/^[1-9]\d{0,14}$/)
    .nullish(),
  currency: z.string().max(10),
  at: z.iso.datetime({ offset: true }),
});
const wireEvents = z.object({ events: z.array(wireEvent).max(10_000) });
const wireCreated = wireEvents.extend({ redirectTo: z.url() });

const patienceMilliseconds = 10_000;

/**
 * A gateway over HTTP whose messages are signed both ways with one secret (HMAC-SHA256 with a timestamp).
 * Headers: `x-merchant`, `x-timestamp` (seconds), `x-signature`. Our requests sign method and path too.
 */
export function httpGateway({ url, merchant, secret }: HttpGatewaySettings, clock: Clock): PaymentGateway {
  async function ask<T>(method: 'GET' | 'POST', path: string, schema: z.ZodType<T>, body?: object) {
    const text = body ? JSON.stringify(body) : '';
    const timestamp = String(Math.floor(clock.now().epochMilliseconds / 1000));
    try {
      const answer = await fetch(`${url}${path}`, {
        method,
        headers: {
          'x-merchant': merchant,
          'x-timestamp': timestamp,
          'x-signature': signGatewayMessage(secret, timestamp, `${method} ${path}`, text),
          ...(body ? { 'content-type': 'application/json' } : {}),
        },
        ...(body ? { body: text } : {}),
        redirect: 'error',
        signal: AbortSignal.timeout(patienceMilliseconds),
      });
      if (!answer.ok) throw new Error(`the gateway answered ${answer.status}`);
      return accepted(schema.parse(await answer.json()));
    } catch (error) {
      log.warn(
        { error: error instanceof Error ? error.message : 'unknown', path },
        'the payment gateway did not answer',
      );
      return refused('gateway-not-reachable');
    }
  }

  const events = async (
    answer: Promise<Result<z.infer<typeof wireEvents>, GatewayFault>>,
  ): Promise<Result<readonly GatewayEvent[], GatewayFault>> => {
    const given = await answer;
    return given.ok ? accepted(given.value.events.map(eventOf)) : given;
  };

  return {
    name: merchant,
    title: 'Cổng thanh toán trực tuyến',
    create: async ({ orderId, amount, ...request }) => {
      const body = { order: orderId, amount: amount.toString(), ...request };
      const created = await ask('POST', '/payments', wireCreated, body);
      if (!created.ok) return created;
      return accepted({ redirectTo: created.value.redirectTo, events: created.value.events.map(eventOf) });
    },
    readCallback: (body, headers, now) => {
      const message = {
        timestamp: headers['x-timestamp'] ?? '',
        signature: headers['x-signature'] ?? '',
        about: 'callback',
        body,
      };
      if (!isGatewayMessage(secret, message, now)) return refused('callback-not-genuine');
      const read = wireEvent.safeParse(parse(body));
      return read.success ? accepted(eventOf(read.data)) : refused('callback-not-genuine');
    },
    query: (orderId) => events(ask('GET', `/payments/${orderId}`, wireEvents)),
    report: async (from, to) => {
      const told = await events(ask('GET', `/report?from=${from}&to=${to}`, wireEvents));
      if (!told.ok) return told;
      return accepted(
        told.value.flatMap(({ kind, orderId, transactionId, amount, occurredAt }) =>
          (kind === 'paid' || kind === 'refunded') && transactionId && amount
            ? [{ kind, orderId, externalId: transactionId, amount, on: localDay(occurredAt) }]
            : [],
        ),
      );
    },
  };
}

function eventOf({ event, order, kind, transaction, amount, currency, at }: z.infer<typeof wireEvent>): GatewayEvent {
  return {
    eventId: event,
    orderId: order,
    kind,
    transactionId: transaction ?? null,
    amount: amount ? BigInt(amount) : null,
    currency,
    occurredAt: Temporal.Instant.from(at),
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
