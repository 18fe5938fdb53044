import type pg from 'pg';

/** What the driver calls on a query it has been given; of a COPY only these. */
interface CopyingConnection {
  query(text: string): void;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
}

/** Rows on their way into a table, kept as bytes from the first: a load of millions leaves the collector nothing to do. */
export class CopyRows {
  #bytes = Buffer.allocUnsafe(1 << 16);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** @param lines of `copyLine`, each with its line end */
  add(lines: string): void {
    // a letter takes three bytes at most, a rarer sign that is two letters long four
    const needed = this.#length + lines.length * 3;
    if (needed > this.#bytes.length) {
      const larger = Buffer.allocUnsafe(Math.max(needed, this.#bytes.length * 2));
      this.#bytes.copy(larger, 0, 0, this.#length);
      this.#bytes = larger;
    }
    this.#length += this.#bytes.write(lines, this.#length);
  }

  get bytes(): Buffer {
    return this.#bytes.subarray(0, this.#length);
  }

  clear(): void {
    this.#length = 0;
  }
}

/**
 * COPY … FROM STDIN in the text format: the quickest way into a table, with every constraint and trigger of an INSERT.
 * The rows are in memory, so give a few megabytes at a time. One COPY uses its connection alone; await it, and change the
 * rows only then.
 */
export function copyIn(
  client: pg.ClientBase,
  table: string,
  columns: readonly string[],
  rows: CopyRows,
): Promise<void> {
  if (rows.length === 0) return Promise.resolve();
  return new Promise((done, fail) => {
    const submitted = {
      submit: (connection: CopyingConnection) => connection.query(`copy ${table} (${columns.join(', ')}) from stdin`),
      handleCopyInResponse: (connection: CopyingConnection) => {
        connection.sendCopyFromChunk(rows.bytes);
        connection.endCopyFrom();
      },
      // the driver tells a query of nothing after its error, and itself waits until the server is ready for the next
      handleError: fail,
      handleCommandComplete: () => undefined,
      handleReadyForQuery: () => done(),
    };
    client.query(submitted as unknown as pg.Submittable);
  });
}

const special = /[\\\n\r\t]/g;
const written: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** One value as COPY reads it: null is \N, what would end a value or a line is escaped. */
export function copyValue(value: string | number | boolean | null | undefined): string {
  if (value === null || value === undefined) return '\\N';
  if (typeof value !== 'string') return String(value);
  return value.search(special) === -1 ? value : value.replaceAll(special, (letter) => written[letter]!);
}

/** One row as COPY reads it, with its line end. */
export const copyLine = (values: readonly (string | number | boolean | null | undefined)[]): string =>
  `${values.map(copyValue).join('\t')}\n`;
