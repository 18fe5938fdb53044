import { formatDate } from '#kernel/vietnamese.ts';
import type { NumberToken } from './read-numbers.ts';
import { quoteAround, type ReportFinding } from './report-finding.ts';

/** Days a report is about. */
export interface CheckedPeriod {
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
}

/** Words before a day by which something is counted, and before the day of a document. */
const countedUntil = /(?:tính|chốt|số liệu|lũy kế)[^.;]{0,30}đến\s+(?:hết\s+)?(?:ngày\s+)?$/iu;
const dated = /(?:\d+[\w-]*\/(?:\d{4}\/)?\p{Lu}[\p{L}\d-]*|số\s+\S+)\s*,?\s*(?:ngày|\()\s*$/iu;

/** Days that are none; figures counted beyond the close of the period or before its begin; documents of the days after it. */
export function checkDays(
  text: string,
  tokens: readonly NumberToken[],
  place: string,
  period: CheckedPeriod | undefined,
): readonly ReportFinding[] {
  return tokens.flatMap((token): readonly ReportFinding[] => {
    if (token.kind !== 'day') return [];
    const { at, written } = token;
    const finding = { place, quote: quoteAround(text, at, written.length), printed: written };
    const day = dayOf(token);
    if (!day) return [{ ...finding, kind: 'day-impossible', recomputed: null }];
    if (!period) return [];
    const before = text.slice(Math.max(0, at - 70), at);
    const isAfter = Temporal.PlainDate.compare(day, period.to) > 0;
    const isBefore = Temporal.PlainDate.compare(day, period.from) < 0;
    const isCounted = countedUntil.test(before);
    if ((isCounted && (isAfter || isBefore)) || (isAfter && dated.test(before)))
      return [
        {
          ...finding,
          kind: 'day-outside',
          recomputed: `${formatDate(period.from)} – ${formatDate(period.to)}`,
        },
      ];
    return [];
  });
}

function dayOf({ year, month, day }: Extract<NumberToken, { kind: 'day' }>): Temporal.PlainDate | undefined {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' });
  } catch {
    return undefined;
  }
}
