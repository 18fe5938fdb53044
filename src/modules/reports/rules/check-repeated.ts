import { fold } from '#kernel/vietnamese.ts';
import { isNearly, isSwapped } from './digits.ts';
import type { NumberToken } from './read-numbers.ts';
import { quoteAround, type ReportFinding } from './report-finding.ts';

/** A paragraph with where it stands and its numbers. */
export interface ReadParagraph {
  readonly text: string;
  readonly place: string;
  readonly tokens: readonly NumberToken[];
}

/**
 * Big numbers of the same thing that differ in one digit, or by two digits in the other order: one figure printed in two
 * ways. The first is taken for the right one only because it comes first.
 */
export function checkRepeated(paragraphs: readonly ReadParagraph[]): readonly ReportFinding[] {
  /** By what they count and how long they are: each number once, with where it stood first. */
  const seen = new Map<string, Map<string, string>>();
  const findings: ReportFinding[] = [];
  for (const { text, place, tokens } of paragraphs) {
    for (const token of tokens) {
      if (token.kind !== 'count' || token.value < 1000) continue;
      const of = nounAfter(text, token.at + token.written.length);
      if (of === '') continue;
      const key = `${of} ${token.written.length}`;
      const alike = seen.get(key) ?? new Map<string, string>();
      seen.set(key, alike);
      if (alike.has(token.written)) continue;
      const other = [...alike].find(([written]) => isMisprint(digits(written), digits(token.written)));
      if (!other) alike.set(token.written, place);
      else
        findings.push({
          kind: 'printed-otherwise',
          place,
          quote: quoteAround(text, token.at, token.written.length),
          printed: token.written,
          recomputed: `${other[0]} (${other[1]})`,
        });
    }
  }
  return findings;
}

const digits = (written: string) => written.replaceAll('.', '');

/** The two words after a number, without marks: what it counts. */
function nounAfter(text: string, at: number): string {
  const [, noun = ''] = /^\s+(\p{L}+(?:\s+\p{L}+)?)/u.exec(text.slice(at, at + 40)) ?? [];
  return fold(noun);
}

/** Of a short number one other digit is another number; two digits in the other order are a misprint of any. */
const isMisprint = (one: string, other: string) => isSwapped(one, other) || (one.length >= 5 && isNearly(one, other));
