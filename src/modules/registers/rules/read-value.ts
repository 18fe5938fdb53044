import { readDong } from '#kernel/money.ts';
import { fold, tidy } from '#kernel/vietnamese.ts';
import type { RegisterField, RegisterValue } from './register-definition.ts';

/** A unit as a person may name it: its id, or its name with or without diacritics. */
export type UnitFinder = (named: string) => string | undefined;

/** What a person typed, or what a cell or another system holds. */
export type RawValue = string | number | boolean | Temporal.PlainDate | readonly string[] | null | undefined;

const unread = Symbol('unread');
/** The value could not be read as what the field asks for. */
export const notReadable: typeof unread = unread;

/**
 * The value a person meant: days as dd/mm/yyyy or yyyy-mm-dd, numbers with Vietnamese or no separators, one of several by its
 * value or its words, lists by line or semicolon. Undefined when nothing was given; what was given and cannot be read is not
 * guessed at.
 */
export function readValue(
  field: RegisterField,
  raw: RawValue,
  unit: UnitFinder,
): RegisterValue | undefined | typeof unread {
  if (raw === null || raw === undefined) return undefined;
  if (typeof raw !== 'string') return readTyped(field, raw);
  const text = field.format === 'lines' ? raw.normalize('NFC').trim() : tidy(raw);
  if (text === '') return undefined;
  if (field.enum) return readChoice(field, text);
  switch (field.type) {
    case 'boolean':
      return readYesNo(text);
    case 'integer':
      return field.format === 'dong' ? numberOf(readDong(text)) : readWhole(text);
    case 'number':
      return readDecimal(text);
    case 'array':
      return readList(raw);
    default:
      return readString(field, text, unit);
  }
}

function readTyped(
  field: RegisterField,
  raw: Exclude<RawValue, string | null | undefined>,
): RegisterValue | typeof unread {
  if (raw instanceof Temporal.PlainDate) {
    if (field.format === 'date') return raw.toString();
    return field.format === 'month' ? raw.toString().slice(0, 7) : unread;
  }
  if (typeof raw === 'number') {
    if (field.type === 'integer') return Number.isSafeInteger(raw) ? raw : unread;
    if (field.type === 'number') return Number.isFinite(raw) ? raw : unread;
    // a spreadsheet turns a number of a document into a number
    if (field.type === 'string' && !field.format && !field.enum) return String(raw);
    if (field.enum) return readChoice(field, String(raw));
    return field.type === 'boolean' && (raw === 0 || raw === 1) ? raw === 1 : unread;
  }
  if (typeof raw === 'boolean') return field.type === 'boolean' ? raw : unread;
  return field.type === 'array' ? readList(raw.join('\n')) : unread;
}

function readString(field: RegisterField, text: string, unit: UnitFinder): string | typeof unread {
  if (field.format === 'date') return readDay(text)?.toString() ?? unread;
  if (field.format === 'month') return readMonth(text) ?? unread;
  if (field.format === 'unit') return unit(text) ?? unread;
  if (field.format === 'uri') return /^https?:\/\/[^\s/]+\.[^\s]+$/.test(text) ? text : unread;
  return text;
}

/** `30/10/2021`, `30-10-2021`, `30.10.2021` or `2021-10-30`: a day that exists. */
function readDay(text: string): Temporal.PlainDate | undefined {
  const [, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? [];
  const [, isoYear, isoMonth, isoDay] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  try {
    return Temporal.PlainDate.from(
      { year: Number(year ?? isoYear), month: Number(month ?? isoMonth), day: Number(day ?? isoDay) },
      { overflow: 'reject' },
    );
  } catch {
    return undefined;
  }
}

/** `06/2021`, `6-2021` or `2021-06`. */
function readMonth(text: string): string | undefined {
  const [, month, year] = /^(\d{1,2})[/.-](\d{4})$/.exec(text) ?? [];
  const [, isoYear, isoMonth] = /^(\d{4})-(\d{2})$/.exec(text) ?? [];
  const number = Number(month ?? isoMonth);
  return number >= 1 && number <= 12 ? `${year ?? isoYear}-${String(number).padStart(2, '0')}` : undefined;
}

function readChoice(field: RegisterField, text: string): string | typeof unread {
  const asked = fold(text);
  const found = (field.enum ?? []).find((value) => {
    const words = field.words?.[value];
    return fold(value) === asked || (words && (fold(words.vi) === asked || fold(words.en) === asked));
  });
  return found ?? unread;
}

const yes = new Set(['co', 'yes', 'true', 'x', '1', 'dung']);
const no = new Set(['khong', 'no', 'false', '0', 'sai', '-']);

function readYesNo(text: string): boolean | typeof unread {
  const asked = fold(text);
  return yes.has(asked) ? true : no.has(asked) ? false : unread;
}

/** `1.475` and `1475`; `1,5` is no whole number, and `1.5` is not fifteen. */
function readWhole(text: string): number | typeof unread {
  const bare = /^-?\d{1,3}([. ]\d{3})+$/.test(text) ? text.replaceAll(/[. ]/g, '') : text;
  return /^-?\d{1,15}$/.test(bare) ? Number(bare) : unread;
}

/** `69,3` as people here write it; `69.3` as machines do. `1.475` is refused: it may be either. */
function readDecimal(text: string): number | typeof unread {
  const whole = readWhole(text);
  if (whole !== unread && !/\./.test(text)) return whole;
  if (/^-?\d{1,3}(\.\d{3})*,\d{1,9}$/.test(text)) return Number(text.replaceAll('.', '').replace(',', '.'));
  return /^-?\d{1,12}[.,]\d{1,9}$/.test(text) && !/\.\d{3}$/.test(text) ? Number(text.replace(',', '.')) : unread;
}

const numberOf = (amount: bigint | undefined): number | typeof unread =>
  amount === undefined ? unread : Number(amount);

function readList(text: string): readonly string[] {
  return text.split(/[;\n]/).flatMap((part) => tidy(part) || []);
}
