import { formatFigure } from '#modules/figures/rules/figure-value.ts';
import { type NumberToken, readNumbers } from './read-numbers.ts';
import { quoteAround, type ReportFinding } from './report-finding.ts';

/** Words that say that all parts follow, and words that end the list or make it a list of some. */
const allParts = /(?:bao\s+)?gồm(?:\s+có)?(?:\s*:)?|(?<=\d[^.;:]{0,60}):(?=\s)/giu;
const endOfList = /trong đó|còn lại|ngoài ra|so với|tăng|giảm|đạt tổng|\.\s|\.$|;\s(?=\p{Lu})|\bvà đã\b/iu;

/**
 * Checks wholes against the parts said to make them: `1.862 thủ tục, gồm 1.499 cấp sở, 253 cấp huyện và 110 cấp xã`. What
 * stands in brackets belongs to the part before it and is checked by itself. A list whose sum is far from the whole is
 * taken for a list of something else.
 */
export function checkSums(text: string, place: string): readonly ReportFinding[] {
  return brackets(text).flatMap(({ outer, at }) =>
    [...outer.matchAll(allParts)].flatMap((match) => checkList(outer, match.index, match[0].length, text, at, place)),
  );
}

function checkList(
  outer: string,
  sign: number,
  length: number,
  text: string,
  offset: number,
  place: string,
): readonly ReportFinding[] {
  const start = Math.max(0, ...[...outer.slice(0, sign).matchAll(/[.;]\s/g)].map(({ index }) => index + 1));
  const total = counts(outer.slice(start, sign)).at(-1);
  if (!total) return [];
  const list = outer.slice(sign + length);
  const end = endOfList.exec(list);
  const listed = end ? list.slice(0, end.index) : list;
  const parts = counts(listed);
  if (parts.length < 2) return [];
  const numbers = parts.map(({ value }) => value);
  const sum = numbers.reduce((all, each) => all + each, 0);
  if (sum === total.value || someMake(numbers, total.value)) return [];
  const quote = quoteAround(text, offset + start + total.at, total.written.length);
  const over = parts.find(({ value }) => value > total.value);
  const isFar = Math.abs(sum - total.value) > total.value * 0.2;
  if (over || isFar) return [];
  return [
    {
      kind: 'parts-not-total',
      place,
      quote,
      printed: total.written,
      recomputed: `${parts.map(({ written }) => written).join(' + ')} = ${formatFigure('vi', { steps: sum, decimals: 0 })}`,
    },
  ];
}

const counts = (text: string) =>
  readNumbers(text).filter((token): token is Extract<NumberToken, { kind: 'count' }> => token.kind === 'count');

/** Whether the first so many of a list make the whole: what follows is about something else. */
function someMake(numbers: readonly number[], total: number): boolean {
  let sum = 0;
  for (const [place, number] of numbers.entries()) {
    sum += number;
    if (sum === total && place > 0) return true;
  }
  return false;
}

/** A text without what stands in brackets, and what stands in each pair with the words before it. */
function brackets(text: string): readonly { readonly outer: string; readonly at: number }[] {
  const found: { outer: string; at: number }[] = [];
  const outer = text.replaceAll(/\(([^()]*)\)/g, (whole, inner: string, at: number) => {
    const from = Math.max(0, at - 120);
    const before = text.slice(from, at);
    const total = counts(before).at(-1);
    // 38 văn bản (7 nghị quyết, 31 quyết định): the brackets list the parts of the number before them
    if (total && counts(inner).length > 1 && !inner.includes('%'))
      found.push({ outer: `${before.slice(total.at)} gồm ${inner}`, at: from + total.at });
    return ' '.repeat(whole.length);
  });
  return [{ outer, at: 0 }, ...found];
}
