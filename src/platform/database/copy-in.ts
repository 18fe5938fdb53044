import type pg from 'pg';

/** What the driver calls on a query it has been given; of a COPY only these. */
interface CopyingConnection {
  query(text: string): void;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
}

/**
 * COPY … FROM STDIN in the text format: the quickest way into a table, with every constraint and trigger of an INSERT.
 * The rows are in memory, so give a few megabytes at a time. One COPY uses its connection alone; await it.
 * @param rows lines of `copyLine`, each with its line end
 */
export function copyIn(client: pg.ClientBase, table: string, columns: readonly string[], rows: string): Promise<void> {
  if (rows === '') return Promise.resolve();
  return new Promise((done, fail) => {
    let fault: Error | undefined;
    const submitted = {
      submit: (connection: CopyingConnection) => connection.query(`copy ${table} (${columns.join(', ')}) from stdin`),
      handleCopyInResponse: (connection: CopyingConnection) => {
        connection.sendCopyFromChunk(Buffer.from(rows));
        connection.endCopyFrom();
      },
      handleError: (error: Error) => {
        fault = error;
        // the server is ready again after an error too, unless the connection is gone
        if (!('severity' in error)) fail(error);
      },
      handleCommandComplete: () => undefined,
      handleReadyForQuery: () => (fault ? fail(fault) : done()),
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
