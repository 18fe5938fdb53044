import { createHmac } from 'node:crypto';
import type { SendingOutcome } from './mail.ts';

/** A text for a telephone. */
export interface ShortMessage {
  /** `0912345678`. */
  readonly to: string;
  readonly text: string;
  /** The same for every attempt: the gateway sends it once. */
  readonly id: string;
  readonly at: Temporal.Instant;
}

/** A plug to whoever sends short messages: SMS by an operator, Zalo by its official account. */
export interface MessageGateway {
  send(message: ShortMessage): Promise<SendingOutcome>;
}

/**
 * A gateway over HTTP: `POST {to, text, reference}` with `Idempotency-Key`, and a signature that nobody can make without the
 * key nor use again for another message or much later: HMAC-SHA256 of `moment.body`, in hex.
 */
export function openMessageGateway(url: string, key: string, timeout = 20_000): MessageGateway {
  return {
    send: async ({ to, text, id, at }) => {
      const body = JSON.stringify({ to: `+84${to.slice(1)}`, text, reference: id });
      const moment = String(Math.floor(at.epochMilliseconds / 1000));
      try {
        const answer = await fetch(url, {
          method: 'POST',
          redirect: 'error',
          headers: {
            'content-type': 'application/json',
            'idempotency-key': id,
            'x-motcua-moment': moment,
            'x-motcua-signature': signatureOf(key, moment, body),
          },
          body,
          signal: AbortSignal.timeout(timeout),
        });
        await answer.body?.cancel();
        return outcomeOf(answer.status);
      } catch (error) {
        return { outcome: 'again', fault: (error as Error).name === 'TimeoutError' ? 'ETIMEDOUT' : 'ECONNECTION' };
      }
    },
  };
}

function signatureOf(key: string, moment: string, body: string): string {
  return createHmac('sha256', key).update(`${moment}.${body}`).digest('hex');
}

/** The number or text is refused: never again. Our key, too many at once, their fault: again. */
function outcomeOf(status: number): SendingOutcome {
  if (status >= 200 && status < 300) return { outcome: 'sent' };
  const isFinal = [400, 404, 410, 413, 422].includes(status);
  return { outcome: isFinal ? 'never' : 'again', fault: `HTTP ${status}` };
}
