/** A stretch of words that stayed, came or went. */
export interface DifferencePart {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** More words than any result has; longer texts are shown as wholly new. */
const mostWords = 4000;

/** What changed from one text to the other, word by word: the fewest words that came and went. */
export function difference(before: string, after: string): readonly DifferencePart[] {
  const [old, now] = [wordsOf(before), wordsOf(after)];
  if (old.length > mostWords || now.length > mostWords) return joined([...gone(old), ...come(now)]);
  let start = 0;
  while (start < Math.min(old.length, now.length) && old[start] === now[start]) start++;
  let end = 0;
  while (end < Math.min(old.length, now.length) - start && old.at(-1 - end) === now.at(-1 - end)) end++;
  const middle = between(old.slice(start, old.length - end), now.slice(start, now.length - end));
  return joined([...stayed(old.slice(0, start)), ...middle, ...stayed(old.slice(old.length - end))]);
}

const wordsOf = (text: string): readonly string[] => text.split(/\s+/).filter((word) => word !== '');
const gone = (words: readonly string[]) => words.map((text): DifferencePart => ({ kind: 'removed', text }));
const come = (words: readonly string[]) => words.map((text): DifferencePart => ({ kind: 'added', text }));
const stayed = (words: readonly string[]) => words.map((text): DifferencePart => ({ kind: 'same', text }));

/** The longest common run of words, by the table of lengths from the end. */
function between(old: readonly string[], now: readonly string[]): readonly DifferencePart[] {
  const width = now.length + 1;
  const lengths = new Uint16Array((old.length + 1) * width);
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = now.length - 1; j >= 0; j--) {
      lengths[i * width + j] =
        old[i] === now[j]
          ? lengths[(i + 1) * width + j + 1]! + 1
          : Math.max(lengths[(i + 1) * width + j]!, lengths[i * width + j + 1]!);
    }
  }
  const parts: DifferencePart[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && old[i] === now[j]) {
      parts.push({ kind: 'same', text: old[i]! });
      i++;
      j++;
    } else if (i < old.length && (j === now.length || lengths[(i + 1) * width + j]! >= lengths[i * width + j + 1]!)) {
      parts.push({ kind: 'removed', text: old[i++]! });
    } else parts.push({ kind: 'added', text: now[j++]! });
  }
  return parts;
}

function joined(parts: readonly DifferencePart[]): readonly DifferencePart[] {
  const stretches: { kind: DifferencePart['kind']; text: string }[] = [];
  for (const { kind, text } of parts) {
    const last = stretches.at(-1);
    if (last?.kind === kind) last.text += ` ${text}`;
    else stretches.push({ kind, text });
  }
  return stretches;
}
