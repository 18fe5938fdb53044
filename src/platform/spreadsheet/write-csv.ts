import { writeCsv } from 'hucre/csv';

/** Rows as comma-separated values (RFC 4180) with a byte order mark; what a spreadsheet would run as a formula is made text. */
export function writeCsvFile(rows: readonly (readonly string[])[]): Uint8Array {
  const written = writeCsv(
    rows.map((row) => [...row]),
    { escapeFormulae: true, lineSeparator: '\r\n' },
  );
  return Buffer.from(`\uFEFF${written}`, 'utf8');
}
