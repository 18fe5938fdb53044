import type { Text } from '#kernel/text.ts';
import { formatDate, formatNumber } from '#kernel/vietnamese.ts';
import type { EntryValues, RegisterDefinition, RegisterField, RegisterValue } from './register-definition.ts';

/** What a field wants, for the sentence that refuses something else. */
export function expectedWords(field: RegisterField): Text {
  if (field.enum) {
    const words = field.enum.map((value) => field.words?.[value] ?? { vi: value, en: value });
    return {
      vi: `Chọn một trong: ${words.map(({ vi }) => vi).join('; ')}.`,
      en: `One of: ${words.map(({ en }) => en).join('; ')}.`,
    };
  }
  if (field.format && formats[field.format]) return formats[field.format] as Text;
  return types[field.type];
}

const formats: Partial<Record<NonNullable<RegisterField['format']>, Text>> = {
  date: { vi: 'Ghi ngày/tháng/năm có thật, ví dụ 30/10/2021.', en: 'A day that exists, for example 30/10/2021.' },
  month: { vi: 'Ghi tháng/năm, ví dụ 06/2021.', en: 'A month, for example 06/2021.' },
  uri: { vi: 'Ghi địa chỉ đầy đủ, bắt đầu bằng http:// hoặc https://.', en: 'A web address with http:// or https://.' },
  unit: { vi: 'Ghi tên hoặc mã của một đơn vị.', en: 'The name or the id of an agency.' },
  dong: { vi: 'Ghi số tiền nguyên đồng, ví dụ 1.234.000.', en: 'A whole amount of đồng, for example 1.234.000.' },
};

const types: Record<RegisterField['type'], Text> = {
  string: { vi: 'Ghi bằng chữ.', en: 'Some words.' },
  integer: { vi: 'Ghi số nguyên, ví dụ 1.475.', en: 'A whole number, for example 1.475.' },
  number: { vi: 'Ghi số, ví dụ 69,3.', en: 'A number, for example 69,3.' },
  boolean: { vi: 'Ghi “Có” hoặc “Không”.', en: '“Có” (yes) or “Không” (no).' },
  array: { vi: 'Ghi mỗi ý một dòng.', en: 'One a line.' },
};

/** A value as a person reads it. @param unitName the words of a unit by its id */
export function valueWords(
  field: RegisterField,
  value: RegisterValue | undefined,
  unitName: (id: string) => Text,
): Text {
  if (value === undefined) return { vi: '', en: '' };
  if (typeof value === 'boolean') return value ? { vi: 'Có', en: 'Yes' } : { vi: 'Không', en: 'No' };
  if (typeof value === 'number') {
    // a year is not written in groups of three
    const isYear = field.minimum === 2000 && field.maximum === 2100;
    return isYear ? same(String(value)) : { vi: formatNumber('vi', value), en: formatNumber('en', value) };
  }
  if (typeof value !== 'string') return same(value.join('; '));
  if (field.enum) return field.words?.[value] ?? same(value);
  if (field.format === 'date') return same(formatDate(Temporal.PlainDate.from(value)));
  if (field.format === 'month') return same(`${value.slice(5, 7)}/${value.slice(0, 4)}`);
  return field.format === 'unit' ? unitName(value) : same(value);
}

/** A value as it stands in its box, so that it is read again as the same. */
export function valueAsTyped(
  field: RegisterField,
  value: RegisterValue | undefined,
  unitName: (id: string) => Text,
): string {
  if (value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (Array.isArray(value)) return value.join('\n');
  if (field.enum || field.format === 'unit') return String(value);
  return valueWords(field, value, unitName).vi;
}

/** What names the entry: its first column. */
export function entryTitle(definition: RegisterDefinition, values: EntryValues, unitName: (id: string) => Text): Text {
  const name = definition.listed[0] ?? '';
  const field = definition.fields.properties[name];
  return field ? valueWords(field, values[name], unitName) : same('');
}

const same = (words: string): Text => ({ vi: words, en: words });
