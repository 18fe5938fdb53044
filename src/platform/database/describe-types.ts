import type pg from 'pg';

interface Column {
  readonly table: string;
  readonly column: string;
  /** PostgreSQL's own name of the type; of the element when it is a list. */
  readonly type: string;
  readonly list: boolean;
  readonly labels: string[] | null;
  readonly required: boolean;
  /** Filled by the database when it is left out. */
  readonly filled: boolean;
  /** Never written by us. */
  readonly computed: boolean;
}

/** How a value is read; the second is how it is written, where that differs. See connection.ts. */
const types: Readonly<Record<string, readonly [string, string?]>> = {
  bool: ['boolean'],
  bytea: ['Buffer'],
  date: ['Temporal.PlainDate'],
  float4: ['number'],
  float8: ['number'],
  int2: ['number'],
  int4: ['number'],
  int8: ['number', 'number | bigint'],
  // a list would be taken for a PostgreSQL array: JSON is written as text, by JSON.stringify
  json: ['unknown', 'string'],
  jsonb: ['unknown', 'string'],
  numeric: ['string', 'string | number'],
  time: ['Temporal.PlainTime'],
  timestamp: ['Temporal.PlainDateTime'],
  timestamptz: ['Temporal.Instant'],
};

const question = `
  select t.relname as table, a.attname as column, b.typname as type, list, required, filled, computed,
    (select array_agg(e.enumlabel::text order by e.enumsortorder) from pg_enum e where e.enumtypid = b.oid) as labels
  from pg_class t
    join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
    join pg_type own on own.oid = a.atttypid
    join pg_type plain on plain.oid = case own.typtype when 'd' then own.typbasetype else own.oid end
    cross join lateral (select plain.typcategory = 'A' as list, a.attnotnull or own.typnotnull as required,
      a.atthasdef or a.attidentity <> '' as filled, a.attgenerated <> '' or a.attidentity = 'a' as computed) facts
    join pg_type b on b.oid = case when list then plain.typelem else plain.oid end
  where t.relkind in ('r', 'p', 'v', 'm') and not t.relispartition and t.relnamespace = 'public'::regnamespace
    and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = t.oid and d.deptype = 'e')
  order by t.relname collate "C", a.attname collate "C"`;

/** The TypeScript types of all tables for Kysely, as a module. */
export async function describeTypes(pool: pg.Pool): Promise<string> {
  const tables = Map.groupBy((await pool.query<Column>(question)).rows, (column) => column.table);
  const interfaces = [...tables].map(
    ([table, columns]) =>
      `export interface ${interfaceName(table)} {\n${columns.map((one) => `  ${one.column}: ${typeOf(one)};\n`).join('')}}\n`,
  );
  const database = [...tables.keys()].map((table) => `  ${table}: ${interfaceName(table)};\n`).join('');
  return [
    '// The tables after all migrations. Made by src/platform/database/write-schema.ts, not by hand.\n',
    "import type { ColumnType } from 'kysely';\n\n",
    interfaces.map((text) => `${text}\n`).join(''),
    `export interface DB {\n${database}}\n`,
  ].join('');
}

function interfaceName(table: string): string {
  return `${table.replaceAll(/(?:^|_)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())}Table`;
}

function typeOf(column: Column): string {
  const known = column.labels
    ? [column.labels.map((label) => `'${label}'`).join(' | ')]
    : (types[column.type] ?? ['string']);
  const whole = (type: string) => (column.list ? (type.includes(' ') ? `(${type})[]` : `${type}[]`) : type);
  const orNull = (type: string) => (column.required || type === 'unknown' ? type : `${type} | null`);
  const read = orNull(whole(known[0]!));
  const written = orNull(whole(known[1] ?? known[0]!));
  if (column.computed) return `ColumnType<${read}, never, never>`;
  const optional = column.filled || !column.required;
  if (!optional && read === written) return read;
  if (!column.filled && read === written) return read;
  return `ColumnType<${read}, ${optional ? `${written} | undefined` : written}, ${written}>`;
}
