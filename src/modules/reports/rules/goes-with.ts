import { numberLine, placeAndDate } from './official-layout.ts';
import type { ReportDocument } from './report-document.ts';

const capital = (letter: string) => letter.toLocaleUpperCase('vi');

/** `Ủy ban nhân dân Thành phố Hà Nội` from its capitals. */
export function inSmallLetters(body: string): string {
  return body
    .replace('\n', ' ')
    .toLocaleLowerCase('vi')
    .replace(/^./u, capital)
    .replace(
      /thành phố (\p{L})(\p{L}*) (\p{L})/u,
      (_, first: string, rest: string, second: string) => `Thành phố ${capital(first)}${rest} ${capital(second)}`,
    );
}

/** `(Kèm theo Báo cáo số 05/BC-UBND ngày … của …)`: under the title of an annex. */
export function goesWith({ type, heading, spans }: Pick<ReportDocument, 'type' | 'heading' | 'spans'>): string {
  const number = numberLine(heading.number, heading.notation).replace('Số: ', 'số ');
  const day = placeAndDate('', heading.day, spans[0]?.to.year).replace(', ', '');
  const kind = `${type.charAt(0)}${type.slice(1).toLocaleLowerCase('vi')}`;
  return `(Kèm theo ${kind} ${number} ${day} của ${inSmallLetters(heading.body)})`;
}
