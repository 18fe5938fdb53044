import type { FigureValue } from '#modules/figures/rules/figure-value.ts';

/** A number, share, ratio or day that stands in a text, with where it stands. */
export type NumberToken =
  | { readonly kind: 'count'; readonly value: number; readonly at: number; readonly written: string }
  | { readonly kind: 'percent'; readonly value: FigureValue; readonly at: number; readonly written: string }
  | {
      readonly kind: 'ratio';
      readonly part: number;
      readonly of: number;
      readonly at: number;
      readonly written: string;
    }
  | {
      readonly kind: 'day';
      readonly year: number;
      readonly month: number;
      readonly day: number;
      readonly at: number;
      readonly written: string;
    };

const whole = String.raw`(?:\d{1,3}(?:\.\d{3})+|\d+)`;

/** In this order: what is longer and means something else comes first, so that its digits are not read as counts. */
const shapes: readonly (readonly [name: string, shape: string])[] = [
  // 30/10/2021; ngày 05 tháng 11 năm 2021
  ['day', String.raw`\d{1,2}/\d{1,2}/\d{4}|ngày\s+\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}`],
  // 76/NQ-CP, 32/2021/NĐ-CP, 01-CTr/TU, 9001:2015, II.06a
  [
    'sign',
    String.raw`\d+[a-zđ]?/(?:\d{4}/)?\p{Lu}[\p{L}\d-]*|\d+-\p{Lu}\p{L}*/\p{Lu}+|\d+:\d{4}|\p{L}+\.\d+\w*|\p{Lu}+\d+|\d+\p{Lu}+`,
  ],
  // 2021 - 2030, 6/2021, 31/12
  ['time', String.raw`\d{4}\s*[-–]\s*\d{4}|\d{1,2}/(?:19|20)\d{2}(?!\d)|\d{1,2}:\d{2}`],
  ['percent', String.raw`\d+(?:[.,]\d+)?\s?%`],
  ['ratio', `${whole}/${whole}`],
  ['decimal', String.raw`${whole},\d+`],
  ['count', whole],
];

const shape = new RegExp(shapes.map(([name, each]) => `(?<${name}>(?<![\\p{L}\\d])(?:${each}))`).join('|'), 'gu');

/** Words after which a number counts nothing: it names a place, a day, a rank. */
const naming =
  /(?:điều|khoản|điểm|mức độ|mức|mục|phần|phụ lục|biểu|thứ|hạng|quý|tháng|ngày|năm|giờ|(?<!tổng )số|mẫu|cấp|bậc|giai đoạn|nhóm|đoạn|trang|covid|khóa|kỳ họp)\s*$/iu;

/** The numbers of a text that say how much; numbers of documents, years, ranks and the like are left out. */
export function readNumbers(text: string): readonly NumberToken[] {
  const tokens: NumberToken[] = [];
  for (const match of text.matchAll(shape)) {
    const { groups = {}, index: at } = match;
    const written = match[0];
    const before = text.slice(Math.max(0, at - 20), at);
    if (groups.day !== undefined) {
      const [day = 0, month = 0, year = 0] = written.match(/\d+/g)!.map(Number);
      tokens.push({ kind: 'day', day, month, year, at, written });
    } else if (groups.percent !== undefined) {
      tokens.push({ kind: 'percent', value: decimal(written.replace(/\s?%/, '')), at, written });
    } else if (groups.ratio !== undefined) {
      const [part = 0, of = 0] = written.split('/').map(wholeNumber);
      if (!naming.test(before) && part <= of) tokens.push({ kind: 'ratio', part, of, at, written });
    } else if (groups.count !== undefined && !isOther(text, at, written, before)) {
      tokens.push({ kind: 'count', value: wholeNumber(written), at, written });
    }
  }
  return tokens;
}

/** A year, the number of a heading, a part of a name. */
function isOther(text: string, at: number, written: string, before: string): boolean {
  if (/^(?:19|20)\d{2}$/.test(written) || naming.test(before)) return true;
  const after = text.slice(at + written.length, at + written.length + 3);
  // 1. Title, a heading's number; a list of grades: mức độ 3, 4
  if (/^\s*$/.test(text.slice(0, at)) && /^[.)]\s?/.test(after)) return true;
  return /(?:mức độ|điều|khoản)\s+\d+(?:,\s*|\s+và\s+)$/iu.test(before);
}

const wholeNumber = (written: string): number => Number(written.replaceAll('.', ''));

function decimal(written: string): FigureValue {
  const [front = '0', back = ''] = written.split(/[.,]/);
  return { steps: Number(front + back), decimals: back.length };
}
