import { createHmac, timingSafeEqual } from 'node:crypto';

/** A signed message older or newer than this is refused: a copy of it is of no use later. */
const validSeconds = 300;

/** HMAC-SHA256 over moment, what is asked, and the body: none of the three can be exchanged. Hexadecimal. */
export function signGatewayMessage(secret: string, timestamp: string, about: string, body: string): string {
  return createHmac('sha256', secret).update(`${timestamp}\n${about}\n${body}`).digest('hex');
}

/** Whether a message bears the right signature and is of now. Compared without telling by time how much was right. */
export function isGatewayMessage(
  secret: string,
  message: { readonly timestamp: string; readonly signature: string; readonly about: string; readonly body: string },
  now: Temporal.Instant,
): boolean {
  if (!/^\d{9,11}$/.test(message.timestamp)) return false;
  const age = Math.abs(Math.floor(now.epochMilliseconds / 1000) - Number(message.timestamp));
  if (age > validSeconds) return false;
  const right = Buffer.from(signGatewayMessage(secret, message.timestamp, message.about, message.body));
  const given = Buffer.from(message.signature.toLowerCase());
  return right.length === given.length && timingSafeEqual(right, given);
}
