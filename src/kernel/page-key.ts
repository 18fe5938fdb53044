import { isId } from './id.ts';

/** Where the next page of a list begins: after the row of this moment and id. */
export interface PageKey {
  readonly at: string;
  readonly id: string;
}

export const writePageKey = (at: string | Temporal.Instant, id: string): string => `${at.toString()}|${id}`;

/** The key a page gave, as an address brings it back; undefined, and the list begins anew, when it is none. */
export function readPageKey(text: string | undefined): PageKey | undefined {
  const [at = '', id, ...more] = (text ?? '').split('|');
  return more.length === 0 && isId(id) && isMoment(at) ? { at, id } : undefined;
}

function isMoment(text: string): boolean {
  try {
    return Temporal.Instant.from(text).epochMilliseconds > 0;
  } catch {
    return false;
  }
}
