import { readFileSync } from 'node:fs';
import type pg from 'pg';

/** The script by which an outsider counts figures again. */
export const auditScript = readFileSync(new URL('../docs/audit.sql', import.meta.url), 'utf8');

/** What the script counts, by the ids of the figures. */
export async function auditFigures(
  pool: pg.Pool,
  asked: { readonly first: string; readonly last: string; readonly known: string },
): Promise<Record<string, number>> {
  const filled = auditScript.replaceAll(/:'(\w+)'/g, (_, name: keyof typeof asked) => `'${asked[name]}'`);
  const { rows } = await pool.query<{ id: string; value: string }>(filled);
  return Object.fromEntries(rows.map(({ id, value }) => [id, Number(value)]));
}
