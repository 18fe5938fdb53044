import { fold } from '#kernel/vietnamese.ts';
import type { OtherLaw } from './feedback-words.ts';

const denounces = /\bto cao\b|\bto giac\b|\b(?:nhan|doi|dua) hoi lo\b|\btham nhung\b|\btham o\b/;
const complains =
  /\bkhieu nai\b|\b(?:huy|thu hoi|xem xet lai) quyet dinh\b|\bquyet dinh (?:xu phat|thu hoi|cuong che)\b|\bkhong dong y voi quyet dinh\b/;

/**
 * The law that a text may belong to instead, by its words. A suggestion only: the person may send it all the same, an officer
 * decides. Words are compared without diacritics, because many type so.
 */
export function recogniseLaw(text: string): OtherLaw | null {
  const words = fold(text).replaceAll(/\s+/g, ' ');
  if (denounces.test(words)) return 'denunciation';
  return complains.test(words) ? 'complaint' : null;
}
