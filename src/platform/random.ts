import { randomBytes, randomInt } from 'node:crypto';

/** Without 0 O, 1 I L and U V, which people mix up on paper and on the telephone. */
const readableLetters = '23456789ABCDEFGHJKMNPQRSTWXYZ';

/** A secret that a person can copy from a receipt: 8 letters of 29, about 39 bits, so its door must be throttled. */
export function secretCode(length = 8): string {
  let code = '';
  for (let i = 0; i < length; i++) code += readableLetters[randomInt(readableLetters.length)];
  return code;
}

/** A secret code as the person typed it: small letters, blanks and hyphens do not matter. */
export function normaliseSecretCode(typed: string): string {
  return typed.replaceAll(/[\s-]/g, '').toUpperCase();
}

/** A secret that only machines carry (sessions, bearer tokens): 256 bits, base64url. */
export function secretToken(): string {
  return randomBytes(32).toString('base64url');
}

let lastTime = 0;
let counter = 0;

/**
 * A UUID of version 7: the first 48 bits are the milliseconds of now, the next 12 count within one millisecond,
 * so ids of one process sort in the order they were made and new rows land at the end of an index.
 * @see RFC 9562 section 5.7 and 6.2, method 1
 */
export function newId(): string {
  const now = Date.now();
  if (now > lastTime) {
    lastTime = now;
    counter = randomInt(0x400);
  } else if (++counter > 0xfff) {
    lastTime++;
    counter = 0;
  }
  const time = lastTime.toString(16).padStart(12, '0');
  const tail = randomBytes(8);
  tail[0] = (tail[0]! & 0x3f) | 0x80;
  const hex = tail.toString('hex');
  const count = counter.toString(16).padStart(3, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${count}-${hex.slice(0, 4)}-${hex.slice(4)}`;
}
