import type { Language, Text } from '#kernel/text.ts';
import type { UnitTree } from '#modules/organisation/index.ts';
import type { Database } from '#platform/database/connection.ts';
import { writeCsvFile } from '#platform/spreadsheet/write-csv.ts';
import { type WrittenCell, writeSpreadsheet } from '#platform/spreadsheet/write-spreadsheet.ts';
import { type EntryQuery, listEntries, type RegisterEntry } from './entry-queries.ts';
import { unitNamer } from './rules/find-unit.ts';
import type { RegisterDefinition, RegisterField, RegisterValue } from './rules/register-definition.ts';
import { valueWords } from './rules/value-words.ts';

/** A file for whoever asked for it. */
export interface ExportedFile {
  readonly fileName: string;
  readonly mediaType: string;
  readonly content: Uint8Array;
}

export type ExportFormat = 'csv' | 'xlsx';

const mostEntries = 50_000;
const atOnce = 1000;
const mediaTypes = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;
const unitLabel: Text = { vi: 'Đơn vị', en: 'Agency' };

/** The entries of a question as a file whose columns are those an import reads. The published side has no internal field. */
export async function exportEntries(
  db: Database,
  tree: UnitTree,
  definition: RegisterDefinition,
  query: Omit<EntryQuery, 'limit' | 'after'>,
  format: ExportFormat,
  language: Language,
): Promise<ExportedFile> {
  const entries: RegisterEntry[] = [];
  for (let after: string | undefined; entries.length < mostEntries; ) {
    const page = await listEntries(db, { ...query, limit: atOnce, ...(after ? { after } : {}) });
    entries.push(...page);
    after = page.at(-1)?.id;
    if (page.length < atOnce) break;
  }
  const fields = Object.entries(definition.fields.properties).filter(
    ([, field]) => !(query.counting && field.internal),
  );
  const unitName = unitNamer(tree);
  const columns = [unitLabel, ...fields.map(([, { label }]) => label)].map((label) => ({ label: label[language] }));
  const fileName = `${definition.id}.${format}`;
  if (format === 'csv') {
    const rows = entries.map(({ unitId, entered }) => [
      unitName(unitId)[language],
      ...fields.map(([name, field]) => plainWords(field, entered[name], unitName, language)),
    ]);
    const content = writeCsvFile([columns.map(({ label }) => label), ...rows]);
    return { fileName, mediaType: mediaTypes.csv, content };
  }
  const rows = entries.map(({ unitId, entered }) => [
    unitName(unitId)[language],
    ...fields.map(([name, field]) => cellOf(field, entered[name], unitName, language)),
  ]);
  const content = await writeSpreadsheet([{ name: definition.name[language], columns, rows }]);
  return { fileName, mediaType: mediaTypes.xlsx, content };
}

/** An empty table with the columns that an import reads, and a second sheet that says what each wants. */
export async function importTemplate(definition: RegisterDefinition, language: Language): Promise<ExportedFile> {
  const fields = Object.entries(definition.fields.properties);
  const isRequired = new Set(definition.fields.required);
  const say = (text: Text) => text[language];
  const wants = (field: RegisterField): string =>
    field.enum ? field.enum.map((value) => say(field.words?.[value] ?? { vi: value, en: value })).join('; ') : '';
  const content = await writeSpreadsheet([
    {
      name: say(definition.name),
      columns: [unitLabel, ...fields.map(([, { label }]) => label)].map((label, place) => ({
        label: `${say(label)}${isRequired.has(fields[place - 1]?.[0] ?? '') ? ' *' : ''}`,
        width: 20,
      })),
      rows: [],
    },
    {
      name: language === 'vi' ? 'Cách ghi' : 'How to fill in',
      columns: [
        { label: language === 'vi' ? 'Cột' : 'Column', width: 36 },
        { label: language === 'vi' ? 'Cách ghi' : 'How', width: 60 },
        { label: language === 'vi' ? 'Ghi một trong các giá trị' : 'One of', width: 60 },
      ],
      rows: fields.map(([, field]) => [say(field.label), field.hint ? say(field.hint) : '', wants(field)]),
    },
  ]);
  return { fileName: `${definition.id}-mau.xlsx`, mediaType: mediaTypes.xlsx, content };
}

type UnitName = (id: string) => Text;

/** Numbers without separators, so that every program reads them. */
function plainWords(
  field: RegisterField,
  value: RegisterValue | undefined,
  unitName: UnitName,
  language: Language,
): string {
  return typeof value === 'number' ? String(value) : valueWords(field, value, unitName)[language];
}

function cellOf(
  field: RegisterField,
  value: RegisterValue | undefined,
  unitName: UnitName,
  language: Language,
): WrittenCell {
  if (value === undefined) return null;
  if (typeof value === 'number') return value;
  if (field.format === 'date' && typeof value === 'string') return Temporal.PlainDate.from(value);
  return valueWords(field, value, unitName)[language];
}
