import { compareVietnamese, fold } from '#kernel/vietnamese.ts';

/** What a version is found by: the names people use for it, folded, its own name first. */
export interface ProcedureEntry {
  readonly id: number;
  readonly title: string;
  readonly names: readonly EntryName[];
}

/** A name as words, each word as its trigrams (`  kh`, ` kha`…), and all of them together. */
interface EntryName {
  readonly words: readonly ReadonlySet<string>[];
  readonly trigrams: ReadonlySet<string>;
  readonly letters: number;
}

/** Below this, what was typed and what a procedure is called have only some letters in common. */
const leastAlike = 0.42;
/** The procedure's own name weighs a little more than a word people use for it. */
const ownName = 0.05;

export function procedureEntry(id: number, title: string, names: readonly string[]): ProcedureEntry {
  return { id, title, names: names.map(entryName) };
}

/**
 * Procedures by plain words, best first; without words, all by name. What was typed is compared with each name: inside
 * it (`khai sinh`), around it (`bố tôi mất, muốn khai tử`), and as a whole; by trigrams, so that a typo or two do no
 * harm, and folded, so that diacritics are not needed.
 * @returns their ids
 */
export function findProcedures(entries: readonly ProcedureEntry[], words: string): readonly number[] {
  const typed = entryName(words.slice(0, 200));
  if (typed.letters === 0) {
    if (words.trim() !== '') return [];
    return entries.toSorted((a, b) => compareVietnamese(a.title, b.title)).map((entry) => entry.id);
  }
  return entries
    .map((entry) => ({ entry, alike: likeness(entry, typed) }))
    .filter(({ alike }) => alike >= leastAlike)
    .sort((a, b) => b.alike - a.alike || compareVietnamese(a.entry.title, b.entry.title))
    .map(({ entry }) => entry.id);
}

function entryName(text: string): EntryName {
  const folded = fold(text)
    .replaceAll(/[^a-z0-9.]+/g, ' ')
    .trim();
  const words = folded === '' ? [] : folded.split(' ').map(trigramsOf);
  return { words, trigrams: union(words), letters: folded.length };
}

function trigramsOf(word: string): ReadonlySet<string> {
  const padded = `  ${word} `;
  return new Set(Array.from({ length: padded.length - 2 }, (_, at) => padded.slice(at, at + 3)));
}

function likeness(entry: ProcedureEntry, typed: EntryName): number {
  let best = 0;
  for (const [place, name] of entry.names.entries()) {
    const shared = countShared(typed.trigrams, name.trigrams);
    // too little in common for either to lie in the other: most names end here
    if (shared < 0.4 * Math.min(typed.trigrams.size, name.trigrams.size)) continue;
    const whole = shared / (typed.trigrams.size + name.trigrams.size - shared);
    const inside = (bestStretch(typed, name) + whole) / 2;
    const alike = Math.max(inside, likenessAround(typed, name));
    best = Math.max(best, alike + (place === 0 ? ownName : 0));
  }
  return best;
}

/** The name somewhere in a longer sentence: the more of the sentence it is, the better. */
function likenessAround(typed: EntryName, name: EntryName): number {
  if (name.letters < 5) return 0;
  const stretch = bestStretch(name, typed);
  if (stretch < 0.75) return 0;
  return stretch * 0.55 + (0.45 * name.letters) / Math.max(typed.letters, name.letters);
}

/** How much the sought words are like the stretch of words of a text that is most like them, from 0 to 1. */
function bestStretch(sought: EntryName, text: EntryName): number {
  let best = 0;
  for (let from = 0; from < text.words.length; from++) {
    const stretch = new Set<string>();
    const longest = Math.min(text.words.length, from + sought.words.length + 1);
    for (let to = from; to < longest; to++) {
      for (const trigram of text.words[to] ?? []) stretch.add(trigram);
      const shared = countShared(sought.trigrams, stretch);
      best = Math.max(best, shared / (sought.trigrams.size + stretch.size - shared));
    }
  }
  return best;
}

function countShared(some: ReadonlySet<string>, others: ReadonlySet<string>): number {
  const [few, many] = some.size <= others.size ? [some, others] : [others, some];
  let shared = 0;
  for (const trigram of few) if (many.has(trigram)) shared++;
  return shared;
}

function union(sets: readonly ReadonlySet<string>[]): ReadonlySet<string> {
  return new Set(sets.flatMap((set) => [...set]));
}
