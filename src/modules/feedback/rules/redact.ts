import { fold, tidy } from '#kernel/vietnamese.ts';

const left = '[…]';
const email = /[^\s@<>(),;]{1,64}@[^\s@<>(),;]+\.[^\s@<>(),;]{2,}/gu;
/** Nine digits or more, however they are grouped: telephones, personal numbers, accounts. */
const longNumber = /\+?\d(?:[ .\-–()]{0,2}\d){8,}/gu;

/**
 * A text for the public: without e-mail addresses, long numbers, and the names given, however they are spelled or spaced.
 * @param names of those who reported: whole names, and each word of a name that stands with another of it
 */
export function redact(text: string, names: readonly string[]): string {
  let open = text.normalize('NFC').replaceAll(email, left).replaceAll(longNumber, left);
  for (const name of names) {
    const words = fold(tidy(name)).split(' ').filter(Boolean);
    if (words.length > 0) open = withoutWords(open, words);
  }
  return open;
}

/** Takes out every place where the words follow each other, compared without case and diacritics. */
function withoutWords(text: string, words: readonly string[]): string {
  const found = [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
    word: fold(match[0]),
  }));
  let out = '';
  let at = 0;
  for (let index = 0; index + words.length <= found.length; index++) {
    const here = found.slice(index, index + words.length);
    const [first, last] = [here[0], here.at(-1)];
    if (!first || !last || !here.every(({ word }, place) => word === words[place])) continue;
    out += text.slice(at, first.from) + left;
    at = last.to;
    index += words.length - 1;
  }
  return out + text.slice(at);
}
