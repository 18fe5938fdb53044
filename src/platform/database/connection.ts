import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { log } from '../log.ts';
import { StartRefused } from '../start-refused.ts';
import type { DB } from './schema.ts';

export type Database = Kysely<DB>;

export interface Connection {
  readonly db: Database;
  /** For what Kysely does not say: COPY, migrations, LISTEN. Values are read and written as everywhere. */
  readonly pool: pg.Pool;
  close(): Promise<void>;
}

export interface ConnectionOptions {
  /** How many connections at most; 20 by default. */
  readonly size?: number;
}

/**
 * Opens nothing yet: connections are made when they are asked for.
 *
 * How values look: `date` Temporal.PlainDate, `timestamptz` Temporal.Instant, `timestamp` Temporal.PlainDateTime,
 * `time` Temporal.PlainTime; `bigint` a number, and a RangeError beyond 2^53 (ids and counters never get there; a store
 * turns whole đồng into the kernel's bigint, exactly); `numeric` a string, because it may hold more digits than a number.
 * Temporal values and bigints are written the same way back. Moments are kept to the microsecond.
 */
export function connect(connectionString: string, options: ConnectionOptions = {}): Connection {
  const pool = new pg.Pool({
    connectionString,
    max: options.size ?? 20,
    connectionTimeoutMillis: 30_000,
    types: { getTypeParser },
    Client: TemporalClient,
    ...(connectionString.includes('options=') ? {} : { options: '-c TimeZone=Asia/Ho_Chi_Minh -c DateStyle=ISO,YMD' }),
  });
  let closing = false;
  // a connection that dies while nobody uses it is replaced by the next query; without a listener it would end the program
  pool.on('error', (error) => {
    if (!closing) log.warn({ code: (error as { code?: string }).code }, 'an idle database connection was lost');
  });
  const db: Database = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });
  const close = async (): Promise<void> => {
    closing = true;
    await db.destroy(); // which leaves the pool open when no query went through Kysely
    if (!pool.ending) await pool.end();
  };
  return { db, pool, close };
}

/**
 * For the start with a server of one's own.
 * @throws StartRefused when the server cannot be reached, lets us not in, or is older than PostgreSQL 15
 */
export async function checkServer(connectionString: string): Promise<void> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  let version: number;
  try {
    await client.connect();
    const { rows } = await client.query('show server_version_num');
    version = Number(rows[0].server_version_num);
  } catch (error) {
    throw new StartRefused(whyUnreachable(connectionString, error));
  } finally {
    await client.end().catch(() => undefined);
  }
  if (version < 150_000) {
    throw new StartRefused(
      `The server of DATABASE_URL is PostgreSQL ${Math.floor(version / 10_000)}: use PostgreSQL 15 or newer.`,
    );
  }
}

function whyUnreachable(connectionString: string, error: unknown): string {
  const { host, pathname } = new URL(connectionString);
  const { code, message } = error as { code?: string; message?: string };
  if (code === '28P01' || code === '28000') {
    return `The server at ${host} does not accept the user and password of DATABASE_URL: correct them, or ask who runs that server.`;
  }
  if (code === '3D000')
    return `The server at ${host} has no database "${pathname.slice(1)}": create it, or correct DATABASE_URL.`;
  const reason = [code, message].find((text) => text) ?? 'no answer';
  return `The PostgreSQL server of DATABASE_URL cannot be reached at ${host} (${reason}): start it, or correct DATABASE_URL.`;
}

/** More statements than this a connection does not keep planned: lists with many filters have many shapes. */
const statementsKept = 200;

/**
 * Stands at the head of a statement that is planned for its values each time: where one question means a few rows and the next
 * means all of them, no kept plan suits both.
 */
export const plannedAnew = '/* planned anew */';

/**
 * Writes Temporal values, and has the server keep the plan of every statement that comes a second time
 * (behind pgbouncer in transaction mode: 1.21 or newer, with max_prepared_statements set).
 */
class TemporalClient extends pg.Client {
  readonly #names = new Map<string, string | undefined>();
  #kept = 0;

  override query(...given: unknown[]): never {
    const [first, second, ...rest] = given;
    if (typeof first === 'string' && Array.isArray(second)) {
      const statement = { name: this.#nameOf(first), text: first, values: second.map(writeValue) };
      return (super.query as (...all: unknown[]) => never).call(this, statement, ...rest);
    }
    const prepared =
      typeof first === 'object' && first !== null && Array.isArray((first as { values?: unknown }).values)
        ? Object.assign(first, { values: (first as { values: unknown[] }).values.map(writeValue) })
        : first;
    return (super.query as (...all: unknown[]) => never).call(this, prepared, second, ...rest);
  }

  /** Undefined the first time: a statement that is sent once is not worth keeping. */
  #nameOf(text: string): string | undefined {
    if (text.trimStart().startsWith(plannedAnew)) return undefined;
    if (!this.#names.has(text)) {
      if (this.#names.size < statementsKept) this.#names.set(text, undefined);
      return undefined;
    }
    const name = this.#names.get(text) ?? `kept_${this.#kept++}`;
    this.#names.set(text, name);
    return name;
  }
}

/** The driver would write a Temporal value as JSON, in quotation marks. */
function writeValue(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(writeValue);
  if (value instanceof Temporal.Instant) {
    return value.round({ smallestUnit: 'microsecond', roundingMode: 'floor' }).toString();
  }
  if (value instanceof Temporal.PlainDateTime) {
    return value.round({ smallestUnit: 'microsecond', roundingMode: 'floor' }).toString();
  }
  if (value instanceof Temporal.PlainDate || value instanceof Temporal.PlainTime) return value.toString();
  return value;
}

type Reader = (text: string) => unknown;

const readers: Readonly<Record<number, Reader>> = {
  20: readWholeNumber,
  1082: (text) => Temporal.PlainDate.from(text),
  1083: (text) => Temporal.PlainTime.from(text),
  1114: (text) => Temporal.PlainDateTime.from(text),
  1184: (text) => Temporal.Instant.from(text),
  1700: (text) => text,
};

/** The array type of each type above. */
const arrays: Readonly<Record<number, number>> = {
  1016: 20,
  1182: 1082,
  1183: 1083,
  1115: 1114,
  1185: 1184,
  1231: 1700,
};

function getTypeParser(type: number, format?: 'text' | 'binary'): Reader {
  const element = arrays[type];
  if (element !== undefined) return (text) => readEach(readTexts(text), readers[element]!);
  return readers[type] ?? (pg.types.getTypeParser(type, format as 'text') as Reader);
}

/** The driver's reader of text[], which leaves every element as it is written. */
const readTexts = pg.types.getTypeParser(1009 as 25) as Reader;

function readEach(element: unknown, read: Reader): unknown {
  if (Array.isArray(element)) return element.map((inner) => readEach(inner, read));
  return element === null ? null : read(element as string);
}

function readWholeNumber(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number)) throw new RangeError(`the whole number ${text} does not fit a JavaScript number`);
  return number;
}
