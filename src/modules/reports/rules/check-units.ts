import { quoteAround, type ReportFinding } from './report-finding.ts';

/** Names of units as a text is held against them: those in force, as they are called. */
export type UnitNames = ReadonlyMap<string, string>;

/** What a unit is called by: `hoà` and `hòa` are one name, because the tone is put at the end of its syllable. */
const unitKey = (name: string): string =>
  name
    .toLocaleLowerCase('vi')
    .replaceAll(/[-–,]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .split(' ')
    .map((syllable) => {
      const letters = syllable.normalize('NFD');
      const [tone = ''] = /[\u0300\u0301\u0303\u0309\u0323]/.exec(letters) ?? [];
      return letters.replace(tone, '') + tone;
    })
    .join(' ');

/** Names to hold a text against. */
export const unitNames = (names: Iterable<string>): UnitNames =>
  new Map([...names].map((name) => [unitKey(name), name]));

const areaNames =
  /(?<![\p{L}])([Qq]uận|[Hh]uyện|[Tt]hị xã|[Pp]hường|[Xx]ã|[Tt]hị trấn) (\p{Lu}\p{L}*(?: \p{Lu}\p{L}*)*)/gu;
const departmentNames = /(?<![\p{L}])(Sở) (\p{Lu}\p{L}*(?:(?: |, | - | và )\p{L}+){0,9})/gu;

/** Units named that are not in force: an area with all its words, a department by the longest name that fits. */
export function checkUnits(text: string, place: string, names: UnitNames): readonly ReportFinding[] {
  const findings: ReportFinding[] = [];
  const tell = (at: number, printed: string, recomputed: string | null) =>
    findings.push({
      kind: 'unit-unknown',
      place,
      quote: quoteAround(text, at, printed.length),
      printed,
      recomputed,
    });
  for (const match of text.matchAll(areaNames)) {
    const [, kind = '', name = ''] = match;
    const words = name.split(' ');
    const known = words.some((_, last) => names.has(unitKey(`${kind} ${words.slice(0, last + 1).join(' ')}`)));
    if (!known) tell(match.index, match[0], nearest(`${kind} ${name}`, names));
  }
  for (const match of text.matchAll(departmentNames)) {
    const [, , tail = ''] = match;
    const known = longestKnown(tail, names);
    if (known === undefined) tell(match.index, `Sở ${firstWords(tail)}`, nearest(`Sở ${firstWords(tail)}`, names));
  }
  return findings;
}

/** How much of what follows `Sở` is the name of one; the short forms people write count too. */
function longestKnown(tail: string, names: UnitNames): string | undefined {
  const kind = `${unitKey('Sở')} `;
  const key = unitKey(`Sở ${tail}`);
  const full = [...names.keys()].filter(
    (name) => name.startsWith(kind) && (key === name || key.startsWith(`${name} `)),
  );
  if (full.length > 0) return full.toSorted((a, b) => b.length - a.length)[0];
  const [first, second] = key.split(' ').slice(1);
  // Sở Nông nghiệp và PTNT, Sở Tài nguyên: by its first two words
  const begun = `${kind}${first} ${second}`;
  return [...names.keys()].find((name) => name === begun || name.startsWith(`${begun} `));
}

const firstWords = (tail: string) => tail.split(/,| và | - /)[0]?.trim() ?? tail;

/** The name in force that is written almost so. */
function nearest(name: string, names: UnitNames): string | null {
  const key = unitKey(name);
  return [...names].find(([known]) => distance(known, key) <= 2)?.[1] ?? null;
}

/** How many letters must be put in, left out or changed; more than two are not counted to the end. */
function distance(one: string, other: string): number {
  if (Math.abs(one.length - other.length) > 2) return 3;
  let row = Array.from({ length: other.length + 1 }, (_, place) => place);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++)
      next.push(
        Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1)),
      );
    row = next;
  }
  return row.at(-1) ?? 3;
}
