/**
 * The form of official documents in numbers: millimetres and points. Where the decree gives a span, one value within it.
 * @see NĐ 30/2020/NĐ-CP, Phụ lục I
 */
export const officialLayout = {
  page: { width: 210, height: 297, top: 20, bottom: 20, left: 30, right: 15 },
  /** From the upper edge to the page number, which stands in the margin. */
  pageNumberAt: 10,
  heading: { left: 65, right: 100 },
  sizes: {
    state: 13,
    motto: 14,
    superior: 13,
    body: 13,
    number: 13,
    placeAndDate: 14,
    title: 14,
    text: 14,
    pageNumber: 14,
    recipientsLabel: 12,
    recipients: 11,
    table: 11,
    footnote: 10,
  },
  firstLineIndent: 12.7,
  paragraphSpacing: 6,
  lineHeight: 1.15,
  /** The line beneath the issuing body and the abstract, of the length of their last line: a third to a half. */
  lineShare: 0.42,
} as const;

export const stateName = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
export const stateMotto = 'Độc lập - Tự do - Hạnh phúc';

/** Widths of the bold letters from space to ~ in thousandths of their size, in the measures of Times. */
const boldWidths = [
  250, 333, 555, 500, 500, 1000, 833, 278, 333, 333, 500, 570, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500, 500,
  500, 500, 500, 333, 333, 570, 570, 570, 500, 930, 722, 667, 722, 722, 667, 611, 778, 778, 389, 500, 778, 667, 944,
  722, 778, 611, 778, 722, 556, 667, 722, 722, 1000, 722, 722, 667, 333, 278, 333, 581, 500, 333, 500, 556, 444, 556,
  444, 333, 500, 556, 278, 333, 556, 278, 833, 556, 500, 556, 556, 444, 389, 333, 556, 500, 722, 500, 500, 444, 394,
  220, 394, 520,
];

/** How long bold words are, in millimetres; marks above and below a letter take no width. */
export function boldWidth(words: string, points: number): number {
  const letters = words.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');
  let thousandths = 0;
  for (const letter of letters) thousandths += boldWidths[letter.charCodeAt(0) - 32] ?? 600;
  return (thousandths / 1000) * points * (25.4 / 72);
}

const two = (number: number) => String(number).padStart(2, '0');

/** `Số: 05/BC-UBND`: 0 before numbers below 10; a gap while there is no number. */
export const numberLine = (number: number | null, notation: string): string =>
  `Số: ${number === null ? '\u00a0'.repeat(8) : two(number)}/${notation}`;

/** `Hà Nội, ngày 05 tháng 11 năm 2021`: 0 before days below 10 and the months 1 and 2. */
export function placeAndDate(place: string, day: Temporal.PlainDate | null, year?: number): string {
  const gap = '\u00a0'.repeat(6);
  if (!day) return `${place}, ngày${gap}tháng${gap}năm ${year ?? gap}`;
  return `${place}, ngày ${two(day.day)} tháng ${day.month < 3 ? two(day.month) : day.month} năm ${day.year}`;
}
