import { type Dong, readDong } from '#kernel/money.ts';
import { accepted, type Result, refused } from '#kernel/result.ts';
import { toInstant } from '#kernel/zone.ts';

/** A line of a bank's statement: money that came in, or went out. */
export interface StatementLine {
  readonly externalId: string;
  readonly arrivedAt: Temporal.Instant;
  readonly kind: 'paid' | 'refunded';
  readonly amount: Dong;
  readonly text: string;
}

const mostLines = 5000;

/**
 * Reads a statement as an accountant copies it from the bank's file: number; day and time; amount; text. One line each, parts
 * apart by semicolon or tab; an amount with a minus went out. A first line of headings is passed over.
 * @returns refused with the number of the first line that cannot be read; nothing is taken in then
 */
export function readStatement(
  written: string,
): Result<readonly StatementLine[], 'statement-line-wrong' | 'statement-empty'> {
  const lines: StatementLine[] = [];
  const rows = written.normalize('NFC').split('\n');
  if (rows.length > mostLines) return refused('statement-line-wrong', { line: mostLines + 1 }, 'statement');
  for (const [index, row] of rows.entries()) {
    if (row.trim() === '') continue;
    const line = readLine(row);
    if (line) lines.push(line);
    else if (index > 0 || /\d{4}/.test(row)) return refused('statement-line-wrong', { line: index + 1 }, 'statement');
  }
  return lines.length > 0 ? accepted(lines) : refused('statement-empty', {}, 'statement');
}

function readLine(row: string): StatementLine | undefined {
  const [externalId = '', when = '', amountText = '', ...rest] = row.split(/[;\t]/).map((part) => part.trim());
  const arrivedAt = readMoment(when);
  const signed = /^([+-]?)\s*(.+)$/.exec(amountText);
  const amount = readDong(signed?.[2] ?? '');
  if (externalId === '' || externalId.length > 100 || !arrivedAt || !amount) return undefined;
  const text = rest.join('; ').slice(0, 500);
  return { externalId, arrivedAt, kind: signed?.[1] === '-' ? 'refunded' : 'paid', amount, text };
}

/** `05/11/2021 09:30`, `05/11/2021 09:30:15` or `2021-11-05T09:30`: the local time of the bank. */
function readMoment(text: string): Temporal.Instant | undefined {
  const found = /^(\d\d)\/(\d\d)\/(\d{4})(?: (\d\d:\d\d(?::\d\d)?))?$/.exec(text);
  const iso = found ? `${found[3]}-${found[2]}-${found[1]}T${found[4] ?? '00:00'}` : text;
  try {
    return /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(iso) ? toInstant(Temporal.PlainDateTime.from(iso)) : undefined;
  } catch {
    return undefined;
  }
}
